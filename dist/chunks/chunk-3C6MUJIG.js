import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  ReviewError
} from "./chunk-7PSS6GJZ.js";

// src/entry/cli/option-values.ts
function stringOption(options, name) {
  const value = options[name];
  return typeof value === "string" ? value : void 0;
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
  listOf
};
