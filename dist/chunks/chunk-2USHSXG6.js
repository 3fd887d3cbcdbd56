import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checkGlob,
  compileGlobs
} from "./chunk-JXOFIYMO.js";
import {
  messageOf
} from "./chunk-7PSS6GJZ.js";

// src/entry/given-files.ts
import { constants } from "node:fs";
import { open, readdir, realpath } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
var MOST_BYTES = 25e6;
var MOST_BYTES_TOGETHER = 6e7;
var MOST_FILES = 50;
var MOST_ENTRIES = 1e5;
var NOT_SEARCHED = /* @__PURE__ */ new Set([".git", "node_modules"]);
async function readGivenFiles(names, place) {
  const { sarif, coverage, baseline } = names;
  if (sarif.length === 0 && coverage.length === 0 && baseline === null) return null;
  const budget = { bytes: MOST_BYTES_TOGETHER };
  const problems = [];
  const readAll = async (what, patterns) => {
    const files = /* @__PURE__ */ new Map();
    for (const pattern of patterns) {
      try {
        for (const name of await namesOf(pattern, place.folder)) {
          if (files.size >= MOST_FILES) throw new Error(`more than ${MOST_FILES} files are named`);
          const file = await readOne(name, place, budget);
          files.set(file.real, { name, text: file.text });
        }
      } catch (thrown) {
        problems.push(`${what}: ${pattern} cannot be used: ${reasonOf(thrown)}`);
      }
    }
    return [...files.values()];
  };
  const read = {
    sarif: await readAll("sarif", sarif),
    coverage: await readAll("coverage", coverage),
    baseline: (await readAll("baseline", baseline === null ? [] : [baseline]))[0] ?? null
  };
  const real = await realpath(place.repository).catch(() => place.repository);
  return { ...read, roots: [.../* @__PURE__ */ new Set([resolve(place.repository), real])], problems };
}
async function namesOf(pattern, folder) {
  if (!/[*?[]/.test(pattern)) return [pattern];
  const bad = checkGlob(pattern);
  if (bad !== null) throw new Error(bad);
  if (isAbsolute(pattern))
    throw new Error("a pattern starts from the folder; give an absolute path without * ? [");
  const matches = compileGlobs([pattern]);
  const found = [];
  const waiting = [""];
  let seen = 0;
  for (let below = waiting.pop(); below !== void 0; below = waiting.pop()) {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      seen += 1;
      if (seen > MOST_ENTRIES)
        throw new Error(`more than ${MOST_ENTRIES} files lie in the folder; name the file`);
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!NOT_SEARCHED.has(entry.name)) waiting.push(path);
      } else if (matches(path)) found.push(path);
    }
  }
  if (found.length === 0) throw new Error("no file matches");
  return found.sort();
}
async function readOne(name, { folder, outsideAllowed }, budget) {
  const path = resolve(folder, name);
  const isInside = isBelow(path, resolve(folder));
  if (!isInside && !outsideAllowed) throw new Error("it lies outside of the workspace");
  const real = await realpath(path);
  if (isInside && !isBelow(real, await realpath(folder)))
    throw new Error("it is a link that leads out of the folder");
  const file = await open(real, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const facts = await file.stat();
    if (!facts.isFile()) throw new Error(facts.isDirectory() ? "it is a folder" : "it is no regular file");
    if (facts.size > MOST_BYTES)
      throw new Error(`it has ${facts.size} bytes; at most ${MOST_BYTES} are read`);
    if (facts.size > budget.bytes)
      throw new Error(`with it all files together have more than ${MOST_BYTES_TOGETHER} bytes`);
    budget.bytes -= facts.size;
    const bytes = Buffer.alloc(facts.size);
    const { bytesRead } = await file.read(bytes, 0, facts.size, 0);
    return { real, text: bytes.subarray(0, bytesRead).toString("utf8") };
  } finally {
    await file.close();
  }
}
function isBelow(path, folder) {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
var WORDS = /* @__PURE__ */ new Map([
  ["ENOENT", "there is no such file"],
  ["ENOTDIR", "there is no such file"],
  ["EACCES", "it may not be read"],
  ["ELOOP", "its links go in a circle"]
]);
function reasonOf(thrown) {
  const code = thrown instanceof Error && "code" in thrown ? thrown.code : void 0;
  return WORDS.get(code) ?? messageOf(thrown);
}

export {
  readGivenFiles
};
