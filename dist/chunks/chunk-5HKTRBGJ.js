import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  openGrammars
} from "./chunk-XAPNU37K.js";
import {
  keepYoungGenerationSmall,
  optimizeLater
} from "./chunk-AZZC7UZX.js";
import {
  HunkReader,
  MAX_BLOB_BYTES,
  TOO_LARGE,
  decodeBlob,
  endOfLine,
  isFileHeader,
  isHunkStart,
  quoteLine
} from "./chunk-K2XNTU3U.js";
import {
  isUnsafePath
} from "./chunk-SERL3FRN.js";
import {
  suggest
} from "./chunk-DJ7Q6BMO.js";
import {
  ReviewError,
  messageOf
} from "./chunk-7PSS6GJZ.js";

// src/adapters/git/make-git-source.ts
import { basename as basename2 } from "node:path";

// src/adapters/git/repository.ts
import { realpath as realpath2, stat } from "node:fs/promises";
import { resolve as resolve2 } from "node:path";

// src/adapters/git/find-git.ts
import { constants } from "node:fs";
import { access, lstat, realpath } from "node:fs/promises";
import { delimiter, dirname, isAbsolute, join, relative, resolve } from "node:path";

// src/adapters/git/first-line.ts
function firstLine(text) {
  const lines = text.split("\n").filter((line2) => line2.trim() !== "");
  const line = lines.find((one) => /^(fatal|error): /.test(one)) ?? lines[0] ?? "";
  return escapeControls(line.trim()).slice(0, 300);
}
function shown(value) {
  const escaped = escapeControls(value);
  return escaped.length > 200 ? `${escaped.slice(0, 200)}\u2026` : escaped;
}
function escapeControls(text) {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}

// src/adapters/git/if-present.ts
async function ifPresent(path, look) {
  try {
    return await look;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw new ReviewError(
      "path-unreadable",
      `"${shown(path)}" cannot be looked at, so nobody knows what is there: ${shown(messageOf(error))}.`,
      "Let the account that runs the review read it and enter its folders, or give another folder with --repo.",
      { cause: error }
    );
  }
}
function isAbsent(error) {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return code === "ENOENT" || code === "ENOTDIR";
}

// src/adapters/git/find-git.ts
async function findGit(directory, environment) {
  const root = await repositoryRootOf(directory);
  const entries = (environment.PATH ?? environment.Path ?? "").split(delimiter).filter((entry) => isAbsolute(entry) && !/[/\\]node_modules([/\\]|$)/.test(entry));
  const trusted = [];
  for (const entry of entries) {
    if (!isInside(root, await realPathOf(entry))) trusted.push(entry);
  }
  const names = process.platform === "win32" ? ["git.exe"] : ["git"];
  for (const entry of trusted) {
    for (const name of names) {
      const file = join(entry, name);
      if (await isExecutable(file)) return { file, searchPath: trusted.join(delimiter) };
    }
  }
  throw new ReviewError(
    "git-missing",
    `No git program was found: ${trusted.length} folders of PATH were searched (folders inside the reviewed repository and node_modules are never searched).`,
    "Install git (https://git-scm.com/downloads) and make sure its folder is in PATH."
  );
}
async function repositoryRootOf(directory) {
  const start = await realPathOf(resolve(directory));
  for (let folder = start; ; folder = dirname(folder)) {
    const mark = join(folder, ".git");
    const found = await ifPresent(mark, lstat(mark));
    if (found !== null) return folder;
    if (dirname(folder) === folder) return start;
  }
}
async function realPathOf(path) {
  return realpath(path).catch(() => path);
}
async function isExecutable(file) {
  return access(file, constants.X_OK).then(
    () => true,
    () => false
  );
}
function isInside(root, path) {
  const way = relative(root, path);
  return way === "" || !isAbsolute(way) && way !== ".." && !/^\.\.[/\\]/.test(way);
}

// src/adapters/git/git-environment.ts
var SYSTEM = ["SystemRoot", "SYSTEMROOT", "windir", "TEMP", "TMP", "TMPDIR"];
var PERSONAL = [
  "HOME",
  "XDG_CONFIG_HOME",
  "USERPROFILE",
  "HOMEDRIVE",
  "HOMEPATH",
  "PROGRAMDATA",
  "SUDO_UID",
  "GIT_CONFIG_GLOBAL",
  "GIT_CONFIG_SYSTEM",
  "GIT_CONFIG_NOSYSTEM"
];
var FIXED = {
  LC_ALL: "C",
  LANGUAGE: "C",
  GIT_TERMINAL_PROMPT: "0",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_NO_LAZY_FETCH: "1",
  GIT_ALLOW_PROTOCOL: "none",
  GIT_ATTR_NOSYSTEM: "1",
  GIT_LITERAL_PATHSPECS: "1",
  GIT_PAGER: "cat",
  GIT_EDITOR: ":",
  GIT_ASKPASS: "",
  SSH_ASKPASS: ""
};
var SAFE_CONFIGURATION = [
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "core.untrackedCache=false",
  "core.attributesFile=/dev/null",
  "core.pager=cat",
  "core.editor=:",
  "core.sshCommand=false",
  "core.askPass=",
  "core.alternateRefsCommand=",
  "core.quotePath=false",
  "core.abbrev=no",
  "color.ui=never",
  "credential.helper=",
  "diff.external=",
  "log.showSignature=false",
  "protocol.allow=never"
].flatMap((setting) => ["-c", setting]);
function repositoryEnvironment(program, environment) {
  return { ...pick(environment, [...SYSTEM, ...PERSONAL]), ...FIXED, PATH: program.searchPath };
}
function sandboxEnvironment(program, environment, directory, emptyFile) {
  return {
    ...pick(environment, SYSTEM),
    ...FIXED,
    PATH: program.searchPath,
    HOME: directory,
    XDG_CONFIG_HOME: directory,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: emptyFile
  };
}
function pick(environment, names) {
  const picked = {};
  for (const name of names) {
    const value = environment[name];
    if (value !== void 0) picked[name] = value;
  }
  return picked;
}

// src/adapters/git/run-git.ts
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
var MAX_OUTPUT = 300 * 1024 * 1024;
function runGit(call) {
  const maxBytes = call.maxBytes ?? MAX_OUTPUT;
  return new Promise((resolve5, reject) => {
    if (call.signal.aborted) return reject(aborted());
    const child = spawn(call.file, call.arguments, {
      cwd: tmpdir(),
      env: { ...call.environment },
      stdio: ["pipe", "pipe", "pipe"],
      shell: false,
      windowsHide: true
    });
    const chunks = [];
    const complaints = [];
    let size = 0;
    let complaintSize = 0;
    const stop = () => child.kill("SIGKILL");
    call.signal.addEventListener("abort", stop, { once: true });
    child.stdout.on("data", (chunk) => {
      size += chunk.length;
      if (size > maxBytes) stop();
      else chunks.push(chunk);
    });
    child.stderr.on("data", (chunk) => {
      complaintSize += chunk.length;
      if (complaintSize <= 65536) complaints.push(chunk);
    });
    child.stdin.on("error", () => void 0);
    child.on("error", (error) => {
      call.signal.removeEventListener("abort", stop);
      reject(
        new ReviewError("git-missing", `${call.file} could not be started: ${messageOf(error)}.`, INSTALL, {
          cause: error
        })
      );
    });
    child.on("close", (code, endedBy) => {
      call.signal.removeEventListener("abort", stop);
      if (call.signal.aborted) return reject(aborted());
      if (size > maxBytes) return reject(tooLarge(maxBytes));
      const complaint = firstLine(Buffer.concat(complaints).toString("utf8"));
      if (code === null) return reject(killed(endedBy, complaint));
      resolve5({ code, output: Buffer.concat(chunks), complaint });
    });
    child.stdin.end(call.input);
  });
}
var INSTALL = "Check that git works: run `git --version` in a terminal.";
function aborted() {
  return new ReviewError("aborted", "The review was stopped while git was running.", "Start it again.");
}
function tooLarge(maxBytes) {
  return new ReviewError(
    "git-failed",
    `The change is too large: git's output is over ${Math.round(maxBytes / 1048576)} MB.`,
    "Review a smaller range: choose a later --base, or split the change."
  );
}
function killed(endedBy, complaint) {
  return new ReviewError(
    "git-failed",
    `git was ended by ${endedBy ?? "an unknown signal"}${complaint === "" ? "" : `; it said: ${complaint}`}.`,
    "Run the command again; if it repeats, check free memory and disk space."
  );
}

// src/adapters/git/repository.ts
async function openRepository(directory, environment, signal) {
  const root = resolve2(directory);
  await checkDirectory(directory, root);
  const program = await findGit(root, environment);
  const variables = repositoryEnvironment(program, environment);
  const ask = (question, asked) => runGit({
    file: program.file,
    arguments: ["--no-pager", ...SAFE_CONFIGURATION, "-C", root, ...question],
    environment: variables,
    signal: asked
  });
  const [place, configuration] = await Promise.all([
    placeOf(directory, ask, signal),
    ask(["config", "--list", "-z"], signal)
  ]);
  if (place.top !== null) await checkWorkingTree(root, place.top);
  return {
    program,
    environment,
    directory: root,
    workingTree: place.bare === "true" ? null : place.top,
    gitDirectory: place.gitDirectory,
    objects: resolve2(root, place.objects),
    index: resolve2(root, place.index),
    objectFormat: place.format === "sha256" ? "sha256" : "sha1",
    shallow: place.shallow === "true",
    configuration: parseConfiguration(configuration.output.toString("utf8")),
    ask
  };
}
var WORDS = ["--is-bare-repository", "--is-shallow-repository", "--show-object-format"];
var [OBJECTS, INDEX] = [
  ["--git-path", "objects"],
  ["--git-path", "index"]
];
async function placeOf(directory, ask, signal) {
  const all = await ask(
    ["rev-parse", ...WORDS, "--absolute-git-dir", ...OBJECTS, ...INDEX, "--show-toplevel"],
    signal
  );
  const [bare2 = "", shallow = "", format = "", gitDirectory = "", objects = "", index = "", top, ...more] = oneLine(all).split("\n");
  if (all.code === 0 && top !== void 0 && top !== "" && more.length === 0)
    return { bare: bare2, shallow, format, gitDirectory, objects, index, top };
  return placeByParts(directory, ask, signal);
}
async function placeByParts(directory, ask, signal) {
  const found = await ask(["rev-parse", "--absolute-git-dir"], signal);
  if (found.code !== 0) throw notARepository(directory, found.complaint);
  const [objects, index, words, top] = await Promise.all([
    ask(["rev-parse", ...OBJECTS], signal),
    ask(["rev-parse", ...INDEX], signal),
    ask(["rev-parse", ...WORDS], signal),
    ask(["rev-parse", "--show-toplevel"], signal)
  ]);
  const [bare2 = "", shallow = "", format = ""] = oneLine(words).split(/\r?\n/);
  return {
    bare: bare2,
    shallow,
    format,
    gitDirectory: oneLine(found),
    objects: oneLine(objects),
    index: oneLine(index),
    top: top.code === 0 && oneLine(top) !== "" ? oneLine(top) : null
  };
}
function oneLine(answer) {
  return answer.output.toString("utf8").replace(/\r?\n$/, "");
}
async function checkDirectory(given, root) {
  let isDirectory;
  try {
    isDirectory = (await stat(root)).isDirectory();
  } catch (error) {
    throw new ReviewError(
      "not-a-repository",
      `The directory "${shown(given)}" cannot be opened: ${shown(messageOf(error))}.`,
      "Give the folder of a git repository with --repo."
    );
  }
  if (isDirectory) return;
  throw new ReviewError(
    "not-a-repository",
    `"${shown(given)}" is a file, not a directory.`,
    "Give the folder of a git repository with --repo; for a patch file use --diff."
  );
}
async function checkWorkingTree(root, workingTree) {
  const [directory, top] = await Promise.all([
    realpath2(root),
    realpath2(workingTree).catch(() => workingTree)
  ]);
  if (isInside(top, directory)) return;
  throw new ReviewError(
    "not-a-repository",
    `The repository at "${shown(root)}" says that its working tree is "${shown(workingTree)}", which is somewhere else.`,
    `Give that folder with --repo, or remove the setting: git -C "${shown(root)}" config --unset core.worktree.`
  );
}
function notARepository(directory, complaint) {
  if (/dubious ownership|safe\.directory/.test(complaint)) {
    return new ReviewError(
      "not-a-repository",
      `git refuses the repository at "${shown(directory)}" because it belongs to another user (${complaint}).`,
      `If you trust it: git config --global --add safe.directory "${shown(resolve2(directory))}"`
    );
  }
  return new ReviewError(
    "not-a-repository",
    `"${shown(directory)}" is not in a git repository (git said: ${complaint}).`,
    "Go to the folder of a repository or give one with --repo. A patch without a repository can be reviewed with --diff FILE."
  );
}
function parseConfiguration(text) {
  const settings = /* @__PURE__ */ new Map();
  for (const entry of text.split("\0")) {
    const end = entry.indexOf("\n");
    if (entry !== "")
      settings.set(end < 0 ? entry : entry.slice(0, end), end < 0 ? "true" : entry.slice(end + 1));
  }
  return settings;
}

