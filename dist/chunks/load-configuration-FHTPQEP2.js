import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  loadConfiguration
} from "./chunk-ENLJP2IS.js";
import "./chunk-E7Z6Y3BN.js";
import "./chunk-2KZ47ZT7.js";
import {
  CONFIGURATION_PATHS
} from "./chunk-L2VRRDPG.js";
import "./chunk-3LPXWQJK.js";
import "./chunk-DJ7Q6BMO.js";
import "./chunk-2RNL76CI.js";
import "./chunk-7PSS6GJZ.js";
import "./chunk-5XWL5JNG.js";
export {
  CONFIGURATION_PATHS,
  loadConfiguration
};
