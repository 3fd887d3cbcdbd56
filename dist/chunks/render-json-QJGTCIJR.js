import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  renderJson,
  toJson
} from "./chunk-5KGUXH25.js";
import "./chunk-2KZ47ZT7.js";
import "./chunk-BECPWWJU.js";
import "./chunk-5XWL5JNG.js";
export {
  renderJson,
  toJson
};