// src/adapters/git/resolve-revision.ts
var MAX_REVISION = 1e3;
async function resolveRevision(repository, revision, signal) {
  checkForm(revision);
  const sha = await tryRevision(repository, revision, signal);
  if (sha !== null) return sha;
  if (await tryRevision(repository, "HEAD", signal) === null && revision === "HEAD") {
    throw noCommits(repository);
  }
  const names = await referenceNames(repository, signal);
  const nearest = nearestName(revision, names);
  const hint = nearest === null ? someNames(names) : `Did you mean "${shown(nearest)}"? `;
  throw new ReviewError(
    "unknown-revision",
    `There is no commit "${shown(revision)}" in "${shown(repository.directory)}".`,
    `${hint}${repository.shallow ? "The clone is shallow: `git fetch --unshallow` brings older commits. " : ""}\`git branch --all\` lists all branches; a remote branch may need \`git fetch\` first.`
  );
}
async function tryRevision(repository, revision, signal) {
  const answer = await repository.ask(
    ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`],
    signal
  );
  const sha = oneLine(answer);
  return answer.code === 0 && /^[0-9a-f]{40,64}$/.test(sha) ? sha : null;
}
async function mergeBaseOf(repository, base, head, signal) {
  const answer = await repository.ask(["merge-base", "--end-of-options", base.sha, head.sha], signal);
  const sha = oneLine(answer);
  if (answer.code === 0 && /^[0-9a-f]{40,64}$/.test(sha)) return sha;
  throw new ReviewError(
    "no-merge-base",
    `"${shown(base.label)}" and "${shown(head.label)}" have no common commit${answer.complaint === "" ? "" : ` (git said: ${answer.complaint})`}.`,
    repository.shallow ? "The clone is shallow, so the common commit is probably missing: run `git fetch --unshallow`, or set `fetch-depth: 0` in actions/checkout." : "Choose a base that the change was made from, with --base."
  );
}
function noCommits(repository) {
  return new ReviewError(
    "no-commits",
    `The repository at "${shown(repository.directory)}" has no commits yet, so there is nothing to compare with.`,
    "Make a first commit, or stage the files with `git add` and review them with --staged."
  );
}
function checkForm(revision) {
  const bad = formProblem(revision);
  if (bad === null) return;
  throw new ReviewError(
    "bad-usage",
    `"${shown(revision)}" cannot be a revision: ${bad}.`,
    "Give a branch, a tag, a SHA or an expression such as HEAD~3, one each with --base and --head."
  );
}
function formProblem(revision) {
  if (revision.trim() === "") return "it is empty";
  if (revision.startsWith("-")) return 'it begins with "-"';
  if (revision.length > MAX_REVISION) return `it is longer than ${MAX_REVISION} characters`;
  if (/[\u0000-\u001f\u007f]/.test(revision)) return "it contains a control character";
  if (revision.includes("..")) return "it is a range";
  return null;
}
async function referenceNames(repository, signal) {
  const answer = await repository.ask(
    ["for-each-ref", "--count=5000", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes"],
    signal
  );
  return answer.output.toString("utf8").split("\n").filter((name) => name !== "");
}
function nearestName(revision, names) {
  const forms = new Map(names.map((name) => [name.slice(name.indexOf("/") + 1), name]));
  for (const name of names) forms.set(name, name);
  const near = suggest(revision, [...forms.keys()]);
  return near === null ? null : forms.get(near) ?? near;
}
function someNames(names) {
  if (names.length === 0) return "";
  const first = names.slice(0, 5).map((name) => `"${shown(name)}"`);
  return `There is ${first.join(", ")}${names.length > 5 ? ` and ${names.length - 5} more` : ""}. `;
}

// src/adapters/git/default-branch.ts
var USUAL_NAMES = ["main", "master", "trunk"];
async function findDefaultBranch(repository, signal) {
  const pointed = await repository.ask(
    ["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"],
    signal
  );
  const candidates = USUAL_NAMES.flatMap((name) => [`origin/${name}`, name]);
  if (pointed.code === 0) candidates.unshift(oneLine(pointed));
  for (const label of candidates) {
    const reference = label.startsWith("origin/") ? `refs/remotes/${label}` : `refs/heads/${label}`;
    const sha = await tryRevision(repository, reference, signal);
    if (sha !== null) return { sha, label };
  }
  return findUpstream(repository, signal);
}
async function findUpstream(repository, signal) {
  const sha = await tryRevision(repository, "@{upstream}", signal);
  if (sha === null) return null;
  const named = await repository.ask(["rev-parse", "--abbrev-ref", "@{upstream}"], signal);
  return { sha, label: named.code === 0 ? oneLine(named) : "upstream" };
}
async function currentBranch(repository, signal) {
  const answer = await repository.ask(["symbolic-ref", "--quiet", "--short", "HEAD"], signal);
  return answer.code === 0 ? oneLine(answer) : null;
}

// src/adapters/git/snapshot-index.ts
import { resolve as resolve3 } from "node:path";

// src/adapters/git/index-entries.ts
function parseIndexEntries(output) {
  const fields = output.toString("latin1").split("\0");
  const entries = [];
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const [oldMode = "", newMode = "", , newSha = "", status = ""] = (fields[i] ?? "").slice(1).split(" ");
    entries.push({ oldMode, newMode, newSha, status: status.slice(0, 1), path: fields[i + 1] ?? "" });
  }
  return entries;
}

// src/adapters/git/safe-files.ts
import { constants as constants2 } from "node:fs";
import { access as access2, lstat as lstat2, open, readlink } from "node:fs/promises";
var SafeFiles = class {
  #root;
  #folders = /* @__PURE__ */ new Map();
  /** @param root absolute path of the working tree */
  constructor(root) {
    this.#root = root;
  }
  /** What stands at `path`. Never rejects. */
  async examine(path) {
    const folder = await this.#folder(folderOf(path));
    if (folder.kind !== "directory") return folder;
    try {
      const status = await lstat2(this.#place(path));
      if (status.isFile()) return { kind: "file", size: status.size };
      if (status.isSymbolicLink()) return { kind: "symlink" };
      if (status.isDirectory()) return { kind: "directory" };
      return {
        kind: "refused",
        reason: "not a regular file (a pipe, socket or device); it was not opened"
      };
    } catch (error) {
      return absentOrRefused(error);
    }
  }
  /** Whether the file at an examined `path` may be opened for reading. */
  async isReadable(path) {
    return access2(this.#place(path), constants2.R_OK).then(
      () => true,
      () => false
    );
  }
  /** Reads what stands at `path`. Never rejects. */
  async read(path) {
    const standing = await this.examine(path);
    if (standing.kind === "missing" || standing.kind === "directory") return { kind: "missing" };
    if (standing.kind === "beyond-link") {
      return {
        kind: "unreadable",
        reason: "a folder of the path is a symbolic link, which is never followed"
      };
    }
    if (standing.kind === "refused") return { kind: "unreadable", reason: standing.reason };
    try {
      if (standing.kind === "symlink")
        return { kind: "symlink", target: await readlink(this.#place(path), "utf8") };
      if (standing.size > MAX_BLOB_BYTES) return TOO_LARGE;
      return await this.#readFile(path);
    } catch (error) {
      return { kind: "unreadable", reason: messageOf(error) };
    }
  }
  /** `O_NOFOLLOW` and `O_NONBLOCK` hold even if the file was replaced by a link or a pipe after it was examined. */
  async #readFile(path) {
    const file = await open(
      this.#place(path),
      constants2.O_RDONLY | (constants2.O_NOFOLLOW ?? 0) | (constants2.O_NONBLOCK ?? 0)
    );
    try {
      const status = await file.stat();
      if (!status.isFile()) return { kind: "unreadable", reason: "not a regular file" };
      if (status.size > MAX_BLOB_BYTES) return TOO_LARGE;
      return decodeBlob(await file.readFile());
    } finally {
      await file.close();
    }
  }
  #folder(folder) {
    if (folder === "") return Promise.resolve({ kind: "directory" });
    const known = this.#folders.get(folder);
    if (known !== void 0) return known;
    const looked = this.#lookAtFolder(folder);
    this.#folders.set(folder, looked);
    return looked;
  }
  async #lookAtFolder(folder) {
    const above = await this.#folder(folderOf(folder));
    if (above.kind !== "directory") return above;
    try {
      const status = await lstat2(this.#place(folder));
      if (status.isSymbolicLink()) return { kind: "beyond-link" };
      return { kind: status.isDirectory() ? "directory" : "missing" };
    } catch (error) {
      return absentOrRefused(error);
    }
  }
  #place(path) {
    if (process.platform === "win32") return `${this.#root}/${textOfBytes(path)}`;
    return Buffer.concat([Buffer.from(`${this.#root}/`), Buffer.from(path, "latin1")]);
  }
};
function textOfBytes(path) {
  return Buffer.from(path, "latin1").toString("utf8");
}
function bytesOfText(path) {
  return Buffer.from(path, "utf8").toString("latin1");
}
function absentOrRefused(error) {
  return isAbsent(error) ? { kind: "missing" } : { kind: "refused", reason: messageOf(error) };
}
function folderOf(path) {
  const end = path.lastIndexOf("/");
  return end < 0 ? "" : path.slice(0, end);
}

// src/adapters/git/snapshot-index.ts
var REMOVED_MODE = "0";
async function snapshotIndex(repository, sandbox, base, signal) {
  const listed = await sandbox.output(
    [
      "diff-index",
      "--cached",
      "--raw",
      "-z",
      "--no-renames",
      "--full-index",
      "--ignore-submodules=dirty",
      base
    ],
    { signal, index: indexOf(repository) }
  );
  const unreadable = [];
  const lines = [];
  const unmerged = /* @__PURE__ */ new Set();
  const entries = parseIndexEntries(listed);
  for (const { status, path } of entries) {
    if (status !== "U" || unmerged.has(path)) continue;
    unmerged.add(path);
    unreadable.push({
      path: textOfBytes(path),
      reason: "it has an unresolved merge conflict in the index; resolve it and `git add` the file"
    });
  }
  for (const { status, newMode, newSha, path } of entries) {
    if (unmerged.has(path)) continue;
    const removed = status === "D";
    lines.push(`${removed ? REMOVED_MODE : newMode} ${newSha}	${path}\0`);
  }
  if (lines.length === 0) return { tree: base, unreadable };
  const tree = await writeTree(sandbox, base, lines, signal);
  return { tree, unreadable };
}
function indexOf(repository) {
  const named = repository.environment.GIT_INDEX_FILE;
  const root = repository.workingTree ?? repository.gitDirectory;
  return named === void 0 || named === "" ? repository.index : resolve3(root, named);
}
async function writeTree(sandbox, base, lines, signal) {
  const index = `${sandbox.directory}/index-staged`;
  await sandbox.output(["read-tree", base], { signal, index });
  const input = Buffer.from(lines.join(""), "latin1");
  await sandbox.output(["update-index", "-z", "--index-info"], { signal, index, input });
  const written = await sandbox.output(["write-tree", "--missing-ok"], { signal, index });
  return written.toString("latin1").trim();
}

// src/adapters/git/snapshot-working-tree.ts
import { copyFile, stat as stat2, utimes } from "node:fs/promises";
var MAX_UNTRACKED = 3e3;
var MAX_FILE_BYTES = 64 * 1024 * 1024;
var MAX_TOTAL_BYTES = 256 * 1024 * 1024;
var ONE_PACK = ["-c", "core.bigFileThreshold=1"];
async function snapshotWorkingTree(repository, sandbox, signal) {
  const real = { signal, index: repository.index };
  const [modified, untracked] = await Promise.all([
    sandbox.output(
      // `dirty`: git would otherwise start `git status` inside each submodule, with that submodule's configuration.
      ["diff-files", "--raw", "-z", "--no-renames", "--full-index", "--ignore-submodules=dirty"],
      real
    ),
    sandbox.output(["ls-files", "--others", "--exclude-standard", "-z"], real)
  ]);
  const tracked = [...new Set(parseIndexEntries(modified).map((entry) => entry.path))];
  const others = untracked.toString("latin1").split("\0").filter((path) => path !== "");
  const sorted = await sortPaths(repository.workingTree ?? "", tracked, others);
  return { tree: await writeTree2(repository, sandbox, sorted, signal), unreadable: sorted.unreadable };
}
async function sortPaths(root, tracked, others) {
  const files = new SafeFiles(root);
  const removed = [];
  const present = [];
  const unreadable = [];
  let total = 0;
  const refuse = (path, reason) => unreadable.push({ path: textOfBytes(path), reason });
  for (const path of [...tracked, ...others.slice(0, MAX_UNTRACKED)]) {
    const standing = await files.examine(path.replace(/\/$/, ""));
    if (standing.kind === "missing" || standing.kind === "beyond-link") removed.push(path);
    else if (standing.kind === "refused") refuse(path, standing.reason);
    else if (path.endsWith("/"))
      refuse(path, "an untracked git repository inside the working tree; its files are not part of this one");
    else if (standing.kind !== "file") present.push(path);
    else if (standing.size > MAX_FILE_BYTES)
      refuse(path, "an uncommitted file larger than 64 MB; it was not read");
    else if (total + standing.size > MAX_TOTAL_BYTES)
      refuse(path, "the uncommitted files are larger than 256 MB in all; it was not read");
    else if (!await files.isReadable(path)) refuse(path, "the file may not be read (permission denied)");
    else {
      total += standing.size;
      present.push(path);
    }
  }
  const left = others.length - MAX_UNTRACKED;
  if (left > 0) {
    refuse(
      others[MAX_UNTRACKED] ?? "",
      `one of ${left} untracked files beyond the first ${MAX_UNTRACKED}; ignore what does not belong to the change in .gitignore`
    );
  }
  return { removed, present, unreadable };
}
async function writeTree2(repository, sandbox, sorted, signal) {
  const index = `${sandbox.directory}/index-working`;
  await copyIndex(repository.index, index);
  const zeros = "0".repeat(repository.objectFormat === "sha256" ? 64 : 40);
  if (sorted.removed.length > 0) {
    const input = Buffer.from(sorted.removed.map((path) => `0 ${zeros}	${path}\0`).join(""), "latin1");
    await sandbox.output(["update-index", "-z", "--index-info"], { signal, index, input });
  }
  if (sorted.present.length > 0) {
    const input = Buffer.from(sorted.present.map((path) => `${path}\0`).join(""), "latin1");
    await sandbox.output([...ONE_PACK, "update-index", "--add", "--replace", "-z", "--stdin"], {
      signal,
      index,
      input
    });
  }
  const written = await sandbox.output(["write-tree", "--missing-ok"], { signal, index });
  return written.toString("latin1").trim();
}
async function copyIndex(from, to) {
  const original = await ifPresent(from, stat2(from));
  if (original === null) return;
  await copyFile(from, to);
  const seconds = Math.floor(original.mtimeMs / 1e3);
  await utimes(to, seconds, seconds);
}

// src/adapters/git/compare.ts
var EMPTY_TREE = {
  sha1: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
  sha256: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"
};
async function compare(repository, sandbox, request, signal) {
  if (request.kind === "range") return compareRange(repository, request, signal);
  if (repository.workingTree === null) throw bare(repository, request.kind);
  const head = await tryRevision(repository, "HEAD", signal);
  if (request.kind === "branch") {
    if (head === null) throw noCommits(repository);
    return compareBranch(repository, sandbox, head, signal);
  }
  const base = sideOfCommit(repository, head, "HEAD");
  const isStaged = request.kind === "staged";
  const snapshot = isStaged ? await snapshotIndex(repository, sandbox, base.tree, signal) : await snapshotWorkingTree(repository, sandbox, signal);
  const label = isStaged ? "index" : "working tree";
  return {
    base,
    head: { tree: snapshot.tree, revision: { sha: null, label } },
    commits: null,
    unreadable: snapshot.unreadable
  };
}
async function compareRange(repository, request, signal) {
  const sought = request.base === void 0 ? findDefaultBranch(repository, signal) : namedCommit(repository, request.base, signal);
  sought.catch(() => void 0);
  const head = await namedCommit(repository, request.head ?? "HEAD", signal);
  const base = await sought;
  if (base === null) {
    throw new ReviewError(
      "unknown-revision",
      `No base was given, and "${shown(repository.directory)}" has no origin/HEAD, main, master or trunk.`,
      "Name the branch to compare with, with --base."
    );
  }
  const mergeBase = await mergeBaseOf(repository, base, head, signal);
  return {
    base: { tree: mergeBase, revision: { sha: mergeBase, label: base.label } },
    head: { tree: head.sha, revision: head },
    commits: { after: mergeBase, upTo: head.sha },
    unreadable: []
  };
}
async function compareBranch(repository, sandbox, head, signal) {
  const branch = await currentBranch(repository, signal);
  const snapshot = await snapshotWorkingTree(repository, sandbox, signal);
  const label = branch ?? head.slice(0, 12);
  const changed = snapshot.tree !== oneLine(await repository.ask(["rev-parse", `${head}^{tree}`], signal));
  const base = await baseOfBranch(repository, { sha: head, label }, branch, changed, signal);
  const after = base.revision.sha;
  return {
    base,
    head: changed ? { tree: snapshot.tree, revision: { sha: null, label: `${label} and the working tree` } } : { tree: head, revision: { sha: head, label } },
    commits: after === head ? null : { after, upTo: head },
    unreadable: snapshot.unreadable
  };
}
async function baseOfBranch(repository, head, branch, hasUncommitted, signal) {
  const target = await findDefaultBranch(repository, signal);
  const onTarget = target === null || branch === target.label || `origin/${branch}` === target.label;
  if (!onTarget) {
    const mergeBase = await mergeBaseOf(repository, target, head, signal);
    if (mergeBase !== head.sha || branch !== null) {
      return { tree: mergeBase, revision: { sha: mergeBase, label: target.label } };
    }
  }
  const upstream = branch === null ? null : await findUpstream(repository, signal);
  if (upstream !== null) {
    const mergeBase = await mergeBaseOf(repository, upstream, head, signal);
    if (mergeBase !== head.sha)
      return { tree: mergeBase, revision: { sha: mergeBase, label: upstream.label } };
  }
  if (hasUncommitted) return sideOfCommit(repository, head.sha, "HEAD");
  const parent = await tryRevision(repository, `${head.sha}~1`, signal);
  if (parent === null && repository.shallow) await refuseCutHistory(repository, head, signal);
  return sideOfCommit(repository, parent, "HEAD~1");
}
async function refuseCutHistory(repository, head, signal) {
  const answer = await repository.ask(["cat-file", "commit", head.sha], signal);
  if (!/^parent [0-9a-f]+$/m.test(answer.output.toString("latin1").split("\n\n")[0] ?? "")) return;
  throw new ReviewError(
    "no-merge-base",
    `The clone is shallow: the commit before "${shown(head.label)}" was not fetched, so there is nothing to compare with.`,
    "Run `git fetch --unshallow`, or set `fetch-depth: 0` in actions/checkout."
  );
}
function sideOfCommit(repository, sha, label) {
  if (sha !== null) return { tree: sha, revision: { sha, label } };
  return { tree: EMPTY_TREE[repository.objectFormat], revision: { sha: null, label: "the empty tree" } };
}
async function namedCommit(repository, revision, signal) {
  const [sha, branch] = await Promise.all([
    resolveRevision(repository, revision, signal),
    revision === "HEAD" ? currentBranch(repository, signal) : null
  ]);
  return { sha, label: branch ?? revision };
}
function bare(repository, kind) {
  return new ReviewError(
    "bad-usage",
    `"${shown(repository.directory)}" is a bare repository: it has no working tree to review (${kind}).`,
    "Name two commits with --base and --head."
  );
}
function isEmptySide(side) {
  return side.tree === EMPTY_TREE.sha1 || side.tree === EMPTY_TREE.sha256;
}

// src/diff/unquote-path.ts
var ESCAPES = /* @__PURE__ */ new Map([
  ["a", 7],
  ["b", 8],
  ["t", 9],
  ["n", 10],
  ["v", 11],
  ["f", 12],
  ["r", 13],
  ['"', 34],
  ["\\", 92]
]);
var OCTAL = /[0-3][0-7]{2}/y;
function unquotePath(text, start) {
  const bytes = [];
  const encoder = new TextEncoder();
  let position = start + 1;
  let plain = position;
  const flush = () => {
    if (plain < position) for (const byte of encoder.encode(text.slice(plain, position))) bytes.push(byte);
  };
  while (position < text.length) {
    const character = text[position];
    if (character === '"') {
      flush();
      const value = new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(bytes));
      return { value, end: position + 1 };
    }
    if (character !== "\\") {
      position += 1;
      continue;
    }
    flush();
    const escaped = ESCAPES.get(text[position + 1] ?? "");
    if (escaped !== void 0) {
      bytes.push(escaped);
      position += 2;
    } else {
      OCTAL.lastIndex = position + 1;
      const digits = OCTAL.exec(text)?.[0];
      if (digits === void 0) return null;
      bytes.push(Number.parseInt(digits, 8));
      position += 4;
    }
    plain = position;
  }
  return null;
}
function readName(text) {
  if (!text.startsWith('"')) return text;
  const quoted2 = unquotePath(text, 0);
  return quoted2 !== null && quoted2.end === text.length ? quoted2.value : null;
}

