import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  loadConfiguration
} from "./chunk-W3YDXAFB.js";
import "./chunk-DZQPOH3I.js";
import "./chunk-7C5JEGDL.js";
import {
  CONFIGURATION_PATHS
} from "./chunk-6SXCBPIP.js";
import "./chunk-JXOFIYMO.js";
import "./chunk-FXIRLTF6.js";
import "./chunk-DJ7Q6BMO.js";
import "./chunk-ZKMO4PZO.js";
import "./chunk-7PSS6GJZ.js";
import "./chunk-5XWL5JNG.js";
export {
  CONFIGURATION_PATHS,
  loadConfiguration
};
