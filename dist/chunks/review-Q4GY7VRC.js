import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  review
} from "./chunk-RDHQCOVA.js";
import "./chunk-FBDQPT2R.js";
import "./chunk-RJTPYWGR.js";
import "./chunk-6VDPABUJ.js";
import "./chunk-EL3RS52W.js";
import "./chunk-JVVFVFZF.js";
import "./chunk-E7Z6Y3BN.js";
import "./chunk-QUARX45J.js";
import "./chunk-6Z3LFCW3.js";
import "./chunk-DJ7Q6BMO.js";
import "./chunk-7PSS6GJZ.js";
import "./chunk-NWYXKW2K.js";
import "./chunk-5XWL5JNG.js";
export {
  review
};
