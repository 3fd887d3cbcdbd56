import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/config/suggest.ts
var LONGEST_WORD = 64;
function suggest(word, candidates) {
  if (word.length > LONGEST_WORD) {
    return null;
  }
  const wanted = plain(word);
  const limit = wanted.length <= 3 ? 1 : Math.max(2, Math.floor(wanted.length / 3));
  let best = null;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (candidate.length <= LONGEST_WORD && Math.abs(candidate.length - wanted.length) < bestDistance) {
      const distance = editDistance(wanted, plain(candidate));
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
  }
  return best;
}
function didYouMean(word, candidates) {
  const near = suggest(word, candidates);
  return near === null ? "" : ` Did you mean "${near}"?`;
}
function plain(word) {
  return word.replace(/([a-z])([A-Z])/g, "$1-$2").replace(/_/g, "-").toLowerCase();
}
function editDistance(left, right) {
  let beforeLast = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1)
      );
      if (left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1] && row > 1 && column > 1) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? 0;
}

export {
  suggest,
  didYouMean
};
