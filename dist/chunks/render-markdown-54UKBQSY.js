import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  COMMENT_MARKER,
  renderMarkdown
} from "./chunk-EBE2M4XY.js";
import "./chunk-XTQV3QIS.js";
import "./chunk-Y6FSVI4K.js";
import "./chunk-DFEH2WPQ.js";
import "./chunk-MITLGRRM.js";
import "./chunk-WO2J36BZ.js";
import "./chunk-4VTT4LPT.js";
import "./chunk-5XWL5JNG.js";
export {
  COMMENT_MARKER,
  renderMarkdown
};
