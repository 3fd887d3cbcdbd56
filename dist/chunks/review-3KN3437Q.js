import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  review
} from "./chunk-YOVO66AJ.js";
import "./chunk-A2FFHSU5.js";
import "./chunk-F2AZPGMU.js";
import "./chunk-DZQPOH3I.js";
import "./chunk-7AEMBJJG.js";
import "./chunk-Q2YAXJSO.js";
import "./chunk-JTHCGPXK.js";
import "./chunk-L2VRRDPG.js";
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
