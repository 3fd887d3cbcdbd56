import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  CONFIGURATION_PATHS,
  DEFAULT_SETTINGS
} from "./chunk-DIG3KI3E.js";

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
  const { loadConfiguration } = await import("./load-configuration-XOXQFTFJ.js");
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

// src/analyzers/readers/yaml-reading.ts
function topOf({ frames }) {
  const top = frames[frames.length - 1];
  if (top === void 0) throw new Error("the frame of the document was closed");
  return top;
}
function beginValue(reading, start) {
  const top = topOf(reading);
  const field = top.kind === "mapping" ? top.awaits ?? "" : "";
  if (top.kind === "root") reading.builder.open("document", start);
  top.awaits = null;
  return field;
}
function addScalar({ text, builder, hasExpressions }, kind, start, end, field) {
  const own = hasExpressions ? text.slice(start, end) : "";
  let at = own.indexOf("${{");
  if (at === -1) {
    builder.leaf(kind, start, end, field);
    return;
  }
  builder.open(kind, start, field);
  while (at !== -1) {
    const close = own.indexOf("}}", at);
    const stop = close === -1 ? own.length : close + 2;
    builder.leaf("expression", start + at, start + stop);
    at = own.indexOf("${{", stop);
  }
  builder.close(end);
}

// src/analyzers/readers/yaml-scalars.ts
var FEED = 10;
var QUOTE = 34;
var HASH = 35;
var APOSTROPHE = 39;
var COLON = 58;
var BACKSLASH = 92;
function isBlank(code) {
  return code === 32 || code === 9 || code === 13;
}
function isBreak(code) {
  return code === 32 || code === FEED || code === 9 || code === 13 || Number.isNaN(code);
}
function isFlowIndicator(code) {
  return code === 44 || code === 91 || code === 93 || code === 123 || code === 125;
}
function lineEnd(text, from) {
  const feed = text.indexOf("\n", from);
  return feed === -1 ? text.length : feed;
}
function isDocumentMarker(text, at) {
  return (text.startsWith("---", at) || text.startsWith("...", at)) && isBreak(text.charCodeAt(at + 3));
}
function endOfPlain(text, from, lineStart, around) {
  let stop = stopOfPlain(text, from, around.inFlow);
  let end = trimmed(text, from, stop);
  let line = lineStart;
  while (text.charCodeAt(stop) === FEED) {
    const next = nextText(text, stop + 1);
    const isOver = next.at >= text.length || next.at - next.lineStart <= around.indent || text.charCodeAt(next.at) === HASH || next.at === next.lineStart && isDocumentMarker(text, next.at);
    if (isOver || around.inFlow && isFlowIndicator(text.charCodeAt(next.at))) break;
    stop = stopOfPlain(text, next.at, around.inFlow);
    if (!around.inFlow && text.charCodeAt(stop) === COLON) break;
    end = trimmed(text, next.at, stop);
    line = next.lineStart;
    if (stop === next.at) break;
  }
  return { end, lineStart: line };
}
function stopOfPlain(text, from, inFlow) {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === FEED) return at;
    if (code === COLON) {
      const next = text.charCodeAt(at + 1);
      if (isBreak(next) || inFlow && isFlowIndicator(next)) return at;
    } else if (code === HASH) {
      if (at > from && isBlank(text.charCodeAt(at - 1))) return at;
    } else if (inFlow && isFlowIndicator(code)) return at;
  }
  return at;
}
function trimmed(text, from, to) {
  let end = to;
  while (end > from && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return end;
}
function nextText(text, from) {
  let at = from;
  let lineStart = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === FEED) lineStart = at + 1;
    else if (!isBlank(code)) break;
  }
  return { at, lineStart };
}
function endOfQuoted(text, from, lineStart, indent) {
  const quote = text.charCodeAt(from);
  let line = lineStart;
  let at = from + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH && quote === QUOTE) at += 2;
    else if (code === quote) {
      if (quote !== APOSTROPHE || text.charCodeAt(at + 1) !== APOSTROPHE)
        return { end: at + 1, lineStart: line, closed: true };
      at += 2;
    } else if (code === FEED) {
      const next = nextText(text, at + 1);
      const isOver = next.at >= text.length || next.at - next.lineStart <= indent;
      if (isOver) return { end: trimmed(text, from + 1, at), lineStart: line, closed: false };
      line = next.lineStart;
      at = next.at;
    } else at += 1;
  }
  return { end: text.length, lineStart: line, closed: false };
}
function extentOfBlockScalar(text, header, indent) {
  const feed = lineEnd(text, header);
  const start = Math.min(feed + 1, text.length);
  const digit = /^[|>][+-]?([1-9])/.exec(text.slice(header, header + 3))?.[1];
  let least = digit === void 0 ? 0 : Math.max(indent, 0) + Number(digit);
  let end = start;
  let at = start;
  while (at < text.length) {
    const stop = lineEnd(text, at);
    let first = at;
    while (first < stop && text.charCodeAt(first) === 32) first += 1;
    if (trimmed(text, first, stop) > first) {
      const column = first - at;
      if (least === 0) least = Math.max(column, indent + 1);
      if (column < least || column === 0 && isDocumentMarker(text, at)) break;
      end = trimmed(text, first, stop);
    }
    at = stop + 1;
  }
  return { start, end, next: Math.min(at, text.length) };
}