// src/diff/match-entries.ts
var STATUS = {
  A: "added",
  D: "removed",
  M: "modified",
  R: "renamed",
  C: "copied",
  T: "type-changed"
};
var NO_PATCH = "git lists the file as changed and printed no diff of it";
var UNDECODABLE = "the name of the file is not UTF-8: U+FFFD stands for the bytes that could not be read";
function matchEntries(sections, entries, problems) {
  const files = [];
  const told = new Set(problems.map(({ path }) => path));
  let next = 0;
  for (const entry of entries) {
    const status = STATUS[entry.status];
    if (status === void 0) {
      const reason = entry.status === "U" ? "the path has a merge conflict that is not resolved" : `git gives it the unknown status ${entry.status}`;
      if (!told.has(entry.path)) problems.push({ path: entry.path, reason });
      told.add(entry.path);
      continue;
    }
    const parts = [];
    const first = sections[next];
    if (first !== void 0 && isOf(first, entry)) {
      parts.push(first);
      const second = sections[next + 1];
      if (first.event === "removed" && second?.event === "added" && status !== "removed" && isOf(second, entry)) {
        parts.push(second);
      }
      next += parts.length;
    } else if (told.has(entry.path)) continue;
    files.push(fromEntry(entry, status, parts));
  }
  for (const section of sections.slice(next)) {
    problems.push({
      path: null,
      reason: `the patch holds a file that git's list of changes does not have at this place: ${JSON.stringify((section.heading ?? section.after ?? "").slice(0, 200))}`
    });
  }
  return files;
}
function isOf(section, entry) {
  const { heading } = section;
  if (heading === null) return false;
  const oldName = entry.oldPath;
  if (!heading.includes('"')) {
    return heading.endsWith(entry.path) && heading.slice(0, heading.length - entry.path.length).includes(`${oldName} `);
  }
  const left = heading.startsWith('"') ? unquotePath(heading, 0) : null;
  const cut = left === null ? heading.indexOf(' "') : left.end;
  const first = left === null ? heading.slice(0, Math.max(cut, 0)) : left.value;
  const second = readName(heading.slice(cut + 1));
  return second?.endsWith(entry.path) === true && first.endsWith(oldName);
}
function fromEntry(entry, status, parts) {
  const reasons = parts.flatMap(({ problem }) => problem ?? []);
  if (entry.undecodable) reasons.push(UNDECODABLE);
  if (parts.length === 0) reasons.push(NO_PATCH);
  return {
    path: entry.path,
    oldPath: status === "added" ? null : entry.oldPath,
    status,
    similarity: status === "renamed" || status === "copied" ? entry.score : null,
    oldMode: modeOf(entry.oldMode),
    newMode: modeOf(entry.newMode),
    ...contentOf(parts),
    problem: reasons.length === 0 ? null : reasons.join("; ")
  };
}
function modeOf(mode) {
  return mode === "000000" ? null : mode;
}
function contentOf(parts) {
  const [only] = parts;
  return {
    binary: parts.some(({ binary }) => binary),
    hunks: parts.length === 1 && only !== void 0 ? only.hunks : parts.flatMap(({ hunks }) => hunks),
    added: parts.reduce((sum, part) => sum + part.added, 0),
    deleted: parts.reduce((sum, part) => sum + part.deleted, 0)
  };
}

