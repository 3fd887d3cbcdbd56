import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  COMMENT_MARKER,
  renderMarkdown
} from "./chunk-N3KLH6J7.js";
import "./chunk-X7HDFOVH.js";
import "./chunk-I4MTZLGQ.js";
import "./chunk-MITLGRRM.js";
import "./chunk-C6CXAP2K.js";
import "./chunk-UD2SVTD3.js";
import "./chunk-5XWL5JNG.js";
export {
  COMMENT_MARKER,
  renderMarkdown
};
