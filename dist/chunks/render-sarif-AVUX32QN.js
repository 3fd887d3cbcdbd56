import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  renderSarif
} from "./chunk-ALAESQJR.js";
import "./chunk-Z4LSJD3U.js";
import "./chunk-XTQV3QIS.js";
import "./chunk-NTTEV66X.js";
import "./chunk-MITLGRRM.js";
import "./chunk-JVVFVFZF.js";
import "./chunk-H5OZ7CLJ.js";
import "./chunk-NWYXKW2K.js";
import "./chunk-5XWL5JNG.js";
export {
  renderSarif
};
