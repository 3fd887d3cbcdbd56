import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  digestOf
} from "./chunk-I4OGI3IL.js";

// src/evidence/line-keys.ts
var LINE_KEY_LENGTH = 10;
var MOST_LINES = 1500;
function lineKeysOf(files) {
  const keys = /* @__PURE__ */ new Set();
  for (const file of files) {
    for (const [text, count] of countLines(file)) {
      for (let nth = 1; nth <= count; nth += 1) keys.add(keyOf(file, text, nth));
      if (keys.size > MOST_LINES) return /* @__PURE__ */ new Set();
    }
  }
  return keys;
}
function areKnownLines(file, { side, startLine, endLine }, known) {
  if (known.size === 0) return false;
  const counts = countLines(file);
  const within = changedLines(file).filter(
    (line) => line.side === side && line.number >= startLine && line.number <= endLine
  );
  return within.length > 0 && within.every(({ text }) => known.has(keyOf(file, text, counts.get(text) ?? 0)));
}
function changedLines({ change }) {
  return change.hunks.flatMap((hunk) => hunk.lines).flatMap(({ kind, newLine, oldLine, text }) => {
    const bare = text.replace(/\s+/g, "");
    if (kind === "context" || bare === "") return [];
    const side = kind === "add" ? "new" : "old";
    return [{ side, number: side === "new" ? newLine : oldLine, text: `${side} ${bare}` }];
  });
}
function countLines(file) {
  const counts = /* @__PURE__ */ new Map();
  for (const { text } of changedLines(file)) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
function keyOf({ path, change }, text, nth) {
  return digestOf(change.oldPath ?? path, text, String(nth)).slice(0, LINE_KEY_LENGTH);
}

export {
  LINE_KEY_LENGTH,
  lineKeysOf,
  areKnownLines
};
