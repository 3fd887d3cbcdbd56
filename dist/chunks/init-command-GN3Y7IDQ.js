import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  stringOption
} from "./chunk-3C6MUJIG.js";
import {
  DEFAULT_SETTINGS
} from "./chunk-FXIRLTF6.js";
import {
  EXIT
} from "./chunk-UQUMJG74.js";
import {
  ReviewError,
  messageOf
} from "./chunk-7PSS6GJZ.js";
import "./chunk-5XWL5JNG.js";

// src/entry/cli/init-command.ts
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

// src/config/starter-files.ts
var STARTER_CONFIG = `# yaml-language-server: $schema=https://raw.githubusercontent.com/org/multi-agent-review/v1/schemas/config.schema.json
#
# Settings of multi-agent-review. Every line below is a default: uncomment what you want to change.
# Reviews read this file from the base branch, so a change to it counts once it is merged.
# Check it with: npx multi-agent-review validate

# auto: models review when there is a key. required: without a key the review is incomplete. off: analyzers only.
# model: auto

# Which reviewers run: all of the workflow, or a list such as [security, correctness].
# reviewers: all

# Single rules: off, or another severity (critical, high, medium, low, info). Names: multi-agent-review rules
# rules: {}

# Files that are reviewed; "!\u2026" excludes. Empty means all. Example: ["src/**", "!**/*.snap"]
# paths: []

# What every reviewer should know about this repository.
# instructions: ""

# What the comment shows; the rest is folded. Critical findings are always shown.
# thresholds:
#   shown: 10
#   min-confidence: 50

# A proven finding of this severity or worse fails the status: critical, high, medium, low, info, never.
# fail-on: critical

# The status when something could not be reviewed: error or success.
# on-incomplete: error

# Whether drafts are reviewed.
# drafts: false

# What is not reviewed at all. The status says that it was skipped.
# skip:
#   labels: []
#   authors: []
#   titles: []
#   paths: []

# Limits of one review. What they cut off is listed, and the review is incomplete. Of all reviews in a month the last one,
# which only the App counts.
# budgets:
#   agent-seconds: 120
#   run-seconds: 300
#   run-tokens: 175000
#   run-dollars: 0.3
#   month-dollars: unlimited

# Language in which models write, such as en, de or pt-BR.
# language: en

# Which workflow runs: a built-in one, or one of .github/multi-agent-review/workflows/.
# workflow: default

# Commands in comments, such as /review.
# commands:
#   enabled: true
#   cooldown-seconds: 60
#   per-day: 50

# Changes to these files get every reviewer, and the comment asks for their code owners. A list of yours replaces
# this one. A review pending for longer than pending-minutes is called out for a person.
# escalation:
#   paths:
${DEFAULT_SETTINGS.escalation.paths.map((path) => `#     - "${path}"
`).join("")}#   pending-minutes: 15

# After so many automatic reviews only new and changed lines are commented on. 0: never. /review full shows everything.
# convergence:
#   rounds: 5

# Files whose content no model sees, added to the built-in list (.env*, *.pem, *.key, secrets/ and the like).
# never-send: []

# Known vulnerabilities of new dependencies are looked up at osv.dev: on or off. Package names and versions leave for that.
# advisories: on

# Whether results of other linters (input "sarif") fail the status as our own rules do. Otherwise they are shown.
# sarif-gates: false
`;
var STARTER_WORKFLOW = `name: review

on:
  pull_request:
    types: [opened, synchronize, reopened, ready_for_review, edited]
  issue_comment:
    types: [created]
  pull_request_review_comment:
    types: [created]

permissions:
  contents: read # reads the change and the configuration
  pull-requests: write # writes the review comment
  statuses: write # sets the commit status

jobs:
  review:
    # Of edits only a changed base branch starts a job; of comments only those on a pull request that begin with /review.
    if: >-
      (github.event_name == 'pull_request' && (github.event.action != 'edited' || github.event.changes.base)) ||
      ((github.event.issue.pull_request || github.event.pull_request) && startsWith(github.event.comment.body, '/review'))
    runs-on: ubuntu-latest
    timeout-minutes: 15
    steps:
      - uses: org/multi-agent-review@v1
        # No key is needed: analyzers run without one. With a key, models review as well.
        # with:
        #   anthropic-api-key: \${{ secrets.ANTHROPIC_API_KEY }}
`;

// src/entry/cli/init-command.ts
var FILES = [
  [".github/workflows/review.yml", STARTER_WORKFLOW],
  [".github/multi-agent-review.yml", STARTER_CONFIG]
];
async function initCommand({ options, terminal }) {
  const directory = resolve(stringOption(options, "repo") ?? ".");
  for (const [path, text] of FILES) {
    const written = await writeStarter(join(directory, path), text, options.force === true);
    terminal.out(written ? `wrote ${path}
` : `left ${path} as it is (--force replaces it)
`);
  }
  terminal.out(
    '\nCommit both files. From the next pull request on, the workflow reviews it; it needs no key.\nEvery setting is explained in .github/multi-agent-review.yml; "multi-agent-review validate" checks your changes.\n'
  );
  return EXIT.pass;
}
async function writeStarter(path, text, force) {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: force ? "w" : "wx" });
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "EEXIST") return false;
    const message = `"${path}" cannot be written: ${messageOf(thrown)}`;
    throw new ReviewError("output-unwritable", message, "Give a folder you may write to with --repo DIR.", {
      cause: thrown
    });
  }
}
export {
  initCommand
};