// src/analyzers/readers/read-yaml-flow.ts
var DEEPEST = 64;
var TOO_DEEP = `it is nested deeper than ${DEEPEST} levels`;
function readFlow(reading) {
  const { text, builder } = reading;
  const { indent } = topOf(reading);
  const levels = [];
  let tooDeep = 0;
  openLevel(reading, levels);
  while (reading.at < text.length && levels.length > 0) {
    if (skipBlank(reading)) continue;
    const code = text.charCodeAt(reading.at);
    if (reading.isFresh && isLeft(reading, indent, code)) break;
    reading.isFresh = false;
    const opens = code === 91 || code === 123;
    const closes = code === 93 || code === 125;
    if (opens && levels.length >= DEEPEST || closes && tooDeep > 0) {
      tooDeep += opens ? 1 : -1;
      reading.at += 1;
      builder.leaveOut(reading.at - 1, reading.at, TOO_DEEP);
    } else if (opens) openLevel(reading, levels);
    else if (closes) closeLevel(reading, levels, code === 125);
    else if (code === 44) {
      if (tooDeep === 0) endEntry(reading, levels);
      reading.at += 1;
    } else readPiece(reading, levels, indent, tooDeep > 0);
  }
  if (levels.length > 0) builder.error(reading.last, reading.last);
  while (levels.length > 0) {
    endEntry(reading, levels);
    builder.close(reading.last);
    levels.pop();
  }
}
function skipBlank(reading) {
  const { text, at } = reading;
  const code = text.charCodeAt(at);
  if (code === 10) {
    reading.at += 1;
    reading.lineStart = reading.at;
    reading.isFresh = true;
  } else if (isBlank(code)) reading.at += 1;
  else if (code === 35 && (reading.isFresh || isBlank(text.charCodeAt(at - 1)))) {
    reading.at = lineEnd(text, at);
    reading.builder.comment(at, reading.at);
  } else return false;
  return true;
}
function isLeft({ text, at, lineStart }, indent, code) {
  const column = at - lineStart;
  if (column === 0 && isDocumentMarker(text, at)) return true;
  return column <= indent && code !== 93 && code !== 125;
}
function openLevel(reading, levels) {
  const { text, builder, at } = reading;
  const isMapping = text.charCodeAt(at) === 123;
  const field = levels.length === 0 ? beginValue(reading, at) : beginEntry(reading, levels, at);
  builder.open(isMapping ? "mapping" : "sequence", at, field);
  levels.push({ isMapping, entry: null });
  reading.at += 1;
  reading.last = reading.at;
}
function closeLevel(reading, levels, isMapping) {
  const { builder, at } = reading;
  const top = levels[levels.length - 1];
  reading.at += 1;
  if (top?.isMapping !== isMapping) {
    builder.error(at, at + 1);
    return;
  }
  endEntry(reading, levels);
  levels.pop();
  reading.last = reading.at;
  builder.close(reading.at);
}
function endEntry({ builder, last }, levels) {
  const top = levels[levels.length - 1];
  if (top === void 0 || top.entry === null) return;
  builder.close(last);
  top.entry = null;
}
function beginEntry(reading, levels, start, isKey = false) {
  const { builder } = reading;
  const top = levels[levels.length - 1];
  if (top === void 0) return "";
  if (top.entry?.isPair === true && top.entry.hasColon && !top.entry.hasValue) {
    top.entry.hasValue = true;
    return "value";
  }
  if (top.entry !== null) {
    builder.error(start, start);
    endEntry(reading, levels);
  }
  const isPair = top.isMapping || isKey;
  top.entry = { isPair, hasColon: false, hasValue: !isPair };
  builder.open(isPair ? "pair" : "item", start);
  return isPair ? "key" : "";
}
function readPiece(reading, levels, indent, isSkipped) {
  const { text, at } = reading;
  const code = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  const entry = levels[levels.length - 1]?.entry ?? null;
  const isEnd = isBreak(next) || isFlowIndicator(next);
  if (code === 58 && (isEnd || entry?.isPair === true && !entry.hasColon)) {
    reading.at += 1;
    if (!isSkipped) readColon(reading, levels, at);
  } else if (code === 38 || code === 33 || code === 63 && isEnd) {
    reading.at = endOfProperty(text, at, true);
  } else readFlowScalar(reading, levels, indent, isSkipped);
}
function readColon(reading, levels, at) {
  const top = levels[levels.length - 1];
  if (top === void 0) return;
  if (top.entry === null) beginEntry(reading, levels, at, true);
  reading.last = at + 1;
  if (top.entry?.isPair === true && !top.entry.hasColon) top.entry.hasColon = true;
  else reading.builder.error(at, at + 1);
}
function readFlowScalar(reading, levels, indent, isSkipped) {
  const { text, at, lineStart } = reading;
  const code = text.charCodeAt(at);
  const isQuoted = code === 34 || code === 39;
  const scalar = isQuoted ? endOfQuoted(text, at, lineStart, indent) : endOfPlain(text, at, lineStart, { indent, inFlow: true });
  reading.at = Math.max(scalar.end, at + 1);
  reading.lineStart = scalar.lineStart;
  if (isSkipped) return;
  const isKey = text.charCodeAt(pastBlanks(text, reading.at)) === 58;
  const field = beginEntry(reading, levels, at, isKey);
  addScalar(reading, code === 42 ? "alias" : "scalar", at, reading.at, field);
  reading.last = reading.at;
}
function pastBlanks(text, from) {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}
function endOfProperty(text, from, inFlow) {
  let at = from + 1;
  if (text[from] === "!" && text[at] === "<") {
    const close = text.indexOf(">", at);
    if (close !== -1 && close < lineEnd(text, at)) return close + 1;
  }
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isBreak(code) || inFlow && isFlowIndicator(code)) break;
  }
  return at;
}

