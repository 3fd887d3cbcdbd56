import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  COMMENT_MARKER,
  renderMarkdown
} from "./chunk-7IJJJWWS.js";
import "./chunk-7GZRWSKF.js";
import "./chunk-QHF3QNQ2.js";
import "./chunk-MITLGRRM.js";
import "./chunk-WRMCY2Y7.js";
import "./chunk-2RNL76CI.js";
import "./chunk-5XWL5JNG.js";
export {
  COMMENT_MARKER,
  renderMarkdown
};
