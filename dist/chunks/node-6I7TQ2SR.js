import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  child_process,
  crypto,
  fs,
  os,
  path,
  stream,
  util
} from "./chunk-AVZ4ZKFF.js";
import "./chunk-5XWL5JNG.js";
export {
  child_process,
  crypto,
  fs,
  os,
  path,
  stream,
  util
};
