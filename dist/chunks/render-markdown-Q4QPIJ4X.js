import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  COMMENT_MARKER,
  renderMarkdown
} from "./chunk-O55GCNFZ.js";
import "./chunk-WE4H6DUI.js";
import "./chunk-FGVUCWIV.js";
import "./chunk-MITLGRRM.js";
import "./chunk-5QZR7NEG.js";
import "./chunk-ZKMO4PZO.js";
import "./chunk-5XWL5JNG.js";
export {
  COMMENT_MARKER,
  renderMarkdown
};