// src/diff/settle-names.ts
var KNOWN = ["ab", "iw", "ci", "cw", "ow", "12"].flatMap(
  ([first, second]) => [
    [`${first}/`, `${second}/`],
    [`${second}/`, `${first}/`]
  ]
);
var DEV_NULL = "/dev/null";
function provenPrefixes(sections) {
  let proven = null;
  for (const { before, after, from, to } of sections) {
    if (before === null || after === null || from === null || to === null) continue;
    if (!before.endsWith(from) || !after.endsWith(to)) continue;
    const pair = [
      before.slice(0, -from.length || void 0),
      after.slice(0, -to.length || void 0)
    ];
    if (proven !== null && (proven[0] !== pair[0] || proven[1] !== pair[1])) return null;
    proven = pair;
  }
  return proven;
}
function settleGitNames(section, proven) {
  const heading = section.heading ?? "";
  const sides = readSides(section, heading);
  if (typeof sides === "string") return sides;
  if (section.event === "renamed" || section.event === "copied") return settleMove(section, sides, heading);
  if (section.from !== null || section.to !== null)
    return "the header names a source without saying rename or copy";
  const name = commonName(sides, heading, proven);
  if (name === null || name === "") {
    return `the names in ${quote(heading)} cannot be told from their prefixes (only a/ b/, git's mnemonic prefixes and no prefix are understood)`;
  }
  return {
    oldName: section.event === "added" ? null : name,
    newName: section.event === "removed" ? null : name
  };
}
function readSides(section, heading) {
  let left = section.before;
  let right = section.after;
  if (left === null !== (right === null))
    return `only one of the lines --- and +++ stands below ${quote(heading)}`;
  if (left === DEV_NULL || right === DEV_NULL) {
    if (left === DEV_NULL && section.event !== "added")
      return `${quote(heading)} has no old side and is not said to be new`;
    if (right === DEV_NULL && section.event !== "removed") {
      return `${quote(heading)} has no new side and is not said to be deleted`;
    }
    if (left === DEV_NULL) left = null;
    if (right === DEV_NULL) right = null;
  }
  const tokens = readTokens(heading);
  if (tokens === "broken") return `the names in ${quote(heading)} are quoted wrongly`;
  if (tokens !== null) {
    if (left !== null && left !== tokens.left || right !== null && right !== tokens.right) {
      return `the lines below ${quote(heading)} name other files`;
    }
    return tokens;
  }
  if (left !== null && right !== null) {
    return heading === `${left} ${right}` ? { left, right } : `the lines below ${quote(heading)} name other files`;
  }
  if (right !== null) {
    if (!heading.endsWith(` ${right}`)) return `the lines below ${quote(heading)} name other files`;
    return { left: heading.slice(0, heading.length - right.length - 1), right };
  }
  if (left !== null) {
    if (!heading.startsWith(`${left} `)) return `the lines below ${quote(heading)} name other files`;
    return { left, right: heading.slice(left.length + 1) };
  }
  return { left: null, right: null };
}
function readTokens(heading) {
  const quoteAt = heading.indexOf('"');
  if (quoteAt === -1) return null;
  if (quoteAt > 0) {
    const right2 = readName(heading.slice(quoteAt));
    if (right2 === null || heading[quoteAt - 1] !== " ") return "broken";
    return { left: heading.slice(0, quoteAt - 1), right: right2 };
  }
  const left = unquotePath(heading, 0);
  if (left === null || heading[left.end] !== " ") return "broken";
  const right = readName(heading.slice(left.end + 1));
  return right === null ? "broken" : { left: left.value, right };
}
function settleMove(section, sides, heading) {
  const { from, to } = section;
  if (from === null || to === null || from === "" || to === "") {
    return `${quote(heading)} is ${section.event} and does not say from where to where`;
  }
  const fits = sides.left !== null && sides.right !== null ? sides.left.endsWith(from) && sides.right.endsWith(to) : heading.endsWith(to) && heading.slice(0, heading.length - to.length).includes(`${from} `);
  return fits ? { oldName: from, newName: to } : `the lines below ${quote(heading)} name other files`;
}
function commonName(sides, heading, proven) {
  for (const prefixes of proven === null ? KNOWN : [proven, ...KNOWN]) {
    const { left: left2, right: right2 } = sides.left === null ? split(heading, prefixes) : sides;
    const name = stripBoth(left2, right2, prefixes);
    if (name !== null) return name;
  }
  const { left, right } = sides.left === null ? split(heading, ["", ""]) : sides;
  return left !== null && left === right ? left : null;
}
function split(heading, [before, after]) {
  const nameLength = (heading.length - 1 - before.length - after.length) / 2;
  const middle = before.length + nameLength;
  if (!Number.isInteger(nameLength) || nameLength < 1 || heading[middle] !== " ")
    return { left: null, right: null };
  return { left: heading.slice(0, middle), right: heading.slice(middle + 1) };
}
function stripBoth(left, right, [before, after]) {
  if (left === null || right === null || !left.startsWith(before) || !right.startsWith(after)) return null;
  const name = left.slice(before.length);
  return name === right.slice(after.length) ? name : null;
}
function settlePlainNames(section, style) {
  const { before, after } = section;
  if (before === null || after === null) return "the names on its --- and +++ lines are quoted wrongly";
  if (before !== DEV_NULL && after !== DEV_NULL) {
    const name2 = KNOWN.map((prefixes) => stripBoth(before, after, prefixes)).find((found) => found !== null);
    if (name2 !== void 0 && name2 !== "") return { oldName: name2, newName: name2 };
    if (before === after && before !== "") return { oldName: before, newName: before };
    return `a diff without "diff --git" line names ${quote(before)} and ${quote(after)}: which path is meant is not certain`;
  }
  const isNew = before === DEV_NULL;
  const given = isNew ? after : before;
  const emptySide = section.hunks.every((hunk) => (isNew ? hunk.oldCount : hunk.newCount) === 0);
  if (given === DEV_NULL || given === "" || !emptySide)
    return `a diff against /dev/null that is not of a whole file: ${quote(given)}`;
  if (style === null)
    return `whether ${quote(given)} starts with a prefix is not certain without a "diff --git" line`;
  if (style === "prefixed" && given[1] !== "/")
    return `${quote(given)} has no prefix and other files of the patch have one`;
  const name = style === "bare" ? given : given.slice(2);
  return { oldName: isNew ? null : name, newName: isNew ? name : null };
}
function plainStyle(sections) {
  let style = null;
  for (const { heading, before, after } of sections) {
    if (heading !== null || before === null || after === null || before === DEV_NULL || after === DEV_NULL)
      continue;
    const found = before === after ? "bare" : "prefixed";
    if (style !== null && style !== found) return null;
    style = found;
  }
  return style;
}
function quote(text) {
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}\u2026` : text);
}

// src/diff/name-sections.ts
var UNDECODABLE2 = "the name of the file is not UTF-8: U+FFFD stands for the bytes that could not be read";
var REPEATED = "the path stands in the patch more than once (a series of commits?), so line numbers may not be those of the result";
function nameSections(sections, problems) {
  const proven = provenPrefixes(sections);
  const style = plainStyle(sections);
  const files = [];
  let previous = null;
  for (const section of sections) {
    const names = section.heading === null ? settlePlainNames(section, style) : settleGitNames(section, proven);
    if (typeof names === "string") {
      problems.push({
        path: null,
        reason: section.problem === null ? names : `${names}; ${section.problem}`
      });
      previous = null;
      continue;
    }
    const last = files.at(-1);
    if (previous !== null && last !== void 0 && isTypeChange(last, previous, section, names)) {
      files[files.length - 1] = joinTypeChange(last, previous, section);
      previous = null;
      continue;
    }
    files.push(fromSection(section, names));
    previous = section;
  }
  return markRepeated(files);
}
function fromSection(section, { oldName, newName }) {
  const path = newName ?? oldName ?? "";
  const reasons = section.problem === null ? [] : [section.problem];
  if (path.includes("\uFFFD") || oldName?.includes("\uFFFD") === true) reasons.push(UNDECODABLE2);
  const { event } = section;
  return {
    path,
    oldPath: oldName,
    status: event ?? (oldName === null ? "added" : newName === null ? "removed" : "modified"),
    similarity: event === "renamed" || event === "copied" ? section.similarity : null,
    oldMode: section.oldMode,
    newMode: section.newMode,
    ...contentOf([section]),
    problem: reasons.length === 0 ? null : reasons.join("; ")
  };
}
function isTypeChange(last, previous, section, names) {
  return previous.event === "removed" && section.event === "added" && last.path === names.newName && section.newMode !== null && last.oldMode !== null && section.newMode.slice(0, 3) !== last.oldMode.slice(0, 3);
}
function joinTypeChange(removed, before, after) {
  const reasons = [removed.problem, after.problem].flatMap((problem) => problem ?? []);
  return {
    ...removed,
    status: "type-changed",
    newMode: after.newMode,
    ...contentOf([before, after]),
    problem: reasons.length === 0 ? null : reasons.join("; ")
  };
}
function markRepeated(files) {
  const seen = /* @__PURE__ */ new Map();
  for (const { path } of files) seen.set(path, (seen.get(path) ?? 0) + 1);
  if (seen.size === files.length) return files;
  return files.map(
    (file) => seen.get(file.path) === 1 ? file : { ...file, problem: file.problem === null ? REPEATED : `${file.problem}; ${REPEATED}` }
  );
}

// src/diff/read-git-header.ts
var EMPTY_BLOBS = [
  "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
  "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813"
];
var GIT_LINE = "diff --git ";
function readGitHeader(text, start) {
  const headingEnd = endOfLine(text, start);
  const converted = text.charCodeAt(headingEnd - 1) === 13;
  const draft = {
    heading: text.slice(start + GIT_LINE.length, converted ? headingEnd - 1 : headingEnd),
    before: null,
    after: null,
    event: null,
    from: null,
    to: null,
    oldMode: null,
    newMode: null,
    similarity: null,
    binary: false,
    problem: converted ? "the line ends of the patch were converted to CRLF: lines may seem to end in a carriage return" : null,
    end: headingEnd + 1,
    contentChanged: false
  };
  while (draft.end < text.length) {
    const end = endOfLine(text, draft.end);
    const line = text.slice(draft.end, converted && text.charCodeAt(end - 1) === 13 ? end - 1 : end);
    if (!readLine(draft, line)) break;
    draft.end = end + 1;
    if (draft.binary) break;
  }
  return draft;
}
function readLine(draft, line) {
  for (const [prefix, read] of READERS) {
    if (line.startsWith(prefix)) return read(draft, line.slice(prefix.length), line);
  }
  return false;
}
var READERS = [
  ["index ", readIndex],
  ["--- ", (draft, value) => readSide(draft, "before", value)],
  ["+++ ", (draft, value) => readSide(draft, "after", value)],
  ["old mode ", (draft, value) => readMode(draft, value, "oldMode")],
  ["new mode ", (draft, value) => readMode(draft, value, "newMode")],
  ["new file mode ", (draft, value) => readEvent(draft, "added") && readMode(draft, value, "newMode")],
  ["deleted file mode ", (draft, value) => readEvent(draft, "removed") && readMode(draft, value, "oldMode")],
  ["rename from ", (draft, value) => readEvent(draft, "renamed") && readPath(draft, value, "from")],
  ["rename to ", (draft, value) => readEvent(draft, "renamed") && readPath(draft, value, "to")],
  ["copy from ", (draft, value) => readEvent(draft, "copied") && readPath(draft, value, "from")],
  ["copy to ", (draft, value) => readEvent(draft, "copied") && readPath(draft, value, "to")],
  ["similarity index ", readSimilarity],
  ["dissimilarity index ", () => true],
  ["Binary files ", readBinary],
  ["GIT binary patch", readBinary]
];
function readMode(draft, value, side) {
  if (!/^[0-7]{6}$/.test(value))
    draft.problem ??= `a file mode that is none: ${JSON.stringify(value.slice(0, 40))}`;
  else draft[side] = value;
  return true;
}
function readEvent(draft, event) {
  if (draft.event !== null && draft.event !== event) {
    draft.problem ??= `the header says both ${draft.event} and ${event}`;
  }
  draft.event ??= event;
  return true;
}
function readPath(draft, value, key) {
  const name = readName(value);
  if (name === null) draft.problem ??= `a quoted name that is broken: ${value.slice(0, 80)}`;
  else draft[key] = name;
  return true;
}
function readSide(draft, key, value) {
  if (draft[key] !== null || key === "after" && draft.before === null) return false;
  const name = readName(value.endsWith("	") ? value.slice(0, -1) : value);
  if (name === null) draft.problem ??= `a quoted name that is broken: ${value.slice(0, 80)}`;
  else draft[key] = name;
  return true;
}
function readSimilarity(draft, value) {
  const match = /^([0-9]{1,3})%$/.exec(value);
  if (match !== null) draft.similarity = Math.min(100, Number(match[1]));
  return true;
}
function readBinary(draft, _value, line) {
  if (line.startsWith("Binary files ") && !line.endsWith(" differ")) return false;
  draft.binary = true;
  return true;
}
function readIndex(draft, value) {
  const match = /^([0-9a-f]{4,64})\.\.([0-9a-f]{4,64})(?: ([0-7]{6}))?$/.exec(value);
  if (match === null) return false;
  const [, before = "", after = "", mode] = match;
  if (mode !== void 0) {
    draft.oldMode ??= mode;
    draft.newMode ??= mode;
  }
  draft.contentChanged = before !== after && !(isEmpty(before) && isEmpty(after));
  return true;
}
function isEmpty(sha) {
  return /^0+$/.test(sha) || EMPTY_BLOBS.some((empty) => empty.startsWith(sha));
}

// src/diff/read-sections.ts
var MERGE_REASON = "this is the combined diff of a merge (diff --cc), which is not a change against one base";
var WORDLESS = [
  { pattern: /^\* Unmerged path (.+)$/, reason: "the path has a merge conflict that is not resolved" },
  {
    pattern: /^Submodule (.+) (?:[0-9a-f]{7,64}\.{2,3}[0-9a-f]{7,64}(?: \([a-z ]+\))?:?|contains (?:un|mod)[a-z ]+)$/,
    reason: "the submodule is shown as a summary (diff.submodule), not as a change of its commit"
  }
];
function readSections(text, sink) {
  let position = 0;
  while (position < text.length) {
    if (text.startsWith("diff --git ", position)) position = readGitSection(text, position, sink);
    else if (isGitStart(text, position)) position = readMerge(text, position, sink);
    else if (isFileHeader(text, position)) position = readPlainSection(text, position, sink);
    else {
      const end = endOfLine(text, position);
      readWordless(text, position, end, sink);
      position = end + 1;
    }
  }
}
function isGitStart(text, position) {
  if (!text.startsWith("diff --", position)) return false;
  return GIT_STARTS.some((start) => text.startsWith(start, position));
}
var GIT_STARTS = ["diff --git ", "diff --cc ", "diff --combined "];
function readMerge(text, start, sink) {
  let position = endOfLine(text, start);
  const name = text.slice(text.indexOf(" ", start + "diff --".length) + 1, position);
  sink.problems.push({ path: readName(name), reason: MERGE_REASON });
  do
    position = endOfLine(text, position) + 1;
  while (position < text.length && !isGitStart(text, position));
  return position;
}
function readGitSection(text, start, sink) {
  const { end, contentChanged, ...header } = readGitHeader(text, start);
  const reader = new HunkReader(text, end);
  if (header.problem !== null) reader.note(header.problem);
  readHunksAndTail(text, reader, sink);
  const { hunks, added, deleted } = reader;
  if (hunks.length === 0 && !header.binary && (contentChanged || header.before !== null)) {
    reader.note("the patch says that the content changed and holds no hunk");
  }
  if (hunks.length === 0 && !header.binary && header.event === null && !isModeChange(header)) {
    reader.note("the patch does not say what happened to the file; it may be cut off");
  }
  if (hunks.length > 0 && header.after === null)
    reader.note("hunks without the two lines --- and +++ before them");
  if (header.event === "added" && deleted > 0) reader.note("a new file with deleted lines");
  if (header.event === "removed" && added > 0) reader.note("a deleted file with added lines");
  sink.sections.push({ ...header, hunks, added, deleted, problem: reader.problem });
  return reader.position;
}
function isModeChange({ oldMode, newMode }) {
  return oldMode !== null && newMode !== null;
}
function readPlainSection(text, start, sink) {
  const beforeEnd = endOfLine(text, start);
  const afterEnd = endOfLine(text, beforeEnd + 1);
  const reader = new HunkReader(text, afterEnd + 1);
  readHunksAndTail(text, reader, sink);
  const { hunks, added, deleted } = reader;
  sink.sections.push({
    heading: null,
    before: plainName(text.slice(start + 4, beforeEnd)),
    after: plainName(text.slice(beforeEnd + 5, afterEnd)),
    event: null,
    from: null,
    to: null,
    oldMode: null,
    newMode: null,
    similarity: null,
    binary: false,
    hunks,
    added,
    deleted,
    problem: reader.problem
  });
  return reader.position;
}
function plainName(value) {
  const tab = value.indexOf("	");
  const name = tab === -1 ? value : value.slice(0, tab);
  return readName(name.endsWith("\r") ? name.slice(0, -1) : name);
}
function readHunksAndTail(text, reader, sink) {
  const start = reader.position;
  reader.readRun();
  if (reader.position > start && !isFileHeader(text, reader.position) && isStray(text, reader.position)) {
    reader.note(`lines behind the last hunk that its header does not count: ${reader.preview()}`);
  }
  while (!reader.atEnd && !isFileHeader(text, reader.position) && !isGitStart(text, reader.position)) {
    if (isHunkStart(text, reader.position)) {
      reader.note(`a hunk behind text that belongs to no hunk: ${reader.preview()}`);
      reader.readRun();
      continue;
    }
    const end = endOfLine(text, reader.position);
    readWordless(text, reader.position, end, sink);
    reader.position = end + 1;
  }
}
function isStray(text, position) {
  const mark = text[position];
  if (mark === "-" && /^-- \r?$/.test(text.slice(position, Math.min(endOfLine(text, position), position + 5)))) {
    return false;
  }
  return mark === "+" || mark === "-" || mark === " " || mark === "\\";
}
function readWordless(text, start, end, sink) {
  if (isHunkStart(text, start)) {
    sink.problems.push({ path: null, reason: `a hunk that belongs to no file: ${quoteLine(text, start)}` });
    return;
  }
  if (end - start > 1e4 || !(text.startsWith("* ", start) || text.startsWith("Submodule ", start))) return;
  const line = text.slice(start, end);
  for (const { pattern, reason } of WORDLESS) {
    const path = pattern.exec(line)?.[1];
    if (path !== void 0) sink.problems.push({ path, reason });
  }
}

// src/diff/split-patch.ts
var MAX_CHUNK = 256 * 1024 * 1024;
var GROUP = 256 * 1024;
var BOUNDARY = new TextEncoder().encode("\ndiff --");
function* splitPatch(input, maxChunk = MAX_CHUNK) {
  if (typeof input === "string") {
    yield { text: input.startsWith("\uFEFF") ? input.slice(1) : input, firstLine: "" };
  } else if (input[0] === 255 && input[1] === 254) {
    const tooLarge2 = input.length > maxChunk;
    yield { text: tooLarge2 ? null : new TextDecoder("utf-16le").decode(input), firstLine: "" };
  } else yield* splitBytes(input, maxChunk);
}
function* splitBytes(bytes, maxChunk) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let start = bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191 ? 3 : 0;
  while (start < buffer.length) {
    let end = nextBoundary(buffer, start + Math.min(GROUP, maxChunk));
    if (end - start > maxChunk) end = nextBoundary(buffer, start);
    if (end - start > maxChunk) {
      const line = decoder.decode(buffer.subarray(start, start + 300));
      yield { text: null, firstLine: line.split("\n", 1)[0] ?? "" };
    } else yield { text: decoder.decode(buffer.subarray(start, end)), firstLine: "" };
    start = end;
  }
}
function nextBoundary(buffer, from) {
  const boundary = from < buffer.length ? buffer.indexOf(BOUNDARY, from) : -1;
  return boundary === -1 ? buffer.length : boundary + 1;
}

// src/diff/parse-patch.ts
function parsePatch(input, options = {}) {
  const sink = { sections: [], problems: [] };
  for (const { text, firstLine: firstLine2 } of splitPatch(input)) {
    if (text !== null) readSections(text, sink);
    else {
      const reason = `a part of the patch is larger than ${MAX_CHUNK / 1024 / 1024} MiB and was not read: ${JSON.stringify(firstLine2)}`;
      sink.problems.push({ path: null, reason });
    }
  }
  const { sections, problems } = sink;
  const nothingFound = sections.length === 0 && problems.length === 0;
  if (nothingFound && options.entries === void 0 && !isBlank(input)) {
    problems.push({ path: null, reason: NOTHING_FOUND });
  }
  const files = options.entries === void 0 ? nameSections(sections, problems) : matchEntries(sections, options.entries, problems);
  return { files, problems };
}
var NOTHING_FOUND = 'the text holds no file header ("diff --git \u2026", or --- and +++ before @@) at the start of a line; was it made with --color, --stat, --word-diff or --line-prefix?';
function isBlank(input) {
  if (typeof input === "string") return input.trim() === "";
  return input.every((byte) => byte === 32 || byte >= 9 && byte <= 13);
}

// src/diff/parse-raw.ts
var RECORD = /^:([0-7]{6}) ([0-7]{6}) ([0-9a-f]+)(?:\.\.\.)? ([0-9a-f]+)(?:\.\.\.)? ([A-Z])([0-9]{0,3})$/;
function parseRawEntries(bytes) {
  const entries = [];
  const strict = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true });
  const lenient = new TextDecoder("utf-8", { ignoreBOM: true });
  let position = 0;
  let undecodable = false;
  const field = () => {
    const end = bytes.indexOf(0, position);
    if (end === -1) throw malformed(lenient.decode(bytes.subarray(position, position + 80)));
    const part = bytes.subarray(position, end);
    position = end + 1;
    try {
      return strict.decode(part);
    } catch {
      undecodable = true;
      return lenient.decode(part);
    }
  };
  while (position < bytes.length) {
    undecodable = false;
    const record = field();
    const match = RECORD.exec(record);
    if (match === null) throw malformed(record);
    const [, oldMode = "", newMode = "", oldSha = "", newSha = "", status = "", score = ""] = match;
    const oldPath = field();
    const path = status === "R" || status === "C" ? field() : oldPath;
    entries.push({
      oldMode,
      newMode,
      oldSha,
      newSha,
      status,
      score: score === "" ? null : Number(score),
      path,
      oldPath,
      undecodable
    });
  }
  return entries;
}
function malformed(found) {
  return new ReviewError(
    "git-failed",
    `The list of changed files that git printed cannot be read: ${JSON.stringify(found.slice(0, 80))} is not a record of "git diff --raw -z".`,
    "Compare two commits that are not a merge in progress, or update git; if it stays, report it as a bug."
  );
}

// src/adapters/git/diff-trees.ts
var RENAME_LIMIT = 500;
async function diffTrees(sandbox, base, head, signal) {
  const output = await sandbox.output(
    [
      "diff-tree",
      "-r",
      "--raw",
      "-z",
      "--patch",
      "--full-index",
      "--abbrev=64",
      "--find-renames",
      `-l${RENAME_LIMIT}`,
      "--no-ext-diff",
      "--no-textconv",
      "--no-color",
      "--submodule=short",
      "--ignore-submodules=none",
      "--src-prefix=a/",
      "--dst-prefix=b/",
      "--unified=3",
      "--inter-hunk-context=0",
      "--diff-algorithm=histogram",
      "--end-of-options",
      base,
      head
    ],
    { signal }
  );
  const end = endOfRaw(output);
  const entries = parseRawEntries(output.subarray(0, end));
  const parsed = parsePatch(output.subarray(Math.min(end + 1, output.length)), { entries });
  return {
    files: parsed.files,
    unreadable: parsed.problems.map(({ path, reason }) => ({ path: path ?? "(unknown file)", reason })),
    entries
  };
}
var COLON = 58;
function endOfRaw(output) {
  let position = 0;
  while (output[position] === COLON) {
    const metaEnd = output.indexOf(0, position);
    if (metaEnd < 0) return output.length;
    const paths = isPair(output, position, metaEnd) ? 2 : 1;
    position = metaEnd + 1;
    for (let i = 0; i < paths; i++) {
      const next = output.indexOf(0, position);
      if (next < 0) return output.length;
      position = next + 1;
    }
  }
  return position;
}
function isPair(output, from, to) {
  const letter = output[output.lastIndexOf(32, to - 1) + 1];
  return to > from && (letter === 82 || letter === 67);
}

// src/adapters/git/make-patch-source.ts
import { stat as stat3 } from "node:fs/promises";
import { basename, resolve as resolve4 } from "node:path";

// src/adapters/git/apply-hunks.ts
function applyHunks(text, hunks) {
  const base = rebuild(text, hunks, "head");
  if (base !== null) return { base, head: text };
  const head = rebuild(text, hunks, "base");
  return head === null ? null : { base: text, head };
}
function createdText(hunks) {
  return rebuild("", hunks, "base");
}
function removedText(hunks) {
  return rebuild("", hunks, "head");
}
function rebuild(text, hunks, standsFor) {
  const isHead = standsFor === "head";
  const lines = text.split("\n");
  const endsOpen = lines.at(-1) !== "";
  if (!endsOpen) lines.pop();
  const result = [];
  let position = 0;
  let resultEndsOpen = endsOpen;
  for (const hunk of hunks) {
    const count = isHead ? hunk.newCount : hunk.oldCount;
    const start = (isHead ? hunk.newStart : hunk.oldStart) - (count === 0 ? 0 : 1);
    if (start < position || start > lines.length) return null;
    for (; position < start; position++) result.push(lines[position] ?? "");
    for (const line of hunk.lines) {
      const onThisSide = line.kind === "context" || line.kind === (isHead ? "add" : "delete");
      if (onThisSide && (position >= lines.length || lines[position++] !== line.text)) return null;
      if (line.kind === "context" || !onThisSide) result.push(line.text);
    }
    const open2 = isHead ? hunk.newNoNewline : hunk.oldNoNewline;
    const atEnd = position === lines.length;
    if (count > 0 && open2 !== (atEnd && endsOpen)) return null;
    if (atEnd) resultEndsOpen = isHead ? hunk.oldNoNewline : hunk.newNoNewline;
  }
  for (; position < lines.length; position++) result.push(lines[position] ?? "");
  if (result.length === 0) return "";
  return resultEndsOpen ? result.join("\n") : `${result.join("\n")}
