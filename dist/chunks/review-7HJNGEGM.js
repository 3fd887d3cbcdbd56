import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  review
} from "./chunk-PJTZ4WHQ.js";
import "./chunk-AA6XNGEB.js";
import "./chunk-E7Z6Y3BN.js";
import "./chunk-YQYPILYI.js";
import "./chunk-6SXCBPIP.js";
import "./chunk-6Z3LFCW3.js";
import "./chunk-6VDPABUJ.js";
import "./chunk-EL3RS52W.js";
import "./chunk-6DFPGIZ6.js";
import "./chunk-DJ7Q6BMO.js";
import "./chunk-WO2J36BZ.js";
import "./chunk-4VTT4LPT.js";
import "./chunk-7PSS6GJZ.js";
import "./chunk-5XWL5JNG.js";
export {
  review
};
