import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  loadConfiguration
} from "./chunk-JJSLT35F.js";
import "./chunk-E7Z6Y3BN.js";
import "./chunk-H5OZ7CLJ.js";
import {
  CONFIGURATION_PATHS
} from "./chunk-QUARX45J.js";
import "./chunk-6Z3LFCW3.js";
import "./chunk-DJ7Q6BMO.js";
import "./chunk-7PSS6GJZ.js";
import "./chunk-NWYXKW2K.js";
import "./chunk-5XWL5JNG.js";
export {
  CONFIGURATION_PATHS,
  loadConfiguration
};
