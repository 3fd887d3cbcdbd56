import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  didYouMean
} from "./chunk-DJ7Q6BMO.js";
import {
  ReviewError,
  messageOf
} from "./chunk-7PSS6GJZ.js";
import {
  SEVERITIES
} from "./chunk-NWYXKW2K.js";

// src/entry/cli/review-options.ts
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
var FORMATS = ["text", "markdown", "html", "json", "sarif"];
var FORMAT_OF_ENDING = {
  ".md": "markdown",
  ".markdown": "markdown",
  ".html": "html",
  ".htm": "html",
  ".json": "json",
  ".sarif": "sarif",
  ".txt": "text"
};
function readReviewOptions(options) {
  const output = stringOption(options, "output") ?? null;
  const format = stringOption(options, "format") ?? (output === null ? "text" : FORMAT_OF_ENDING[extname(output)]) ?? "text";
  const reviewers = stringOption(options, "reviewers");
  const workflow = stringOption(options, "workflow");
  const failOn = stringOption(options, "fail-on");
  return {
    format: oneOf("--format", format, FORMATS),
    output,
    quiet: options.quiet === true,
    overrides: {
      ...reviewers === void 0 ? {} : { reviewers: listOf("--reviewers", reviewers) },
      ...workflow === void 0 ? {} : { workflow },
      ...failOn === void 0 ? {} : { failOn: oneOf("--fail-on", failOn, [...SEVERITIES, "never"]) },
      ...options["no-model"] === true ? { model: "off" } : {}
    }
  };
}
async function readConfigOption(options) {
  const name = stringOption(options, "config");
  if (name === void 0) return null;
  try {
    return { name, text: await readFile(name, "utf8") };
  } catch (thrown) {
    const message = `The configuration "${name}" cannot be read: ${messageOf(thrown)}`;
    throw new ReviewError(
      "bad-configuration",
      message,
      "Give the path of a YAML file, or leave --config out.",
      {
        cause: thrown
      }
    );
  }
}
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
  readReviewOptions,
  readConfigOption,
  stringOption,
  listOf
};