`;
}

// src/adapters/git/read-objects.ts
var PORTION_BYTES = 64 * 1024 * 1024;
var SMALL_BYTES = 8 * 1024 * 1024;
async function readObjects(sandbox, names, signal, maxBytes = MAX_BLOB_BYTES) {
  const found = /* @__PURE__ */ new Map();
  const unique = [...new Set(names)];
  if (unique.length === 0) return found;
  const small = await readSmall(sandbox, unique, signal);
  if (small !== null) {
    addContents(small, unique, found);
    for (const [name, content] of found) if ((content?.length ?? 0) > maxBytes) found.set(name, "too-large");
    return found;
  }
  const checked = await sandbox.output(["cat-file", "--batch-check"], { signal, input: inputOf(unique) });
  const lines = checked.toString("latin1").split("\n");
  let portion = [];
  let portionBytes = 0;
  const flush = async () => {
    if (portion.length > 0) await readPortion(sandbox, portion, found, signal);
    portion = [];
    portionBytes = 0;
  };
  for (const [index, name] of unique.entries()) {
    const size = sizeOf(lines[index] ?? "");
    if (size === null) found.set(name, null);
    else if (size > maxBytes) found.set(name, "too-large");
    else {
      portion.push(name);
      portionBytes += size;
      if (portionBytes >= PORTION_BYTES) await flush();
    }
  }
  await flush();
  return found;
}
function blobOf(content) {
  if (content === "too-large") return TOO_LARGE;
  if (content === null || content === void 0) {
    return { kind: "unreadable", reason: "its content is not in this clone (partial or damaged clone)" };
  }
  return decodeBlob(content);
}
async function readSmall(sandbox, names, signal) {
  const options = { signal, input: inputOf(names), maxBytes: SMALL_BYTES };
  const answer = await sandbox.run(["cat-file", "--batch"], options).catch((error) => {
    if (signal.aborted) throw error;
    return null;
  });
  return answer?.code === 0 ? answer.output : null;
}
async function readPortion(sandbox, names, found, signal) {
  addContents(await sandbox.output(["cat-file", "--batch"], { signal, input: inputOf(names) }), names, found);
}
function addContents(output, names, found) {
  let position = 0;
  for (const name of names) {
    const lineEnd = output.indexOf(10, position);
    const size = lineEnd < 0 ? null : sizeOf(output.toString("latin1", position, lineEnd));
    if (size === null) {
      found.set(name, null);
      position = lineEnd < 0 ? output.length : lineEnd + 1;
      continue;
    }
    found.set(name, Buffer.from(output.subarray(lineEnd + 1, lineEnd + 1 + size)));
    position = lineEnd + 1 + size + 1;
  }
}
function sizeOf(line) {
  const size = /^[0-9a-f]+ [a-z]+ ([0-9]+)$/.exec(line)?.[1];
  return size === void 0 ? null : Number(size);
}
function inputOf(names) {
  return Buffer.from(`${names.join("\n")}