// src/analyzers/readers/tree-builder.ts
var NAMED = 1;
var ERROR = 2;
var EXTRA = 8;
function makeTreeBuilder(names) {
  const kindNames = ["ERROR", ...names.kinds];
  const fieldNames = ["", ...names.fields];
  const kindIndex = new Map(kindNames.map((name, index) => [name, index]));
  const fieldIndex = new Map(fieldNames.map((name, index) => [name, index]));
  const columns = makeColumns();
  const stack = [];
  let errors = 0;
  let unread;
  const push = (kind, start, end, field, flags) => {
    if (columns.size === columns.kind.length) grow(columns);
    const node = columns.size;
    columns.kind[node] = kind;
    columns.field[node] = field;
    columns.start[node] = start;
    columns.end[node] = end;
    columns.parent[node] = stack.at(-1) ?? -1;
    columns.next[node] = node + 1;
    columns.flags[node] = flags;
    columns.size = node + 1;
    return node;
  };
  const numberOf = (table, name) => {
    if (name === "") return 0;
    const index = table.get(name);
    if (index === void 0) throw new Error(`"${name}" is not among the names of ${names.language}`);
    return index;
  };
  const close = (end) => {
    const node = stack.pop();
    if (node === void 0) return;
    columns.end[node] = Math.max(end, columns.start[node] ?? 0);
    columns.next[node] = columns.size;
  };
  const error = (start, end) => {
    const node = columns.size - 1;
    if (columns.flags[node] === (NAMED | ERROR) && columns.end[node] === start) {
      columns.end[node] = end;
      return;
    }
    errors += 1;
    push(0, start, end, 0, NAMED | ERROR);
  };
  return {
    open: (kind, start, field = "") => {
      const node = push(numberOf(kindIndex, kind), start, start, numberOf(fieldIndex, field), NAMED);
      stack.push(node);
      return node;
    },
    close,
    leaf: (kind, start, end, field = "") => {
      push(numberOf(kindIndex, kind), start, end, numberOf(fieldIndex, field), NAMED);
    },
    comment: (start, end) => void push(numberOf(kindIndex, "comment"), start, end, 0, NAMED | EXTRA),
    error,
    leaveOut: (start, end, reason) => {
      unread ??= { at: start, reason };
      error(start, end);
    },
    get depth() {
      return stack.length;
    },
    finish: (end) => {
      while (stack.length > 0) close(end);
      return {
        language: names.language,
        kindNames,
        fieldNames,
        size: columns.size,
        kind: columns.kind.slice(0, columns.size),
        field: columns.field.slice(0, columns.size),
        start: columns.start.slice(0, columns.size),
        end: columns.end.slice(0, columns.size),
        parent: columns.parent.slice(0, columns.size),
        next: columns.next.slice(0, columns.size),
        flags: columns.flags.slice(0, columns.size),
        errors,
        ...unread === void 0 ? {} : { unread }
      };
    }
  };
}
var FIRST_CAPACITY = 256;
function makeColumns() {
  return {
    size: 0,
    kind: new Uint16Array(FIRST_CAPACITY),
    field: new Uint16Array(FIRST_CAPACITY),
    start: new Uint32Array(FIRST_CAPACITY),
    end: new Uint32Array(FIRST_CAPACITY),
    parent: new Int32Array(FIRST_CAPACITY),
    next: new Uint32Array(FIRST_CAPACITY),
    flags: new Uint8Array(FIRST_CAPACITY)
  };
}
function grow(columns) {
  const capacity = columns.size * 2;
  columns.kind = copied(columns.kind, new Uint16Array(capacity));
  columns.field = copied(columns.field, new Uint16Array(capacity));
  columns.start = copied(columns.start, new Uint32Array(capacity));
  columns.end = copied(columns.end, new Uint32Array(capacity));
  columns.parent = copied(columns.parent, new Int32Array(capacity));
  columns.next = copied(columns.next, new Uint32Array(capacity));
  columns.flags = copied(columns.flags, new Uint8Array(capacity));
}
function copied(from, to) {
  to.set(from);
  return to;
}

