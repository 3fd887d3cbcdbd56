import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  didYouMean
} from "./chunk-DJ7Q6BMO.js";
import {
  ReviewError
} from "./chunk-7PSS6GJZ.js";

// src/entry/given-values.ts
function oneOf(where, value, allowed) {
  const found = allowed.find((word) => word === value);
  if (found !== void 0) return found;
  const remedy = `It takes ${allowed.join(", ")}.${didYouMean(value, allowed)}`;
  throw new ReviewError("bad-usage", `${where} does not take "${value}".`, remedy);
}
function wholeNumber(where, text, least, most) {
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value >= least && value <= most) return value;
  const remedy = `It takes a whole number from ${least} to ${most}.`;
  throw new ReviewError("bad-usage", `${where} does not take "${text}".`, remedy);
}

export {
  oneOf,
  wholeNumber
};