`, "latin1");
}

// src/adapters/git/read-tree.ts
var MAX_ARGUMENTS = 24e3;
var SYMLINK_MODE = "120000";
var SUBMODULE_MODE = "160000";
async function readTree(sandbox, tree, paths, known, signal) {
  const unknown = paths.filter((path) => !known.has(path) && !isUnsafePath(path));
  const found = await findEntries(sandbox, tree, unknown, signal);
  const entries = /* @__PURE__ */ new Map();
  for (const path of paths) {
    const entry = known.get(path) ?? found.get(path);
    if (entry !== void 0) entries.set(path, entry);
  }
  const wanted = [...entries.values()].filter((entry) => entry.mode !== SUBMODULE_MODE).map((entry) => entry.sha);
  const contents = await readObjects(sandbox, wanted, signal);
  return new Map(
    paths.map((path) => {
      const entry = entries.get(path);
      if (entry === void 0) return [path, { kind: "missing" }];
      if (entry.mode === SUBMODULE_MODE) return [path, { kind: "submodule", commit: entry.sha }];
      const content = contents.get(entry.sha);
      if (entry.mode === SYMLINK_MODE && Buffer.isBuffer(content)) {
        return [path, { kind: "symlink", target: content.toString("utf8") }];
      }
      return [path, blobOf(content)];
    })
  );
}
async function findEntries(sandbox, tree, paths, signal) {
  const found = /* @__PURE__ */ new Map();
  for (const portion of portionsOf(paths)) {
    const listed = await sandbox.output(["ls-tree", "-z", "--full-tree", tree, "--", ...portion], { signal });
    for (const [path, entry] of parseTreeEntries(listed)) found.set(path, entry);
  }
  return found;
}
async function listTree(sandbox, tree, paths, signal) {
  const below = paths.length === 0 ? [] : ["--", ...paths];
  const listed = await sandbox.output(["ls-tree", "-r", "-z", "--full-tree", tree, ...below], { signal });
  return new Map(parseTreeEntries(listed));
}
function parseTreeEntries(listed) {
  const entries = [];
  for (const record of listed.toString("utf8").split("\0")) {
    const tab = record.indexOf("	");
    if (tab < 0) continue;
    const [mode = "", type = "", sha = ""] = record.slice(0, tab).split(" ");
    if (type !== "tree") entries.push([record.slice(tab + 1), { mode, sha }]);
  }
  return entries;
}
function* portionsOf(paths) {
  let portion = [];
  let size = 0;
  for (const path of paths) {
    if (size + path.length > MAX_ARGUMENTS && portion.length > 0) {
      yield portion;
      portion = [];
      size = 0;
    }
    portion.push(path);
    size += path.length + 3;
  }
  if (portion.length > 0) yield portion;
}

// src/adapters/git/read-texts.ts
var MAX_BYTES = 16 * 1024 * 1024;
var MAX_FILES = 500;
async function readTexts(sandbox, tree, paths, signal) {
  if (paths.length === 0) return /* @__PURE__ */ new Map();
  const entries = await listTree(sandbox, tree, paths, signal);
  const files = [...entries].filter(([, { mode }]) => mode !== SYMLINK_MODE && mode !== SUBMODULE_MODE).slice(0, MAX_FILES);
  const names = files.map(([, { sha }]) => sha);
  const contents = await readObjects(sandbox, names, signal, MAX_BYTES);
  const texts = /* @__PURE__ */ new Map();
  for (const [path, { sha }] of files) {
    const content = contents.get(sha);
    if (Buffer.isBuffer(content)) texts.set(path, content.toString("utf8"));
  }
  return texts;
}

// src/adapters/git/sandbox.ts
import { rmSync } from "node:fs";
import { copyFile as copyFile2, mkdir, mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir as tmpdir2 } from "node:os";
import { dirname as dirname2, join as join2 } from "node:path";
var KEPT = [
  "core.filemode",
  "core.symlinks",
  "core.ignorecase",
  "core.precomposeunicode",
  "core.trustctime",
  "core.checkstat",
  "core.autocrlf",
  "core.eol"
];
var PLAIN_VALUE = /^(true|false|yes|no|on|off|0|1|input|lf|crlf|native|default|minimal)$/i;
var THROW_AWAY = ["fsync = none", "compression = 0"];
var ATTRIBUTES = "* !filter !diff !ident !working-tree-encoding\n";
async function makeSandbox(repository) {
  const directory = await mkdtemp(join2(tmpdir2(), "multi-agent-review-"));
  const remove = () => rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
  process.once("exit", remove);
  const emptyFile = join2(directory, "empty");
  const excluded = join2(repository.gitDirectory, "info", "exclude");
  await Promise.all(
    ["objects/info", "refs", "info"].map((name) => mkdir(join2(directory, name), { recursive: true }))
  );
  await Promise.all([
    writeFile(emptyFile, ""),
    writeFile(join2(directory, "HEAD"), "ref: refs/heads/review\n"),
    writeFile(join2(directory, "config"), configurationText(repository)),
    writeFile(join2(directory, "info", "attributes"), ATTRIBUTES),
    writeFile(join2(directory, "objects", "info", "alternates"), `${quoted(repository.objects)}