// src/analyzers/readers/read-yaml-tree.ts
var YAML_NAMES = {
  language: "yaml",
  kinds: [
    "stream",
    "document",
    "comment",
    "mapping",
    "pair",
    "sequence",
    "item",
    "scalar",
    "block_scalar",
    "alias",
    "expression"
  ],
  fields: ["key", "value"]
};
var DEEPEST2 = 64;
var TOO_DEEP2 = `it is nested deeper than ${DEEPEST2} levels`;
function readYamlTree(text) {
  const builder = makeTreeBuilder(YAML_NAMES);
  builder.open("stream", 0);
  const reading = {
    text,
    builder,
    frames: [{ kind: "root", indent: -1, isOpen: false, awaits: "value" }],
    comments: [],
    hasExpressions: text.includes("${{"),
    at: text.charCodeAt(0) === 65279 ? 1 : 0,
    lineStart: 0,
    isFresh: true,
    properties: -1,
    last: 0
  };
  while (reading.at < text.length) {
    const code = text.charCodeAt(reading.at);
    if (code === 10) {
      reading.at += 1;
      reading.lineStart = reading.at;
      reading.isFresh = true;
      reading.properties = -1;
    } else if (isBlank(code)) reading.at += 1;
    else if (code === 35 && (reading.isFresh || isBlank(text.charCodeAt(reading.at - 1))))
      readComment(reading);
    else if (!(reading.isFresh && readLineOfItsOwn(reading, code))) readNode(reading, code);
  }
  endDocument(reading);
  return builder.finish(text.length);
}
function readComment(reading) {
  const { text, builder, at } = reading;
  reading.at = lineEnd(text, at);
  if (reading.isFresh) reading.comments.push(at, reading.at);
  else builder.comment(at, reading.at);
}
function addComments({ builder, comments }) {
  for (let index = 0; index + 1 < comments.length; index += 2) {
    builder.comment(comments[index] ?? 0, comments[index + 1] ?? 0);
  }
  comments.length = 0;
}
function readLineOfItsOwn(reading, code) {
  const { text, at, lineStart, builder } = reading;
  const stop = lineEnd(text, at);
  if (at === lineStart && (code === 45 || code === 46) && isDocumentMarker(text, at)) {
    endDocument(reading);
    reading.last = at + 3;
    reading.at = at + 3;
    reading.isFresh = false;
    return true;
  }
  if (at === lineStart && code === 37 && reading.frames.length === 1 && topOf(reading).awaits !== null) {
    reading.at = stop;
    return true;
  }
  if (code !== 123 || !isTemplateLine(text, at, stop)) return false;
  addComments(reading);
  builder.error(at, stop);
  reading.at = stop;
  return true;
}
function isTemplateLine(text, from, to) {
  const next = text.charCodeAt(from + 1);
  if (next !== 123 && next !== 37) return false;
  const line = text.slice(Math.max(from, to - 200), to).trimEnd();
  return line.endsWith(next === 123 ? "}}" : "%}");
}
function endDocument(reading) {
  const { frames, builder } = reading;
  while (frames.length > 1) endFrame(reading);
  addComments(reading);
  const top = topOf(reading);
  if (top.awaits === null) builder.close(reading.last);
  top.awaits = "value";
}
function endEntry2({ builder, last }, frame) {
  if (!frame.isOpen) return;
  builder.close(last);
  frame.isOpen = false;
  frame.awaits = null;
}
function endFrame(reading) {
  endEntry2(reading, topOf(reading));
  reading.builder.close(reading.last);
  reading.frames.pop();
}
function settle(reading, column, isDash, isColon) {
  let top = topOf(reading);
  while (top.indent > column || top.indent === column && top.kind === "sequence" && !isDash) {
    endFrame(reading);
    top = topOf(reading);
  }
  const goesOn = isColon || isDash && top.kind === "mapping" && top.awaits === "value";
  if (top.indent === column && !goesOn) endEntry2(reading, top);
  addComments(reading);
}
function readNode(reading, code) {
  const { text, at, lineStart } = reading;
  const isIndicator = (code === 45 || code === 58 || code === 63) && isBreak(text.charCodeAt(at + 1));
  if (reading.isFresh)
    settle(reading, at - lineStart, isIndicator && code === 45, isIndicator && code === 58);
  reading.isFresh = false;
  const isTemplate = code === 123 && (text[at + 1] === "{" || text[at + 1] === "%");
  if (isIndicator && code === 45) readDash(reading);
  else if (isIndicator) readPairIndicator(reading, code === 63);
  else if (code === 38 || code === 33) {
    if (reading.properties < 0) reading.properties = at - lineStart;
    reading.at = endOfProperty(text, at, false);
  } else if (code === 124 || code === 62) readBlockScalar(reading);
  else if ((code === 91 || code === 123) && !isTemplate && topOf(reading).awaits !== null) readFlow(reading);
  else readScalar(reading, code);
}
function skipLine(reading) {
  const { text, builder, at, frames } = reading;
  reading.at = lineEnd(text, at);
  if (frames.length > DEEPEST2) builder.leaveOut(at, reading.at, TOO_DEEP2);
  else builder.error(at, reading.at);
}
function readDash(reading) {
  const { builder, frames, at, lineStart } = reading;
  const top = topOf(reading);
  const column = at - lineStart;
  if (top.kind !== "sequence" || top.indent !== column) {
    if (top.awaits === null || frames.length > DEEPEST2) {
      skipLine(reading);
      return;
    }
    builder.open("sequence", at, beginValue(reading, at));
    frames.push({ kind: "sequence", indent: column, isOpen: false, awaits: null });
  }
  openEntry(reading, "item", at, "value");
  reading.at += 1;
  reading.last = reading.at;
}
function readPairIndicator(reading, isKey) {
  const { at } = reading;
  const top = topOf(reading);
  const continues = !isKey && top.kind === "mapping" && top.isOpen && top.indent === at - reading.lineStart;
  if (!continues && !openPair(reading, at)) {
    skipLine(reading);
    return;
  }
  topOf(reading).awaits = isKey ? "key" : "value";
  reading.at += 1;
  reading.last = reading.at;
}
function openEntry(reading, kind, start, awaits) {
  const top = topOf(reading);
  endEntry2(reading, top);
  reading.builder.open(kind, start);
  top.isOpen = true;
  top.awaits = awaits;
}
function openPair(reading, start) {
  const { builder, frames, lineStart, properties } = reading;
  const column = properties < 0 ? start - lineStart : properties;
  const top = topOf(reading);
  if (top.kind !== "mapping" || top.indent !== column) {
    if (top.awaits === null || frames.length > DEEPEST2) return false;
    builder.open("mapping", start, beginValue(reading, start));
    frames.push({ kind: "mapping", indent: column, isOpen: false, awaits: null });
  }
  reading.properties = -1;
  openEntry(reading, "pair", start, null);
  return true;
}
function readBlockScalar(reading) {
  const { text, builder, at } = reading;
  const top = topOf(reading);
  if (top.awaits === null) {
    skipLine(reading);
    return;
  }
  const extent = extentOfBlockScalar(text, at, top.indent);
  const field = beginValue(reading, at);
  reading.last = Math.max(extent.end, at + 1);
  addScalar(reading, "block_scalar", at, reading.last, field);
  const comment = text.slice(at, extent.start).search(/[ \t]#/);
  if (comment >= 0) builder.comment(at + comment + 1, lineEnd(text, at));
  reading.at = extent.next;
  reading.lineStart = extent.next;
  reading.isFresh = true;
  reading.properties = -1;
}
function readScalar(reading, code) {
  const { text, builder, at } = reading;
  const { indent } = topOf(reading);
  const isQuoted = code === 34 || code === 39;
  const scalar = isQuoted ? endOfQuoted(text, at, reading.lineStart, indent) : endOfPlain(text, at, reading.lineStart, { indent, inFlow: false });
  const kind = code === 42 ? "alias" : "scalar";
  const end = Math.max(scalar.end, at + 1);
  let colon = end;
  while (isBlank(text.charCodeAt(colon))) colon += 1;
  const isKey = scalar.lineStart === reading.lineStart && text.charCodeAt(colon) === 58 && isBreak(text.charCodeAt(colon + 1));
  const isAllowed = isKey ? openPair(reading, at) : beginsValue(reading, at);
  if (!isAllowed) {
    skipLine(reading);
    return;
  }
  const field = isKey || topOf(reading).awaits === null ? "key" : beginValue(reading, at);
  addScalar(reading, kind, at, end, field);
  if (isQuoted && "closed" in scalar && !scalar.closed) builder.error(end, end);
  reading.lineStart = scalar.lineStart;
  reading.at = isKey ? colon + 1 : end;
  reading.last = reading.at;
  if (isKey) topOf(reading).awaits = "value";
}
function beginsValue(reading, at) {
  const top = topOf(reading);
  if (top.awaits !== null) return true;
  return top.kind === "mapping" && top.indent === at - reading.lineStart && openPair(reading, at);
}

// src/analyzers/readers/read-json.ts
var DEEPEST3 = 200;
var TOO_DEEP3 = `it is nested deeper than ${DEEPEST3} levels`;
function readJson(text, language = "json") {
  const builder = makeTreeBuilder({ ...YAML_NAMES, language });
  builder.open("stream", 0);
  builder.open("document", 0);
  const levels = [];
  let tooDeep = 0;
  let at = 0;
  let last = 0;
  const endPair = () => {
    const level = levels.at(-1);
    if (level?.inPair !== true) return;
    builder.close(last);
    level.inPair = false;
  };
  const begin = (start) => {
    const level = levels.at(-1);
    if (level?.kind === "sequence") {
      builder.open("item", start);
      return "";
    }
    return level?.inPair === true ? "value" : "";
  };
  const finishItem = () => {
    if (levels.at(-1)?.kind === "sequence") builder.close(last);
  };
  const open = (kind) => {
    if (levels.length >= DEEPEST3) {
      tooDeep += 1;
      if (tooDeep === 1) builder.leaveOut(at, at + 1, TOO_DEEP3);
      return;
    }
    const field = begin(at);
    builder.open(kind, at, field);
    levels.push({ kind, inPair: false });
  };
  const close = () => {
    if (tooDeep > 0) {
      tooDeep -= 1;
      return;
    }
    if (levels.length === 0) {
      builder.error(at, at + 1);
      return;
    }
    endPair();
    last = at + 1;
    levels.pop();
    builder.close(last);
    finishItem();
  };
  const scalar = (end) => {
    const level = levels.at(-1);
    if (tooDeep > 0) return;
    if (level?.kind === "mapping" && !level.inPair) {
      builder.open("pair", at);
      builder.leaf("scalar", at, end, "key");
      level.inPair = true;
    } else builder.leaf("scalar", at, end, begin(at));
    last = end;
    finishItem();
  };
  while (at < text.length) {
    const character = text[at] ?? "";
    let next = at + 1;
    if (character === '"') {
      next = endOfString(text, at);
      scalar(next);
    } else if (character === "{") open("mapping");
    else if (character === "[") open("sequence");
    else if (character === "}" || character === "]") close();
    else if (character === ",") {
      if (tooDeep === 0) endPair();
    } else if (character === "/" && /[/*]/.test(text[next] ?? "")) {
      next = endOfComment(text, at);
      builder.comment(at, next);
    } else if (/[-+.\w]/.test(character)) {
      while (next < text.length && /[-+.\w]/.test(text[next] ?? "")) next += 1;
      scalar(next);
    } else if (!/[\s:\uFEFF]/.test(character)) builder.error(at, next);
    at = next;
  }
  if (levels.length > 0) builder.error(text.length, text.length);
  return builder.finish(text.length);
}
function endOfString(text, from) {
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === "\\") at += 1;
    else if (character === '"') return at + 1;
    else if (character === "\n") return at;
  }
  return text.length;
}
function endOfComment(text, from) {
  const end = text[from + 1] === "*" ? text.indexOf("*/", from + 2) : text.indexOf("\n", from);
  if (end === -1) return text.length;
  return text[from + 1] === "*" ? end + 2 : end;
}

export {
  makeTreeBuilder,
  readYamlTree,
  readJson,
  readConfiguration
};
