import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  COMMENT_MARKER,
  renderMarkdown
} from "./chunk-AHOG5G2Y.js";
import "./chunk-CTUX2XB7.js";
import "./chunk-MOFZ72HZ.js";
import "./chunk-2RKN76IX.js";
import "./chunk-PZJRRYTK.js";
import "./chunk-NWYXKW2K.js";
import "./chunk-5XWL5JNG.js";
export {
  COMMENT_MARKER,
  renderMarkdown
};
