import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/config/configuration-files.ts
var MAIN = ".github/multi-agent-review";
var WORKFLOWS = `${MAIN}/workflows`;
var RULES = `${MAIN}/rules`;
var REVIEWERS = ".github/reviewers";
var DISMISSALS_PATH = `${MAIN}/dismissals.yml`;
var CONFIGURATION_PATHS = [
  `${MAIN}.yml`,
  `${MAIN}.yaml`,
  WORKFLOWS,
  RULES,
  REVIEWERS,
  DISMISSALS_PATH
];
var MOST_CHARACTERS = 512 * 1024;
function sortFiles(files) {
  const problems = [];
  const report = (file, message) => {
    problems.push({ file, line: null, column: null, key: "", message });
  };
  const lists = { settings: [], workflows: [], rules: [], reviewers: [], dismissals: [] };
  const sorted = lists;
  let characters = 0;
  for (const [path, text] of [...files].sort(([left], [right]) => left < right ? -1 : 1)) {
    const kind = kindOf(path);
    if (kind === null || isAside(path)) {
      continue;
    }
    characters += kind === "dismissals" ? 0 : text.length;
    const problem = misplaced(path, kind, files);
    if (problem !== null) {
      report(path, problem);
    } else if (characters > MOST_CHARACTERS) {
      report(path, `not read: all configuration together is larger than ${MOST_CHARACTERS / 1024} KB`);
    } else {
      sorted[kind].push({ path, text });
    }
  }
  return {
    ...sorted,
    settings: sorted.settings[0] ?? null,
    dismissals: sorted.dismissals[0] ?? null,
    problems
  };
}
function kindOf(path) {
  if (path === `${MAIN}.yml` || path === `${MAIN}.yaml`) {
    return "settings";
  }
  if (path === DISMISSALS_PATH) {
    return "dismissals";
  }
  const folders = [
    [`${WORKFLOWS}/`, "workflows"],
    [`${RULES}/`, "rules"],
    [`${REVIEWERS}/`, "reviewers"]
  ];
  return folders.find(([folder]) => path.startsWith(folder))?.[1] ?? null;
}
function isAside(path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.startsWith(".") || /^readme(?:\.md)?$/i.test(name);
}
function misplaced(path, kind, files) {
  const folders = {
    settings: ".github",
    dismissals: MAIN,
    workflows: WORKFLOWS,
    rules: RULES,
    reviewers: REVIEWERS
  };
  const folder = folders[kind];
  if (path.slice(folder.length + 1).includes("/")) {
    return `not read: files lie directly in ${folder}, not in folders below it`;
  }
  if (kind === "reviewers") {
    return path.endsWith(".md") ? null : 'not read: a reviewer is a Markdown file whose name ends in ".md"';
  }
  if (path.endsWith(".yaml")) {
    const twin = path.replace(/\.yaml$/, ".yml");
    return files.has(twin) ? `not read: ${twin} exists as well and counts; keep one of the two` : null;
  }
  return path.endsWith(".yml") ? null : 'not read: the name of such a file ends in ".yml" or ".yaml"';
}

export {
  CONFIGURATION_PATHS,
  sortFiles
};
