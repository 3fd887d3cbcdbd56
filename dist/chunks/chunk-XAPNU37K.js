import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  makeTreeBuilder,
  readJson,
  readYamlTree
} from "./chunk-7WI5XF3W.js";
import {
  systemClock
} from "./chunk-T5TJTLCH.js";
import {
  treeArrays
} from "./chunk-F64D7OP6.js";
import {
  messageOf
} from "./chunk-7PSS6GJZ.js";

// src/adapters/grammar/make-grammars.ts
import { availableParallelism } from "node:os";

// src/analyzers/readers/read-shell.ts
var KEYWORDS = /* @__PURE__ */ new Set(["if", "then", "else", "elif", "fi", "do", "done", "while", "until", "!", "{", "}"]);
var LONGEST_KEYWORD = Math.max(...[...KEYWORDS].map((word) => word.length));
var ASSIGNMENT = /^[A-Za-z_][A-Za-z0-9_]*\+?=/;
var [LINE_FEED, SEMICOLON, OPENING, CLOSING] = [10, 59, 40, 41];
var [DOUBLE_QUOTE, SINGLE_QUOTE, BACK_QUOTE, DOLLAR] = [34, 39, 96, 36];
var [OPENING_BRACE, CLOSING_BRACE] = [123, 125];
var [BACKSLASH, AMPERSAND, BAR, HASH] = [92, 38, 124, 35];
function addCommands(builder, text, from, to, skip = /* @__PURE__ */ new Map()) {
  const commands = makeCommands(builder, text);
  let at = from;
  while (at < to) {
    const jump = skip.size === 0 ? void 0 : skip.get(at);
    if (jump !== void 0) {
      at = Math.max(jump, at + 1);
      continue;
    }
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || code === SEMICOLON || code === OPENING || code === CLOSING) {
      commands.end();
      at += 1;
    } else if (isBlank(text, at)) at += 1;
    else if (code === BACKSLASH && isLineBreak(text, at + 1)) at += 2;
    else if (code === AMPERSAND || code === BAR) at = addOperator(commands, text, at);
    else if (code === HASH) at = lineEnd(text, at, to);
    else {
      const end = wordEnd(text, at, to);
      commands.word(at, end);
      at = end;
    }
  }
  commands.end();
}
function makeCommands(builder, text) {
  let inPipeline = false;
  let inCommand = false;
  let isNamed = false;
  let last = 0;
  const pipe = () => {
    if (inCommand) builder.close(last);
    inCommand = false;
  };
  return {
    word: (start, end) => {
      if (!inCommand && end - start <= LONGEST_KEYWORD && KEYWORDS.has(text.slice(start, end))) return;
      if (!inPipeline) builder.open("pipeline", start);
      if (!inCommand) {
        builder.open("command", start);
        isNamed = false;
      }
      inPipeline = true;
      inCommand = true;
      if (isNamed) builder.leaf("word", start, end);
      else if (end - start > 1 && ASSIGNMENT.test(text.slice(start, Math.min(end, start + 60))))
        builder.leaf("assignment", start, end);
      else {
        builder.leaf("word", start, end, "name");
        isNamed = true;
      }
      last = end;
    },
    pipe,
    end: () => {
      pipe();
      if (inPipeline) builder.close(last);
      inPipeline = false;
    }
  };
}
function addOperator(commands, text, at) {
  const [character, next] = [text[at], text[at + 1]];
  if (character === "|" && next !== "|") commands.pipe();
  else commands.end();
  return next === character || next === "&" || character === "&" && next === ">" ? at + 2 : at + 1;
}
function isBlank(text, at) {
  const code = text.charCodeAt(at);
  return code === 32 || code >= 9 && code <= 13 || code > 127 && /\s/.test(text[at] ?? "");
}
function isLineBreak(text, at) {
  const code = text.charCodeAt(at);
  return code === 10 || code === 13;
}
function lineEnd(text, from, to) {
  const feed = text.indexOf("\n", from);
  return feed === -1 || feed > to ? to : feed;
}
function wordEnd(text, from, to) {
  let quote = 0;
  let open = 0;
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH && quote !== SINGLE_QUOTE) {
      if (quote === 0 && open === 0 && isLineBreak(text, at + 1)) return at;
      at += 2;
      continue;
    }
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE || code === BACK_QUOTE) quote = code;
    else if (code === DOLLAR && isOpening(text.charCodeAt(at + 1))) {
      open += 1;
      at += 1;
    } else if (open === 0) {
      if (code === SEMICOLON || code === BAR || code === OPENING || code === CLOSING || isBlank(text, at))
        return at;
      if (code === AMPERSAND && text[at - 1] !== ">") return at;
    } else if (code === CLOSING || code === CLOSING_BRACE) open -= 1;
    else if (isOpening(code)) open += 1;
    at += 1;
  }
  return Math.min(at, to);
}
var isOpening = (code) => code === OPENING || code === OPENING_BRACE;

