import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readWorkingConfiguration
} from "./chunk-GI3R372P.js";
import "./chunk-7T7GGNHM.js";
import "./chunk-3C6MUJIG.js";
import "./chunk-W3YDXAFB.js";
import "./chunk-DZQPOH3I.js";
import "./chunk-7C5JEGDL.js";
import "./chunk-WLDQ3PFU.js";
import "./chunk-2USHSXG6.js";
import "./chunk-6SXCBPIP.js";
import "./chunk-JXOFIYMO.js";
import "./chunk-FXIRLTF6.js";
import "./chunk-V7D6OPFQ.js";
import "./chunk-S74DG6D5.js";
import "./chunk-T5TJTLCH.js";
import "./chunk-6DFPGIZ6.js";
import {
  EXIT
} from "./chunk-UQUMJG74.js";
import {
  didYouMean
} from "./chunk-DJ7Q6BMO.js";
import "./chunk-ZKMO4PZO.js";
import "./chunk-MGYMYPZR.js";
import {
  ReviewError
} from "./chunk-7PSS6GJZ.js";
import "./chunk-5XWL5JNG.js";

// src/entry/cli/reviewers-command.ts
async function reviewersCommand(invocation) {
  const { options, positionals, terminal } = invocation;
  const { reviewers, rules } = await readWorkingConfiguration(invocation);
  const [name] = positionals;
  if (name !== void 0) {
    const reviewer = reviewerNamed(name, reviewers);
    terminal.out(
      options.json === true ? `${JSON.stringify(reviewer, null, 2)}
` : describeReviewer(reviewer)
    );
    return EXIT.pass;
  }
  if (options.json === true) {
    terminal.out(`${JSON.stringify(reviewers, null, 2)}
`);
    return EXIT.pass;
  }
  for (const reviewer of reviewers) {
    const count = rules.filter((rule) => reviewer.analyzers.includes(rule.reviewer)).length;
    terminal.out(
      `${reviewer.name.padEnd(16)}${String(count).padStart(4)} rules  ${reviewer.model.padEnd(10)}${reviewer.description}
`
    );
  }
  return EXIT.pass;
}
function reviewerNamed(name, reviewers) {
  const found = reviewers.find((reviewer) => reviewer.name === name);
  if (found !== void 0) return found;
  const names = reviewers.map((reviewer) => reviewer.name);
  throw new ReviewError(
    "bad-usage",
    `There is no reviewer "${name}".`,
    `There are ${names.join(", ")}.${didYouMean(name, names)}`
  );
}
function describeReviewer(reviewer) {
  const rows = [
    `${reviewer.title} (${reviewer.name})`,
    reviewer.description,
    "",
    `expertise       ${reviewer.expertise.join(", ")}`,
    `model           ${reviewer.model}`,
    `files           ${reviewer.paths.length === 0 ? "all" : reviewer.paths.join(" ")}`,
    `categories      ${reviewer.categories.join(", ")}`,
    `analyzers       ${reviewer.analyzers.join(", ")}`,
    `min confidence  ${reviewer.minConfidence}`,
    `sees            ${reviewer.sees.join(", ")}`,
    `required        ${reviewer.required ? "yes" : "no"}`,
    `source          ${reviewer.source}`,
    "",
    reviewer.instructions.trim()
  ];
  return `${rows.join("\n")}
`;
}
export {
  reviewersCommand
};
