import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  COMMENT_MARKER,
  renderMarkdown
} from "./chunk-W5BYXSSL.js";
import "./chunk-XTQV3QIS.js";
import "./chunk-VAHUT544.js";
import "./chunk-53WALFZ6.js";
import "./chunk-MITLGRRM.js";
import "./chunk-LNNYVAH7.js";
import "./chunk-BECPWWJU.js";
import "./chunk-5XWL5JNG.js";
export {
  COMMENT_MARKER,
  renderMarkdown
};
