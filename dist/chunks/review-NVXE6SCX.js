import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  review
} from "./chunk-XYDA6YF3.js";
import "./chunk-KFIHGFTA.js";
import "./chunk-NE5Q6PUJ.js";
import "./chunk-DZQPOH3I.js";
import "./chunk-7AEMBJJG.js";
import "./chunk-LUMTMELL.js";
import "./chunk-7WI5XF3W.js";
import "./chunk-6SXCBPIP.js";
import "./chunk-JXOFIYMO.js";
import "./chunk-FXIRLTF6.js";
import "./chunk-F3FDB3TH.js";
import "./chunk-SERL3FRN.js";
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
