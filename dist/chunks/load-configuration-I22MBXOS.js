import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  loadConfiguration
} from "./chunk-4WB4RM2V.js";
import "./chunk-E7Z6Y3BN.js";
import "./chunk-2KZ47ZT7.js";
import {
  CONFIGURATION_PATHS
} from "./chunk-6SXCBPIP.js";
import "./chunk-6Z3LFCW3.js";
import "./chunk-DJ7Q6BMO.js";
import "./chunk-4VTT4LPT.js";
import "./chunk-7PSS6GJZ.js";
import "./chunk-5XWL5JNG.js";
export {
  CONFIGURATION_PATHS,
  loadConfiguration
};