`),
    copySharedIndexes(repository, directory),
    // Optional; but one that cannot be read would let files in that the person keeps out.
    ifPresent(excluded, copyFile2(excluded, join2(directory, "info", "exclude")))
  ]);
  const variables = sandboxEnvironment(repository.program, repository.environment, directory, emptyFile);
  const run = (command, options) => {
    const place = options.index === void 0 ? {} : placeOf2(repository, options.index);
    return runGit({
      file: repository.program.file,
      arguments: ["--no-pager", ...command],
      environment: { ...variables, GIT_DIR: directory, ...place },
      signal: options.signal,
      ...options.input === void 0 ? {} : { input: options.input },
      ...options.maxBytes === void 0 ? {} : { maxBytes: options.maxBytes }
    });
  };
  return {
    directory,
    run,
    output: async (command, options) => {
      const answer = await run(command, options);
      if (answer.code === 0) return answer.output;
      throw gitFailed(command.find((word) => /^[a-z]+-?[a-z]+$/.test(word)) ?? "", answer, repository);
    },
    close: () => {
      process.removeListener("exit", remove);
      remove();
    }
  };
}
function placeOf2(repository, index) {
  return repository.workingTree === null ? { GIT_INDEX_FILE: index } : { GIT_INDEX_FILE: index, GIT_WORK_TREE: repository.workingTree };
}
function configurationText(repository) {
  const lines = ["[core]", "bare = true", "safecrlf = false", "quotePath = false", ...THROW_AWAY];
  for (const name of KEPT) {
    const value = repository.configuration.get(name);
    if (value !== void 0 && PLAIN_VALUE.test(value))
      lines.push(`${name.slice("core.".length)} = ${quoted(value)}`);
  }
  lines.push(`excludesFile = ${quoted(ignoreFileOf(repository))}`);
  const format = repository.objectFormat;
  lines.push(`repositoryformatversion = ${format === "sha256" ? 1 : 0}`);
  if (format === "sha256") lines.push("[extensions]", "objectformat = sha256");
  return `${lines.join("\n")}
