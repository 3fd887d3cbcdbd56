import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  require_dist
} from "./chunk-L2VRRDPG.js";
import {
  __toESM
} from "./chunk-5XWL5JNG.js";

// src/analyzers/readers/read-yaml-tree.ts
var import_yaml = __toESM(require_dist(), 1);

// src/analyzers/readers/tree-builder.ts
var NAMED = 1;
var ERROR = 2;
var EXTRA = 8;
function makeTreeBuilder(names) {
  const kindNames = ["ERROR", ...names.kinds];
  const fieldNames = ["", ...names.fields];
  const kindIndex = new Map(kindNames.map((name, index) => [name, index]));
  const fieldIndex = new Map(fieldNames.map((name, index) => [name, index]));
  const columns = {
    kind: [],
    field: [],
    start: [],
    end: [],
    parent: [],
    next: [],
    flags: []
  };
  const stack = [];
  let errors = 0;
  const push = (kind, start, end, field, flags) => {
    const node = columns.kind.push(kind) - 1;
    columns.field.push(field);
    columns.start.push(start);
    columns.end.push(end);
    columns.parent.push(stack.at(-1) ?? -1);
    columns.next.push(node + 1);
    columns.flags.push(flags);
    return node;
  };
  const numberOf = (table, name) => {
    const index = table.get(name);
    if (index === void 0) throw new Error(`"${name}" is not among the names of ${names.language}`);
    return index;
  };
  const close = (end) => {
    const node = stack.pop();
    if (node === void 0) return;
    columns.end[node] = Math.max(end, columns.start[node] ?? 0);
    columns.next[node] = columns.kind.length;
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
    error: (start, end) => {
      const node = columns.kind.length - 1;
      if (columns.flags[node] === (NAMED | ERROR) && columns.end[node] === start) {
        columns.end[node] = end;
        return;
      }
      errors += 1;
      push(0, start, end, 0, NAMED | ERROR);
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
        size: columns.kind.length,
        kind: Uint16Array.from(columns.kind),
        field: Uint16Array.from(columns.field),
        start: Uint32Array.from(columns.start),
        end: Uint32Array.from(columns.end),
        parent: Int32Array.from(columns.parent),
        next: Uint32Array.from(columns.next),
        flags: Uint8Array.from(columns.flags),
        errors
      };
    }
  };
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
var DEEPEST = 64;
var MOST_TOKENS = 12e4;
var MOST_ERRORS = 50;
var LONGEST_LINE = 5e4;
function readYamlTree(text) {
  const builder = makeTreeBuilder(YAML_NAMES);
  const { tokens, end, errors } = tokensOf(text);
  builder.open("stream", 0);
  const writer = { text, builder, last: 0 };
  for (const token of tokens) {
    if (token.type === "document") addDocument(writer, token);
    else if (token.type === "comment") builder.comment(token.offset, token.offset + token.source.length);
  }
  for (const at of errors) builder.error(Math.min(at, text.length), Math.min(at + 1, text.length));
  if (end < text.length) builder.error(end, text.length);
  return builder.finish(text.length);
}
function tokensOf(text) {
  const parser = new import_yaml.Parser();
  const tokens = [];
  const errors = [];
  const readable = upToLongLine(text);
  const take = (token) => {
    if (token.type === "error") errors.push(token.offset);
    else tokens.push(token);
  };
  let count = 0;
  let end = readable.length;
  for (const lexeme of new import_yaml.Lexer().lex(readable)) {
    for (const token of parser.next(lexeme)) take(token);
    count += 1;
    if (parser.stack.length <= DEEPEST && count <= MOST_TOKENS && errors.length <= MOST_ERRORS) continue;
    end = Math.min(end, parser.offset);
    break;
  }
  for (const token of parser.end()) take(token);
  return { tokens, end, errors };
}
function upToLongLine(text) {
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf("\n", start);
    const end = feed === -1 ? text.length : feed;
    if (end - start > LONGEST_LINE) return text.slice(0, start);
    start = end + 1;
  }
  return text;
}
function addDocument(writer, document) {
  const { builder } = writer;
  const start = document.value?.offset ?? document.offset;
  addComments(writer, document.start);
  builder.open("document", start);
  if (document.value !== void 0) addValue(writer, document.value, "");
  addComments(writer, document.end);
  builder.close(Math.max(writer.last, start));
}
function addComments({ builder }, tokens) {
  for (const token of tokens ?? []) {
    if (token.type === "comment") builder.comment(token.offset, token.offset + token.source.length);
  }
}
function addValue(writer, token, field) {
  const { builder } = writer;
  switch (token.type) {
    case "block-map":
      builder.open("mapping", token.offset, field);
      for (const item of token.items) addPair(writer, item);
      builder.close(writer.last);
      return;
    case "block-seq":
      builder.open("sequence", token.offset, field);
      for (const item of token.items) addItem(writer, item);
      builder.close(writer.last);
      return;
    case "flow-collection": {
      const isMap = token.start.type === "flow-map-start";
      builder.open(isMap ? "mapping" : "sequence", token.offset, field);
      for (const item of token.items) {
        if (isMap || item.sep !== void 0) addPair(writer, item);
        else addItem(writer, item);
      }
      const close = token.end.find(({ type }) => type === "flow-map-end" || type === "flow-seq-end");
      if (close !== void 0) writer.last = close.offset + 1;
      builder.close(writer.last);
      addComments(writer, token.end);
      return;
    }
    case "block-scalar":
      addBlockScalar(writer, token, field);
      return;
    case "alias":
    case "scalar":
    case "single-quoted-scalar":
    case "double-quoted-scalar":
      writer.last = token.offset + token.source.length;
      builder.open(token.type === "alias" ? "alias" : "scalar", token.offset, field);
      addExpressions(writer, token.offset, writer.last);
      builder.close(writer.last);
      addComments(writer, token.end);
      return;
    default:
  }
}
function addPair(writer, item) {
  const { builder } = writer;
  addComments(writer, item.start);
  const separator = item.sep?.find(({ type }) => type === "map-value-ind");
  const start = item.key?.offset ?? separator?.offset ?? item.value?.offset;
  if (start === void 0) return;
  builder.open("pair", start);
  if (item.key) addValue(writer, item.key, "key");
  if (separator !== void 0) writer.last = separator.offset + 1;
  addComments(writer, item.sep);
  if (item.value) addValue(writer, item.value, "value");
  builder.close(writer.last);
}
function addItem(writer, item) {
  const { builder } = writer;
  const dash = item.start.find(({ type }) => type === "seq-item-ind");
  const start = dash?.offset ?? item.key?.offset ?? item.value?.offset;
  if (start === void 0) {
    addComments(writer, item.start);
    return;
  }
  for (const before of item.start) if (before.offset < start) addComments(writer, [before]);
  builder.open("item", start);
  writer.last = Math.max(writer.last, start + (dash === void 0 ? 0 : 1));
  for (const after of item.start) if (after.offset > start) addComments(writer, [after]);
  if (item.value) addValue(writer, item.value, "");
  builder.close(writer.last);
}
function addBlockScalar(writer, token, field) {
  const { builder } = writer;
  const header = token.props.reduce(
    (end2, prop) => "source" in prop ? Math.max(end2, prop.offset + prop.source.length) : end2,
    token.offset
  );
  const end = header + token.source.trimEnd().length;
  writer.last = Math.max(end, token.offset + 1);
  builder.open("block_scalar", token.offset, field);
  addExpressions(writer, header, writer.last);
  builder.close(writer.last);
}
function addExpressions({ text, builder }, from, to) {
  const own = text.slice(from, to);
  for (let at = own.indexOf("${{"); at !== -1; at = own.indexOf("${{", at)) {
    const close = own.indexOf("}}", at);
    const end = close === -1 ? own.length : close + 2;
    builder.leaf("expression", from + at, from + end);
    at = end;
  }
}

// src/analyzers/readers/read-json.ts
var DEEPEST2 = 200;
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
    if (levels.length >= DEEPEST2) {
      tooDeep += 1;
      if (tooDeep === 1) builder.error(at, at + 1);
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
  readJson
};
