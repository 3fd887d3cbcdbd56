import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  listOf,
  stringOption
} from "./chunk-3C6MUJIG.js";
import {
  readGivenFiles
} from "./chunk-2USHSXG6.js";
import {
  oneOf,
  wholeNumber
} from "./chunk-V7D6OPFQ.js";
import {
  checkModelOrder
} from "./chunk-S74DG6D5.js";
import {
  SEVERITIES
} from "./chunk-ZKMO4PZO.js";
import {
  ReviewError,
  messageOf
} from "./chunk-7PSS6GJZ.js";

// src/entry/cli/review-options.ts
import { readFile as readFile2 } from "node:fs/promises";
import { extname } from "node:path";

// src/entry/cli/model-options.ts
import { readFile } from "node:fs/promises";
async function readModelOptions(options, environment) {
  const text = (name) => stringOption(options, name)?.trim() ?? "";
  const profile = text("model-profile");
  const apiKey = options["no-model"] === true ? "" : environment.ANTHROPIC_API_KEY?.trim() ?? "";
  const order = checkModelOrder({
    apiKey,
    baseUrl: apiKey === "" ? "" : environment.ANTHROPIC_BASE_URL ?? "",
    profile: profile === "" ? "anthropic" : oneOf("--model-profile", profile, ["anthropic", "compat"]),
    models: { fast: text("model-fast"), balanced: text("model-balanced"), strong: text("model-strong") },
    prices: await pricesText(text("prices"))
  });
  return apiKey === "" ? null : order;
}
async function pricesText(given) {
  if (!given.startsWith("@")) return given;
  const name = given.slice(1);
  try {
    return await readFile(name, "utf8");
  } catch (thrown) {
    throw new ReviewError(
      "bad-usage",
      `--prices cannot read "${name}": ${messageOf(thrown)}`,
      "Give @ and the path of a file, or the prices themselves: model=input/output.",
      { cause: thrown }
    );
  }
}

// src/entry/cli/review-options.ts
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
async function readReviewOptions(options, environment) {
  const output = stringOption(options, "output") ?? null;
  const format = stringOption(options, "format") ?? (output === null ? "text" : FORMAT_OF_ENDING[extname(output)]) ?? "text";
  const reviewers = stringOption(options, "reviewers");
  const workflow = stringOption(options, "workflow");
  const failOn = stringOption(options, "fail-on");
  const deadline = stringOption(options, "deadline");
  const advisories = stringOption(options, "advisories");
  return {
    format: oneOf("--format", format, FORMATS),
    output,
    quiet: options.quiet === true,
    deadlineSeconds: deadline === void 0 ? null : wholeNumber("--deadline", deadline, 1, 3600),
    models: await readModelOptions(options, environment),
    overrides: {
      ...reviewers === void 0 ? {} : { reviewers: listOf("--reviewers", reviewers) },
      ...workflow === void 0 ? {} : { workflow },
      ...failOn === void 0 ? {} : { failOn: oneOf("--fail-on", failOn, [...SEVERITIES, "never"]) },
      ...advisories === void 0 ? {} : { advisories: oneOf("--advisories", advisories, ["on", "off"]) },
      ...options["no-model"] === true ? { model: "off" } : {},
      ...options["sarif-gates"] === true ? { sarifGates: true } : {}
    },
    given: await readGiven(options)
  };
}
function readGiven(options) {
  const list = (name) => {
    const text = stringOption(options, name);
    return text === void 0 ? [] : listOf(`--${name}`, text);
  };
  return readGivenFiles(
    { sarif: list("sarif"), coverage: list("coverage"), baseline: stringOption(options, "baseline") ?? null },
    { folder: ".", repository: stringOption(options, "repo") ?? ".", outsideAllowed: true }
  );
}
async function readConfigOption(options) {
  const name = stringOption(options, "config");
  if (name === void 0) return null;
  try {
    return { name, text: await readFile2(name, "utf8") };
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

export {
  readReviewOptions,
  readConfigOption
};
