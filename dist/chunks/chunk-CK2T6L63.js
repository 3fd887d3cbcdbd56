import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  didYouMean
} from "./chunk-DJ7Q6BMO.js";
import {
  ReviewError
} from "./chunk-7PSS6GJZ.js";

// src/entry/cli/option-values.ts
function stringOption(options, name) {
  const value = options[name];
  return typeof value === "string" ? value : void 0;
}
function oneOf(option, value, allowed) {
  const found = allowed.find((word) => word === value);
  if (found !== void 0) return found;
  const remedy = `It takes ${allowed.join(", ")}.${didYouMean(value, allowed)}`;
  throw new ReviewError("bad-usage", `${option} does not take "${value}".`, remedy);
}
function wholeNumber(option, text, least, most) {
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value >= least && value <= most) return value;
  const remedy = `It takes a whole number from ${least} to ${most}.`;
  throw new ReviewError("bad-usage", `${option} does not take "${text}".`, remedy);
}
function listOf(option, value) {
  const words = value.split(",").map((word) => word.trim()).filter((word) => word !== "");
  if (words.length > 0) return words;
  throw new ReviewError(
    "bad-usage",
    `${option} is empty.`,
    "Give names separated by commas, such as security,style."
  );
}

export {
  stringOption,
  oneOf,
  wholeNumber,
  listOf
};
