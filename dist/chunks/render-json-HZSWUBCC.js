import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  renderJson,
  toJson
} from "./chunk-YEJRDA24.js";
import "./chunk-TVNF4XVV.js";
import "./chunk-NWYXKW2K.js";
import "./chunk-5XWL5JNG.js";
export {
  renderJson,
  toJson
};