`;
}
function ignoreFileOf(repository) {
  const { environment } = repository;
  const home = environment.HOME ?? environment.USERPROFILE ?? "";
  const configured = repository.configuration.get("core.excludesfile");
  if (configured !== void 0) return configured.replace(/^~(?=[/\\])/, () => home);
  const folder = environment.XDG_CONFIG_HOME || join2(home, ".config");
  return join2(folder, "git", "ignore");
}
async function copySharedIndexes(repository, directory) {
  const folder = dirname2(repository.index);
  const names = await ifPresent(folder, readdir(folder)) ?? [];
  await Promise.all(
    names.filter((name) => name.startsWith("sharedindex.")).map((name) => copyFile2(join2(folder, name), join2(directory, name)))
  );
}
function quoted(value) {
  return `"${value.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\t/g, "\\t")}"`;
}
function gitFailed(command, answer, repository) {
  const partial = [...repository.configuration.keys()].some(
    (name) => /^(remote\..*\.promisor|extensions\.partialclone)$/i.test(name)
  );
  return new ReviewError(
    "git-failed",
    `git ${command} failed (exit code ${answer.code}): ${answer.complaint || "it gave no reason"}.`,
    partial ? "This is a partial clone and the review never downloads: fetch the missing objects first with `git fetch --refetch --no-filter`." : "Run `git fsck` in the repository; if it is sound, please report this message."
  );
}

// src/adapters/git/make-patch-source.ts
var MISSING = { kind: "missing" };
function makePatchSource(directory, request, environment) {
  const name = request.patchName ?? "patch";
  const root = resolve4(directory);
  const readOnce = once(() => readPatch(request.patch, name));
  const repositoryOnce = once((signal) => openIfThere(root, environment, signal));
  const read = async (side, paths, signal) => {
    const [files, repository] = await Promise.all([readOnce(signal), repositoryOnce(signal)]);
    const byPath = /* @__PURE__ */ new Map();
    for (const file of files.files) byPath.set((side === "base" ? file.oldPath : null) ?? file.path, file);
    const disk = new SafeFiles(repository?.workingTree ?? root);
    const found = /* @__PURE__ */ new Map();
    for (const path of paths) {
      signal.throwIfAborted();
      const change = byPath.get(path);
      if (change === void 0) found.set(path, await readUnchanged(disk, path));
      else found.set(path, (await contentsOf(disk, change))[side]);
    }
    return found;
  };
  return {
    changes: async (signal) => {
      const [files, repository] = await Promise.all([readOnce(signal), repositoryOnce(signal)]);
      return { ...files, repository: basename(repository?.workingTree ?? root) };
    },
    readHead: (paths, signal) => read("head", paths, signal),
    readBase: (paths, signal) => read("base", paths, signal),
    listHead: async (signal) => {
      const repository = await repositoryOnce(signal);
      if (repository === null) return null;
      const [answer, files] = await Promise.all([
        repository.ask(["ls-files", "-z", "--full-name"], signal),
        readOnce(signal)
      ]);
      if (answer.code !== 0) return null;
      const paths = new Set(answer.output.toString("utf8").split("\0"));
      paths.delete("");
      for (const { path, status } of files.files) {
        if (status === "removed") paths.delete(path);
        else paths.add(path);
      }
      return [...paths];
    },
    readConfiguration: async (paths, signal) => {
      const repository = await repositoryOnce(signal);
      const head = repository === null ? null : await tryRevision(repository, "HEAD", signal);
      if (repository === null || head === null) return /* @__PURE__ */ new Map();
      const sandbox = await makeSandbox(repository);
      try {
        return await readTexts(sandbox, head, paths, signal);
      } finally {
        sandbox.close();
      }
    },
    close: () => Promise.resolve()
  };
}
async function contentsOf(disk, change) {
  const { hunks } = change;
  const isText = (mode) => mode !== SYMLINK_MODE && mode !== SUBMODULE_MODE;
  if (change.binary) return both({ kind: "binary" }, change);
  if (!isText(change.newMode ?? change.oldMode) || !isText(change.oldMode ?? change.newMode)) {
    return {
      head: linkOf(change.newMode, createdText(hunks), change.status === "removed"),
      base: linkOf(change.oldMode, removedText(hunks), change.oldPath === null)
    };
  }
  if (change.problem !== null) return both(MISSING, change);
  if (change.oldPath === null) return { head: textBlob(createdText(hunks)), base: MISSING };
  if (change.status === "removed") return { head: MISSING, base: textBlob(removedText(hunks)) };
  for (const path of /* @__PURE__ */ new Set([change.path, change.oldPath])) {
    const blob = await readUnchanged(disk, path);
    if (blob.kind === "unreadable") return both(blob, change);
    const sides = blob.kind === "text" ? applyHunks(blob.text, hunks) : null;
    if (sides === null || blob.kind !== "text") continue;
    return { head: { ...blob, text: sides.head }, base: { ...blob, text: sides.base } };
  }
  return both(MISSING, change);
}
async function readUnchanged(disk, path) {
  if (isUnsafePath(path)) return { kind: "unreadable", reason: "the path is unsafe; it was not opened" };
  return disk.read(bytesOfText(path));
}
function both(blob, change) {
  return {
    head: change.status === "removed" ? MISSING : blob,
    base: change.oldPath === null ? MISSING : blob
  };
}
function textBlob(text) {
  return text === null ? MISSING : { kind: "text", text, undecodable: false };
}
function linkOf(mode, text, absent) {
  if (absent || text === null) return MISSING;
  if (mode === SYMLINK_MODE) return { kind: "symlink", target: text.replace(/\n$/, "") };
  if (mode !== SUBMODULE_MODE) return textBlob(text);
  return { kind: "submodule", commit: text.trim().replace(/^Subproject commit /, "") };
}
async function readPatch(patch, name) {
  const parsed = parsePatch(patch);
  if (parsed.files.length === 0 && parsed.problems.some((problem) => problem.path === null)) {
    throw new ReviewError(
      "patch-unreadable",
      `No diff was found in "${shown(name)}" (${patch.length} bytes): ${shown(parsed.problems[0]?.reason ?? "")}`,
      "Give the output of `git diff` or `git format-patch`, not compressed and not in another format."
    );
  }
  return {
    head: { sha: null, label: name },
    base: { sha: null, label: `before ${name}` },
    subject: null,
    files: parsed.files,
    unreadable: parsed.problems.map(({ path, reason }) => ({ path: path ?? name, reason }))
  };
}
async function openIfThere(directory, environment, signal) {
  const found = await ifPresent(directory, stat3(directory));
  if (found === null) return null;
  try {
    return await openRepository(directory, environment, signal);
  } catch (error) {
    const isAbsent2 = error instanceof ReviewError && (error.code === "not-a-repository" || error.code === "git-missing");
    if (isAbsent2) return null;
    throw error;
  }
}
function once(make) {
  let made = null;
  return (signal) => {
    made ??= make(signal);
    return made;
  };
}

// src/adapters/git/read-subject.ts
var MAX_COMMITS = 50;
var MAX_MESSAGE_BYTES = 64 * 1024;
var MAX_DESCRIPTION = 65536;
async function readSubject(repository, sandbox, commits, signal) {
  const names = await listCommits(repository, commits, signal);
  const newest = names[0];
  if (newest === void 0) return null;
  const objects = await readObjects(sandbox, names, signal, MAX_MESSAGE_BYTES);
  const messageAt = (name) => messageOfCommit(objects.get(name));
  const [title = "", ...rest] = messageAt(newest).split("\n");
  const description = names.length === 1 ? rest.join("\n").trim() : [...names].reverse().map(messageAt).join("\n\n");
  return { title, description: description.slice(0, MAX_DESCRIPTION) };
}
async function listCommits(repository, commits, signal) {
  if (commits === null) return [];
  const until = commits.after === null ? [] : [`^${commits.after}`];
  const answer = await repository.ask(
    ["rev-list", `--max-count=${MAX_COMMITS}`, "--end-of-options", commits.upTo, ...until],
    signal
  );
  return oneLine(answer).split("\n").filter((sha) => sha !== "");
}
function messageOfCommit(object) {
  if (!Buffer.isBuffer(object)) return "";
  const start = object.indexOf("\n\n");
  return start < 0 ? "" : object.toString("utf8", start + 2).trim();
}

// src/adapters/git/make-git-source.ts
var MAX_LISTED = 2e5;
function makeGitSource(options, environment) {
  if (options.kind === "patch") return makePatchSource(options.directory, options, environment);
  let opened = null;
  const open2 = (signal) => {
    opened ??= openChange(options.directory, options, environment, signal).catch((error) => {
      throw asReviewError(error, signal);
    });
    return opened;
  };
  const read = async (side, paths, signal) => {
    const { sandbox, comparison, known } = await open2(signal);
    return readTree(sandbox, comparison[side].tree, paths, known[side], signal);
  };
  return {
    changes: async (signal) => (await open2(signal)).changes,
    readHead: (paths, signal) => read("head", paths, signal),
    readBase: (paths, signal) => read("base", paths, signal),
    listHead: async (signal) => {
      const { sandbox, comparison } = await open2(signal);
      const entries = await listTree(sandbox, comparison.head.tree, [], signal);
      return entries.size > MAX_LISTED ? null : [...entries.keys()];
    },
    readConfiguration: async (paths, signal) => {
      const { sandbox, comparison } = await open2(signal);
      if (isEmptySide(comparison.base)) return /* @__PURE__ */ new Map();
      return readTexts(sandbox, comparison.base.tree, paths, signal);
    },
    close: async () => {
      const change = await opened?.catch(() => null);
      change?.sandbox.close();
      opened = null;
    }
  };
}
async function openChange(directory, request, environment, signal) {
  const repository = await openRepository(directory, environment, signal);
  const sandbox = await makeSandbox(repository);
  try {
    const comparison = await compare(repository, sandbox, request, signal);
    const [difference, subject] = await Promise.all([
      diffTrees(sandbox, comparison.base.tree, comparison.head.tree, signal),
      readSubject(repository, sandbox, comparison.commits, signal)
    ]);
    const changes = {
      repository: basename2(repository.workingTree ?? repository.gitDirectory).replace(/\.git$/, ""),
      head: comparison.head.revision,
      base: comparison.base.revision,
      subject,
      files: difference.files,
      unreadable: [...comparison.unreadable, ...difference.unreadable]
    };
    return { repository, sandbox, comparison, changes, known: entriesOf(difference) };
  } catch (error) {
    sandbox.close();
    throw error;
  }
}
function entriesOf(difference) {
  const head = /* @__PURE__ */ new Map();
  const base = /* @__PURE__ */ new Map();
  for (const entry of difference.entries) {
    if (entry.newMode !== "000000") head.set(entry.path, { mode: entry.newMode, sha: entry.newSha });
    if (entry.oldMode !== "000000") base.set(entry.oldPath, { mode: entry.oldMode, sha: entry.oldSha });
  }
  return { head, base };
}
function asReviewError(error, signal) {
  if (error instanceof ReviewError) return error;
  if (signal.aborted) return new ReviewError("aborted", "The review was stopped.", "Start it again.");
  return new ReviewError(
    "git-failed",
    `The change could not be read: ${messageOf(error)}.`,
    "Check that the folder for temporary files exists and has free space.",
    { cause: error }
  );
}

// src/entry/cli/start-reading.ts
function startReading(source, assets) {
  optimizeLater();
  keepYoungGenerationSmall();
  const interrupt = new AbortController();
  const stop = () => interrupt.abort(new Error("interrupted"));
  process.once("SIGINT", stop);
  const grammars = openGrammars(assets, { startsAtOnce: true });
  source.changes(interrupt.signal).catch(() => void 0);
  return {
    source,
    grammars,
    signal: interrupt.signal,
    close: async () => {
      process.removeListener("SIGINT", stop);
      await Promise.all([grammars.close(), source.close()]);
    }
  };
}

export {
  findGit,
  SAFE_CONFIGURATION,
  sandboxEnvironment,
  runGit,
  makeGitSource,
  startReading
};
