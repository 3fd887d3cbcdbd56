import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  renderJson,
  toJson
} from "./chunk-MTKAUQRZ.js";
import "./chunk-7C5JEGDL.js";
import "./chunk-ZKMO4PZO.js";
import "./chunk-5XWL5JNG.js";
export {
  renderJson,
  toJson
};
