import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/config/compile-glob.ts
var MOST_GLOBS = 100;
var LONGEST_GLOB = 200;
var MOST_FOLDERS = 32;
var MOST_SINGLE = 16;
var ANY_FOLDERS = "**";
function compileGlobs(patterns) {
  const compiled = patterns.map((pattern) => {
    const problem = checkGlob(pattern);
    if (problem !== null) {
      throw new RangeError(`pattern "${pattern}": ${problem}`);
    }
    const excludes2 = pattern.startsWith("!");
    return { excludes: excludes2, segments: segmentsOf(excludes2 ? pattern.slice(1) : pattern) };
  });
  const includes = compiled.filter((glob) => !glob.excludes);
  const excludes = compiled.filter((glob) => glob.excludes);
  return (path) => {
    const names = path.split("/");
    return (includes.length === 0 || includes.some((glob) => matchesPath(glob.segments, names))) && !excludes.some((glob) => matchesPath(glob.segments, names));
  };
}
function checkGlob(pattern) {
  const body = pattern.startsWith("!") ? pattern.slice(1) : pattern;
  if (pattern.length > LONGEST_GLOB) {
    return `a pattern has at most ${LONGEST_GLOB} characters, this one has ${pattern.length}`;
  }
  if (body.trim() !== body || body === "" || body === "/") {
    return "a pattern may not be empty or have blanks at its ends";
  }
  if (/[{}]/.test(body)) {
    return "braces are not supported; write one pattern for each alternative";
  }
  if (/[?*+@!]\(/.test(body)) {
    return 'groups such as "+(\u2026)" are not supported; write one pattern for each alternative';
  }
  if (body.includes("\\") && !/^(?:[^\\]|\\[\\*?[\]!])*$/.test(body)) {
    return "paths have forward slashes; a backslash only stands before * ? [ ] ! or another backslash";
  }
  if (/^\.{0,2}\//.test(body) && !body.startsWith("/")) {
    return 'patterns start at the top of the repository; leave the "./" or "../" out';
  }
  if (body.split("/").length > MOST_FOLDERS) {
    return `a pattern has at most ${MOST_FOLDERS} folders`;
  }
  if (body.replace(/[^?[]/g, "").length > MOST_SINGLE) {
    return `a pattern has at most ${MOST_SINGLE} of "?" and "[\u2026]"`;
  }
  if (body.split("/").some((name) => name !== ANY_FOLDERS && name.includes(ANY_FOLDERS))) {
    return '"**" stands for whole folders; put slashes around it, as in "src/**/*.ts"';
  }
  return null;
}
function segmentsOf(body) {
  const anchored = body.startsWith("/") || body.slice(0, -1).includes("/");
  const names = body.replace(/^\//, "").split("/");
  if (names.at(-1) === "") {
    names[names.length - 1] = ANY_FOLDERS;
  }
  const all = anchored ? names : [ANY_FOLDERS, ...names];
  return all.filter((name, index) => name !== ANY_FOLDERS || all[index - 1] !== ANY_FOLDERS).map((name) => name === ANY_FOLDERS ? ANY_FOLDERS : segmentOf(name));
}
function segmentOf(name) {
  const pieces = piecesOf(name);
  const [only] = pieces;
  return { pieces, literal: pieces.length === 1 && typeof only === "string" ? only : null };
}
function piecesOf(name) {
  const pieces = [];
  let tests = [];
  const finish = () => {
    pieces.push(
      tests.every((test) => typeof test === "string") ? tests.join("") : tests.map((test) => typeof test === "string" ? (character) => character === test : test)
    );
    tests = [];
  };
  for (let index = 0; index < name.length; index += 1) {
    const character = name.charAt(index);
    const close = character === "[" ? name.indexOf("]", index + 2) : -1;
    if (character === "*") {
      finish();
    } else if (character === "?") {
      tests.push(() => true);
    } else if (close > 0) {
      tests.push(characterSet(name.slice(index + 1, close)));
      index = close;
    } else if (character === "\\") {
      index += 1;
      tests.push(name.charAt(index));
    } else {
      tests.push(character);
    }
  }
  finish();
  return pieces;
}
function characterSet(body) {
  const negated = body.startsWith("!") || body.startsWith("^");
  const members = negated ? body.slice(1) : body;
  const ranges = [];
  for (let index = 0; index < members.length; index += 1) {
    const first = members.charAt(index);
    const isRange = members.charAt(index + 1) === "-" && index + 2 < members.length;
    ranges.push([first, isRange ? members.charAt(index + 2) : first]);
    index += isRange ? 2 : 0;
  }
  return (character) => ranges.some(([low, high]) => character >= low && character <= high) !== negated;
}
function matchesPath(segments, names) {
  let segment = 0;
  let name = 0;
  let retrySegment = -1;
  let retryName = 0;
  while (name < names.length) {
    const current = segments[segment];
    if (current === ANY_FOLDERS) {
      if (segment === segments.length - 1) {
        return true;
      }
      segment += 1;
      retrySegment = segment;
      retryName = name;
    } else if (current !== void 0 && matchesName(current, names[name] ?? "")) {
      segment += 1;
      name += 1;
    } else if (retrySegment >= 0) {
      retryName += 1;
      segment = retrySegment;
      name = retryName;
    } else {
      return false;
    }
  }
  return segment === segments.length;
}
function matchesName({ literal, pieces }, name) {
  if (literal !== null) {
    return literal === name;
  }
  const first = pieces[0] ?? "";
  if (pieces.length === 1) {
    return first.length === name.length && standsAt(first, name, 0);
  }
  const last = pieces[pieces.length - 1] ?? "";
  if (first.length + last.length > name.length || !standsAt(first, name, 0)) {
    return false;
  }
  const end = name.length - last.length;
  let position = first.length;
  for (let index = 1; index < pieces.length - 1; index += 1) {
    const piece = pieces[index] ?? "";
    const found = findFrom(piece, name, position, end);
    if (found < 0) {
      return false;
    }
    position = found + piece.length;
  }
  return standsAt(last, name, end);
}
function standsAt(piece, name, position) {
  if (typeof piece === "string") {
    return name.startsWith(piece, position);
  }
  return piece.every((test, index) => test(name.charAt(position + index)));
}
function findFrom(piece, name, start, end) {
  if (typeof piece === "string") {
    const found = name.indexOf(piece, start);
    return found + piece.length <= end ? found : -1;
  }
  for (let position = start; position + piece.length <= end; position += 1) {
    if (standsAt(piece, name, position)) {
      return position;
    }
  }
  return -1;
}

export {
  MOST_GLOBS,
  LONGEST_GLOB,
  compileGlobs,
  checkGlob
};
