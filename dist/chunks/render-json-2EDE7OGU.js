import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  renderJson,
  toJson
} from "./chunk-3NYVIPB5.js";
import "./chunk-2KZ47ZT7.js";
import "./chunk-4VTT4LPT.js";
import "./chunk-5XWL5JNG.js";
export {
  renderJson,
  toJson
};
