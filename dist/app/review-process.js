import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  makeTreeBuilder,
  readConfiguration,
  readJson,
  readYamlTree
} from "./chunks/chunk-Y3BUPKS7.js";
import {
  ASKED,
  COMMAND_TABLE,
  COMMENT_MARKER,
  claim,
  codeFence,
  codeSpan,
  commandName,
  cutLine,
  cutPath,
  cutText,
  earlierReport,
  endProgressComment,
  escapeMarkdown,
  escapeMarkdownLine,
  firstOwnLine,
  formatCount,
  loadBuiltIns,
  makeGitHub,
  makePendingFor,
  makeSecretFilter,
  mapTexts,
  markdownLink,
  openModels,
  ownComments,
  ownThreads,
  parseCommand,
  publishReport,
  publishSituation,
  readComment,
  renderProgressComment,
  shouldYield,
  stillOurs,
  storedRequest,
  upsertComment,
  visibleText,
  withOrders,
  withSameState
} from "./chunks/chunk-POGXO4O2.js";
import "./chunks/chunk-RZBZCNZM.js";
import {
  digestOf
} from "./chunks/chunk-I4OGI3IL.js";
import {
  systemClock
} from "./chunks/chunk-OLBDA26V.js";
import "./chunks/chunk-MGYMYPZR.js";
import "./chunks/chunk-DIG3KI3E.js";
import "./chunks/chunk-DJ7Q6BMO.js";
import {
  LONGEST_PATH,
  LONGEST_REASON,
  LONGEST_RULE_ID,
  NOTHING_RECALLED,
  severityRank
} from "./chunks/chunk-N5GIG4EE.js";
import {
  ForgeError,
  ReviewError,
  messageOf
} from "./chunks/chunk-7PSS6GJZ.js";
import "./chunks/chunk-5XWL5JNG.js";

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

// src/adapters/grammar/tree-buffer.ts
function treeArrays(size, buffer = new ArrayBuffer(size * 21)) {
  return {
    buffer,
    start: new Uint32Array(buffer, 0, size),
    end: new Uint32Array(buffer, size * 4, size),
    parent: new Int32Array(buffer, size * 8, size),
    next: new Uint32Array(buffer, size * 12, size),
    kind: new Uint16Array(buffer, size * 16, size),
    field: new Uint16Array(buffer, size * 18, size),
    flags: new Uint8Array(buffer, size * 20, size)
  };
}

