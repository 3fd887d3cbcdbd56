import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  renderJson,
  toJson
} from "./chunk-ZBUAOMBF.js";
import "./chunk-7AEMBJJG.js";
import "./chunk-UD2SVTD3.js";
import "./chunk-5XWL5JNG.js";
export {
  renderJson,
  toJson
};
