import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  review
} from "./chunk-T7U22PGH.js";
import "./chunk-5FRZ354L.js";
import "./chunk-EY4EYMRE.js";
import "./chunk-DZQPOH3I.js";
import "./chunk-4EJS2QX7.js";
import "./chunk-3P6PK5CD.js";
import "./chunk-7WI5XF3W.js";
import "./chunk-6SXCBPIP.js";
import "./chunk-JXOFIYMO.js";
import "./chunk-FXIRLTF6.js";
import "./chunk-3YK4MRSZ.js";
import "./chunk-SERL3FRN.js";
import "./chunk-EL3RS52W.js";
import "./chunk-6DFPGIZ6.js";
import "./chunk-I4OGI3IL.js";
import "./chunk-DJ7Q6BMO.js";
import "./chunk-5QZR7NEG.js";
import "./chunk-ZKMO4PZO.js";
import "./chunk-7PSS6GJZ.js";
import "./chunk-5XWL5JNG.js";
export {
  review
};
