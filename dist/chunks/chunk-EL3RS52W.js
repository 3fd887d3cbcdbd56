import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/diff/line-map.ts
function makeLineMap(change) {
  const built = { new: null, old: null };
  const indexOf = (side) => {
    const index = built[side] ?? buildSide(change.hunks, side);
    built[side] = index;
    return index;
  };
  const at = (side, line) => {
    const index = indexOf(side);
    return index.lines[find(index.numbers, line)];
  };
  return {
    get addedLines() {
      return indexOf("new").changed;
    },
    get deletedLines() {
      return indexOf("old").changed;
    },
    at,
    canComment: (side, line) => at(side, line) !== void 0,
    canCommentRange: (side, startLine, endLine) => {
      if (startLine > endLine) return false;
      const { numbers, hunks } = indexOf(side);
      const start = hunks[find(numbers, startLine)];
      return start !== void 0 && start === hunks[find(numbers, endLine)];
    },
    isChanged: (side, line) => {
      const found = at(side, line);
      return found !== void 0 && found.kind !== "context";
    },
    firstChangedIn: (side, startLine, endLine) => {
      const { changed } = indexOf(side);
      const found = changed[lowerBound(changed, startLine)];
      return found !== void 0 && found <= endLine ? found : 0;
    }
  };
}
function buildSide(hunks, side) {
  const absent = side === "new" ? "delete" : "add";
  const lines = [];
  const hunkOf = [];
  const changed = [];
  hunks.forEach((hunk, index) => {
    for (const line of hunk.lines) {
      if (line.kind === absent) continue;
      lines.push(line);
      hunkOf.push(index);
      if (line.kind !== "context") changed.push(numberOn(line, side));
    }
  });
  const numbers = Int32Array.from(lines, (line) => numberOn(line, side));
  return { numbers, lines, hunks: Int32Array.from(hunkOf), changed };
}
function numberOn(line, side) {
  return side === "new" ? line.newLine : line.oldLine;
}
function find(numbers, value) {
  const index = lowerBound(numbers, value);
  return numbers[index] === value ? index : -1;
}
function lowerBound(numbers, value) {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = low + high >> 1;
    if ((numbers[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export {
  makeLineMap
};