// src/analyzers/readers/read-dockerfile.ts
var KEYWORDS2 = "from run cmd label maintainer expose env add copy entrypoint volume user workdir arg onbuild stopsignal healthcheck shell".split(
  " "
);
var DOCKERFILE_NAMES = {
  language: "dockerfile",
  kinds: [
    "source_file",
    "stage",
    "comment",
    ...KEYWORDS2.map((keyword) => `${keyword}_instruction`),
    "keyword",
    "flag",
    "image",
    "alias",
    "pipeline",
    "command",
    "assignment",
    "word",
    "json_array",
    "string",
    "pair",
    "key",
    "value",
    "heredoc"
  ],
  fields: ["name", "key", "value", "alias"]
};
var KINDS = new Map(
  KEYWORDS2.map((keyword) => [keyword, `${keyword}_instruction`])
);
function readDockerfile(text) {
  const builder = makeTreeBuilder(DOCKERFILE_NAMES);
  builder.open("source_file", 0);
  const continuation = /^(?:#[^\n]*\n){0,3}#[ \t]*escape[ \t]*=[ \t]*`/i.test(text.slice(0, 500)) ? "`" : "\\";
  const unclosed = /* @__PURE__ */ new Set();
  let inStage = false;
  let at = 0;
  while (at < text.length) {
    const feed = text.indexOf("\n", at);
    const lineEnd2 = feed === -1 ? text.length : feed;
    let start = at;
    while (start < lineEnd2 && /\s/.test(text[start] ?? "")) start += 1;
    at = lineEnd2 + 1;
    if (start >= lineEnd2) continue;
    if (text[start] === "#") {
      builder.comment(start, lineEnd2);
      continue;
    }
    const extent = extentOf(text, start, continuation, unclosed);
    at = extent.end + 1;
    const keyword = /^[A-Za-z]{2,12}(?=\s|$)/.exec(text.slice(start, start + 14))?.[0] ?? "";
    if (!KINDS.has(keyword.toLowerCase())) {
      builder.error(start, extent.end);
      continue;
    }
    if (keyword.toLowerCase() === "from") {
      if (inStage) builder.close(start);
      builder.open("stage", start);
      inStage = true;
    }
    addInstruction(builder, text, start, keyword, extent);
  }
  return builder.finish(text.length);
}
function extentOf(text, start, continuation, unclosed) {
  let skip = null;
  const heredocs = [];
  let lineStart = start;
  for (; ; ) {
    const feed = text.indexOf("\n", lineStart);
    const end = feed === -1 ? text.length : feed;
    const line = text.slice(lineStart, end).trimEnd();
    const passed = lineStart > start && (line.trimStart().startsWith("#") || line.trim() === "");
    if (passed) skip = (skip ?? /* @__PURE__ */ new Map()).set(lineStart, end);
    if (feed === -1 || !(passed || line.endsWith(continuation))) {
      const delimiters = heredocsIn(text.slice(start, Math.min(end, start + 2e3)));
      let last = end;
      for (const delimiter of delimiters) {
        const close2 = endOfHeredoc(text, last + 1, delimiter, unclosed);
        if (close2 === null) continue;
        heredocs.push({ start: last + 1, end: close2.body });
        last = close2.end;
      }
      return { end: Math.min(last, text.length), skip: skip ?? NOTHING_SKIPPED, heredocs };
    }
    lineStart = end + 1;
  }
}
var NONE = [];
var NOTHING_SKIPPED = /* @__PURE__ */ new Map();
function heredocsIn(instruction) {
  if (!instruction.includes("<<") || !/^(?:run|copy|add)\s/i.test(instruction)) return NONE;
  return [...instruction.matchAll(/(?<!<)<<-?["']?([A-Za-z_][A-Za-z0-9_]{0,40})["']?/g)].slice(0, 4).map((match) => match[1] ?? "");
}
var MOST_UNCLOSED = 20;
function endOfHeredoc(text, from, delimiter, unclosed) {
  if (unclosed.has(delimiter) || unclosed.size >= MOST_UNCLOSED) return null;
  let at = from;
  while (at < text.length) {
    const feed = text.indexOf("\n", at);
    const end = feed === -1 ? text.length : feed;
    if (text.slice(at, end).trim() === delimiter) return { body: Math.max(from, at - 1), end };
    at = end + 1;
  }
  unclosed.add(delimiter);
  return null;
}
function addInstruction(builder, text, start, keyword, extent) {
  const kind = keyword.toLowerCase();
  const bodyEnd = extent.heredocs[0] === void 0 ? extent.end : extent.heredocs[0].start - 1;
  builder.open(KINDS.get(kind) ?? "ERROR", start);
  builder.leaf("keyword", start, start + keyword.length);
  let at = start + keyword.length;
  if (["from", "run", "copy", "add", "healthcheck"].includes(kind)) at = addFlags(builder, text, at, bodyEnd);
  at = pastSpace(text, at, bodyEnd);
  if (kind === "from") addFrom(builder, text, at, bodyEnd);
  else if (text[at] === "[") addArray(builder, text, at, bodyEnd);
  else if (["env", "arg", "label"].includes(kind)) addPairs(builder, text, at, bodyEnd, extent.skip);
  else if (["run", "cmd", "entrypoint", "healthcheck", "onbuild"].includes(kind))
    addCommands(builder, text, at, bodyEnd, extent.skip);
  else for (const word of wordsIn(text, at, bodyEnd, extent.skip)) builder.leaf("word", word.start, word.end);
  for (const heredoc of extent.heredocs) {
    builder.open("heredoc", heredoc.start);
    if (kind === "run") addCommands(builder, text, heredoc.start, heredoc.end);
    builder.close(heredoc.end);
  }
  builder.close(extent.end);
}
function pastSpace(text, from, to) {
  let at = from;
  while (at < to && (/\s/.test(text[at] ?? "") || /[\\`]/.test(text[at] ?? "") && /[\r\n]/.test(text[at + 1] ?? "")))
    at += 1;
  return at;
}
function addFlags(builder, text, from, to) {
  let at = pastSpace(text, from, to);
  while (text.startsWith("--", at) && at < to) {
    let end = at;
    while (end < to && !/\s/.test(text[end] ?? "")) end += 1;
    builder.open("flag", at);
    const equals = text.slice(at, end).indexOf("=");
    if (equals !== -1 && at + equals + 1 < end) builder.leaf("value", at + equals + 1, end, "value");
    builder.close(end);
    at = pastSpace(text, end, to);
  }
  return at;
}
function addFrom(builder, text, from, to) {
  const [image, as, alias] = wordsIn(text, from, to, NOTHING_SKIPPED);
  if (image === void 0) return;
  builder.leaf("image", image.start, image.end, "name");
  if (as !== void 0 && alias !== void 0 && /^as$/i.test(text.slice(as.start, as.end)))
    builder.leaf("alias", alias.start, alias.end, "alias");
}
function addArray(builder, text, from, to) {
  builder.open("json_array", from);
  let at = from;
  while (at < to) {
    const start = text.indexOf('"', at);
    if (start === -1 || start >= to) break;
    let end = start + 1;
    while (end < to && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
    end = Math.min(end + 1, to);
    builder.leaf("string", start, end);
    at = end;
  }
  builder.close(to);
}
function addPairs(builder, text, from, to, skip) {
  const words = wordsIn(text, from, to, skip);
  const [first] = words;
  if (first === void 0) return;
  const last = words.at(-1)?.end ?? to;
  const isOld = words.length > 1 && !text.slice(first.start, first.end).includes("=");
  for (const word of isOld ? [{ start: first.start, end: last }] : words) {
    const equals = isOld ? first.end : text.indexOf("=", word.start);
    builder.open("pair", word.start);
    const keyEnd = equals === -1 || equals > word.end ? word.end : equals;
    builder.leaf("key", word.start, keyEnd, "key");
    if (keyEnd < word.end) builder.leaf("value", pastSpace(text, keyEnd + 1, word.end), word.end, "value");
    builder.close(word.end);
  }
}
function wordsIn(text, from, to, skip) {
  const words = [];
  let at = from;
  while (at < to) {
    const jump = skip.get(at);
    const character = text[at] ?? "";
    if (jump !== void 0) at = Math.max(jump, at + 1);
    else if (/\s/.test(character) || /[\\`]/.test(character) && /[\r\n]/.test(text[at + 1] ?? "")) at += 1;
    else {
      const start = at;
      let quote = "";
      for (; at < to; at += 1) {
        const inner = text[at] ?? "";
        if (quote === "" && (/\s/.test(inner) || inner === "\\" && /[\r\n]/.test(text[at + 1] ?? "")))
          break;
        if (inner === "\\") at += 1;
        else if (inner === quote) quote = "";
        else if (quote === "" && (inner === '"' || inner === "'")) quote = inner;
      }
      words.push({ start, end: Math.min(at, to) });
    }
  }
  return words;
}

// src/analyzers/readers/read-hcl.ts
var HCL_NAMES = {
  language: "hcl",
  kinds: [
    "config_file",
    "comment",
    "block",
    "header",
    "identifier",
    "label",
    "attribute",
    "name",
    "string",
    "heredoc",
    "literal",
    "list",
    "object",
    "group",
    "reference"
  ],
  fields: ["header", "name", "value"]
};
var DEEPEST = 60;
var TOO_DEEP = `it is nested deeper than ${DEEPEST} levels`;
var MOST_LABELS = 10;
var IDENTIFIER = /[A-Za-z0-9_.*-]/;
var IS_IDENTIFIER = Uint8Array.from(
  { length: 128 },
  (_, code) => IDENTIFIER.test(String.fromCharCode(code)) ? 1 : 0
);
var BEGINS_LITERAL = "tfn-0123456789";
var LITERAL = /^(?:true|false|null|-?[0-9][0-9.eE-]*)$/;
var CLOSING2 = "}])";
var ENDS_ATTRIBUTE = "\n,}])";
var BLANKS = " 	\r\n\uFEFF";
var BLANKS_OF_LINE = " 	\r";
var SLASH = 47;
var BYTE_ORDER_MARK = 65279;
function readHcl(text) {
  const builder = makeTreeBuilder(HCL_NAMES);
  const reading = { text, builder, frames: ["body"], at: 0, last: 0 };
  const { frames } = reading;
  builder.open("config_file", 0);
  while (reading.at < text.length) {
    const frame = frames.at(-1) ?? "body";
    if (skipBlank(reading, frame)) continue;
    const character = text[reading.at] ?? "";
    if (frame === "attribute" && ENDS_ATTRIBUTE.includes(character)) {
      frames.pop();
      builder.close(reading.last);
    } else if (CLOSING2.includes(character)) close(reading, frame, character);
    else if (character === ",") reading.at += 1;
    else if (frames.length > DEEPEST) skipDeep(reading);
    else if (frame === "body") readBodyItem(reading);
    else if (frame === "object") readObjectItem(reading);
    else readValue(reading);
  }
  while (builder.depth > 1) builder.close(reading.last);
  return builder.finish(text.length);
}
function close(reading, frame, character) {
  const { frames, builder } = reading;
  reading.at += 1;
  reading.last = reading.at;
  if (frames.length > 1 && CLOSERS[frame] === character) {
    frames.pop();
    builder.close(reading.at);
  } else builder.error(reading.at - 1, reading.at);
}
var CLOSERS = {
  body: "}",
  attribute: "",
  object: "}",
  list: "]",
  group: ")"
};
function skipBlank(reading, frame) {
  const { text } = reading;
  const from = reading.at;
  const code = text.charCodeAt(from);
  if (code > SLASH && code !== BYTE_ORDER_MARK) return false;
  const blanks = frame === "attribute" ? BLANKS_OF_LINE : BLANKS;
  while (reading.at < text.length && blanks.includes(text[reading.at] ?? "")) reading.at += 1;
  const at = reading.at;
  if (text[at] === "#" || text.startsWith("//", at)) {
    reading.at = endOfLine(text, at);
    reading.builder.comment(at, reading.at);
  } else if (text.startsWith("/*", at)) {
    const end = text.indexOf("*/", at + 2);
    reading.at = end === -1 ? text.length : end + 2;
    reading.builder.comment(at, reading.at);
  }
  return reading.at > from;
}
function endOfLine(text, from) {
  const feed = text.indexOf("\n", from);
  return feed === -1 ? text.length : feed;
}
function skipDeep(reading) {
  const { text, builder } = reading;
  const from = reading.at;
  let open = 0;
  while (reading.at < text.length) {
    const character = text[reading.at] ?? "";
    if (/[{[(]/.test(character)) open += 1;
    else if (/[}\])]/.test(character) && open-- === 0) break;
    reading.at += 1;
  }
  builder.leaveOut(from, Math.max(reading.at, from + 1), TOO_DEEP);
  if (reading.at === from) reading.at += 1;
}
function readBodyItem(reading) {
  const { text, builder, frames } = reading;
  const start = reading.at;
  if (!/[A-Za-z_"]/.test(text[start] ?? "")) {
    fail(reading);
    return;
  }
  const nameEnd = text[start] === '"' ? endOfString(text, start) : endOfName(text, start);
  let at = pastBlanks(text, nameEnd);
  if (text[at] === "=" && text[at + 1] !== "=") {
    beginAttribute(reading, nameEnd, at + 1);
    return;
  }
  const labels = [];
  while (at < text.length && labels.length < MOST_LABELS && /["A-Za-z_]/.test(text[at] ?? "")) {
    const end = text[at] === '"' ? endOfString(text, at) : endOfName(text, at);
    labels.push([at, end]);
    at = pastBlanks(text, end);
  }
  if (text[at] !== "{") {
    fail(reading);
    return;
  }
  builder.open("block", start);
  builder.open("header", start, "header");
  builder.leaf("identifier", start, nameEnd, "name");
  for (const [from, to] of labels) builder.leaf("label", from, to);
  builder.close(labels.at(-1)?.[1] ?? nameEnd);
  reading.at = at + 1;
  frames.push("body");
}
function beginAttribute(reading, nameEnd, valueStart) {
  const { builder, at, frames } = reading;
  builder.open("attribute", at);
  builder.leaf("name", at, nameEnd, "name");
  reading.at = valueStart;
  reading.last = valueStart;
  frames.push("attribute");
}
function readObjectItem(reading) {
  const { text } = reading;
  const start = reading.at;
  const end = text[start] === '"' ? endOfString(text, start) : endOfName(text, start);
  const at = pastBlanks(text, end);
  const isEntry = end > start && (text[at] === "=" || text[at] === ":");
  if (isEntry) beginAttribute(reading, end, at + (text[at + 1] === ">" ? 2 : 1));
  else readValue(reading);
}
function readValue(reading) {
  const { text, builder, frames } = reading;
  const start = reading.at;
  const character = text[start] ?? "";
  const field = frames.at(-1) === "attribute" ? "value" : "";
  const leaf = (kind, end) => {
    builder.leaf(kind, start, end, field);
    reading.at = Math.max(end, start + 1);
  };
  const bracket = BRACKETS.get(character);
  if (bracket !== void 0) {
    builder.open(bracket, start, field);
    frames.push(bracket);
    reading.at = start + 1;
  } else if (character === '"') leaf("string", endOfString(text, start));
  else if (text.startsWith("<<", start)) leaf("heredoc", endOfHeredoc2(text, start));
  else if (!isIdentifier(text, start)) reading.at = start + 1;
  else {
    const end = endOfName(text, start);
    if (text[end] !== "(") leaf(isLiteral(text, start, end) ? "literal" : "reference", end);
    else {
      builder.open("group", start, field);
      builder.leaf("reference", start, end);
      frames.push("group");
      reading.at = end + 1;
    }
  }
  reading.last = reading.at;
}
function isLiteral(text, start, end) {
  return BEGINS_LITERAL.includes(text[start] ?? "") && LITERAL.test(text.slice(start, Math.min(end, start + 40)));
}
var BRACKETS = /* @__PURE__ */ new Map([
  ["[", "list"],
  ["{", "object"],
  ["(", "group"]
]);
function fail(reading) {
  const start = reading.at;
  reading.at = Math.max(endOfLine(reading.text, start), start + 1);
  reading.builder.error(start, reading.at);
}
function pastBlanks(text, from) {
  let at = from;
  while (text[at] === " " || text[at] === "	") at += 1;
  return at;
}
function endOfName(text, from) {
  let at = from;
  while (isIdentifier(text, at)) at += 1;
  return at;
}
function isIdentifier(text, at) {
  return IS_IDENTIFIER[text.charCodeAt(at)] === 1;
}
function endOfString(text, from) {
  let open = 0;
  let at = from + 1;
  for (; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (character === "\\") at += 1;
    else if ((character === "$" || character === "%") && text[at + 1] === "{") {
      open += 1;
      at += 1;
    } else if (open > 0 && character === "}") open -= 1;
    else if (open > 0 && character === "{") open += 1;
    else if (open === 0 && character === '"') return at + 1;
    else if (character === "\n") return at;
  }
  return text.length;
}
function endOfHeredoc2(text, from) {
  const head = /^<<-?([A-Za-z_][A-Za-z0-9_-]{0,60})[ \t]*\r?\n/.exec(text.slice(from, from + 80));
  if (head === null) return from + 2;
  const delimiter = head[1] ?? "";
  let at = from + head[0].length;
  while (at < text.length) {
    const end = endOfLine(text, at);
    if (text.slice(at, Math.min(end, at + 400)).trim() === delimiter && end - at < 400) return end;
    at = end + 1;
  }
  return text.length;
}

// src/analyzers/readers/read-sql.ts
var SQL_NAMES = {
  language: "sql",
  kinds: ["script", "comment", "statement", "word", "string", "quoted_name", "number", "operator", "group"],
  fields: []
};
var DEEPEST2 = 100;
function readSql(text) {
  const builder = makeTreeBuilder(SQL_NAMES);
  builder.open("script", 0);
  let groups = 0;
  let inStatement = false;
  let last = 0;
  const endStatement = () => {
    while (groups > 0) {
      builder.close(last);
      groups -= 1;
    }
    if (inStatement) builder.close(last);
    inStatement = false;
  };
  let at = 0;
  while (at < text.length) {
    const start = at;
    const character = text[at] ?? "";
    if (/\s/.test(character)) {
      at += 1;
      continue;
    }
    const comment = endOfComment(text, at);
    if (comment > at) {
      builder.comment(at, comment);
      at = comment;
      continue;
    }
    if (character === ";") {
      endStatement();
      at += 1;
      continue;
    }
    if (!inStatement) builder.open("statement", at);
    inStatement = true;
    if (character === "(" && groups < DEEPEST2) {
      builder.open("group", at);
      groups += 1;
      at += 1;
    } else if (character === ")") {
      at += 1;
      if (groups > 0) builder.close(at);
      groups = Math.max(0, groups - 1);
    } else {
      const piece = pieceAt(text, at);
      at = Math.max(piece.end, at + 1);
      if (piece.kind !== "") builder.leaf(piece.kind, start, at);
    }
    last = at;
  }
  endStatement();
  return builder.finish(text.length);
}
function pieceAt(text, from) {
  const character = text[from] ?? "";
  if (character === "'") return { kind: "string", end: endOfQuoted(text, from, "'") };
  if (character === '"' || character === "`")
    return { kind: "quoted_name", end: endOfQuoted(text, from, character) };
  if (character === "$") return dollarQuoted(text, from);
  if (/[A-Za-z_@#\u0080-\uFFFF]/.test(character))
    return { kind: "word", end: endOf(text, from, /[\w@#$.\u0080-\uFFFF]/) };
  if (/[0-9]/.test(character)) return { kind: "number", end: endOf(text, from, /[\w.]/) };
  if (/[<>=!*+\-/%|&~^]/.test(character)) return { kind: "operator", end: endOf(text, from, /[<>=!*|&]/) };
  return { kind: "", end: from + 1 };
}
function endOf(text, from, part) {
  let at = from + 1;
  while (at < text.length && part.test(text[at] ?? "")) at += 1;
  return at;
}
function endOfQuoted(text, from, quote) {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === "\\" && text[at + 1] === quote && text[at + 2] !== ";") at += 1;
    else if (text[at] === quote) {
      if (text[at + 1] !== quote) return at + 1;
      at += 1;
    }
  }
  return text.length;
}
function dollarQuoted(text, from) {
  const tag = /^\$(?:[A-Za-z_]\w{0,40})?\$/.exec(text.slice(from, from + 50))?.[0];
  if (tag === void 0) return { kind: "word", end: endOf(text, from, /\w/) };
  const close2 = text.indexOf(tag, from + tag.length);
  return { kind: "string", end: close2 === -1 ? text.length : close2 + tag.length };
}
function endOfComment(text, from) {
  if (text.startsWith("--", from) || text[from] === "#" && /[\s#]/.test(text[from + 1] ?? " ")) {
    const feed = text.indexOf("\n", from);
    return feed === -1 ? text.length : feed;
  }
  if (!text.startsWith("/*", from)) return from;
  const close2 = text.indexOf("*/", from + 2);
  return close2 === -1 ? text.length : close2 + 2;
}

// src/analyzers/readers/readers.ts
var READERS = /* @__PURE__ */ new Map([
  ["dockerfile", readDockerfile],
  ["hcl", readHcl],
  ["yaml", readYamlTree],
  ["json", (text) => readJson(text)],
  ["jsonc", (text) => readJson(text, "jsonc")],
  ["sql", readSql]
]);

// src/adapters/grammar/languages.ts
var GRAMMARS = /* @__PURE__ */ new Map([
  ["javascript", "javascript"],
  ["typescript", "typescript"],
  ["tsx", "tsx"],
  ["python", "python"],
  ["go", "go"],
  ["java", "java"],
  ["ruby", "ruby"],
  ["rust", "rust"],
  ["php", "php"],
  ["bash", "bash"],
  ["csharp", "c-sharp"],
  // C is read with the grammar of C++, which takes nearly all of it.
  ["c", "cpp"],
  ["cpp", "cpp"],
  ["css", "css"]
]);

// src/adapters/grammar/make-thread-pool.ts
var TEXT_PER_THREAD = 15e4;
function makeThreadPool(startThread, most) {
  const threads = /* @__PURE__ */ new Set();
  const idle = [];
  const ending = /* @__PURE__ */ new Set();
  const queue = [];
  let queuedLength = 0;
  let closed = false;
  const drop = (thread) => {
    threads.delete(thread);
    const end = thread.end().finally(() => ending.delete(end));
    ending.add(end);
  };
  const refuse = (reason) => {
    for (const { settle } of queue.splice(0)) settle({ kind: "failed", reason });
    queuedLength = 0;
  };
  const start = () => {
    try {
      const thread = startThread();
      threads.add(thread);
      return thread;
    } catch (thrown) {
      refuse(`no thread for parsing could be started: ${messageOf(thrown)}`);
      return void 0;
    }
  };
  const serve = async (thread) => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      queuedLength -= next.job.text.length;
      next.settle(await thread.run(next.job));
      if (thread.dead) {
        drop(thread);
        wake();
        return;
      }
    }
    idle.push(thread);
  };
  const wake = () => {
    if (queue.length === 0 || closed) return;
    let thread = idle.pop();
    while (thread?.dead) {
      drop(thread);
      thread = idle.pop();
    }
    if (!thread && threads.size < most && queuedLength >= threads.size * TEXT_PER_THREAD) {
      thread = start();
    }
    if (thread) void serve(thread);
  };
  return {
    run: (job) => {
      if (closed) return Promise.resolve({ kind: "failed", reason: "the parser was closed already" });
      return new Promise((settle) => {
        queue.push({ job, settle });
        queuedLength += job.text.length;
        wake();
      });
    },
    startOne: () => {
      const thread = threads.size === 0 ? start() : void 0;
      if (thread) idle.push(thread);
    },
    close: async () => {
      closed = true;
      refuse("the review ended before this file was parsed");
      for (const thread of [...threads]) drop(thread);
      await Promise.all(ending);
    }
  };
}

// src/adapters/grammar/parse-thread.ts
import { Worker } from "node:worker_threads";
var LOAD_LIMIT_MS = 15e3;
function startParseThread(options) {
  const { script, setup, timeLimitMs, clock, names } = options;
  const worker = new Worker(script, { workerData: setup, env: {}, execArgv: [], stdout: true, stderr: true });
  const loaded = /* @__PURE__ */ new Set();
  let dead = false;
  let current = null;
  const settle = (result) => {
    const done = current;
    current = null;
    done?.cancel();
    worker.unref();
    done?.settle(result);
  };
  const kill = (result) => {
    dead = true;
    settle(result);
    void worker.terminate();
  };
  const limit = (milliseconds, doing) => clock.after(
    milliseconds,
    () => kill({ kind: "timed-out", reason: `${doing} took longer than ${milliseconds} ms` })
  );
  const limitParsing = () => limit(timeLimitMs, "parsing");
  worker.on("message", (answer) => {
    if (answer.id !== current?.job.id) return;
    const { language } = current.job;
    if (answer.kind === "language") {
      if (!names.has(language)) names.set(language, answer);
      loaded.add(language);
      current.cancel();
      current.cancel = limitParsing();
    } else if (answer.kind === "failed") {
      const failure = failed(language, answer.reason);
      if (answer.broken) kill(failure);
      else settle(failure);
    } else settle(toTree(language, answer, names));
  });
  worker.on(
    "error",
    (error) => kill(failed(current?.job.language ?? "", `the parser crashed: ${error.message}`))
  );
  worker.on("exit", (code) => {
    dead = true;
    settle(failed(current?.job.language ?? "", `the parser ended with code ${code}`));
  });
  worker.unref();
  return {
    get dead() {
      return dead;
    },
    run: (job) => new Promise((resolve) => {
      worker.ref();
      const cancel = loaded.has(job.language) ? limitParsing() : limit(LOAD_LIMIT_MS, "starting the parser");
      current = { job, settle: resolve, cancel };
      worker.postMessage(job);
    }),
    end: async () => {
      dead = true;
      settle({ kind: "failed", reason: "the review ended before this file was parsed" });
      await worker.terminate();
    }
  };
}
function failed(language, reason) {
  return {
    kind: "failed",
    reason: `no syntax tree for ${language}: ${reason}; the file was reviewed by text rules only. Reinstall the tool if grammar files are missing, and report a crash with the file that caused it`
  };
}
function toTree(language, answer, names) {
  const { kindNames, fieldNames } = names.get(language) ?? { kindNames: [], fieldNames: [] };
  const { buffer: _, ...arrays } = treeArrays(answer.size, answer.buffer);
  const { size, errors } = answer;
  return { kind: "tree", tree: { language, kindNames, fieldNames, size, errors, ...arrays } };
}

// src/adapters/grammar/make-grammars.ts
var MAX_THREADS = 4;
var machineClock = {
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  }
};
function makeGrammars(options) {
  const { workerScript: script, clock = machineClock, timeLimitMs = 3e3, maxLength = 15e5 } = options;
  const most = options.workers ?? Math.min(MAX_THREADS, availableParallelism());
  const names = /* @__PURE__ */ new Map();
  const folders = options.assets instanceof URL ? [options.assets] : options.assets;
  const setup = { assets: folders.map((folder) => folder.href) };
  const pool = makeThreadPool(() => startParseThread({ script, setup, timeLimitMs, clock, names }), most);
  if (options.startsAtOnce) pool.startOne();
  let lastId = 0;
  return {
    languages: /* @__PURE__ */ new Set([...GRAMMARS.keys(), ...READERS.keys()]),
    parse: (language, text) => {
      const grammar = GRAMMARS.get(language);
      const reader = READERS.get(language);
      if (grammar === void 0 && reader === void 0) return Promise.resolve({ kind: "unsupported" });
      if (text.length > maxLength) return Promise.resolve(tooLarge(text.length, maxLength));
      if (reader !== void 0) return Promise.resolve({ kind: "tree", tree: reader(text) });
      if (grammar === void 0) return Promise.resolve({ kind: "unsupported" });
      lastId++;
      return pool.run({ id: lastId, language, grammar, text });
    },
    close: pool.close
  };
}
function tooLarge(length, maxLength) {
  return {
    kind: "too-large",
    reason: `the text has ${length} characters, and syntax trees are made of up to ${maxLength}; the file was reviewed by text rules only`
  };
}

// src/entry/open-grammars.ts
function openGrammars(assets, { startsAtOnce = false } = {}) {
  return makeGrammars({
    assets: [new URL("grammars/", assets)],
    workerScript: new URL("grammar-worker.js", assets),
    clock: systemClock,
    startsAtOnce
  });
}

export {
  openGrammars
};
