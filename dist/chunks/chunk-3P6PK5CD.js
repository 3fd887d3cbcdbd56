import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  CONFIGURATION_PATHS
} from "./chunk-6SXCBPIP.js";
import {
  DEFAULT_SETTINGS
} from "./chunk-FXIRLTF6.js";

// src/config/built-in-configuration.ts
function builtInConfiguration(builtIns) {
  const { reviewers, workflows, rules } = builtIns;
  return {
    settings: DEFAULT_SETTINGS,
    reviewers,
    workflows,
    rules,
    dismissals: [],
    problems: [],
    digest: "[]"
  };
}

// src/context/read-configuration.ts
var SETTINGS_PATHS = [".github/multi-agent-review.yml", ".github/multi-agent-review.yaml"];
async function readConfiguration(source, given, builtIns, signal) {
  const files = new Map(await source.readConfiguration(CONFIGURATION_PATHS, signal));
  const problems = await unreadProblems(source, files, given, signal);
  if (given !== null) {
    for (const path of SETTINGS_PATHS) files.delete(path);
    files.set(SETTINGS_PATHS[0], given.text);
  }
  const configuration = await load(files, builtIns);
  const named = configuration.problems.map(
    (problem) => given !== null && problem.file === SETTINGS_PATHS[0] ? { ...problem, file: given.name } : problem
  );
  return { ...configuration, problems: [...problems, ...named] };
}
async function load(files, builtIns) {
  if (files.size === 0 && builtIns.defaults === void 0) return builtInConfiguration(builtIns);
  const { loadConfiguration } = await import("./load-configuration-IRLD7KHP.js");
  return loadConfiguration(files, builtIns);
}
async function unreadProblems(source, files, given, signal) {
  const paths = [...files.keys()];
  const absent = CONFIGURATION_PATHS.filter(
    (path) => !paths.some((found) => found === path || found.startsWith(`${path}/`)) && !(given !== null && SETTINGS_PATHS.some((settings) => settings === path))
  );
  const blobs = await source.readBase(absent, signal);
  const problems = [];
  for (const file of absent) {
    const message = obstacle(blobs.get(file));
    if (message !== null) problems.push({ file, line: null, column: null, key: "", message });
  }
  return problems;
}
function obstacle(blob) {
  if (blob === void 0 || blob.kind === "missing" || blob.kind === "text") return null;
  if (blob.kind === "symlink")
    return "not read: it is a symbolic link, and links are never followed; commit the file itself";
  if (blob.kind === "submodule") return "not read: it is a submodule; commit the files themselves";
  return blob.kind === "binary" ? "not read: it is not text" : `not read: ${blob.reason}`;
}

export {
  readConfiguration
};
