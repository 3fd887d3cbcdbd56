import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  review
} from "./chunk-XGWALRI7.js";
import "./chunk-SACFDJGQ.js";
import "./chunk-YVIM3AF6.js";
import "./chunk-DZQPOH3I.js";
import "./chunk-7AEMBJJG.js";
import "./chunk-OTVTMFFI.js";
import "./chunk-2NATCSTB.js";
import "./chunk-6SXCBPIP.js";
import "./chunk-JXOFIYMO.js";
import "./chunk-C365YKP4.js";
import "./chunk-VAQ5YPUR.js";
import "./chunk-EL3RS52W.js";
import "./chunk-6DFPGIZ6.js";
import "./chunk-DJ7Q6BMO.js";
import "./chunk-C6CXAP2K.js";
import "./chunk-UD2SVTD3.js";
import "./chunk-7PSS6GJZ.js";
import "./chunk-5XWL5JNG.js";
export {
  review
};
