import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  renderSarif
} from "./chunk-NFXW2Y56.js";
import "./chunk-Z4LSJD3U.js";
import "./chunk-CTUX2XB7.js";
import "./chunk-2RKN76IX.js";
import "./chunk-PZJRRYTK.js";
import "./chunk-H5OZ7CLJ.js";
import "./chunk-NWYXKW2K.js";
import "./chunk-5XWL5JNG.js";
export {
  renderSarif
};
