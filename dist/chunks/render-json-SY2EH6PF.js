import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  renderJson,
  toJson
} from "./chunk-WLRQAJAD.js";
import "./chunk-2KZ47ZT7.js";
import "./chunk-2RNL76CI.js";
import "./chunk-5XWL5JNG.js";
export {
  renderJson,
  toJson
};
