import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  loadConfiguration
} from "./chunk-LJMQUT6D.js";
import "./chunk-TVNF4XVV.js";
import {
  CONFIGURATION_PATHS
} from "./chunk-MM7J22CV.js";
import "./chunk-6Z3LFCW3.js";
import "./chunk-DJ7Q6BMO.js";
import "./chunk-GBZCSXIZ.js";
import "./chunk-NWYXKW2K.js";
import "./chunk-5XWL5JNG.js";
export {
  CONFIGURATION_PATHS,
  loadConfiguration
};
