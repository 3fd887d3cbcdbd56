import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  review
} from "./chunk-TZUPNIDF.js";
import "./chunk-47KY6CAU.js";
import "./chunk-E7Z6Y3BN.js";
import "./chunk-WW6HDXPH.js";
import "./chunk-3WBOVJOW.js";
import "./chunk-L2VRRDPG.js";
import "./chunk-3LPXWQJK.js";
import "./chunk-VAQ5YPUR.js";
import "./chunk-EL3RS52W.js";
import "./chunk-6DFPGIZ6.js";
import "./chunk-DJ7Q6BMO.js";
import "./chunk-WRMCY2Y7.js";
import "./chunk-2RNL76CI.js";
import "./chunk-7PSS6GJZ.js";
import "./chunk-5XWL5JNG.js";
export {
  review
};