// src/adapters/grammar/parse-thread.ts
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
  worker.on("message", (answer2) => {
    if (answer2.id !== current?.job.id) return;
    const { language } = current.job;
    if (answer2.kind === "language") {
      if (!names.has(language)) names.set(language, answer2);
      loaded.add(language);
      current.cancel();
      current.cancel = limitParsing();
    } else if (answer2.kind === "failed") {
      const failure = failed(language, answer2.reason);
      if (answer2.broken) kill(failure);
      else settle(failure);
    } else settle(toTree(language, answer2, names));
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
function toTree(language, answer2, names) {
  const { kindNames, fieldNames } = names.get(language) ?? { kindNames: [], fieldNames: [] };
  const { buffer: _, ...arrays } = treeArrays(answer2.size, answer2.buffer);
  const { size, errors } = answer2;
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

// src/event/may-trigger.ts
function mayTrigger(permission) {
  return permission === "write" || permission === "maintain" || permission === "admin";
}

// src/entry/pull-request/admit-pull-request.ts
var FINAL_STATUS_MS = 3e4;
async function admitPullRequest(reader, options, signal) {
  try {
    return await decide(reader, options, signal);
  } catch (error) {
    await sayUnread(reader, options, error);
    throw error;
  }
}
async function decide(reader, { statuses, builtIns, config, yieldTo, targetUrl }, signal) {
  const state = await reader.state(signal);
  if (state.state === "closed") return refused("The pull request is closed.");
  const sha = await reader.pinnedHead(signal);
  if (await shouldYield(statuses, sha, yieldTo, signal)) return refused(`${yieldTo} reviews this commit.`);
  const base = (await readConfiguration(reader, config, builtIns, signal)).settings;
  if (!state.draft || base.drafts) return { admitted: true, base };
  await publishSituation(statuses, sha, { kind: "draft", targetUrl }, signal).catch(forgiveReadOnly);
  return refused("A draft is reviewed when it is ready.");
}
function refused(reason) {
  return { admitted: false, reason };
}
async function sayUnread(reader, { statuses, targetUrl, log }, thrown) {
  const signal = AbortSignal.timeout(FINAL_STATUS_MS);
  try {
    const situation = { kind: "refused", reason: `not read: ${messageOf(thrown)}`, targetUrl };
    await publishSituation(statuses, await reader.pinnedHead(signal), situation, signal);
  } catch (error) {
    log.warn("the status could not say that the pull request was not read", { reason: messageOf(error) });
  }
}
function forgiveReadOnly(error) {
  if (!(error instanceof ForgeError) || error.status !== 403) throw error;
}

// src/entry/pull-request/commands/command-event.ts
function commandEventOf(request2) {
  const { pullNumber, actor, closed } = request2;
  if (request2.kind === "command") return { ...request2, pullNumber, actor, closed: request2.closed };
  const { command, commentId, commentKind, inReplyTo = null, line, commentUrl, createdAt } = request2;
  if (command === void 0 || commentId === void 0 || commentKind === void 0) return null;
  if (line === void 0 || commentUrl === void 0 || createdAt === void 0) return null;
  const place = { commentId, commentKind, inReplyTo, line, commentUrl, createdAt };
  return { ...place, pullNumber, actor, closed: closed === true, command };
}

// src/event/command-limits.ts
var DAY_MS = 864e5;
function obeyedWithinDay(obeyed, now) {
  return obeyed.filter(({ at }) => at > now - DAY_MS && at <= now);
}
function refuseCommand({ asksForReview, commentId, obeyed, now }, { cooldownSeconds, perDay }) {
  const others = obeyedWithinDay(obeyed, now).filter((one) => one.commentId !== commentId);
  if (others.length >= perDay) {
    return {
      reason: `${others.length} commands were obeyed on this pull request within a day, and \`commands.per-day\` allows ${perDay}.`,
      once: `daily cap ${new Date(now).toISOString().slice(0, 10)}`
    };
  }
  const last = Math.max(0, ...others.map(({ at }) => at));
  const seconds = Math.ceil((last + cooldownSeconds * 1e3 - now) / 1e3);
  if (!asksForReview || seconds <= 0) return null;
  return {
    reason: `A review was asked for less than ${cooldownSeconds} seconds ago (\`commands.cooldown-seconds\`). Ask again in ${seconds} seconds.`,
    once: `cool-down ${last}`
  };
}

// src/render/dismissal-lines.ts
var PLAIN = /^[A-Za-z][\w./-]*(?: [\w./-]+)*$/;
var KNOWN = /^(?:f1:[0-9a-f]{24}|\d{4}-\d{2}-\d{2})$/;
var WORDS = /* @__PURE__ */ new Set(["true", "false", "null", "yes", "no", "on", "off", "y", "n"]);
var UNSEEN = new RegExp("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u2800]|(?! )\\p{Zs}|<(?=!--)", "gu");
function dismissalLines(finding, reason, by, until) {
  const { fingerprint, ruleId, path } = finding;
  const entries = [
    ["fingerprint", fingerprint],
    ["scope", "finding"],
    // For the reader; the fingerprint is what counts.
    ["rule", ruleId.length > LONGEST_RULE_ID ? void 0 : ruleId],
    ["path", (path ?? "").length > LONGEST_PATH ? void 0 : path],
    ["reason", cutLine(reason, LONGEST_REASON)],
    ["by", by],
    ["until", until]
  ];
  const lines = entries.flatMap(
    ([key, value]) => value === void 0 ? [] : [`${key}: ${scalar(value)}
`]
  );
  return lines.map((line, index) => `${index === 0 ? "- " : "  "}${line}`).join("");
}
function scalar(text) {
  if (KNOWN.test(text) || PLAIN.test(text) && !WORDS.has(text.toLowerCase())) return text;
  return JSON.stringify(text).replace(UNSEEN, escapeCharacter);
}
function escapeCharacter(character) {
  const code = character.codePointAt(0) ?? 0;
  return code > 65535 ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}

// src/render/answers/finding-lines.ts
var MOST_NAMED = 5;
function idOf({ fingerprint }) {
  return fingerprint.slice(3, 11);
}
function placeOf({ path, line }) {
  if (path === void 0) return "the pull request itself";
  return codeSpan(`${cutPath(path, 120)}${line === void 0 ? "" : `:${line}`}`);
}
function rememberedLine(finding) {
  const { severity, title, state } = finding;
  return `- ${codeSpan(idOf(finding))} ${severity} \xB7 ${escapeMarkdownLine(cutLine(title, 90))} \xB7 ${placeOf(finding)}${state === "open" ? "" : ` (${state})`}`;
}
function unknownFinding(id, known) {
  if (known.length === 0)
    return `There is no finding ${codeSpan(id)}: the last review left none, or there was none yet. ${codeSpan("/review")} reviews the pull request.`;
  const nearest = [...known].map((finding) => ({ finding, common: commonLength(id, finding.fingerprint.slice(3)) })).sort((left, right) => right.common - left.common || rankOf(left.finding) - rankOf(right.finding)).slice(0, MOST_NAMED).map(({ finding }) => rememberedLine(finding));
  return `There is no single finding ${codeSpan(id)}. The nearest are:

${nearest.join("\n")}`;
}
function commonLength(left, right) {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return length;
}
function rankOf({ state }) {
  return state === "open" ? 0 : 1;
}

// src/render/answers/order-answers.ts
function dismissedAnswer(finding, reason, by) {
  const lines = dismissalLines(finding, reason, by).trimEnd().split("\n");
  return [
    `Dismissed in this pull request until its code changes: ${codeSpan(idOf(finding))} ${escapeMarkdownLine(cutLine(finding.title, 90))}.`,
    `To make it last, add these lines to ${codeSpan(".github/multi-agent-review/dismissals.yml")} on the base branch:`,
    codeFence(lines, "text")
  ].join("\n\n");
}
function overriddenAnswer(head, reason, by) {
  return `${escapeMarkdownLine(by)} lets ${codeSpan(head.slice(0, 7))} pass: ${escapeMarkdownLine(cutLine(reason, LONGEST_REASON))} \xB7 This holds for that commit and no other: the next push is judged anew.`;
}
function unseenHeadAnswer(head) {
  return `${codeSpan(head.slice(0, 7))} was not overridden: no review of it had begun when you wrote that, so you may have meant an older commit. Look at what the review says of it, then write it again.`;
}
function pausedAnswer() {
  return `Automatic reviews of this pull request are paused: pushes get the status "paused" and no review. Commands still work, and ${codeSpan("/review resume")} starts them again.`;
}
var NOTHING_TO_DO = {
  resume: "Automatic reviews of this pull request are not paused.",
  abort: "No review is running on the newest commit."
};
function closedAnswer() {
  return `This pull request is closed. ${["status", "explain <id>", "help"].map((word) => codeSpan(`/review ${word}`)).join(", ")} still answer; everything else waits until it is open again.`;
}
function notDismissedAnswer(finding) {
  return finding.state === "dismissed" ? `${codeSpan(idOf(finding))} was not dismissed by a command: take its entry out of ${codeSpan(".github/multi-agent-review/dismissals.yml")}, or take back the reaction or resolution beside its line.` : `${codeSpan(idOf(finding))} is not dismissed: it is ${finding.state}.`;
}
function alreadyFixedAnswer(finding) {
  return `${codeSpan(idOf(finding))} is fixed by ${codeSpan((finding.fixedBy ?? "").slice(0, 7))}: there is nothing to dismiss.`;
}

// src/event/command-help.ts
function commandTable() {
  const rows = COMMAND_TABLE.map(({ usage, meaning }) => `| ${codeSpan(usage)} | ${meaning} |`);
  return ["| Command | What it does |", "|---|---|", ...rows].join("\n");
}
function helpText(reviewers) {
  const names = reviewers.map(codeSpan).join(", ");
  const parts = [
    commandTable(),
    ...names === "" ? [] : [`Reviewers: ${names}.`],
    "One command per comment, on its first line, in lower case, by people with write permission."
  ];
  return parts.join("\n\n");
}
function answerUnknown(command) {
  const { word, nearest, problem } = command;
  const said = `${codeSpan(`/review ${word}`)} ${escapeMarkdownLine(problem)}`;
  return nearest === null ? `${said}; ${codeSpan("/review help")} lists all commands.` : `${said}; the nearest command is ${codeSpan(usageOf(nearest))}.`;
}
function answerNotYet({ option }) {
  return `${codeSpan(`/review ${option}`)} is not available yet; ${codeSpan("/review help")} lists what is.`;
}
function usageOf(word) {
  return COMMAND_TABLE.find((row) => row.word === word)?.usage ?? `/review ${word}`;
}

// src/render/answers/status-answer.ts
function statusAnswer(standing) {
  const { head, status, reviewedHead, pausedBy, override: override2, dismissals, commentUrl, notes } = standing;
  const commit = codeSpan(head.slice(0, 7));
  const lines = [
    status === null ? `No review of ${commit} has begun.` : `${commit}: **${status.state}** since ${codeSpan(cutLine(status.createdAt, 30))}: ${linked(status)}`,
    reviewedLine(standing),
    ...reviewedHead === null ? [] : [findingsLine(standing)],
    ...pausedBy === null ? [] : [
      `Automatic reviews are paused by ${escapeMarkdownLine(pausedBy)}; ${codeSpan("/review resume")} starts them again.`
    ],
    ...override2 === null ? [] : [overrideLine(override2)],
    ...dismissals === 0 ? [] : [`${formatCount(dismissals, "dismissal")} by commands of this pull request.`],
    ...commentUrl === null ? [] : [markdownLink("The review comment", commentUrl)],
    ...notes.map((note) => escapeMarkdownLine(note))
  ];
  return lines.map((line) => `- ${line}`).join("\n");
}
function linked({ description, targetUrl }) {
  return markdownLink(escapeMarkdownLine(cutLine(description, 200)), targetUrl);
}
function reviewedLine({ head, reviewedHead }) {
  if (reviewedHead === null) return "No review of this pull request has ended yet, or what it left is gone.";
  return reviewedHead === head ? "This commit was reviewed to its end." : `The last commit that was reviewed to its end is ${codeSpan(reviewedHead.slice(0, 7))}.`;
}
function findingsLine({ findings }) {
  const count = (state) => findings.filter((one) => one.state === state).length;
  return `Findings: ${count("open")} open, ${count("fixed")} fixed, ${count("dismissed")} dismissed.`;
}
function overrideLine({ by, reason, head }) {
  return `Overridden by ${escapeMarkdownLine(by)} for ${codeSpan(head.slice(0, 7))}, and no other commit: ${escapeMarkdownLine(reason)}`;
}

// src/entry/pull-request/recall-orders.ts
function lineDigest(line) {
  return digestOf(line.trimEnd()).slice(0, 32);
}
async function recallOrders(orders, { conversation, said, permissions, head }, signal) {
  const notes = [];
  const witnessed = [];
  for (const order of orders) {
    const found = witness(order, { conversation, said });
    if (typeof found === "string") notes.push(found);
    else if (order.kind === "override" && order.head !== head)
      notes.push(
        `The override by ${found.comment.author} was for ${order.head.slice(0, 7)} and ended with that commit.`
      );
    else witnessed.push(found);
  }
  const permitted = /* @__PURE__ */ new Map();
  for (const { comment } of witnessed)
    if (!permitted.has(comment.author))
      permitted.set(comment.author, mayTrigger(await permissions.permissionOf(comment.author, signal)));
  const dismissals = [];
  let override2 = null;
  let pausedBy = null;
  for (const { order, comment, command } of witnessed) {
    const { author: by, url: source } = comment;
    if (permitted.get(by) !== true)
      notes.push(`${nameOf(order)} by ${by} no longer counts: ${by} has no write permission.`);
    else if (order.kind === "pause") pausedBy = by;
    else if (order.kind === "override" && command.kind === "override")
      override2 = { by, reason: command.reason, head, source };
    else if (order.kind === "dismiss" && command.kind === "dismiss")
      dismissals.push(dismissalOf(order.fingerprint, command.reason, comment));
  }
  return { dismissals, override: override2, pausedBy, notes };
}
function witness(order, { conversation: { comments, threads }, said }) {
  const among = order.commentKind === "conversation" ? comments : (threads ?? []).flatMap(({ comments: inThread }) => inThread);
  const isSaid = said?.said.id === order.commentId && said.commentKind === order.commentKind;
  const comment = among.find(({ id }) => id === order.commentId) ?? (isSaid ? said.said : void 0);
  if (comment === void 0 && order.commentKind === "review" && threads === null)
    return `${nameOf(order)} does not count in this run: the review threads could not be read.`;
  if (comment === void 0) return `${nameOf(order)} no longer counts: its comment is gone.`;
  const line = firstOwnLine(comment.body);
  const command = line === null ? null : parseCommand(line, []);
  const isSame = line !== null && lineDigest(line) === order.line && command?.kind === order.kind;
  const isMeant = order.kind !== "dismiss" || command?.kind === "dismiss" && order.fingerprint.startsWith(`f1:${command.id}`);
  if (command === null || !isSame || !isMeant)
    return `${nameOf(order)} by ${comment.author} no longer counts: its comment was edited.`;
  return { order, comment, command };
}
function dismissalOf(fingerprint, reason, { author, url }) {
  return { fingerprint, scope: "finding", reason, by: author, until: null, origin: "comment", source: url };
}
function nameOf(order) {
  if (order.kind === "pause") return "The pause";
  return order.kind === "override" ? "The override" : `The dismissal of ${order.fingerprint.slice(3, 11)}`;
}

// src/render/answers/explain-answer.ts
var MOST_TEXT = 4e3;
var MOST_REFERENCES = 8;
function explainAnswer({ finding, carried, rule, dismissal }) {
  const { reviewer, ruleId, severity, origin } = finding;
  const title = escapeMarkdownLine(cutLine(finding.title, 120));
  const head = `**${title}** \u2014 ${placeOf(finding)} \xB7 ${codeSpan(idOf(finding))}`;
  const by = origin === "model" ? "a model" : `rule ${codeSpan(cutLine(ruleId, 100))}`;
  const facts = `${severity} \xB7 reviewer ${codeSpan(cutLine(reviewer, 60))} \xB7 found by ${by} \xB7 ${stateOf(finding, dismissal)}`;
  const parts = [
    head,
    facts,
    ...carried === null ? [] : textsOf(carried),
    ...rule === null ? [] : ruleTexts(rule),
    ...carried === null && rule === null ? ["The review comment holds its explanation and its proof; this check has no text of its own."] : []
  ];
  return parts.join("\n\n");
}
function stateOf({ state, fixedBy }, dismissal) {
  if (state === "fixed") return `fixed by ${codeSpan((fixedBy ?? "").slice(0, 7))}`;
  if (dismissal !== null) {
    const { by, reason, source } = dismissal;
    const who = markdownLink(escapeMarkdownLine(cutLine(by, 60)), source);
    return `dismissed by ${who}: ${escapeMarkdownLine(reason)}`;
  }
  return state;
}
function textsOf({ explanation, failureScenario, fix }) {
  return [
    foreign(explanation),
    `**What goes wrong:** ${foreign(failureScenario)}`,
    `**What to do:** ${foreign(fix)}`
  ];
}
function ruleTexts({ message, why, failureScenario, fix, references, cwe }) {
  const links = references.slice(0, MOST_REFERENCES).map((reference) => `- ${markdownLink(escapeMarkdownLine(cutLine(reference, 200)), reference)}`);
  return [
    foreign(`${message} ${why}`),
    `**What goes wrong:** ${foreign(failureScenario)}`,
    `**What to do:** ${foreign(fix)}`,
    ...cwe === void 0 ? [] : [`Weakness: ${codeSpan(cwe)}`],
    ...links.length === 0 ? [] : [`See also

${links.join("\n")}`]
  ];
}
function foreign(text) {
  return escapeMarkdown(cutText(text, MOST_TEXT));
}

// src/entry/pull-request/commands/explain-remembered.ts
function explainRemembered(finding, memory, { rules, dismissals: configured }, dismissals) {
  const { ruleId, title, path, fingerprint } = finding;
  const carried = memory?.carried.find(
    (one) => one.ruleId === ruleId && one.title === title && one.path === path
  );
  return explainAnswer({
    finding,
    carried: carried ?? null,
    rule: rules.find((rule) => rule.id === ruleId) ?? null,
    dismissal: [...dismissals, ...configured].find((one) => one.fingerprint === fingerprint) ?? null
  });
}

// src/entry/pull-request/commands/find-remembered.ts
function findRemembered(memory, id) {
  const matching = (memory?.findings ?? []).filter(({ fingerprint }) => fingerprint.startsWith(`f1:${id}`));
  const [first = null] = matching;
  return matching.length === 1 ? first : null;
}

// src/entry/pull-request/commands/answer-question.ts
async function answerQuestion(heard, signal) {
  const { event, configuration } = heard;
  const { command } = event;
  switch (command.kind) {
    case "help":
      return helpText(configuration.reviewers.map(({ name }) => name));
    case "unknown":
      return answerUnknown(command);
    case "not-yet":
      return answerNotYet(command);
    case "status":
      return answerStatus(heard, signal);
    case "explain":
      return explain(heard, command.id, signal);
    default:
      return null;
  }
}
async function ordersOf({ read, conversation, world, reader }, signal) {
  const { permissions } = world.forge;
  const head = await reader.pinnedHead(signal);
  return recallOrders(read.state?.orders ?? [], { conversation, said: null, permissions, head }, signal);
}
async function answerStatus(heard, signal) {
  const { reader, read, sticky, world } = heard;
  const head = await reader.pinnedHead(signal);
  const { dismissals, ...orders } = await ordersOf(heard, signal);
  return statusAnswer({
    head,
    status: await world.forge.statuses.newest(head, signal),
    reviewedHead: read.state?.memory?.head ?? (read.state?.head || null),
    findings: read.state?.memory?.findings ?? [],
    ...orders,
    dismissals: dismissals.length,
    commentUrl: sticky?.url ?? null
  });
}
async function explain(heard, id, signal) {
  const { read, configuration } = heard;
  const memory = read.state?.memory ?? null;
  const finding = findRemembered(memory, id);
  if (finding === null) return unknownFinding(id, memory?.findings ?? []);
  const { dismissals } = finding.state === "dismissed" ? await ordersOf(heard, signal) : { dismissals: [] };
  return explainRemembered(finding, memory, configuration, dismissals);
}

// src/entry/pull-request/commands/record-orders.ts
function placeOfOrder({ commentId, commentKind, line }) {
  return { commentId, commentKind, line: lineDigest(line) };
}
async function recordOrders({ event, world, ownId, stateKey }, { change, obeyed, placeholder }, signal) {
  if (ownId === null) return null;
  const comments = world.forge.comments(event.pullNumber);
  const own = ownComments(await comments.list(signal), ownId);
  const read = readComment(own[0]?.body ?? `${COMMENT_MARKER}
${placeholder}`, stateKey);
  const orders = change(read.state?.orders ?? []);
  const before = (read.state?.obeyed ?? []).filter(({ commentId }) => commentId !== obeyed?.commentId);
  const times = obeyed === null ? before : [...before, obeyed];
  await upsertComment(comments, own, withOrders(read, orders, times, stateKey), ownId, signal);
  return { orders, commentKind: event.commentKind, said: saidBy(event) };
}
function saidBy({ commentId, actor, line, commentUrl, createdAt }) {
  return {
    id: commentId,
    authorId: null,
    author: actor,
    body: line,
    url: commentUrl,
    createdAt,
    edited: false
  };
}

// src/entry/pull-request/commands/give-order.ts
var ON_ITS_WAY = "A review of this pull request is on its way.";
async function giveOrder(heard, command, obeyed, signal) {
  switch (command.kind) {
    case "pause":
      return pause(heard, signal);
    case "abort":
      return abort(heard, signal);
    case "resume":
      return resume(heard, obeyed, signal);
    case "override":
      return override(heard, command.reason, obeyed, signal);
    case "dismiss":
      return dismiss(heard, command, obeyed, signal);
    case "undismiss":
      return undismiss(heard, command.id, obeyed, signal);
  }
}
async function pause(heard, signal) {
  const { event, world, reader } = heard;
  const pausing = { ...placeOfOrder(event), kind: "pause" };
  await recordOrders(
    heard,
    {
      change: (orders) => [...orders.filter(({ kind }) => kind !== "pause"), pausing],
      obeyed: null,
      placeholder: `Automatic reviews are paused by ${escapeMarkdownLine(event.actor)}.`
    },
    signal
  );
  const situation = { kind: "paused", by: event.actor, targetUrl: world.targetUrl };
  await publishSituation(world.forge.statuses, await reader.pinnedHead(signal), situation, signal);
  await heard.answer(pausedAnswer());
  return null;
}
async function abort(heard, signal) {
  const { event, world, reader } = heard;
  const head = await reader.pinnedHead(signal);
  const newest = await world.forge.statuses.newest(head, signal);
  if (newest?.state !== "pending" || !newest.description.startsWith("reviewing")) {
    await heard.answer(NOTHING_TO_DO.abort);
    return null;
  }
  const situation = { kind: "aborted", by: event.actor, targetUrl: world.targetUrl };
  await publishSituation(world.forge.statuses, head, situation, signal);
  return null;
}
async function resume(heard, obeyed, signal) {
  if (heard.read.state?.orders.some(({ kind }) => kind === "pause") !== true) {
    await heard.answer(NOTHING_TO_DO.resume);
    return null;
  }
  const change = (orders) => orders.filter(({ kind }) => kind !== "pause");
  return recordOrders(heard, { change, obeyed, placeholder: ON_ITS_WAY }, signal);
}
async function override(heard, reason, obeyed, signal) {
  const { event, world, reader, ownId } = heard;
  const head = await reader.pinnedHead(signal);
  const written = Date.parse(event.createdAt);
  const seen = (await world.forge.statuses.recent(head, signal)).some(
    ({ creatorId, createdAt }) => creatorId === ownId && Date.parse(createdAt) <= written
  );
  if (!seen) {
    await heard.answer(unseenHeadAnswer(head));
    return null;
  }
  const given = { ...placeOfOrder(event), kind: "override", head };
  const change = (orders) => [...orders.filter(({ kind }) => kind !== "override"), given];
  const recorded = await recordOrders(heard, { change, obeyed, placeholder: ON_ITS_WAY }, signal);
  await heard.answer(overriddenAnswer(head, reason, event.actor));
  return recorded;
}
async function dismiss(heard, { id, reason }, obeyed, signal) {
  const { event, read } = heard;
  const memory = read.state?.memory ?? null;
  const finding = findRemembered(memory, id);
  if (finding === null || finding.state === "fixed") {
    const known = memory?.findings ?? [];
    await heard.answer(finding === null ? unknownFinding(id, known) : alreadyFixedAnswer(finding));
    return null;
  }
  const { fingerprint } = finding;
  const given = { ...placeOfOrder(event), kind: "dismiss", fingerprint };
  const change = (orders) => [...withoutDismissal(orders, fingerprint), given];
  const recorded = await recordOrders(heard, { change, obeyed, placeholder: ON_ITS_WAY }, signal);
  await heard.answer(dismissedAnswer(finding, reason, event.actor));
  return recorded;
}
async function undismiss(heard, id, obeyed, signal) {
  const { state } = heard.read;
  const finding = findRemembered(state?.memory ?? null, id);
  if (finding === null) {
    await heard.answer(unknownFinding(id, state?.memory?.findings ?? []));
    return null;
  }
  const { fingerprint } = finding;
  const change = (orders) => withoutDismissal(orders, fingerprint);
  if (state === null || change(state.orders).length === state.orders.length) {
    await heard.answer(notDismissedAnswer(finding));
    return null;
  }
  return recordOrders(heard, { change, obeyed, placeholder: ON_ITS_WAY }, signal);
}
function withoutDismissal(orders, fingerprint) {
  return orders.filter((order) => order.kind !== "dismiss" || order.fingerprint !== fingerprint);
}

// src/publish/answer-command.ts
var MOST_CHARACTERS = 6e4;
var START = "<!-- multi-agent-review answer ";
async function answerCommand(comments, { commentId, text, once }, listed, authorId, signal) {
  const first = `${START}${commentId} -->`;
  const second = once === void 0 ? null : `<!-- ${once} -->`;
  const isSaid = (one) => {
    const [marker = "", next = ""] = one.body.split(/\r?\n/, 2);
    if (one.authorId !== authorId || !marker.startsWith(START)) return false;
    return marker === first || second !== null && next === second;
  };
  if (listed.some(isSaid)) return "said before";
  const head = second === null ? first : `${first}
${second}`;
  const created = await comments.create(`${head}
${cutText(text, MOST_CHARACTERS)}
`, authorId, signal);
  const earlier = (await comments.list(signal)).some((one) => isSaid(one) && one.id < created.id);
  if (!earlier) return "answered";
  await comments.remove?.(created.id, signal);
  return "said before";
}

// src/adapters/state/make-state-seal.ts
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
var MOST_BYTES = 2e6;
var MOST_PACKED = 65536;
var SIGNATURE_BYTES = 16;
var UNSIGNED = "0";
function makeStateSeal(secret) {
  const key = secret === null || secret === "" ? null : Buffer.from(hkdfSync("sha256", secret, "", "multi-agent-review comment state", 32));
  const sign = (body, about) => key === null ? null : createHmac("sha256", key).update(`${about.length}:${about}${body}`).digest().subarray(0, SIGNATURE_BYTES).toString("base64");
  return {
    pack: (text, about) => {
      const body = deflateRawSync(text, { level: 9 }).toString("base64");
      return `${sign(body, about) ?? UNSIGNED}.${body}`;
    },
    open: (packed, about) => {
      const [, signature, body] = /^([\w+/=]{1,64})\.([\w+/=]+)$/.exec(packed) ?? [];
      if (signature === void 0 || body === void 0 || packed.length > MOST_PACKED) return null;
      const text = inflate(body);
      if (text === null) return null;
      const expected = sign(body, about);
      return { text, isSigned: expected !== null && isEqual(signature, expected) };
    }
  };
}
function inflate(body) {
  try {
    const bytes = inflateRawSync(Buffer.from(body, "base64"), { maxOutputLength: MOST_BYTES });
    return bytes.toString("utf8");
  } catch {
    return null;
  }
}
function isEqual(left, right) {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

// src/entry/pull-request/ask-once.ts
function askOnce(permissions) {
  const asked = /* @__PURE__ */ new Map();
  return {
    permissionOf: (login, signal) => {
      const known = asked.get(login) ?? permissions.permissionOf(login, signal);
      asked.set(login, known);
      return known;
    }
  };
}

// src/entry/pull-request/recall-thread-dismissals.ts
var MOST_LOGINS = 20;
async function recallThreadDismissals(threads, authorId, permissions, signal) {
  const voices = voicesIn(ownThreads(threads, authorId), authorId);
  const logins = [...new Set(voices.map(({ login }) => login))].slice(0, MOST_LOGINS);
  const mayDismiss = /* @__PURE__ */ new Set();
  for (const login of logins)
    if (mayTrigger(await permissions.permissionOf(login, signal))) mayDismiss.add(login);
  return dismissalsOf(voices, mayDismiss);
}
function voicesIn(own, authorId) {
  const resolved = own.flatMap((one) => {
    const { isResolved, resolvedBy } = one.thread;
    if (!isResolved || resolvedBy === null || resolvedBy.id === authorId) return [];
    return one.marker.state === "open" ? [{ login: resolvedBy.login, reason: RESOLVED, own: one }] : [];
  });
  const thumbs = own.flatMap(
    (one) => one.thread.thumbsDown.map((login) => ({ login, reason: "\u{1F44E}", own: one }))
  );
  return [...resolved, ...thumbs];
}
var RESOLVED = "resolved the thread";
function dismissalsOf(voices, mayDismiss) {
  const byFingerprint = /* @__PURE__ */ new Map();
  for (const { login, reason, own } of voices) {
    const { fingerprint } = own.marker;
    if (!mayDismiss.has(login) || byFingerprint.has(fingerprint)) continue;
    byFingerprint.set(fingerprint, {
      fingerprint,
      scope: "finding",
      reason,
      by: login,
      until: null,
      origin: "reaction",
      source: own.comment.url
    });
  }
  return [...byFingerprint.values()];
}

// src/entry/pull-request/run-halted.ts
var RunHalted = class extends Error {
  reason;
  /** The newest status says it already. */
  isSaid;
  constructor(reason, isSaid) {
    super(reason.by === null ? reason.kind : `${reason.kind} by ${reason.by}`);
    this.name = "RunHalted";
    this.reason = reason;
    this.isSaid = isSaid;
  }
};

// src/entry/pull-request/recall-review.ts
var AUTOMATIC = {
  widenBecause: [],
  reviewersAgain: [],
  fullWhenUnchanged: false,
  isAutomatic: true
};
async function stateKeyOf(reader, secret, signal) {
  const { repositoryId, number } = await reader.state(signal);
  return { seal: makeStateSeal(secret), about: `${repositoryId}/${number}` };
}
function recallReview(reader, { own, stateKey, occasion, recorded, permissions, log }) {
  return async ({ head }, signal) => {
    if (!own.canWrite) return NOTHING_RECALLED;
    try {
      const conversation = await reader.conversation(signal);
      const [oldest] = ownComments(conversation.comments, own.authorId);
      const { state, isSigned } = oldest === void 0 ? { state: null, isSigned: false } : readComment(oldest.body, stateKey);
      const asked = askOnce(permissions);
      const witnesses = { conversation, said: recorded, permissions: asked, head: own.sha };
      const { pausedBy, ...ordered } = await recallOrders(
        recorded?.orders ?? state?.orders ?? [],
        witnesses,
        signal
      );
      if (pausedBy !== null && occasion.isAutomatic && recorded === null)
        throw new RunHalted({ kind: "paused", by: pausedBy }, false);
      const { threads } = conversation;
      const ofThreads = await recallThreadDismissals(threads ?? [], own.authorId, asked, signal);
      const orders = {
        ...ordered,
        dismissals: [...ordered.dismissals, ...ofThreads],
        notes: [...ordered.notes, ...threads === null && state?.posted.length ? [THREADS_UNREAD] : []]
      };
      const memory = state?.memory ?? null;
      if (memory === null) return { earlier: null, orders };
      const widenBecause = [...occasion.widenBecause, ...historyReasons(memory, head.sha, conversation)];
      const known = { ...occasion, memory, isTrusted: isSigned, widenBecause };
      return { earlier: { ...known, linesSince: await linesSince(reader, known, log, signal) }, orders };
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      log.warn("the last review could not be recalled", { reason: messageOf(error) });
      return NOTHING_RECALLED;
    }
  };
}
async function linesSince(reader, { memory, isTrusted, widenBecause, fullWhenUnchanged }, log, signal) {
  if (memory.seenHead === await reader.pinnedHead(signal)) return 0;
  if (!isTrusted || fullWhenUnchanged || widenBecause.length > 0 || memory.modelsDigest === null) return null;
  try {
    return await reader.linesSince(memory.seenHead, signal);
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    log.warn("what was pushed since the last review could not be counted", { reason: messageOf(error) });
    return null;
  }
}
var THREADS_UNREAD = "The review threads could not be read: a \u{1F44E} or a resolved thread does not count in this run, and comments on fixed findings stay as they are.";
function historyReasons(memory, head, { commits }) {
  const isKept = memory.head === head || commits?.includes(memory.head) === true;
  return isKept ? [] : ["the history was rewritten by a rebase, an amended commit or a force-push"];
}

// src/entry/pull-request/commands/hear-command.ts
var MAY_NOT_WRITE = "The command could not be answered: the token may not write here. On pull requests from forks GitHub gives no more to events beside a line; write the command in the conversation.";
var UNREADABLE = { text: "", state: null, isSigned: false };
async function hearCommand(event, world, signal) {
  const { forge } = world;
  const name = commandName(event.command);
  if (!mayTrigger(await forge.permissions.permissionOf(event.actor, signal)))
    return `The command "${name}" was not obeyed: it takes write permission.`;
  const reader = forge.pullRequest(event.pullNumber, null);
  const head = await reader.pinnedHead(signal);
  if (await shouldYield(forge.statuses, head, world.yieldTo, signal))
    return `The command "${name}" is left to ${world.yieldTo}.`;
  const configuration = await readConfiguration(reader, null, world.shipped.builtIns, signal);
  if (!configuration.settings.commands.enabled)
    return `The command "${name}" was not obeyed: commands.enabled is false in the base configuration.`;
  const reacted = await forge.reactions.react(event, "eyes", signal);
  const conversation = await reader.conversation(signal);
  const ownId = reacted ?? conversation.newestStatus?.creatorId ?? null;
  const stateKey = await stateKeyOf(reader, world.stateSecret, signal);
  const [sticky = null] = ownId === null ? [] : ownComments(conversation.comments, ownId);
  return {
    event: { ...event, command: readAgain(event, configuration) },
    world,
    reader,
    configuration,
    conversation,
    ownId,
    stateKey,
    sticky,
    read: sticky === null ? UNREADABLE : readComment(sticky.body, stateKey),
    answer: (text, once) => answer(event, { world, conversation, ownId, text, once }, signal)
  };
}
function readAgain({ command, line }, { reviewers }) {
  if (command.kind !== "unknown") return command;
  return parseCommand(
    line,
    reviewers.map(({ name }) => name)
  ) ?? command;
}
async function answer({ pullNumber, commentId, commentKind, inReplyTo }, { world: { forge, say: say2 }, conversation, ownId, text, once }, signal) {
  if (ownId === null) {
    say2.line(MAY_NOT_WRITE);
    return;
  }
  const isBeside = commentKind === "review";
  const comments = isBeside ? forge.replies(pullNumber, inReplyTo ?? commentId) : forge.comments(pullNumber);
  const listed = isBeside ? await comments.list(signal) : conversation.comments;
  await answerCommand(
    comments,
    { commentId, text, ...once === void 0 ? {} : { once } },
    listed,
    ownId,
    signal
  );
}

// src/entry/pull-request/commands/obey-command.ts
async function obeyCommand(event, world, signal) {
  const heard = await hearCommand(event, world, signal);
  if (typeof heard === "string") {
    world.say.line(heard);
    return null;
  }
  try {
    return await carryOut(heard, signal);
  } catch (error) {
    if (!(error instanceof ForgeError) || error.status !== 403) throw error;
    world.say.line(`${MAY_NOT_WRITE} ${error.message}`);
    return null;
  }
}
async function carryOut(heard, signal) {
  const { command, closed } = heard.event;
  heard.world.say.line(`The command "${commandName(command)}" is obeyed.`);
  const answer2 = await answerQuestion(heard, signal);
  if (answer2 !== null) {
    await heard.answer(answer2);
    return null;
  }
  if (closed) {
    await heard.answer(closedAnswer());
    return null;
  }
  return startRun(heard, command, signal);
}
async function startRun(heard, command, signal) {
  const { event, reader, configuration, ownId } = heard;
  const now = systemClock.now();
  const obeyed = { commentId: event.commentId, at: now };
  const isReview = command.kind === "review";
  if (!isReview && ownId === null) {
    await heard.answer("");
    return null;
  }
  const refusal = isFree(command) ? null : await refusalOf(heard, configuration.settings, now, signal);
  if (refusal !== null) {
    await heard.answer(refusal.reason, refusal.once);
    return null;
  }
  const asked = { reader, askedBy: event.actor, obeyed, answer: sayPlainly(heard) };
  if (isReview) return { ...asked, command, recorded: null };
  const recorded = isOrder(command) ? await giveOrder(heard, command, obeyed, signal) : null;
  return recorded === null ? null : { ...asked, command: null, recorded };
}
function sayPlainly(heard) {
  return (text) => heard.answer(escapeMarkdownLine(text));
}
function isFree({ kind }) {
  return kind === "abort" || kind === "pause";
}
function isOrder(command) {
  return ["pause", "resume", "abort", "dismiss", "undismiss", "override"].includes(command.kind);
}
async function refusalOf(heard, settings, now, signal) {
  const { event, read, reader, conversation, ownId, world } = heard;
  const { newestStatus } = conversation;
  const statuses = read.state === null ? await world.forge.statuses.recent(await reader.pinnedHead(signal), signal) : newestStatus === null ? [] : [newestStatus];
  const isAsked = ({ creatorId, state, description, targetUrl }) => creatorId === ownId && state === "pending" && description.startsWith(ASKED) && (targetUrl === null || pageOf(targetUrl) !== pageOf(world.targetUrl ?? ""));
  const ofStatuses = statuses.filter(isAsked).map(({ createdAt }) => ({ commentId: 0, at: Date.parse(createdAt) }));
  const obeyed = [...read.state?.obeyed ?? [], ...ofStatuses];
  const rate = { commentId: event.commentId, obeyed: obeyedWithinDay(obeyed, now), now };
  return refuseCommand({ ...rate, asksForReview: event.command.kind === "review" }, settings.commands);
}
function pageOf(targetUrl) {
  return targetUrl.split("?", 1)[0] ?? "";
}

// src/publish/show-progress-comment.ts
var EVERY_MS = 1e4;
var MOST_CHARACTERS2 = 65e3;
function showProgressComment(comments, claim2, { clock, log }, signal) {
  const agents = /* @__PURE__ */ new Map();
  let written = "";
  let underWay = Promise.resolve();
  let cancel = () => {
  };
  let isFinished = !claim2.canWrite;
  let isShown = false;
  const write = async (run) => {
    const render = (earlier) => renderProgressComment(run, [...agents.values()], earlier);
    const text = render(null);
    if (agents.size === 0 || text === written) return;
    const own = ownComments(await comments.list(signal), run.authorId);
    const body = own[0] === void 0 ? text : aboveEarlier(own[0].body, render);
    if (isFinished) return;
    isShown = true;
    await upsertComment(comments, own, body, run.authorId, signal);
    written = text;
  };
  const next = () => {
    if (isFinished || !claim2.canWrite) return;
    cancel = clock.after(EVERY_MS, () => {
      underWay = write(claim2).catch((error) => {
        if (!(error instanceof ForgeError)) isFinished = true;
        log.debug("the progress could not be shown", { reason: messageOf(error) });
      }).then(next);
    });
  };
  next();
  return {
    isShown: () => isShown,
    agent: (status) => void agents.set(status.agent, status),
    finish: async () => {
      isFinished = true;
      cancel();
      await underWay;
    }
  };
}
function aboveEarlier(body, render) {
  const both = withSameState(render(earlierReport(visibleText(body))), body);
  return both.length <= MOST_CHARACTERS2 ? both : withSameState(render(null), body);
}

// src/entry/pull-request/publish-pull-request.ts
async function publishPullRequest({ report, memory }, { reader, own, key, commands, stateKey, obeyed, resolveThreads }, { forge, say: say2 }, signal) {
  const { number, isFork } = await reader.state(signal);
  const { files } = await reader.changes(signal);
  const sayUnread2 = (error) => {
    say2.line(`warning: the pull request could not be read again: ${messageOf(error)}`);
    return null;
  };
  const now = await reader.now(signal).catch(sayUnread2);
  const current = now ?? await reader.refresh(signal).catch(sayUnread2);
  const ports = {
    comments: forge.comments(number),
    reviews: forge.reviews(number),
    statuses: forge.statuses,
    threads: forge.threads
  };
  const options = {
    claim: own,
    files,
    currentHead: current?.headSha ?? null,
    now,
    key,
    isFork,
    blobUrl: (path, line, endLine) => forge.blobUrl(own.sha, path, line, endLine),
    commands,
    memory,
    stateKey,
    obeyed,
    resolveThreads
  };
  return publishReport(report, ports, options, signal);
}

// src/adapters/osv/read-answers.ts
var ID = /^[A-Za-z][A-Za-z0-9_.:-]{2,60}$/;
var MOST_IDS = 100;
var LONGEST_SUMMARY = 200;
function recordOf(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
function listOf(value) {
  return Array.isArray(value) ? value : [];
}
function textOf(value) {
  return typeof value === "string" ? value : "";
}
function readBatch(text, questions) {
  const results = recordOf(JSON.parse(text)).results;
  if (!Array.isArray(results) || results.length !== questions)
    throw new Error("the answer of OSV does not fit the question");
  return results.map(
    (result) => listOf(recordOf(result).vulns).map((one) => textOf(recordOf(one).id)).filter((id) => ID.test(id)).slice(0, MOST_IDS)
  );
}
function readVulnerability(text, id) {
  const answer2 = recordOf(JSON.parse(text));
  const word = textOf(recordOf(answer2.database_specific).severity).toLowerCase();
  const summary = textOf(answer2.summary) || (textOf(answer2.details).split("\n", 1)[0] ?? "");
  return {
    id,
    summary: summary.replace(/\s+/g, " ").trim().slice(0, LONGEST_SUMMARY),
    severity: SEVERITIES.get(word) ?? "unknown",
    fixedIn: fixedIn(answer2)
  };
}
var SEVERITIES = /* @__PURE__ */ new Map([
  ["critical", "critical"],
  ["high", "high"],
  ["moderate", "medium"],
  ["medium", "medium"],
  ["low", "low"]
]);
function fixedIn(answer2) {
  const fixed = listOf(answer2.affected).flatMap((affected) => listOf(recordOf(affected).ranges)).flatMap((range) => listOf(recordOf(range).events)).map((event) => textOf(recordOf(event).fixed)).filter((version) => /^[\w.+-]{1,40}$/.test(version));
  return fixed.at(-1) ?? "";
}

// src/adapters/osv/make-advisories.ts
var OSV = "https://api.osv.dev";
var BATCH = 1e3;
var MOST_QUESTIONS = 5e3;
var MOST_DETAILS = 40;
var DETAILS_AT_ONCE = 8;
var MOST_CHARACTERS3 = 1e7;
function makeAdvisories({ timeLimitMs = 6e3 } = {}) {
  const known = /* @__PURE__ */ new Map();
  const details = /* @__PURE__ */ new Map();
  return {
    lookUp: async (questions, signal) => {
      if (questions.length > MOST_QUESTIONS)
        return { kind: "unavailable", reason: `more than ${MOST_QUESTIONS} packages change at once` };
      const limit = AbortSignal.any([signal, AbortSignal.timeout(timeLimitMs)]);
      try {
        const open = questions.filter((one) => !known.has(keyOf(one)));
        for (let start = 0; start < open.length; start += BATCH) {
          const batch = open.slice(start, start + BATCH);
          const ids = await askBatch(batch, limit);
          for (const [index, one] of batch.entries()) known.set(keyOf(one), ids[index] ?? []);
        }
        const wanted = [...new Set(questions.flatMap((one) => known.get(keyOf(one)) ?? []))];
        await fetchDetails(wanted.filter((id) => !details.has(id)).slice(0, MOST_DETAILS), details, limit);
        const vulnerabilities = questions.map(
          (one) => (known.get(keyOf(one)) ?? []).map((id) => details.get(id) ?? bare(id))
        );
        return { kind: "checked", vulnerabilities };
      } catch (thrown) {
        return { kind: "unavailable", reason: reasonOf(thrown, timeLimitMs) };
      }
    }
  };
}
var keyOf = ({ ecosystem, name, version }) => `${ecosystem}
${name}
${version}`;
function bare(id) {
  return { id, summary: "", severity: "unknown", fixedIn: "" };
}
async function askBatch(batch, signal) {
  const queries = batch.map(({ ecosystem, name, version }) => ({ package: { ecosystem, name }, version }));
  const text = await request("/v1/querybatch", signal, JSON.stringify({ queries }));
  return readBatch(text, batch.length);
}
async function fetchDetails(ids, details, signal) {
  for (let start = 0; start < ids.length; start += DETAILS_AT_ONCE) {
    const some = ids.slice(start, start + DETAILS_AT_ONCE);
    const answers = await Promise.allSettled(
      some.map((id) => request(`/v1/vulns/${encodeURIComponent(id)}`, signal))
    );
    for (const [index, answer2] of answers.entries()) {
      const id = some[index] ?? "";
      details.set(id, answer2.status === "fulfilled" ? readVulnerability(answer2.value, id) : bare(id));
    }
  }
}
async function request(path, signal, body) {
  const response = await fetch(`${OSV}${path}`, {
    method: body === void 0 ? "GET" : "POST",
    // The answer of another host is not OSV's.
    redirect: "error",
    signal,
    ...body === void 0 ? {} : { body, headers: { "content-type": "application/json" } }
  });
  if (!response.ok) throw new Error(`OSV answered ${response.status}`);
  const text = await response.text();
  if (text.length > MOST_CHARACTERS3) throw new Error("the answer of OSV is too long");
  return text;
}
function reasonOf(thrown, timeLimitMs) {
  if (thrown instanceof Error && thrown.name === "TimeoutError")
    return `OSV took longer than ${timeLimitMs} ms`;
  if (thrown instanceof Error && thrown.name === "TypeError") return "OSV could not be reached";
  return messageOf(thrown);
}

// src/entry/pull-request/skip-reason.ts
function skipReason(skip, state) {
  const label = skip.labels.find((name) => state.labels.includes(name));
  if (label !== void 0) return `the label "${label}"`;
  if (skip.authors.includes(state.author)) return `the author ${state.author}`;
  const title = skip.titles.find((text) => state.title.toLowerCase().includes(text.toLowerCase()));
  return title === void 0 ? null : `the title contains "${title}"`;
}

// src/entry/pull-request/run-pull-request-review.ts
async function runPullRequestReview(reader, { base, order, progress, recall, pendingFor, guard = (setup) => setup }, world, signal) {
  const overrides = overridesOf(order, base, await reader.state(signal), world.say.line);
  const { review } = await import("./chunks/review-L4ZLEG7Q.js");
  const grammars = world.grammars ?? openGrammars(world.assets);
  try {
    const { builtIns, patterns } = world.shipped;
    const { models, modelMissing, config, given } = order;
    const tool = { name: "multi-agent-review", version: "0.1.0" };
    const ports = {
      source: reader,
      grammars,
      advisories: makeAdvisories(),
      progress,
      clock: systemClock,
      log: world.log,
      recall: recall ?? null,
      pendingFor: pendingFor ?? null,
      openModels: models === null ? null : async () => guard(await openModels(models))
    };
    const { report, memory } = await review(
      { overrides, modelMissing, tool, builtIns, patterns, config, given },
      ports,
      signal
    );
    const { findings, carried, ...keys } = memory;
    const texts = mapTexts({ report, findings, carried }, world.hide);
    return {
      report: texts.report,
      memory: { ...keys, findings: texts.findings, carried: texts.carried }
    };
  } finally {
    if (grammars !== world.grammars) await grammars.close();
  }
}
function overridesOf(order, base, state, say2) {
  const skipped = skipReason(base.skip, state);
  if (skipped !== null) say2(`skipped by configuration: ${skipped}`);
  return {
    ...order.overrides,
    budgets: {
      ...base.budgets,
      runSeconds: order.runSeconds,
      runDollars: Math.min(base.budgets.runDollars, order.mostDollars ?? Number.POSITIVE_INFINITY)
    },
    ...skipped === null ? {} : { skip: { ...base.skip, paths: ["**"] } }
  };
}

// src/entry/pull-request/watch-claim.ts
var EVERY_MS2 = 1e4;
var FRESH_MS = 5e3;
function watchClaim(run, signal) {
  const { own, clock, log } = run;
  const controller = new AbortController();
  let halted = null;
  let looked = clock.steady();
  let underWay = null;
  let isEnded = !own.canWrite;
  let cancel = () => {
  };
  const look = async () => {
    try {
      const found = await reasonToStop(run, signal);
      if (found === null || isEnded) return;
      halted = found;
      controller.abort(found);
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      log.debug("the claim could not be looked at", { reason: messageOf(error) });
    } finally {
      looked = clock.steady();
      underWay = null;
    }
  };
  const lookOnce = async () => {
    const isFresh = clock.steady() - looked < FRESH_MS;
    if (isEnded || halted !== null || isFresh) return;
    underWay ??= look();
    await underWay;
  };
  const next = () => {
    if (isEnded) return;
    cancel = clock.after(EVERY_MS2, () => void lookOnce().then(next, next));
  };
  next();
  return {
    signal: controller.signal,
    halted: () => halted,
    guard: (setup) => ({
      ...setup,
      client: {
        call: async (request2, callSignal, onFirstEvent) => {
          await lookOnce();
          return setup.client.call(request2, callSignal, onFirstEvent);
        }
      }
    }),
    end: () => {
      isEnded = true;
      cancel();
    }
  };
}
async function reasonToStop({ own, reader, statuses }, signal) {
  const { headSha, newestStatus } = await reader.now(signal);
  if (headSha !== own.sha) {
    const { headSha: by } = await reader.refresh(signal);
    if (by !== own.sha) return new RunHalted({ kind: "superseded", by: by.slice(0, 7) }, false);
  }
  return await stillOurs(statuses, own, newestStatus, signal) ? null : haltedBy(statuses, own, signal);
}
async function haltedBy(statuses, own, signal) {
  const newest = await statuses.newest(own.sha, signal);
  const [, kind, by = null] = /^(aborted|paused) by (.{1,100})$/.exec(newest?.description ?? "") ?? [];
  if (kind === "aborted" || kind === "paused") return new RunHalted({ kind, by }, true);
  return new RunHalted({ kind: "superseded", by: "a newer run" }, true);
}

// src/entry/pull-request/review-and-publish.ts
var FINAL_STATUS_MS2 = 3e4;
var MISTAKES = ["bad-usage", "bad-configuration"];
async function reviewAndPublish(run, world, signal) {
  const { reader, base, order, key, targetUrl, commands, occasion, recorded, obeyed } = run;
  const { forge, log, say: say2 } = world;
  const { number } = await reader.state(signal);
  const sha = await reader.pinnedHead(signal);
  const own = await claim(forge.statuses, sha, targetUrl, signal, run.askedBy).catch(
    unlessGone(reader, sha, signal)
  );
  if (own === "gone") return { kind: "halted", why: `${sha.slice(0, 7)} is no longer the head`, usage: null };
  run.claimed(own);
  const comments = forge.comments(number);
  const shown = showProgressComment(comments, own, { clock: systemClock, log }, signal);
  const endShown = async () => {
    if (!own.canWrite || !shown.isShown()) return;
    await endProgressComment(comments, own, commands, AbortSignal.timeout(FINAL_STATUS_MS2)).catch(
      (error) => say2.error(`The comment still shows progress: ${messageOf(error)}`)
    );
  };
  const isTakenOver = () => forge.statuses.newest(own.sha, AbortSignal.timeout(FINAL_STATUS_MS2)).then(
    (newest) => newest?.state === "pending",
    () => true
  );
  const watch = watchClaim({ own, reader, statuses: forge.statuses, clock: systemClock, log }, signal);
  let usage = null;
  try {
    const progress = {
      agent: (status) => {
        shown.agent(status);
        run.onlooker?.agent(status);
      }
    };
    const stateKey = await stateKeyOf(reader, run.stateSecret, signal);
    const { permissions } = forge;
    const recall = recallReview(reader, { own, stateKey, occasion, recorded, permissions, log });
    const pendingFor = own.canWrite ? makePendingFor(reader, { clock: systemClock, log }) : null;
    const reviewed = await runPullRequestReview(
      reader,
      { base, order, progress, recall, pendingFor, guard: watch.guard },
      world,
      AbortSignal.any([signal, watch.signal])
    ).finally(() => {
      watch.end();
      return shown.finish();
    });
    usage = reviewed.report.usage;
    const stopped = watch.halted();
    if (stopped !== null) throw stopped;
    const { resolveThreads } = run;
    const publication = { reader, own, key, commands, stateKey, obeyed, resolveThreads };
    const published = await publishPullRequest(reviewed, publication, world, signal);
    if (published.outcome === "superseded" && published.status === null)
      throw await haltedBy(forge.statuses, own, signal);
    const report = { ...reviewed.report, notes: [...reviewed.report.notes, ...published.notes] };
    await run.deliver(report, published);
    return { kind: "reviewed", report, published };
  } catch (thrown) {
    const halted = watch.halted() ?? (thrown instanceof RunHalted ? thrown : null);
    if (own.canWrite && halted?.isSaid !== true) {
      const ending = { ...halted?.reason ?? endingOf(thrown), targetUrl };
      const patience = AbortSignal.timeout(FINAL_STATUS_MS2);
      await publishSituation(forge.statuses, own.sha, ending, patience).catch(
        (error) => say2.error(`The final status could not be written: ${messageOf(error)}`)
      );
    }
    if (halted?.isSaid !== true || !await isTakenOver()) await endShown();
    if (halted === null) throw thrown;
    return { kind: "halted", why: halted.message, usage };
  }
}
function unlessGone(reader, sha, signal) {
  return async (error) => {
    const isRefused = error instanceof ForgeError && error.status === 422;
    if (isRefused && (await reader.refresh(signal)).headSha !== sha) return "gone";
    throw error;
  };
}
function endingOf(thrown) {
  const isMistake = thrown instanceof ReviewError && MISTAKES.includes(thrown.code);
  return isMistake ? { kind: "refused", reason: thrown.message } : { kind: "crashed" };
}

// src/entry/pull-request/conduct-review.ts
var PUBLISH_SECONDS = 120;
async function conductReview(request2, terms, world, stop = null) {
  const { forge, shipped } = world;
  const { deadlineSeconds, yieldTo, targetUrl, stateSecret } = terms;
  const time = AbortSignal.timeout((deadlineSeconds + PUBLISH_SECONDS) * 1e3);
  const signal = stop === null ? time : AbortSignal.any([time, stop]);
  const event = commandEventOf(request2);
  const heard = { ...world, say: terms.sayCommand, yieldTo, targetUrl, stateSecret };
  const asked = event === null ? null : await obeyCommand(event, heard, signal);
  if (event !== null && asked === null) return { kind: "answered" };
  const reader = asked?.reader ?? forge.pullRequest(request2.pullNumber, request2.kind === "review" ? request2.headSha : null);
  const where = { statuses: forge.statuses, builtIns: shipped.builtIns, config: null };
  const admission = await admitPullRequest(reader, { ...where, yieldTo, targetUrl, log: world.log }, signal);
  if (!admission.admitted) {
    await asked?.answer(admission.reason);
    return { kind: "refused", reason: admission.reason };
  }
  const { base } = admission;
  const pull = await reader.state(signal);
  return reviewAndPublish(
    {
      reader,
      base,
      order: {
        overrides: terms.overrides,
        runSeconds: Math.min(deadlineSeconds, base.budgets.runSeconds),
        ...await modelsOf(base, pull, terms),
        config: null,
        given: await terms.given()
      },
      key: base.model === "off" ? "unset" : terms.key,
      targetUrl,
      commands: true,
      stateSecret,
      occasion: occasionOf(request2),
      resolveThreads: terms.resolveThreads,
      recorded: asked?.recorded ?? null,
      obeyed: asked?.obeyed ?? null,
      askedBy: asked?.askedBy ?? null,
      ...terms.onlooker === void 0 ? {} : { onlooker: terms.onlooker },
      claimed: (own) => terms.claimed(own, pull),
      deliver: terms.deliver
    },
    world,
    signal
  );
}
async function modelsOf({ model, budgets }, pull, terms) {
  const { models } = terms;
  const modelMissing = terms.modelMissing(pull);
  if (models === null || model === "off" || terms.allow === void 0)
    return { models, modelMissing, mostDollars: null };
  const { runDollars, monthDollars } = budgets;
  const allowance = await terms.allow({ runDollars, monthDollars });
  return allowance.kind === "allowed" ? { models, modelMissing, mostDollars: allowance.dollars } : { models: null, modelMissing: allowance.reason, mostDollars: null };
}
function occasionOf(request2) {
  if (request2.kind === "command") return AUTOMATIC;
  const { trigger, cause, command } = request2;
  const isFull = command?.extent === "full";
  return {
    widenBecause: [
      ...isFull ? ["everything was asked for by /review full"] : [],
      ...cause === "reopened" ? ["the pull request was reopened"] : []
    ],
    reviewersAgain: command?.reviewers ?? [],
    fullWhenUnchanged: trigger !== "pull_request" && (command?.reviewers ?? null) === null,
    isAutomatic: trigger === "pull_request"
  };
}

// src/entry/pull-request/guard-forge.ts
function guardForge(forge, hide) {
  return {
    ...forge,
    comments: (pullNumber) => {
      const comments = forge.comments(pullNumber);
      return {
        ...comments,
        create: (body, authorId, signal) => comments.create(hide(body), authorId, signal),
        update: (id, body, signal) => comments.update(id, hide(body), signal)
      };
    },
    replies: (pullNumber, first) => {
      const replies = forge.replies(pullNumber, first);
      return {
        ...replies,
        create: (body, authorId, signal) => replies.create(hide(body), authorId, signal)
      };
    },
    reviews: (pullNumber) => {
      const reviews = forge.reviews(pullNumber);
      return {
        create: (draft, authorId, signal) => reviews.create(mapTexts(draft, hide), authorId, signal),
        updateComment: (id, body, signal) => reviews.updateComment(id, hide(body), signal)
      };
    },
    statuses: {
      ...forge.statuses,
      create: (sha, status, signal) => forge.statuses.create(sha, mapTexts(status, hide), signal)
    }
  };
}

// src/entry/review-process/explain-head.ts
var MOST_EXPLAINED = 5;
var MEANING = {
  success: "The review was completed and nothing in it blocks the merge.",
  failure: "A proven finding is as severe as the base configuration allows no merge with, or worse.",
  error: "The review is not complete: a part of it is missing, so that nobody can say that nothing is wrong.",
  pending: "A review of this commit is on its way, or waits until the draft is ready."
};
var markerOf = (headSha) => `<!-- multi-agent-review explanation ${headSha} -->`;
async function explainHead({ pullNumber, headSha }, { stateSecret }, { forge, shipped }, signal) {
  const reader = forge.pullRequest(pullNumber, headSha);
  const configuration = await readConfiguration(reader, null, shipped.builtIns, signal);
  const { comments } = await reader.conversation(signal);
  const newest = await forge.statuses.newest(headSha, signal);
  const authorId = newest?.creatorId ?? 0;
  const [sticky = null] = ownComments(comments, authorId);
  const stateKey = await stateKeyOf(reader, stateSecret, signal);
  const memory = sticky === null ? null : readComment(sticky.body, stateKey).state?.memory ?? null;
  const open = [...memory?.findings ?? []].filter((one) => one.state === "open").sort(bySeverity);
  const explained = open.slice(0, MOST_EXPLAINED).map((finding) => explainRemembered(finding, memory, configuration, []));
  const left = open.length - explained.length;
  const more = sticky === null ? [] : [
    `${left > 0 ? `${left} more stand in` : "All of it stands in"} ${markdownLink("the comment of the review", sticky.url)}.`
  ];
  const text = [gateWords(headSha, newest), ...explained, ...more].join("\n\n---\n\n");
  await say(text, { store: forge.comments(pullNumber), comments, authorId, headSha }, signal);
  return text;
}
function gateWords(headSha, newest) {
  const commit = codeSpan(headSha.slice(0, 7));
  if (newest === null) return `${commit} was not reviewed.`;
  return `${commit} **${newest.state}: ${escapeMarkdownLine(newest.description)}**

${MEANING[newest.state]}`;
}
async function say(text, { store, comments, authorId, headSha }, signal) {
  const marker = markerOf(headSha);
  const body = `${marker}
${text}
`;
  const before = comments.find(
    (one) => one.authorId === authorId && authorId !== 0 && one.body.split(/\r?\n/, 1)[0] === marker
  );
  if (before === void 0) await store.create(body, authorId, signal);
  else if (before.body !== body) await store.update(before.id, body, signal);
}
function bySeverity(left, right) {
  return severityRank(left.severity) - severityRank(right.severity);
}

// src/entry/review-process/carry-out-order.ts
var SHORT_MS = 6e4;
async function carryOutOrder(order, { assets, shipped, grammars }, tell2, ask) {
  const hide = makeSecretFilter([order.token, order.models?.apiKey ?? "", order.stateSecret ?? ""]);
  const log = logTo(tell2, hide);
  const say2 = { line: (text) => log.info(text), error: (text) => log.warn(text) };
  try {
    const { apiUrl, serverUrl, graphqlUrl, owner, repo, token, statusContext, writeSpacingMs } = order;
    const where = { apiUrl, serverUrl, graphqlUrl, owner, repo, statusContext, writeSpacingMs };
    const onRateLimit = (limit) => tell2({ kind: "rate-limit", ...limit });
    const forge = guardForge(makeGitHub({ ...where, token, clock: systemClock, log, onRateLimit }), hide);
    const { organisation } = order;
    const builtIns = organisation === null ? shipped.builtIns : { ...shipped.builtIns, defaults: organisation };
    const world = { forge, shipped: { ...shipped, builtIns }, assets, grammars, hide, log, say: say2 };
    return mapTexts(await carryOut2(storedRequest(order.request), order, world, { tell: tell2, ask }), hide);
  } catch (error) {
    if (!(error instanceof ReviewError))
      log.warn("the review stopped on a fault of its own", {
        stack: error instanceof Error ? error.stack ?? "" : String(error)
      });
    return { kind: "failed", reason: hide(messageOf(error)), isRetryable: isRetryable(error) };
  }
}
async function carryOut2(request2, order, world, service) {
  const { targetUrl } = order;
  if (request2.kind === "merge-group") {
    const signal = AbortSignal.timeout(SHORT_MS);
    const situation = { kind: "merge-group", targetUrl };
    await publishSituation(world.forge.statuses, request2.headSha, situation, signal);
    return { kind: "answered", text: null };
  }
  if (isPressed(request2) && !await mayPress(request2, world))
    return { kind: "refused", reason: `${request2.actor} has no write permission.` };
  if (request2.kind === "explain")
    return {
      kind: "answered",
      text: await explainHead(request2, order, world, AbortSignal.timeout(SHORT_MS))
    };
  const conducted = await conductReview(request2, termsOf(order, world, service), world);
  if (conducted.kind === "answered") return { kind: "answered", text: null };
  if (conducted.kind !== "reviewed") return conducted;
  const { outcome, commentUrl, statusWritten, status, problems } = conducted.published;
  const published = { outcome, commentUrl, statusWritten, status, problems };
  return { kind: "reviewed", report: conducted.report, published };
}
function isPressed(request2) {
  return request2.kind === "explain" || request2.kind === "review" && request2.cause === "rerun";
}
async function mayPress({ actor }, { forge }) {
  return mayTrigger(await forge.permissions.permissionOf(actor, AbortSignal.timeout(SHORT_MS)));
}
function termsOf(order, { say: say2 }, { tell: tell2, ask }) {
  const { deadlineSeconds, targetUrl, models, hasKey, stateSecret } = order;
  return {
    overrides: {},
    deadlineSeconds,
    yieldTo: "",
    targetUrl,
    key: hasKey ? "present" : "unset",
    models,
    modelMissing: () => null,
    allow: ask,
    stateSecret,
    resolveThreads: true,
    given: async () => null,
    sayCommand: say2,
    onlooker: { agent: (status) => tell2({ kind: "agent", status }) },
    claimed: (own, { baseSha, title, author }) => tell2({
      kind: "claimed",
      canWrite: own.canWrite,
      headSha: own.sha,
      baseSha,
      title,
      author,
      statusId: own.canWrite ? own.statusId : null,
      authorId: own.canWrite ? own.authorId : null
    }),
    deliver: async () => void 0
  };
}
function isRetryable(error) {
  if (error instanceof ForgeError) {
    const { status, code } = error;
    return code === "forge-limited" || status === null || status >= 500 || status === 401 || status === 409;
  }
  if (error instanceof ReviewError) return error.code === "timed-out" || error.code === "internal";
  return true;
}
function logTo(tell2, hide) {
  const at = (level) => (message, fields = {}) => tell2({ kind: "log", level, message: hide(message), fields: mapTexts(fields, hide) });
  return { debug: at("debug"), info: at("info"), warn: at("warn") };
}

// src/entry/review-process/serve-orders.ts
async function serveOrders() {
  const port = process;
  if (port.send === void 0)
    throw new Error("A review process is started by the service. Start that one: npm run app");
  for (const signal of ["SIGINT", "SIGTERM"]) port.on(signal, () => void 0);
  let assets = null;
  const wishes = makeWishes();
  port.on("message", (message) => {
    if (message.kind === "start") {
      assets = load(new URL(message.assets));
      assets.then(
        () => tell({ kind: "ready" }),
        // Whoever sends the first order is told why.
        () => tell({ kind: "ready" })
      );
    } else if (message.kind === "allowance") wishes.hear(message.allowance);
    else void obey(message.order, assets, wishes.ask);
  });
  await new Promise((resolve) => {
    port.once("disconnect", resolve);
  });
  process.exit(0);
}
async function load(assets) {
  const [shipped] = await Promise.all([loadBuiltIns(assets), import("./chunks/review-L4ZLEG7Q.js")]);
  return { assets, shipped, grammars: openGrammars(assets) };
}
function makeWishes() {
  let settle = () => void 0;
  return {
    ask: async (wish) => {
      const answered = new Promise((resolve) => {
        settle = resolve;
      });
      tell({ kind: "wish", wish });
      const allowance = await answered;
      if (allowance === null) throw new Error("What this review may spend is not known.");
      return allowance;
    },
    hear: (allowance) => settle(allowance)
  };
}
async function obey(order, assets, ask) {
  const end = await endOf2(order, assets, ask);
  tell({ kind: "end", end, rssBytes: process.memoryUsage.rss() });
}
async function endOf2(order, assets, ask) {
  try {
    if (assets === null) throw new Error("an order came before the assets were named");
    return await carryOutOrder(order, await assets, (event) => tell({ kind: "event", event }), ask);
  } catch (error) {
    return { kind: "failed", reason: messageOf(error), isRetryable: false };
  }
}
function tell(message) {
  if (process.connected) process.send?.(message);
}

// src/entry/review-process.ts
process.exitCode = 1;
await serveOrders();
process.exitCode = 0;
