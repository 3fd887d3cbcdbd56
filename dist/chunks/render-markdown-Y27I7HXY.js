import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  COMMENT_MARKER,
  renderMarkdown
} from "./chunk-D7X3DEEJ.js";
import "./chunk-XTQV3QIS.js";
import "./chunk-VS6TXII2.js";
import "./chunk-NTTEV66X.js";
import "./chunk-MITLGRRM.js";
import "./chunk-JVVFVFZF.js";
import "./chunk-NWYXKW2K.js";
import "./chunk-5XWL5JNG.js";
export {
  COMMENT_MARKER,
  renderMarkdown
};
