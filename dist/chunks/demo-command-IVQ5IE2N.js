import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  runReview
} from "./chunk-OXKE4VWA.js";
import "./chunk-KVO47C7Z.js";
import {
  SAFE_CONFIGURATION,
  findGit,
  makeGitSource,
  runGit,
  sandboxEnvironment,
  startReading
} from "./chunk-5HKTRBGJ.js";
import "./chunk-FEFGF5EK.js";
import {
  readReviewOptions
} from "./chunk-7T7GGNHM.js";
import {
  stringOption
} from "./chunk-3C6MUJIG.js";
import "./chunk-T7U22PGH.js";
import "./chunk-5FRZ354L.js";
import "./chunk-EY4EYMRE.js";
import "./chunk-DZQPOH3I.js";
import "./chunk-4EJS2QX7.js";
import "./chunk-SRSAAAEE.js";
import {
  readAsset
} from "./chunk-WLDQ3PFU.js";
import "./chunk-XAPNU37K.js";
import "./chunk-2USHSXG6.js";
import "./chunk-3P6PK5CD.js";
import "./chunk-7WI5XF3W.js";
import "./chunk-6SXCBPIP.js";
import "./chunk-JXOFIYMO.js";
import "./chunk-FXIRLTF6.js";
import "./chunk-LQ6BAJSD.js";
import "./chunk-AZZC7UZX.js";
import "./chunk-K2XNTU3U.js";
import "./chunk-V7D6OPFQ.js";
import "./chunk-S74DG6D5.js";
import "./chunk-T5TJTLCH.js";
import "./chunk-3YK4MRSZ.js";
import {
  isUnsafePath
} from "./chunk-SERL3FRN.js";
import "./chunk-EL3RS52W.js";
import "./chunk-6DFPGIZ6.js";
import "./chunk-I4OGI3IL.js";
import "./chunk-UQUMJG74.js";
import "./chunk-K3PMVC4S.js";
import "./chunk-DJ7Q6BMO.js";
import "./chunk-F64D7OP6.js";
import "./chunk-MITLGRRM.js";
import "./chunk-5QZR7NEG.js";
import "./chunk-ZKMO4PZO.js";
import "./chunk-MGYMYPZR.js";
import {
  ReviewError
} from "./chunk-7PSS6GJZ.js";
import "./chunk-5XWL5JNG.js";

// src/entry/cli/demo-command.ts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join2, resolve } from "node:path";

// src/adapters/git/write-repository.ts
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
var AUTHOR = { name: "Demo", email: "demo@example.com" };
async function writeRepository(directory, commits, environment, signal) {
  await mkdir(directory, { recursive: true });
  const program = await findGit(directory, environment);
  const fixed = sandboxEnvironment(program, environment, directory, join(directory, ".git", "no-config"));
  const git = async (command, variables = {}) => {
    const answer = await runGit({
      file: program.file,
      arguments: [...SAFE_CONFIGURATION, "-c", "core.autocrlf=false", "-C", directory, ...command],
      environment: { ...fixed, ...variables },
      signal
    });
    if (answer.code === 0) return answer.output.toString("utf8").trim();
    throw new ReviewError("git-failed", `git ${command[0]} failed: ${answer.complaint}.`, CHECK);
  };
  await makeEmpty(directory, git);
  const names = [];
  for (const commit of commits) {
    if (names.length > 0) await git(["rm", "-r", "--quiet", "--", "."]);
    await writeFiles(directory, commit.files);
    await git(["add", "--all", "--force"]);
    await git(["commit", "--quiet", "--allow-empty", "--no-verify", "--no-gpg-sign", "-m", commit.message], {
      GIT_AUTHOR_NAME: AUTHOR.name,
      GIT_AUTHOR_EMAIL: AUTHOR.email,
      GIT_AUTHOR_DATE: commit.date,
      GIT_COMMITTER_NAME: AUTHOR.name,
      GIT_COMMITTER_EMAIL: AUTHOR.email,
      GIT_COMMITTER_DATE: commit.date
    });
    names.push(await git(["rev-parse", "HEAD"]));
  }
  return names;
}
var CHECK = "Check that the folder may be written to and that the disk has free space.";
async function makeEmpty(directory, git) {
  if ((await readdir(directory)).length > 0) {
    throw new ReviewError(
      "bad-usage",
      `The folder "${directory}" is not empty, so no repository is made there.`,
      "Name an empty folder or one that does not exist yet."
    );
  }
  await git(["init", "--quiet", "--template=", "--initial-branch=main"]);
}
async function writeFiles(directory, files) {
  for (const [path, text] of Object.entries(files)) {
    if (isUnsafePath(path)) {
      throw new ReviewError("internal", `The path "${path}" is not safe to write.`, "Please report this.");
    }
    const file = join(directory, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

// src/entry/demo/demo-files.ts
var PLACEHOLDERS = {
  "@@FAKE_PAYMENT_KEY@@": ["sk", "live", ["4eC39HqLyjWD", "arjtT1zdp7dc"].join("")].join("_"),
  "@@RIGHT_TO_LEFT_OVERRIDE@@": String.fromCodePoint(8238),
  "@@LEFT_TO_RIGHT_ISOLATE@@": String.fromCodePoint(8294),
  "@@POP_ISOLATE@@": String.fromCodePoint(8297)
};
function fillPlaceholders(files) {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      text.replace(/@@[A-Z_]+@@/g, (name) => PLACEHOLDERS[name] ?? name)
    ])
  );
}

// src/entry/demo/make-demo-repository.ts
async function makeDemoRepository(directory, files, signal = new AbortController().signal) {
  const commits = [
    { message: "Open the shop", files: fillPlaceholders(files.before), date: "2026-01-05T09:00:00Z" },
    { message: MESSAGE, files: fillPlaceholders(files.after), date: "2026-01-06T17:55:00Z" }
  ];
  const [base = "", head = ""] = await writeRepository(directory, commits, process.env, signal);
  return { base, head };
}
var MESSAGE = `Search by category, vouchers, invoices and sales reports

Everything that marketing asked for before the winter sale.`;

// src/entry/cli/demo-command.ts
async function demoCommand(invocation) {
  const options = await readReviewOptions(invocation.options, process.env);
  const files = await readAsset(invocation.assets, "demo.json");
  const kept = stringOption(invocation.options, "keep");
  const temporary = kept === void 0 ? await mkdtemp(join2(tmpdir(), "multi-agent-review-")) : null;
  const directory = temporary === null ? resolve(kept ?? ".") : join2(temporary, "demo-shop");
  try {
    const { base, head } = await makeDemoRepository(directory, files);
    const source = makeGitSource({ directory, kind: "range", base, head }, process.env);
    return await runReview(startReading(source, invocation.assets), options, invocation);
  } finally {
    if (temporary !== null) await rm(temporary, { recursive: true, force: true });
    else invocation.terminal.err(`the demo repository is in ${directory}
`);
  }
}
export {
  demoCommand
};
