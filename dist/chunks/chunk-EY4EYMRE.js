import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  RE2JS
} from "./chunk-DZQPOH3I.js";
import {
  compileGlobs
} from "./chunk-JXOFIYMO.js";
import {
  messageOf
} from "./chunk-7PSS6GJZ.js";

// src/analyzers/tree/meta-variables.ts
var DOLLAR_LANGUAGES = /* @__PURE__ */ new Set(["javascript", "typescript", "tsx", "java"]);
var STAND_IN = "\xB5";
var IN_CODE = /\$\$\$[A-Z_][A-Z0-9_]*|\$\$\$|\$[A-Z_][A-Z0-9_]*/g;
var WHOLE = /^(\$\$\$|\$)([A-Z_][A-Z0-9_]*)?$/;
function parseablePattern(code, language) {
  if (DOLLAR_LANGUAGES.has(language)) return code;
  return code.replace(IN_CODE, (variable) => variable.replaceAll("$", STAND_IN));
}
function metaVariableOf(text, language) {
  const plain = DOLLAR_LANGUAGES.has(language) ? text : text.replaceAll(STAND_IN, "$");
  const found = WHOLE.exec(plain);
  if (!found) return null;
  const [, dollars, name = ""] = found;
  if (dollars === "$" && name === "") return null;
  return { name: name.startsWith("_") ? "" : name, many: dollars === "$$$" };
}
function namesIn(code) {
  return (code.match(IN_CODE) ?? []).map((variable) => variable.replaceAll("$", "")).filter((name) => name !== "" && !name.startsWith("_"));
}

// src/analyzers/tree/syntax.ts
var NAMED = 1;
var MISSING = 4;
var EXTRA = 8;
function kindOf(tree, node) {
  return tree.kindNames[tree.kind[node] ?? 0] ?? "";
}
function fieldOf(tree, node) {
  return tree.fieldNames[tree.field[node] ?? 0] ?? "";
}
function isNamed(tree, node) {
  return ((tree.flags[node] ?? 0) & NAMED) !== 0;
}
function isMissing(tree, node) {
  return ((tree.flags[node] ?? 0) & MISSING) !== 0;
}
function isExtra(tree, node) {
  return ((tree.flags[node] ?? 0) & EXTRA) !== 0;
}
function textOf(tree, text, node) {
  return text.slice(tree.start[node] ?? 0, tree.end[node] ?? 0);
}
function parentOf(tree, node) {
  return tree.parent[node] ?? -1;
}
function afterSubtree(tree, node) {
  return tree.next[node] ?? tree.size;
}
function children(tree, node) {
  const found = [];
  const end = afterSubtree(tree, node);
  for (let child = node + 1; child < end; child = afterSubtree(tree, child)) found.push(child);
  return found;
}
function namedChildren(tree, node) {
  return children(tree, node).filter((child) => ((tree.flags[child] ?? 0) & (NAMED | EXTRA)) === NAMED);
}
function childByField(tree, node, field) {
  const wanted = tree.fieldNames.indexOf(field);
  if (wanted <= 0) return -1;
  const end = afterSubtree(tree, node);
  for (let child = node + 1; child < end; child = afterSubtree(tree, child)) {
    if (tree.field[child] === wanted) return child;
  }
  return -1;
}
function childOfKind(tree, node, kind) {
  return children(tree, node).find((child) => kindOf(tree, child) === kind) ?? -1;
}
function ancestorOfKind(tree, node, kinds) {
  for (let above = parentOf(tree, node); above >= 0; above = parentOf(tree, above)) {
    if (kinds.has(kindOf(tree, above))) return above;
  }
  return -1;
}
function descendantsOfKind(tree, node, kinds) {
  const wanted = /* @__PURE__ */ new Set();
  tree.kindNames.forEach((name, index) => {
    if (kinds.has(name)) wanted.add(index);
  });
  const found = [];
  const end = afterSubtree(tree, node);
  for (let below = node + 1; below < end; below++) {
    if (wanted.has(tree.kind[below] ?? -1) && isNamed(tree, below)) found.push(below);
  }
  return found;
}
function nodeAt(tree, offset) {
  let node = 0;
  for (; ; ) {
    const end = afterSubtree(tree, node);
    let inner = node + 1;
    while (inner < end && !((tree.start[inner] ?? 0) <= offset && offset < (tree.end[inner] ?? 0))) {
      inner = afterSubtree(tree, inner);
    }
    if (inner >= end) return node;
    node = inner;
  }
}

// src/analyzers/tree/compile-pattern.ts
var DEEPEST = 60;
function compilePattern(tree, text, source) {
  if (tree.errors > 0) {
    return { problem: `does not parse as ${source.language}; give more code as context and a selector` };
  }
  const { selector } = source;
  const start = selector === null ? 0 : nodeOfKind(tree, selector);
  if (start < 0) return { problem: `has no node of kind ${selector} in its context` };
  const top = children(tree, start).filter((child) => !isExtra(tree, child));
  if (selector === null) {
    if (top.length === 0) return { problem: "is empty" };
    if (top.length > 1) return { problem: "has several parts side by side; a pattern is one piece of code" };
  }
  const node = selector === null ? innermost(tree, start) : start;
  const root = convert(tree, text, node, source.language, 0);
  if (root === null) return { problem: `is nested deeper than ${DEEPEST} levels` };
  if ("many" in root) return { problem: "is only a $$$ variable; use $NAME for one node" };
  return { root };
}
function nodeOfKind(tree, kind) {
  for (let node = 0; node < tree.size; node++) {
    if (isNamed(tree, node) && kindOf(tree, node) === kind) return node;
  }
  return -1;
}
function innermost(tree, start) {
  let node = start;
  for (; ; ) {
    const inner = children(tree, node).filter((child) => !isExtra(tree, child) && !isMissing(tree, child));
    const [only] = inner;
    if (inner.length !== 1 || only === void 0 || !isNamed(tree, only)) return node;
    node = only;
  }
}
function convert(tree, text, node, language, depth) {
  const code = textOf(tree, text, node);
  const variable = metaVariableOf(code, language);
  if (variable) return variable.many ? { many: variable.name } : { one: variable.name };
  const kind = kindOf(tree, node);
  const named = isNamed(tree, node);
  const parts = children(tree, node).filter((child) => !isExtra(tree, child) && !isMissing(tree, child));
  if (parts.length === 0) return named ? { kind, named, text: code } : { kind, named };
  if (depth >= DEEPEST) return null;
  const converted = [];
  for (const part of parts) {
    const next = convert(tree, text, part, language, depth + 1);
    if (next === null) return null;
    converted.push(next);
  }
  return { kind, named, children: converted };
}

// src/analyzers/tree/pattern.ts
function patternKey({ language, code, selector }) {
  return `${language}\0${selector ?? ""}\0${code}`;
}
function patternSource(node, language) {
  const { pattern } = node;
  if (pattern === void 0) return null;
  if (typeof pattern === "string") return { language, code: pattern, selector: null };
  return { language, code: pattern.context, selector: pattern.selector };
}

// src/analyzers/tree/collect-patterns.ts
function partsOf(node) {
  const parts = [...node.any ?? [], ...node.all ?? []];
  if (node.not) parts.push(node.not);
  for (const related of [node.inside, node.has, node.follows, node.precedes]) {
    if (!related) continue;
    parts.push(related);
    if (typeof related.stopBy === "object") parts.push(related.stopBy);
  }
  return parts;
}
function conditionsOf(rule) {
  const found = [];
  const used = /* @__PURE__ */ new Set();
  const open = [rule.rule, ...Object.values(rule.constraints)];
  if (rule.beginsAt !== void 0) open.push(rule.beginsAt);
  for (let node = open.pop(); node; node = open.pop()) {
    found.push(node);
    open.push(...partsOf(node));
    const { matches: matches2 } = node;
    if (matches2 === void 0 || used.has(matches2)) continue;
    used.add(matches2);
    const util = Object.hasOwn(rule.utils, matches2) ? rule.utils[matches2] : void 0;
    if (util) open.push(util);
  }
  return found;
}
function collectPatterns(rules) {
  const found = /* @__PURE__ */ new Map();
  for (const rule of rules) {
    const conditions = conditionsOf(rule);
    for (const language of rule.languages) {
      if (language === "text") continue;
      for (const condition of conditions) {
        const source = patternSource(condition, language);
        if (source) found.set(patternKey(source), source);
      }
    }
  }
  return [...found.values()];
}
async function compilePatterns(patterns, grammars, known4 = /* @__PURE__ */ new Map()) {
  const missing = patterns.filter((source) => !known4.has(patternKey(source)));
  const compiled = await Promise.all(
    missing.map(async (source) => [patternKey(source), await compileOne(source, grammars)])
  );
  return new Map([...known4, ...compiled]);
}
async function compileOne(source, grammars) {
  const text = parseablePattern(source.code, source.language);
  const alone = source.selector === null ? metaVariableOf(text.trim(), source.language) : null;
  if (alone && !alone.many) return { root: { one: alone.name } };
  const result = await grammars.parse(source.language, text);
  if (result.kind === "tree") return compilePattern(result.tree, text, source);
  if (result.kind === "unsupported") return { problem: `is for ${source.language}, which has no grammar` };
  return { problem: `could not be parsed: ${result.reason}` };
}

// src/analyzers/finding-of-rule.ts
var LONGEST_VALUE = 60;
var LONGEST_TITLE = 80;
var VARIABLE = /\$(?:\$\$)?([A-Z][A-Z0-9_]*)/g;
function findingOfRule(rule, path, anchor, matched) {
  const fill = (text) => fillText(text, matched);
  return {
    reviewer: rule.reviewer,
    ruleId: rule.id,
    category: rule.category,
    ...rule.cwe === void 0 ? {} : { cwe: rule.cwe },
    severity: rule.severity,
    confidence: rule.confidence,
    anchor: "line",
    path,
    startLine: anchor.startLine,
    endLine: anchor.endLine,
    side: "new",
    quote: anchor.quote,
    title: shorten(fill(rule.title), LONGEST_TITLE),
    explanation: [fill(rule.message), fill(rule.why)].filter((text) => text !== "").join(" "),
    failureScenario: fill(rule.failureScenario),
    fix: fill(rule.fix),
    proof: []
  };
}
function fillText(text, matched) {
  return text.replace(VARIABLE, (variable, name) => {
    const value = matched(name);
    return value === null ? variable : shorten(value, LONGEST_VALUE).replaceAll("`", "'");
  });
}
function shorten(text, longest) {
  const line = text.slice(0, longest * 20).replace(/\s+/g, " ").trim();
  if (line.length <= longest) return line;
  return `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "")}\u2026`;
}

// src/analyzers/tree/compile-regex.ts
var LONGEST_NATIVE = 128;
var ONLY_RE2 = /\[\[:|\\[AzQECapP]|\(\?P?<|\(\?[a-zA-Z-]*[):]|\\x\{/;
var LEADING_FLAGS = /^\(\?([ims]+)\)/;
function compileRegex(source, trusted) {
  const native = trusted ? nativeRegex(source) : null;
  let linear = native ? null : RE2JS.compile(source);
  return (text) => {
    if (native && text.length <= LONGEST_NATIVE) return native.test(text);
    linear ??= RE2JS.compile(source);
    return linear.test(text);
  };
}
function regexSteps(length) {
  return length <= LONGEST_NATIVE ? 2 + (length >> 3) : 2 + (length >> 1);
}
function nativeRegex(source) {
  const flags = LEADING_FLAGS.exec(source);
  const body = flags ? source.slice(flags[0].length) : source;
  if (ONLY_RE2.test(body.replaceAll("(?:", "("))) return null;
  try {
    return new RegExp(body, flags?.[1] ?? "");
  } catch {
    return null;
  }
}

// src/analyzers/tree/condition-context.ts
function makeLater(context, make) {
  let matcher = null;
  const get = () => matcher ??= make();
  if (!context.rule.builtIn) get();
  return { get };
}
function utilOf(rule, node) {
  const { matches: matches2 } = node;
  return matches2 !== void 0 && Object.hasOwn(rule.utils, matches2) ? rule.utils[matches2] : void 0;
}
function once(known4, key, whileAsked, find) {
  const earlier = known4.get(key);
  if (earlier !== void 0) return earlier;
  known4.set(key, whileAsked);
  const value = find();
  known4.set(key, value);
  return value;
}

// src/analyzers/tree/literals-of-regex.ts
var SHORTEST = 3;
var MOST = 24;
var DEEPEST2 = 4;
var NOT_PLAIN = /\(\?[a-zA-Z-]*i|\\[QxuUpPc0-9]/;
function literalsOfRegex(source, depth = 0) {
  if (depth > DEEPEST2 || NOT_PLAIN.test(source)) return null;
  const literals = [];
  for (const alternative of splitAlternatives(source)) {
    const found = literalsOfSequence(alternative, depth);
    if (found === null) return null;
    literals.push(...found);
  }
  return literals.length > MOST ? null : literals;
}
function splitAlternatives(source) {
  const parts = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (character === "\\") at++;
    else if (character === "[") at = endOfSet(source, at);
    else if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (character === "|" && depth === 0) {
      parts.push(source.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(source.slice(from));
  return parts;
}
function literalsOfSequence(sequence, depth) {
  let best = null;
  let run = "";
  const offer = (literals) => {
    if (literals && shortest(literals) >= SHORTEST && shortest(literals) > shortest(best ?? []))
      best = literals;
  };
  const endRun = () => {
    offer(run === "" ? null : [run]);
    run = "";
  };
  for (let at = 0; at < sequence.length; ) {
    const unit = unitAt(sequence, at);
    const optional = isOneOf(sequence[unit.end], "?*{");
    if (unit.plain !== null && !optional) run += unit.plain;
    else endRun();
    if (unit.group !== null && !optional) offer(literalsOfRegex(unit.group, depth + 1));
    at = unit.end;
    if (isOneOf(sequence[at], "?*+{")) {
      endRun();
      at = endOfRepetition(sequence, at);
    }
  }
  endRun();
  return best;
}
function unitAt(sequence, at) {
  const character = sequence[at] ?? "";
  if (character === "\\") {
    const escaped = sequence[at + 1] ?? "";
    return { end: at + 2, plain: isLetterOrDigit(escaped) ? null : escaped, group: null };
  }
  if (character === "[") return { end: endOfSet(sequence, at) + 1, plain: null, group: null };
  if (character === "(") {
    const end = endOfGroup(sequence, at);
    const inside2 = sequence.slice(at + 1, end).replace(/^\?:/, "");
    return { end: end + 1, plain: null, group: inside2.startsWith("?") ? null : inside2 };
  }
  return { end: at + 1, plain: isOneOf(character, ".^$)|") ? null : character, group: null };
}
function endOfSet(source, at) {
  let end = at + 1;
  if (source[end] === "^") end++;
  if (source[end] === "]") end++;
  while (end < source.length && source[end] !== "]") {
    if (source[end] === "\\") end++;
    else if (source.startsWith("[:", end)) end = Math.max(source.indexOf(":]", end), end) + 1;
    end++;
  }
  return end;
}
function endOfGroup(source, at) {
  let depth = 0;
  for (let end = at; end < source.length; end++) {
    const character = source[end];
    if (character === "\\") end++;
    else if (character === "[") end = endOfSet(source, end);
    else if (character === "(") depth++;
    else if (character === ")" && --depth === 0) return end;
  }
  return source.length;
}
function endOfRepetition(source, at) {
  const end = source[at] === "{" ? Math.max(source.indexOf("}", at), at) + 1 : at + 1;
  return source[end] === "?" || source[end] === "+" ? end + 1 : end;
}
function isOneOf(character, set) {
  return character !== void 0 && set.includes(character);
}
function isLetterOrDigit(character) {
  return character === "" || /[A-Za-z0-9]/.test(character);
}
function shortest(texts) {
  return texts.length === 0 ? 0 : Math.min(...texts.map((text) => text.length));
}

// src/analyzers/tree/required-text.ts
var SHORTEST2 = 3;
function requiredText(rule, language, table) {
  const { required = {} } = rule;
  const known4 = Object.hasOwn(required, language) ? required[language] : void 0;
  return known4 === void 0 ? findRequiredText(rule, language, table) : known4;
}
function findRequiredText(rule, language, table) {
  const known4 = /* @__PURE__ */ new Map();
  const ofNode = (node) => {
    const parts = [];
    const source = patternSource(node, language);
    const compiled = source && table.get(patternKey(source));
    if (compiled && "root" in compiled) parts.push(...textsOf(compiled.root));
    if (node.regex !== void 0) parts.push(ofRegex(node.regex));
    for (const part of node.all ?? []) parts.push(ofNode(part));
    if (node.any) parts.push(anyOf(node.any.map((part) => ofNode(part))));
    const util = utilOf(rule, node);
    if (util) parts.push(once(known4, node.matches ?? "", null, () => ofNode(util)));
    for (const related of [node.inside, node.has, node.follows, node.precedes]) {
      if (related) parts.push(ofNode(related));
    }
    return allOf(parts);
  };
  const constraints = [...certainVariables(rule.rule, language, table)].map((name) => {
    const condition = Object.hasOwn(rule.constraints, name) ? rule.constraints[name] : void 0;
    return condition ? ofNode(condition) : null;
  });
  return allOf([ofNode(rule.rule), ...constraints]);
}
function meets(required, has2) {
  if (required === null) return true;
  if (typeof required === "string") return has2(required);
  if ("all" in required) return required.all.every((part) => meets(part, has2));
  return required.any.some((part) => meets(part, has2));
}
function allOf(parts) {
  const known4 = parts.filter((part) => part !== null);
  return known4.length === 0 ? null : known4.length === 1 ? known4[0] ?? null : { all: known4 };
}
function anyOf(parts) {
  return parts.length === 0 || parts.includes(null) ? null : { any: parts };
}
function ofRegex(regex) {
  const literals = literalsOfRegex(regex);
  return literals === null ? null : { any: literals };
}
function textsOf(node) {
  if (!("kind" in node)) return [];
  if (node.children) return node.children.flatMap(textsOf);
  const text = node.text ?? node.kind;
  return text.length >= SHORTEST2 && /^[\w$./:-]+$/.test(text) ? [text] : [];
}
function certainVariables(node, language, table) {
  const names = /* @__PURE__ */ new Set();
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    const source = patternSource(next, language);
    const compiled = source && table.get(patternKey(source));
    if (compiled && "root" in compiled) for (const name of namesOf(compiled.root)) names.add(name);
    open.push(...next.all ?? []);
    if (next.has) open.push(next.has);
    if (next.inside) open.push(next.inside);
  }
  return names;
}
function namesOf(node) {
  if ("one" in node) return node.one === "" ? [] : [node.one];
  return "children" in node ? (node.children ?? []).flatMap(namesOf) : [];
}

// src/analyzers/text-rules/run-text-rules.ts
var LONGEST_TEXT_LINE = 2e4;
function compileTextRules(rules) {
  const compiled = [];
  const problems = [];
  for (const rule of rules) {
    if (!rule.languages.includes("text")) continue;
    const { regex } = rule.rule;
    try {
      if (regex === void 0) throw new Error("a rule about text needs rule.regex");
      compiled.push({
        rule,
        regex: compileRegex(regex, rule.builtIn),
        required: requiredText(rule, "text", /* @__PURE__ */ new Map()),
        appliesTo: rule.paths.length === 0 ? () => true : compileGlobs(rule.paths)
      });
    } catch (error) {
      problems.push({ ruleId: rule.id, source: rule.source, message: messageOf(error) });
    }
  }
  return { rules: compiled, problems };
}
function runTextRules(compiled, file) {
  const { path } = file.file;
  const rules = compiled.rules.filter(
    ({ appliesTo, required }) => appliesTo(path) && meets(required, (word) => file.text.includes(word))
  );
  if (rules.length === 0) return [];
  const findings = [];
  const said = /* @__PURE__ */ new Set();
  for (const number of file.map.addedLines) {
    const line = file.lines[number - 1];
    if (line === void 0) continue;
    const seen = line.slice(0, LONGEST_TEXT_LINE).replace(/\r$/, "");
    for (const { rule, regex } of rules) {
      if (rule.oncePerFile && said.has(rule) || !regex(seen)) continue;
      said.add(rule);
      const anchor = { startLine: number, endLine: number, quote: line };
      findings.push(findingOfRule(rule, path, anchor, () => null));
    }
  }
  return findings;
}

// src/analyzers/tree/line-index.ts
function makeLineIndex(lines) {
  const starts = new Uint32Array(lines.length + 1);
  lines.forEach((line, index) => {
    starts[index + 1] = (starts[index] ?? 0) + line.length + 1;
  });
  return {
    count: lines.length,
    startOf: (line) => starts[Math.min(Math.max(line - 1, 0), lines.length)] ?? 0,
    lineOf: (offset) => {
      let low = 0;
      let high = Math.max(lines.length - 1, 0);
      while (low < high) {
        const middle = low + high + 1 >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return low + 1;
    }
  };
}
var known = /* @__PURE__ */ new WeakMap();
function lineIndexOf(lines) {
  const found = known.get(lines) ?? makeLineIndex(lines);
  known.set(lines, found);
  return found;
}

// src/config/taint-model.ts
var TAINT_KINDS = [
  "sql",
  "command",
  "code",
  "template",
  "ldap",
  "xpath",
  "header",
  "log",
  "path",
  "redirect",
  "ssrf",
  "xss",
  "xxe",
  "deserialization",
  "mass-assignment",
  "prototype-pollution",
  "trust-boundary",
  "nosql",
  "regex",
  "weak-random",
  "cleartext",
  "weak-cipher",
  "weak-hash",
  "unchecked-certificate",
  "unchecked-token",
  "weak-key",
  "cookie",
  "nan"
];
var TAINT_FAMILIES = {
  javascript: ["javascript", "typescript", "tsx"],
  python: ["python"],
  go: ["go"],
  java: ["java"],
  ruby: ["ruby"]
};
function taintFamilyOf(language) {
  const found = Object.entries(TAINT_FAMILIES).find(([, languages]) => languages.includes(language));
  return found === void 0 ? null : found[0];
}
var CONFIDENCE_OF_DOUBT = 15;

// src/analyzers/taint/path-table.ts
function makePathTable(entries, patternsOf) {
  const byEnd = /* @__PURE__ */ new Map();
  const open = [];
  for (const entry of entries) {
    for (const pattern of patternsOf(entry)) {
      const row = { pieces: pattern.split("*"), entry };
      const end = lastSegment(pattern);
      if (end.includes("*")) open.push(row);
      else byEnd.set(end, [...byEnd.get(end) ?? [], row]);
    }
  }
  return {
    find: (paths) => {
      const found = [];
      for (const path of paths) {
        if (path === "") continue;
        for (const rows of [byEnd.get(lastSegment(path)), open]) {
          for (const { pieces, entry } of rows ?? []) {
            if (matchesPieces(pieces, path) && !found.includes(entry)) found.push(entry);
          }
        }
      }
      return found;
    }
  };
}
function lastSegment(path) {
  return path.slice(path.lastIndexOf(".") + 1);
}
function matchesPieces(pieces, path) {
  const [first = "", ...others] = pieces;
  if (!path.startsWith(first)) return false;
  const last2 = others.pop();
  if (last2 === void 0) return path.length === first.length;
  let from = first.length;
  for (const piece of others) {
    const at = path.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  const least = from + last2.length + (last2.startsWith(".") && from === 0 ? 1 : 0);
  return path.length >= least && path.endsWith(last2);
}

// src/analyzers/taint/compile-model.ts
var ALL_KINDS = 2 ** TAINT_KINDS.length - 1;
function bitOf(kind) {
  return 1 << TAINT_KINDS.indexOf(kind);
}
var INPUT_KINDS = ALL_KINDS & ~bitOf("weak-random");
function maskOf(kinds) {
  return kinds.length === 0 ? INPUT_KINDS : kinds.reduce((mask, kind) => mask | bitOf(kind), 0);
}
function compileModel(model) {
  const objects = model.sources.filter((source) => source.objects.length > 0);
  const calls = model.sources.filter((source) => source.objects.length === 0);
  return {
    objects: makePathTable(objects, (source) => source.objects),
    sourceCalls: makePathTable(calls, (source) => source.calls),
    sinkCalls: makePathTable(model.sinks, (sink) => sink.calls),
    sinkAssigns: makePathTable(model.sinks, (sink) => sink.assigns),
    sinkReturns: model.sinks.filter((sink) => sink.returns),
    sanitisers: makePathTable(model.sanitisers, (sanitiser) => sanitiser.calls),
    guards: makePathTable(model.sanitisers, (sanitiser) => sanitiser.guards),
    propagators: makePathTable(model.propagators, (propagator) => propagator.calls),
    decorated: makePathTable(model.handlers, (handler) => handler.decorators),
    callbacks: makePathTable(model.handlers, (handler) => handler.callbacks),
    named: new Map(
      model.handlers.flatMap((handler) => handler.names.map((name) => [name, handler]))
    ),
    signed: new Map(
      model.handlers.flatMap(
        (handler) => handler.signatures.map((signature) => [signature, handler])
      )
    ),
    annotated: model.handlers.filter((handler) => handler.annotations.length > 0),
    callers: new Map(
      model.handlers.flatMap((handler) => handler.parameters.map((name) => [name, handler]))
    ),
    words: wordsOf(model)
  };
}
function wordsOf(model) {
  const words = /* @__PURE__ */ new Set();
  const last2 = (pattern) => pattern.split(".").at(-1)?.replaceAll("*", "") ?? "";
  for (const source of model.sources) {
    for (const name of source.objects.length > 0 ? [...source.reads, ...source.calls] : source.calls)
      words.add(last2(name));
  }
  for (const handler of model.handlers) {
    if (handler.inputUnless !== null || handler.objects.includes("input"))
      for (const name of [...handler.decorators, ...handler.callbacks, ...handler.names])
        words.add(last2(name));
    for (const name of [...handler.annotations, ...handler.parameters]) words.add(name);
    for (const signature of handler.signatures)
      for (const name of signature.split(",")) if (/\w{3}/.test(name)) words.add(name);
  }
  for (const sink of model.sinks)
    if (sink.always || sink.parameters !== "no") for (const name of sink.calls) words.add(last2(name));
  words.delete("");
  return [...words];
}

// src/analyzers/taint/fold.ts
function foldOperation(operator, operands) {
  const [left, right] = operands;
  if (operands.length === 1) {
    if (left === void 0) return void 0;
    if (operator === "!" || operator === "not") return !isTrue(left);
    if (operator === "-" && typeof left === "number") return -left;
    return void 0;
  }
  if (operator === "&&") {
    if (operands.some((operand) => operand !== void 0 && !isTrue(operand))) return false;
    return operands.every((operand) => operand !== void 0) ? true : void 0;
  }
  if (operands.includes(void 0)) return void 0;
  if (operator === "+") return foldSum(operands);
  if (operands.length > 2 && "+-*/%".includes(operator)) return foldNumbers(operator, operands);
  if (left === void 0 || right === void 0) return void 0;
  return foldComparison(operator, left, right) ?? foldNumbers(operator, operands);
}
function foldSum(operands) {
  if (operands.every((operand) => typeof operand === "number"))
    return operands.reduce((sum, operand) => sum + operand, 0);
  if (operands.every((operand) => typeof operand === "string")) return operands.join("");
  return void 0;
}
function foldNumbers(operator, operands) {
  const numbers = operands.filter((operand) => typeof operand === "number");
  const [first] = numbers;
  if (first === void 0 || numbers.length !== operands.length) return void 0;
  const rest = numbers.slice(1);
  const folded = rest.reduce((result, next) => {
    if (operator === "-") return result - next;
    if (operator === "*") return result * next;
    if (operator === "/") return result / next;
    if (operator === "//") return Math.floor(result / next);
    return operator === "%" ? result % next : Number.NaN;
  }, first);
  return Number.isFinite(folded) ? folded : void 0;
}
function foldComparison(operator, left, right) {
  switch (operator) {
    case "==":
    case "===":
    case "is":
      return left === right;
    case "!=":
    case "!==":
    case "is not":
      return left !== right;
    case "in":
      return typeof left === "string" && typeof right === "string" ? right.includes(left) : void 0;
    case "not in":
      return typeof left === "string" && typeof right === "string" ? !right.includes(left) : void 0;
    default:
      return typeof left === "number" && typeof right === "number" ? foldOrder(operator, left, right) : void 0;
  }
}
function foldOrder(operator, left, right) {
  if (operator === "<") return left < right;
  if (operator === ">") return left > right;
  if (operator === "<=") return left <= right;
  return operator === ">=" ? left >= right : void 0;
}
function isTrue(constant) {
  return constant !== null && constant !== false && constant !== 0 && constant !== "";
}

// src/analyzers/taint/run.ts
var DEEPEST3 = 220;
function deeper(run, make, otherwise) {
  const { budget } = run;
  budget.steps--;
  if (budget.steps <= 0 || budget.depth >= DEEPEST3) return otherwise;
  budget.depth++;
  try {
    return make();
  } finally {
    budget.depth--;
  }
}
function codeOf(run, node, longest = 60) {
  const text = textOf(run.tree, run.text, node).slice(0, longest * 4).replace(/\s+/g, " ");
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}\u2026`;
}
function accessText(expression6) {
  const parts = [];
  let here = expression6;
  for (let count = 0; count < 20; count++) {
    if (here.kind === "name") return [here.name, ...parts.reverse()].join(".");
    if (here.kind === "member") {
      parts.push(here.property);
      here = here.object;
    } else if (here.kind === "element" && here.key.kind === "constant") {
      parts.push(String(here.key.value));
      here = here.object;
    } else if (here.kind === "call") {
      parts.push("()");
      here = here.callee;
    } else return "";
  }
  return "";
}

// src/analyzers/taint/value.ts
var MOST_TAINTS = 4;
var MOST_FIELDS = 60;
var UNKNOWN = {
  taints: [],
  path: "",
  constant: void 0,
  fixed: false,
  prefix: "",
  fields: null,
  length: -1,
  closure: null,
  test: null,
  instance: null,
  type: null
};
function constantValue(constant) {
  return { ...UNKNOWN, constant, fixed: true, prefix: typeof constant === "string" ? constant : "" };
}
function namedValue(path) {
  return { ...UNKNOWN, path };
}
function taintedValue(taints) {
  return taints.length === 0 ? UNKNOWN : { ...UNKNOWN, taints };
}
function withStep(taints, node, what) {
  return taints.map((taint) => ({
    ...taint,
    step: taint.step.node === node ? taint.step : { node, what, before: taint.step, length: taint.step.length + 1 }
  }));
}
function sameOrigin(left, right) {
  if (left === right) return true;
  if (left.kind === "source") return right.kind === "source" && left.node === right.node;
  return right.kind === "parameter" && left.form === right.form && left.index === right.index;
}
function joinTaints(left, right) {
  if (left === right || right.length === 0) return left;
  if (left.length === 0) return right;
  const joined = [...left];
  for (const taint of right) {
    const index = joined.findIndex(
      (other2) => sameOrigin(other2.origin, taint.origin) && other2.carrier === taint.carrier
    );
    const other = joined[index];
    if (other === void 0) {
      if (joined.length < MOST_TAINTS) joined.push(taint);
    } else if (other !== taint) {
      const better = bits(taint.clean) < bits(other.clean) || taint.clean === other.clean && taint.unsure < other.unsure ? taint : other;
      joined[index] = { ...better, clean: other.clean & taint.clean };
    }
  }
  return joined;
}
function bits(mask) {
  let count = 0;
  for (let rest = mask >>> 0; rest !== 0; rest &= rest - 1) count++;
  return count;
}
function join(left, right) {
  if (left === right) return left;
  const known4 = left.constant !== void 0 && left.constant === right.constant;
  return {
    taints: joinTaints(left.taints, right.taints),
    path: left.path === right.path ? left.path : left.path === "" ? right.path : right.path === "" ? left.path : "",
    constant: known4 ? left.constant : void 0,
    fixed: left.fixed && right.fixed,
    prefix: left.prefix.startsWith(right.prefix) ? right.prefix : right.prefix.startsWith(left.prefix) ? left.prefix : "",
    fields: joinFields(left.fields, right.fields),
    length: left.length === right.length ? left.length : -1,
    closure: left.closure ?? right.closure,
    test: left.test === right.test ? left.test : null,
    instance: left.instance ?? right.instance,
    type: left.type ?? right.type
  };
}
function joinFields(left, right) {
  if (left === null || right === null) return left ?? right;
  if (left === right) return left;
  const joined = new Map(left);
  for (const [key, value] of right) {
    const other = joined.get(key);
    if (other !== void 0) joined.set(key, join(other, value));
    else if (joined.size < MOST_FIELDS) joined.set(key, value);
  }
  return joined;
}
function joinAll(values) {
  return values.length === 0 ? UNKNOWN : values.reduce(join);
}
function withField(value, key, part) {
  if (key === null || value.fields !== null && value.fields.size >= MOST_FIELDS) {
    return {
      ...value,
      constant: void 0,
      fixed: false,
      taints: joinTaints(value.taints, deepTaints(part))
    };
  }
  const fields = new Map(value.fields ?? []);
  fields.set(key, part);
  const grows = value.length >= 0 && value.fields?.has(key) !== true;
  return {
    ...value,
    constant: void 0,
    fixed: value.fixed && part.fixed,
    fields,
    length: grows ? value.length + 1 : value.length
  };
}
function deepTaints(value, levels = 2) {
  if (value.fields === null || levels === 0) return value.taints;
  let taints = value.taints;
  for (const part of value.fields.values()) taints = joinTaints(taints, deepTaints(part, levels - 1));
  return taints;
}
function anyPart(value) {
  const part = taintedValue(deepTaints(value));
  return value.fixed && value.fields !== null ? { ...part, fixed: true } : part;
}
function cleansed(value, mask) {
  if (deepTaints(value).length === 0) return value;
  const taints = value.taints.map((taint) => ({ ...taint, clean: taint.clean | mask }));
  if (value.fields === null) return { ...value, taints };
  return {
    ...value,
    taints,
    fields: new Map([...value.fields].map(([key, part]) => [key, cleansed(part, mask)]))
  };
}

// src/analyzers/taint/scope.ts
function makeScope(outer) {
  return { names: /* @__PURE__ */ new Map(), below: null, outer, ended: false };
}
function branchOf(scope) {
  return { names: /* @__PURE__ */ new Map(), below: scope, outer: scope.outer, ended: false };
}
function lookUp(scope, name) {
  for (let own = scope; own !== null; own = baseOf(own).outer) {
    const found = inFunction(own, name);
    if (found !== null) return found;
  }
  return null;
}
function baseOf(scope) {
  let base = scope;
  while (base.below !== null) base = base.below;
  return base;
}
function inFunction(scope, name) {
  for (let layer = scope; layer !== null; layer = layer.below) {
    const found = layer.names.get(name);
    if (found !== void 0) return found;
  }
  return null;
}
function define(scope, name, value) {
  scope.names.set(name, value);
}
function assign(scope, name, value) {
  if (inFunction(scope, name) !== null || scope.outer === null) {
    scope.names.set(name, value);
    return;
  }
  for (let outer = scope.outer; outer !== null; outer = baseOf(outer).outer) {
    const found = inFunction(outer, name);
    if (found !== null) {
      outer.names.set(name, join(found, value));
      return;
    }
  }
  scope.names.set(name, value);
}
function mergeBranches(scope, branches) {
  const alive = branches.filter((branch2) => !branch2.ended);
  if (alive.length === 0) {
    scope.ended = true;
    return;
  }
  const changed = new Set(alive.flatMap((branch2) => [...branch2.names.keys()]));
  for (const name of changed) {
    const values = alive.map(
      (branch2) => branch2.names.get(name) ?? inFunction(scope, name) ?? lookUp(scope, name)
    );
    scope.names.set(name, values.map((value) => value ?? UNKNOWN).reduce(join));
  }
}

// src/analyzers/taint/refine.ts
var EQUAL = /* @__PURE__ */ new Set(["==", "===", "is", "eql?", "equal?"]);
var UNEQUAL = /* @__PURE__ */ new Set(["!=", "!==", "is not"]);
var MEMBERSHIP = /* @__PURE__ */ new Set([
  "includes",
  "has",
  "contains",
  "hasOwnProperty",
  "containsKey",
  "hasOwn",
  "include?",
  "key?",
  "member?"
]);
var ENDING = /* @__PURE__ */ new Set(["endsWith", "endswith", "HasSuffix", "end_with?"]);
var BEGINNING = /* @__PURE__ */ new Set(["startsWith", "startswith", "HasPrefix", "start_with?"]);
var WITHOUT = [
  ["'", bitOf("xpath")],
  ["..", bitOf("path")],
  ["../", bitOf("path")],
  ["/", bitOf("path")],
  ["\n", bitOf("header") | bitOf("log")],
  ["<", bitOf("xss")],
  ["nan", bitOf("nan")]
];
var BEGINNING_KINDS = bitOf("redirect") | bitOf("ssrf") | bitOf("path");
function refinedText(expression6) {
  return expression6.kind === "name" ? expression6.name : accessText(expression6);
}
function refine(run, scope, test, truth) {
  if (run.budget.steps-- <= 0) return;
  if (test.kind === "name") {
    const earlier = lookUp(scope, test.name)?.test;
    if (earlier) refine(run, scope, earlier, truth);
  } else if (test.kind === "assign") {
    refine(run, scope, test.value, truth);
  } else if (test.kind === "operation") refineOperation(run, scope, test.operator, test.operands, truth);
  else if (test.kind === "choice" && test.test === null) {
    if (truth) refineEither(run, scope, test.options);
    else for (const option of test.options) refine(run, scope, option, false);
  } else if (test.kind === "call") refineCall(run, scope, test, truth);
  else if (!truth && isHostPart(test)) clean(run, scope, test, ADDRESS_KINDS);
}
function refineEither(run, scope, options) {
  const layers = options.map((option) => {
    const layer = branchOf(scope);
    refine(run, layer, option, true);
    return layer;
  });
  const [first, ...others] = layers;
  if (first === void 0) return;
  for (const name of first.names.keys()) {
    if (!others.every((layer) => layer.names.has(name))) continue;
    const values = layers.flatMap((layer) => layer.names.get(name) ?? []);
    define(scope, name, values.reduce(join));
  }
}
function refineOperation(run, scope, operator, operands, truth) {
  const [left, right] = operands;
  if (left === void 0) return;
  if (operator === "!" || operator === "not") {
    refine(run, scope, left, !truth);
    return;
  }
  if (operator === "&&") {
    if (truth) for (const operand of operands) refine(run, scope, operand, true);
    return;
  }
  if (right === void 0) return;
  if (isZero(right) && left.kind === "call" && left.callee.kind === "member" && left.callee.property === "indexOf") {
    if (EQUAL.has(operator) && truth || UNEQUAL.has(operator) && !truth)
      clean(run, scope, left.callee.object, BEGINNING_KINDS);
    return;
  }
  if (isMinusOne(right) && (EQUAL.has(operator) || UNEQUAL.has(operator))) {
    refineIndex(run, scope, left, UNEQUAL.has(operator) === truth);
    return;
  }
  if (EQUAL.has(operator) && truth || UNEQUAL.has(operator) && !truth) {
    refineEqual(run, scope, left, right);
    refineEqual(run, scope, right, left);
    for (const side of [left, right]) if (isCommonFolder(side)) cleanFolder(run, scope, side);
  } else if (EQUAL.has(operator) || UNEQUAL.has(operator)) {
    if (run.parts.evaluate(run, scope, right).constant === "nan") clean(run, scope, left, bitOf("nan"));
  } else if (operator === "in" || operator === "not in")
    refineMember(run, scope, left, right, truth === (operator === "in"));
  else if (operator === ">=" || operator === ">") refineIndex(run, scope, left, truth);
  else if (operator === "<") refineIndex(run, scope, left, !truth);
}
function isCommonFolder(expression6) {
  return expression6.kind === "call" && expression6.callee.kind === "member" && /^common(path|prefix)$/.test(expression6.callee.property);
}
function cleanFolder(run, scope, call) {
  for (const { value } of call.arguments) {
    for (const item of value.kind === "list" ? value.items : [value]) clean(run, scope, item, bitOf("path"));
  }
}
function refineEqual(run, scope, one, other) {
  const constant = run.parts.evaluate(run, scope, other);
  if (one.kind === "operation" && one.operator === "typeof" && typeof constant.constant === "string") {
    const [operand] = one.operands;
    const mask = constant.constant === "string" ? bitOf("nosql") : constant.constant === "number" ? ALL_KINDS : 0;
    if (operand !== void 0) clean(run, scope, operand, mask);
  } else if (constant.constant !== void 0 && constant.constant !== null && constant.constant !== "")
    clean(run, scope, one, ALL_KINDS);
  else if (constant.constant === "" && one.kind === "member" && HOST_PARTS.has(one.property))
    clean(run, scope, one, ADDRESS_KINDS);
}
function isZero(expression6) {
  return expression6.kind === "constant" && expression6.value === 0;
}
function isMinusOne(expression6) {
  if (expression6.kind !== "operation" || expression6.operator !== "-" || expression6.operands.length !== 1)
    return false;
  const [operand] = expression6.operands;
  return operand?.kind === "constant" && operand.value === 1;
}
function refineIndex(run, scope, left, isIn) {
  if (left.kind !== "call" || left.callee.kind !== "member" || left.callee.property !== "indexOf") return;
  const [argument] = left.arguments;
  if (argument !== void 0) refineMember(run, scope, argument.value, left.callee.object, isIn);
}
function refineMember(run, scope, item, collection, truth) {
  const container = run.parts.evaluate(run, scope, collection);
  const held = deepTaints(container).length > 0;
  if (!held && truth) {
    clean(run, scope, item, ALL_KINDS);
    return;
  }
  if (!held && [...container.fields?.values() ?? []].some((each) => each.constant === "nan"))
    clean(run, scope, item, bitOf("nan"));
  if (!held || truth) return;
  const { constant } = run.parts.evaluate(run, scope, item);
  if (typeof constant !== "string") return;
  for (const [text, mask] of WITHOUT) if (constant === text) clean(run, scope, collection, mask);
}
function refineBeginning(run, scope, test, truth) {
  const { callee } = test;
  if (callee.kind !== "member") return;
  const [first, second] = test.arguments.map((argument) => argument.value);
  const [text, beginning] = callee.property === "HasPrefix" ? [first, second] : [callee.object, first];
  if (text === void 0 || beginning === void 0) return;
  const known4 = run.parts.evaluate(run, scope, beginning);
  if (!truth) {
    if (known4.constant === "//") clean(run, scope, text, ADDRESS_KINDS);
    return;
  }
  const isEnough = known4.constant === void 0 || typeof known4.constant === "string" && known4.constant.length > 1 && known4.constant !== "http";
  if (isEnough && deepTaints(known4).length === 0) clean(run, scope, text, BEGINNING_KINDS);
}
function refineCall(run, scope, test, truth) {
  const { callee } = test;
  const first = test.arguments[0]?.value;
  if (callee.kind === "member" && first !== void 0) {
    if (MEMBERSHIP.has(callee.property)) {
      refineMember(run, scope, first, callee.object, truth);
      return;
    }
    if (ENDING.has(callee.property) && truth && isHostPart(callee.object)) {
      const { constant } = run.parts.evaluate(run, scope, first);
      if (typeof constant === "string" && constant.length > 1)
        clean(run, scope, callee.object, ADDRESS_KINDS);
    }
    if (BEGINNING.has(callee.property)) refineBeginning(run, scope, test, truth);
  }
  if (!truth) return;
  const matched = matchedKinds(run, scope, test);
  if (matched === 0) return;
  const path = calleePath(run, scope, callee);
  for (const guard of run.model.guards.find([path, accessText(callee)])) {
    const mask = maskOf(guard.kinds) & matched;
    for (const argument of test.arguments) clean(run, scope, argument.value, mask);
    if (callee.kind === "member") clean(run, scope, callee.object, mask);
  }
}
var INSISTS = /^(assert|ensure|require|must|enforce|check(?!_(call|output)$)|validate|verify|reject|refuse|guard|throw)[A-Z_]\w*/;
function refinePassed(run, scope, statement2) {
  if (statement2.kind !== "call") return;
  const { callee } = statement2;
  const name = callee.kind === "name" ? callee.name : callee.kind === "member" ? callee.property : "";
  if (!INSISTS.test(name)) return;
  for (const argument of statement2.arguments) clean(run, scope, argument.value, ALL_KINDS);
}
function withdrawChecked(run, value, mask) {
  for (const taint of deepTaints(value)) {
    for (let step = taint.step; step !== null; step = step.before) {
      for (const kind of ["path", "ssrf"]) {
        const key = `${kind}:${step.node}`;
        if ((mask & bitOf(kind)) !== 0 && run.flows.get(key)?.sink.checkable === true) run.flows.delete(key);
      }
    }
  }
}
var HOST_PARTS = /* @__PURE__ */ new Set(["host", "hostname", "netloc", "origin", "Host"]);
var ADDRESS_KINDS = bitOf("redirect") | bitOf("ssrf");
var ACCESS = /^[\w$]+(\.[\w$]+)+$/;
function isHostPart(expression6) {
  return expression6.kind === "member" && HOST_PARTS.has(expression6.property);
}
function cleanOrigins(run, scope, part, mask) {
  const origins = new Set(deepTaints(part).map((taint) => taint.origin));
  for (const { kind, node } of [...origins].flatMap((origin) => origin.kind === "source" ? [origin] : [])) {
    const text = codeOf(run, node);
    if (kind !== "source" || !ACCESS.test(text)) continue;
    const again = deepTaints(part).filter(
      (taint) => taint.origin.kind === "source" && taint.origin.node === node
    );
    define(scope, text, cleansed(taintedValue(again), mask));
    run.refined.add(text);
  }
  for (let layer = scope.below; layer !== null; layer = layer.below) {
    for (const [name, value] of layer.names) {
      if (!scope.names.has(name) && value.taints.some((taint) => origins.has(taint.origin)))
        define(scope, name, cleansed(value, mask));
    }
  }
}
var HOST_FIRST = /^(\^|\\A)https?\??:(\\?\/){2}[\w.\\-]+(:\d+)?\\?\//;
function matchedKinds(run, scope, { callee, arguments: given }) {
  if (callee.kind !== "member" || !/^(test|match|search|exec)$/.test(callee.property)) return ALL_KINDS;
  const candidates = [callee.object, ...given.map((argument) => argument.value)];
  for (const candidate of candidates) {
    const { constant } = run.parts.evaluate(run, scope, candidate);
    if (typeof constant !== "string") continue;
    const source = /^\/(.*)\/[a-z]*$/s.exec(constant)?.[1] ?? constant;
    const begins = callee.property === "match" && !constant.startsWith("/") ? true : /^(\^|\\A)/.test(source);
    if (begins && /(\$|\\[zZ])$/.test(source)) return ALL_KINDS;
    return HOST_FIRST.test(source) ? ADDRESS_KINDS : 0;
  }
  return ALL_KINDS;
}
function calleePath(run, scope, callee) {
  if (callee.kind !== "member") return run.parts.evaluate(run, scope, callee).path;
  const { path } = run.parts.evaluate(run, scope, callee.object);
  return path === "" ? `?.${callee.property}` : `${path}.${callee.property}`;
}
function clean(run, scope, expression6, mask) {
  if (mask === 0) return;
  if (expression6.kind === "call" && expression6.callee.kind === "member" && expression6.arguments.length === 0) {
    clean(run, scope, expression6.callee.object, mask);
    return;
  }
  const [only] = expression6.kind === "mixed" ? expression6.parts : [];
  if (only !== void 0 && expression6.kind === "mixed" && expression6.parts.length === 1) {
    clean(run, scope, only, mask);
    return;
  }
  const text = refinedText(expression6);
  if (text === "") return;
  const value = run.parts.evaluate(run, scope, expression6);
  if (deepTaints(value).length === 0) return;
  if (isHostPart(expression6)) cleanOrigins(run, scope, value, ADDRESS_KINDS & mask);
  withdrawChecked(run, value, mask);
  define(scope, text, cleansed(value, mask));
  if (expression6.kind !== "name") run.refined.add(text);
}

// src/analyzers/taint/handlers.ts
function handlerOfDecorators(run, scope, form) {
  if (run.handlers.has(form)) return;
  for (const decorator of form.decorators) {
    const callee = decorator.kind === "call" ? decorator.callee : decorator;
    const [handler2] = run.model.decorated.find([calleePath(run, scope, callee), accessText(callee)]);
    if (handler2 !== void 0) {
      run.handlers.set(form, withoutConverted(asDeclared(handler2, decorator), decorator));
      return;
    }
  }
  const handler = run.model.named.get(form.name) ?? run.model.signed.get(signatureOf(form));
  if (handler !== void 0) run.handlers.set(form, handler);
}
function signatureOf({ parameters: [first, second] }) {
  if (first === void 0 || second === void 0) return "";
  return `${first.name},${second.name === "" ? "{}" : second.name}`;
}
function handlerOfCallback(run, handlers, form) {
  const [handler] = handlers;
  if (handler !== void 0 && !run.handlers.has(form)) run.handlers.set(form, handler);
}
function asDeclared(handler, decorator) {
  if (handler.answers === "page" || decorator.kind !== "call") return handler;
  const given = decorator.arguments.find(({ name }) => name === "response_class");
  return given !== void 0 && /HTML/.test(accessText(given.value)) ? { ...handler, answers: "page" } : handler;
}
function withoutConverted(handler, decorator) {
  if (decorator.kind !== "call" || handler.inputUnless === null) return handler;
  const converted = [];
  for (const { value } of decorator.arguments) {
    if (value.kind !== "constant" || typeof value.value !== "string") continue;
    for (const match of value.value.slice(0, 500).matchAll(/<(?:int|float|uuid)(?:\([^)]{0,40}\))?:(\w{1,60})>/g))
      converted.push(match[1] ?? "");
  }
  return converted.length === 0 ? handler : { ...handler, inputUnless: [...handler.inputUnless, ...converted.map((name) => `=${name}`)] };
}

// src/analyzers/taint/report-flow.ts
var MOST_UNSURE = 2;
var OWN_TEXT = "\uE000";
var FIXED_HOST = /^(?:[a-z][a-z0-9+.-]*:\/\/[^/?#]+[/?#]|\uE000[^/?#]*[/?#])/i;
var WHOLE_HOST = /^(?:https?:\/\/(?:[^/?#@]+\.[a-z]{2,}|localhost|\d+\.\d+\.\d+\.\d+)(?::\d+)?|(?:https?:\/\/[^/?#@]*)?\uE000)$/i;
var FIXED_PATH = /^\/[^/\\]/;
var FIXED_FOLDER = /^[^/\\:?#\uE000]+\//;
var MOST_FLOWS = 500;
var LONGEST_WAY = 24;
var MOST_OF_FUNCTION = 12;
function checkArrival(run, sink, node, argument, value, isShell = false) {
  const taints = harmfulTaints(sink, value);
  const place = `${sink.kind}:${node}`;
  const isFine = isKnownHarmless(sink, value, taints) || isHarmless(sink, value);
  const isBeside = sink.deep && !isShell && run.arrivals.has(place) && taints.every(({ origin }) => origin.kind === "parameter");
  if (!isBeside) run.arrivals.set(place, run.arrivals.get(place) !== false && isFine);
  if (taints.length === 0 || isHarmless(sink, value) || sink.program && value.prefix !== "") return;
  for (const taint of taints) {
    if (taint.carrier || sink.whole && !taint.whole || sink.sure && taint.unsure > 0) continue;
    report(run, {
      kind: sink.kind,
      sink,
      node,
      argument,
      taint: sink.doubt === 0 ? taint : { ...taint, unsure: taint.unsure + sink.doubt }
    });
  }
}
function harmfulTaints(sink, value) {
  if (sink.deep) return deepTaints(value);
  if (value.fields === null) return value.taints;
  let { taints } = value;
  for (const name of sink.fields) {
    const field = value.fields.get(name);
    if (field !== void 0 && !isHarmless(sink, field)) taints = joinTaints(taints, field.taints);
  }
  if (sink.program) taints = joinTaints(taints, programTaints(value.fields));
  return taints;
}
var CODE_SWITCHES = /* @__PURE__ */ new Set(["-c", "/c", "/C", "-Command", "-command", "-e"]);
var INTERPRETERS = /(^|[\\/])((ba|z|da|k|fi)?sh|cmd(\.exe)?|powershell(\.exe)?|pwsh|python[\d.]*|node|perl|ruby|php|env|sudo)$/;
function programTaints(fields) {
  const program = fields.get("0");
  const own = program?.taints ?? [];
  const name = program?.constant;
  if (typeof name === "string" && !INTERPRETERS.test(name)) return own;
  let taints = own;
  let isCode = false;
  for (const [key, part] of fields) {
    if (isCode && key !== "0") taints = joinTaints(taints, part.taints);
    isCode ||= CODE_SWITCHES.has(part.constant);
  }
  return taints;
}
function isKnownHarmless(sink, value, taints) {
  const bit = bitOf(sink.kind);
  const harms = ({ clean: clean2, origin }) => (clean2 & bit) === 0 && (origin.kind === "parameter" || (origin.kinds & bit) !== 0);
  if (taints.length > 0) return value.fixed || !taints.some(harms);
  return value.fixed;
}
function isHarmless(sink, { prefix }) {
  if (sink.kind === "redirect") return FIXED_HOST.test(prefix) || FIXED_PATH.test(prefix);
  if (sink.kind !== "ssrf") return false;
  return [FIXED_HOST, WHOLE_HOST, FIXED_PATH, FIXED_FOLDER].some((beginning) => beginning.test(prefix));
}
function report(run, flow) {
  const { taint, kind, node } = flow;
  const bit = bitOf(kind);
  if ((taint.clean & bit) !== 0 || taint.unsure > MOST_UNSURE) return;
  if (taint.origin.kind === "parameter") {
    const summary = run.summaries.get(taint.origin.form);
    const { index } = taint.origin;
    const isKnown = summary?.flows.some(
      (other) => other.node === node && other.sink === flow.sink && other.kind === kind && other.taint.origin.kind === "parameter" && other.taint.origin.index === index
    );
    if (summary !== void 0 && isKnown === false && summary.flows.length < MOST_OF_FUNCTION)
      summary.flows.push(flow);
    return;
  }
  if ((taint.origin.kinds & bit) === 0) return;
  const key = `${kind}:${node}`;
  const known4 = run.flows.get(key);
  if (known4 === void 0 ? run.flows.size < MOST_FLOWS : isBetter(taint, known4.taint))
    run.flows.set(key, flow);
}
function isBetter(taint, other) {
  return taint.unsure < other.unsure || taint.unsure === other.unsure && taint.step.length < other.step.length;
}
function checkCall(run, sinks, node, given, values) {
  for (const sink of sinks) {
    if (!sink.when.every((test) => holds(test, given, values))) continue;
    if (sink.unless.some((test) => holds(test, given, values))) continue;
    if (sink.always) {
      if (isMistake(sink, given, values)) {
        const argument = culpritOf(sink, given) ?? node;
        report(run, { kind: sink.kind, sink, node, argument, taint: mistakeOf(run, node) });
      }
      continue;
    }
    const isShell = typeof values[0]?.constant === "string" && INTERPRETERS.test(values[0].constant);
    for (const index of positionsOf(sink.arguments, given)) {
      const value = values[index];
      const argument = given[index];
      if (value !== void 0 && argument !== void 0)
        checkArrival(run, sink, node, argument.value.node, value, isShell);
    }
  }
}
function culpritOf(sink, given) {
  for (const { argument, is } of sink.when) {
    if (is.includes("given")) continue;
    const found = given.find(({ name }) => name !== null && name === argument);
    if (found !== void 0) return found.value.node;
  }
  return null;
}
function isMistake(sink, given, values) {
  if (sink.constant === null) return true;
  const test = compiledOf(sink.constant);
  return positionsOf(sink.arguments, given).some((index) => {
    const value = values[index];
    if (value === void 0) return false;
    const candidates = [value, ...sink.fields.map((name) => value.fields?.get(name))];
    return candidates.some(
      (each) => each !== void 0 && each.prefix !== "" && test(each.prefix.slice(0, LONGEST_CONSTANT))
    );
  });
}
var LONGEST_CONSTANT = 500;
var tests = /* @__PURE__ */ new Map();
function compiledOf(expression6) {
  const test = tests.get(expression6) ?? compileRegex(expression6, true);
  tests.set(expression6, test);
  return test;
}
function mistakeOf(run, node) {
  const what = codeOf(run, node);
  const origin = { kind: "source", node, what, kinds: ALL_KINDS };
  return {
    origin,
    clean: 0,
    step: { node, what, before: null, length: 1 },
    unsure: 0,
    carrier: false,
    whole: true,
    built: false
  };
}
function positionsOf(wanted, given) {
  if (wanted.length === 0) return given.map((_, index) => index);
  const spread = given.findIndex((argument) => argument.spread && argument.name === null);
  return given.flatMap((argument, index) => {
    if (argument.name !== null) return wanted.includes(argument.name) ? [index] : [];
    if (spread >= 0 && index >= spread)
      return wanted.some((each) => typeof each === "number" && each >= spread) ? [index] : [];
    return wanted.includes(index) ? [index] : [];
  });
}
function holds(test, given, values) {
  const [index] = positionsOf([test.argument], given);
  if (index === void 0) {
    for (const value2 of values) {
      const field = typeof test.argument === "string" ? value2.fields?.get(test.argument) : void 0;
      if (field !== void 0) return isOneOf2(test, field);
    }
    return test.is.includes("missing");
  }
  const value = values[index];
  return value !== void 0 && isOneOf2(test, value);
}
function isOneOf2(test, value) {
  if (test.is.includes("given")) return true;
  if (typeof value.constant === "number" && test.below !== null && value.constant < test.below) return true;
  if (value.constant !== void 0) return test.is.includes(value.constant);
  return test.is.some((each) => typeof each === "string" && value.path !== "" && value.path.endsWith(each));
}
function passFlows(run, flows, given, node) {
  for (const flow of flows) {
    const { origin } = flow.taint;
    const value = origin.kind === "parameter" ? given[origin.index] : void 0;
    run.budget.steps--;
    if (value === void 0 || flow.taint.step.length > LONGEST_WAY || isHarmless(flow.sink, value)) continue;
    for (const taint of harmfulTaints(
      { ...flow.sink, deep: flow.sink.deep || flow.taint.step.before !== null },
      value
    )) {
      if (taint.carrier || flow.sink.whole && !taint.whole || flow.sink.sure && taint.unsure > 0)
        continue;
      report(run, { ...flow, taint: continued(run, taint, flow.taint, node) });
    }
  }
}
function continued(run, argument, parameter, node) {
  const [called] = withStep([argument], node, `is handed to a function: ${codeOf(run, node)}`);
  let step = (called ?? argument).step;
  const later = [];
  for (let here = parameter.step; here?.before; here = here.before) later.push(here);
  for (const { node: at, what } of later.reverse())
    step = { node: at, what, before: step, length: step.length + 1 };
  return {
    ...argument,
    step,
    clean: argument.clean | parameter.clean,
    unsure: argument.unsure + parameter.unsure,
    whole: argument.whole && parameter.whole,
    built: argument.built || parameter.built
  };
}
function reportParameters(run) {
  for (const summary of run.summaries.values()) {
    for (const flow of summary.flows) {
      const { origin } = flow.taint;
      const { parameters } = flow.sink;
      if (origin.kind !== "parameter" || parameters === "no" || parameters === "built" && !flow.taint.built)
        continue;
      const parameter = origin.form.parameters[origin.index];
      if (parameter === void 0 || parameter.name === "" || TYPED.test(parameter.type)) continue;
      if (run.flows.has(`${flow.kind}:${flow.node}`)) continue;
      const what = `the parameter ${parameter.name}`;
      report(run, {
        ...flow,
        taint: {
          ...flow.taint,
          origin: { kind: "source", node: origin.form.node, what, kinds: ALL_KINDS },
          unsure: MOST_UNSURE
        }
      });
    }
  }
}
var TYPED = /^(number|boolean|bigint|Date|int|float|bool|long|double|Integer|Long|UUID|Decimal)\b/;

// src/analyzers/taint/execute.ts
var ROUNDS = 2;
function execute(run, scope, statements, summary) {
  for (const statement2 of statements) if (statement2.kind === "declare") declare(run, scope, statement2);
  for (const statement2 of statements) {
    if (scope.ended || run.budget.steps <= 0) return;
    deeper(run, () => executeOne(run, scope, statement2, summary), void 0);
  }
}
function executeOne(run, scope, statement2, summary) {
  const { evaluate: evaluate2 } = run.parts;
  switch (statement2.kind) {
    case "expression":
      evaluate2(run, scope, statement2.expression);
      refinePassed(run, scope, statement2.expression);
      return;
    case "assign":
      assignment(run, scope, statement2);
      return;
    case "branch":
      branch(run, scope, statement2, summary);
      return;
    case "loop":
      loop(run, scope, statement2, summary);
      return;
    case "return":
      if (statement2.value !== null)
        returned(run, evaluate2(run, scope, statement2.value), statement2.node, summary);
      scope.ended = true;
      return;
    case "leave":
      scope.ended = true;
      return;
    case "try":
      attempt(run, scope, statement2, summary);
      return;
    case "switch":
      selection(run, scope, statement2, summary);
      return;
    case "block":
      execute(run, scope, statement2.body, summary);
      return;
    case "class":
      classDeclaration(run, scope, statement2.form);
      return;
    case "import":
      define(scope, statement2.name, { ...UNKNOWN, path: statement2.path });
      return;
    default:
      return;
  }
}
function declare(run, scope, { form }) {
  const closure = { form, scope };
  define(scope, form.name, { ...UNKNOWN, closure });
  run.waiting.add(closure);
}
function returned(run, value, node, summary) {
  if (summary === null) return;
  summary.returns = summary.returns === UNKNOWN ? value : join(summary.returns, value);
  const handler = run.current === null ? void 0 : run.handlers.get(run.current);
  if (handler === void 0 || handler.answers === "data" || value.fields !== null) return;
  for (const sink of run.model.sinkReturns) checkArrival(run, sink, node, node, value);
}
function assignment(run, scope, { target: target6, value, operator, declares, node }) {
  const plain = run.parts.evaluate(run, scope, value);
  const given = value.kind === "operation" || value.kind === "call" ? { ...plain, test: value } : plain;
  if (operator === "") {
    assign2(run, scope, target6, given, declares);
    return;
  }
  const before = isExpression(target6) ? run.parts.evaluate(run, scope, target6) : UNKNOWN;
  if (operator === "|") {
    assign2(run, scope, target6, join(before, given), declares);
    return;
  }
  const isText = before.prefix !== "" || typeof before.constant === "string";
  const parts = isText ? given.taints.map((one) => one.carrier ? one : { ...one, built: true }) : given.taints;
  const text = withStep(parts, node, `is appended: ${codeOf(run, node)}`);
  const constant = typeof before.constant === "string" && typeof given.constant === "string" ? before.constant + given.constant : typeof before.constant === "number" && typeof given.constant === "number" ? before.constant + given.constant : void 0;
  const fields = given.fields === null ? before.fields : join(before, given).fields;
  const prefix = typeof before.constant === "string" ? before.constant + given.prefix : before.prefix;
  assign2(
    run,
    scope,
    target6,
    {
      ...before,
      constant,
      prefix,
      fields,
      fixed: before.fixed && given.fixed,
      length: -1,
      taints: joinTaints(before.taints, text)
    },
    declares
  );
}
function isExpression(target6) {
  return !target6.kind.endsWith("-pattern");
}
function assign2(run, scope, target6, value, declares) {
  switch (target6.kind) {
    case "name": {
      const stepped = { ...value, taints: withStep(value.taints, target6.node, `is kept in ${target6.name}`) };
      if (declares) define(scope, target6.name, stepped);
      else assign(scope, target6.name, stepped);
      return;
    }
    case "member":
    case "element":
      assignPart(run, scope, target6, value);
      return;
    case "record-pattern":
      for (const { key, target: inner } of target6.entries) {
        const field = key === null ? void 0 : value.fields?.get(key);
        assign2(run, scope, inner, field ?? partOfSource(run, value, key, target6.node), declares);
      }
      return;
    case "list-pattern":
      for (const [index, inner] of target6.items.entries()) {
        const field = value.fields?.get(String(index));
        if (inner !== null) assign2(run, scope, inner, field ?? anyPart(value), declares);
      }
      return;
    case "default-pattern":
      assign2(run, scope, target6.target, join(value, run.parts.evaluate(run, scope, target6.value)), declares);
      return;
    default:
      return;
  }
}
function partOfSource(run, value, key, node) {
  if (key === null) return value;
  const scope = { names: /* @__PURE__ */ new Map([["it", value]]), below: null, outer: null, ended: false };
  return run.parts.evaluate(run, scope, {
    kind: "member",
    node,
    object: { kind: "name", node, name: "it" },
    property: key
  });
}
function assignPart(run, scope, target6, value) {
  const text = accessText(target6);
  const object = run.parts.evaluate(run, scope, target6.object);
  const key = target6.kind === "member" ? target6.property : run.parts.evaluate(run, scope, target6.key).constant;
  const name = key === void 0 ? "*" : String(key);
  const paths = [object.path === "" ? "" : `${object.path}.${name}`, text];
  for (const sink of run.model.sinkAssigns.find(paths))
    checkArrival(run, sink, target6.node, target6.node, value);
  if (target6.kind === "element" && key === void 0) checkKey(run, scope, target6, paths);
  if (target6.object.kind === "name" && (target6.object.name === "self" || target6.object.name === "this"))
    keepField(run, name, value);
  if (text !== "" && (run.refined.has(text) || text.startsWith("self.") || text.startsWith("this.")))
    define(scope, text, value);
  const changed = withField(object, key === void 0 ? null : String(key), value);
  storeBack(run, scope, target6.object, LEADS.has(name) ? { ...changed, prefix: "" } : changed);
}
var LEADS = /* @__PURE__ */ new Set(["host", "hostname", "href", "protocol", "origin"]);
function checkKey(run, scope, target6, paths) {
  const own = run.parts.evaluate(run, scope, target6.key);
  for (const sink of run.model.sinkAssigns.find(paths)) {
    if (sink.kind === "trust-boundary") checkArrival(run, sink, target6.node, target6.key.node, own);
  }
  if (target6.object.kind !== "element") return;
  const outer = run.parts.evaluate(run, scope, target6.object.key);
  for (const sink of run.model.sinkAssigns.find(["[key][key]"]))
    checkArrival(run, sink, target6.node, target6.object.key.node, outer);
}
function storeBack(run, scope, expression6, value) {
  if (expression6.kind === "name") {
    if (expression6.name !== "self" && expression6.name !== "this") assign(scope, expression6.name, value);
  } else if (expression6.kind === "member" || expression6.kind === "element") {
    if (expression6.object.kind === "name" && /^(self|this)$/.test(expression6.object.name)) {
      const text = accessText(expression6);
      if (text !== "") define(scope, text, value);
      if (expression6.kind === "member") keepField(run, expression6.property, value);
      return;
    }
    const key = expression6.kind === "member" ? expression6.property : run.parts.evaluate(run, scope, expression6.key).constant;
    const object = run.parts.evaluate(run, scope, expression6.object);
    if (expression6.object.kind === "name")
      assign(
        scope,
        expression6.object.name,
        withField(object, key === void 0 ? null : String(key), value)
      );
  }
}
function keepField(run, name, value) {
  const owner = run.current?.owner;
  if (owner === void 0 || owner === null) return;
  const fields = run.fields.get(owner) ?? /* @__PURE__ */ new Map();
  const before = fields.get(name);
  fields.set(name, before === void 0 ? value : join(before, value));
  run.fields.set(owner, fields);
}
function branch(run, scope, { test, holds: holds2, otherwise }, summary) {
  const { constant } = run.parts.evaluate(run, scope, test);
  const layers = [];
  for (const [body, truth] of [
    [holds2, true],
    [otherwise, false]
  ]) {
    if (constant !== void 0 && isTrue(constant) !== truth) continue;
    const layer = branchOf(scope);
    refine(run, layer, test, truth);
    execute(run, layer, body, summary);
    layers.push(layer);
  }
  mergeBranches(scope, layers);
}
function loop(run, scope, { target: target6, iterable, test, body }, summary) {
  const collection = iterable === null ? UNKNOWN : run.parts.evaluate(run, scope, iterable);
  for (let round = 0; round < ROUNDS; round++) {
    const layer = branchOf(scope);
    if (test !== null) {
      run.parts.evaluate(run, layer, test);
      refine(run, layer, test, true);
    }
    if (target6 !== null) assign2(run, layer, target6, anyElement(collection), true);
    execute(run, layer, body, summary);
    layer.ended = false;
    mergeBranches(scope, [branchOf(scope), layer]);
  }
}
function attempt(run, scope, { body, handlers, after }, summary) {
  const main = branchOf(scope);
  execute(run, main, body, summary);
  const layers = [main];
  for (const handler of handlers) {
    const layer = branchOf(scope);
    for (const [name, value] of main.names) define(layer, name, join(value, lookUp(scope, name) ?? value));
    execute(run, layer, handler, summary);
    layers.push(layer);
  }
  mergeBranches(scope, layers);
  if (after.length > 0) {
    const { ended } = scope;
    scope.ended = false;
    execute(run, scope, after, summary);
    scope.ended = scope.ended || ended;
  }
}
function selection(run, scope, { subject, cases }, summary) {
  const { constant } = run.parts.evaluate(run, scope, subject);
  const layers = [];
  let decided = false;
  for (const { tests: tests2, isDefault, body } of cases) {
    const values = tests2.map((test) => run.parts.evaluate(run, scope, test).constant);
    const isMatch = constant !== void 0 && values.includes(constant);
    const isOut = constant !== void 0 && !isDefault && values.every((value) => value !== void 0 && value !== constant);
    if (decided || isOut) continue;
    const layer = branchOf(scope);
    if (tests2.length > 0 && !isDefault) {
      refine(
        run,
        layer,
        { kind: "operation", node: 0, operator: "==", operands: [subject, tests2[0] ?? subject] },
        true
      );
    }
    execute(run, layer, body, summary);
    layers.push(layer);
    decided = isMatch;
  }
  const isComplete = decided || cases.some((each) => each.isDefault);
  mergeBranches(scope, isComplete && layers.length > 0 ? layers : [...layers, branchOf(scope)]);
}
function classDeclaration(run, scope, form) {
  define(scope, form.name, { ...UNKNOWN, path: form.name, type: form });
  const layer = branchOf(scope);
  execute(run, layer, form.fields, null);
  for (const method of form.methods.values()) {
    handlerOfDecorators(run, scope, method);
    run.waiting.add({ form: method, scope });
  }
  for (const [name, value] of layer.names) {
    if (deepTaints(value).length === 0) continue;
    const fields = run.fields.get(form) ?? /* @__PURE__ */ new Map();
    fields.set(name.replace(/^this\./, ""), value);
    run.fields.set(form, fields);
  }
}

// src/analyzers/taint/call-built-in.ts
var HANDS_ON = new Set(
  `toString toLowerCase toUpperCase trim trimStart trimEnd slice substring substr split join replace replaceAll concat
  padStart padEnd normalize repeat at charAt valueOf reverse sort flat values entries filter find findLast pop shift
  toSorted toReversed splice fill copyWithin match matchAll lower upper strip lstrip rstrip title capitalize casefold
  splitlines partition rsplit rpartition encode decode format format_map zfill ljust rjust center expandtabs swapcase
  removeprefix removesuffix translate items copy getlist getvalue read readline readlines readAsText text json body
  decode_utf8 tobytes group groups groupdict to_s to_str to_sym chomp strip! squish presence downcase upcase gsub sub
  tr first last dup freeze b bytes String trimmed toCharArray getBytes intern stripLeading stripTrailing then catch
  finally`.split(/\s+/)
);
var ADDS = /* @__PURE__ */ new Set([
  "append",
  "push",
  "add",
  "unshift",
  "appendleft",
  "extend",
  "insert",
  "addAll",
  "addElement",
  "offer",
  "addLast",
  "addFirst",
  "write",
  "concat!",
  "<<"
]);
var WALKS = /* @__PURE__ */ new Set([
  "map",
  "forEach",
  "filter",
  "find",
  "some",
  "every",
  "flatMap",
  "reduce",
  "reduceRight",
  "findIndex",
  "then",
  "each",
  "collect",
  "select",
  "each_with_index",
  "sort",
  "apply",
  "tap"
]);
function callBuiltIn(run, scope, call) {
  const { receiver, name, values, target: target6, form } = call;
  if (receiver === null || target6 === null) return functionBuiltIn(run, call);
  const keyed = keyedCall(run, scope, call, receiver);
  if (keyed !== null) return keyed;
  if (ADDS.has(name) && values.length > 0) {
    add(run, scope, call, receiver);
    return name === "append" || name === "concat" ? null : receiver;
  }
  if (WALKS.has(name) && values.some((value) => value.closure !== null)) return walk(run, call, receiver);
  const tainted = receiver.taints.some((taint) => !taint.carrier) || receiver.fields !== null || receiver.fixed || receiver.prefix !== "";
  if (!HANDS_ON.has(name) || !tainted) return null;
  const text = textBuiltBy(run, call, receiver);
  if (text !== null) return text;
  if ((name === "pop" || name === "shift") && receiver.length >= 0) return taken(run, scope, call, receiver);
  const all5 = [receiver, ...GIVES.has(name) ? values : []];
  let taints = [];
  for (const value of all5) taints = joinTaints(taints, deepTaints(value));
  const without = /^(replace|replaceAll|gsub)$/.test(name) ? withoutText(values[0]?.constant) : 0;
  const kept = taints.filter((taint) => !taint.carrier).map((taint) => ({
    ...taint,
    whole: false,
    clean: taint.clean | without,
    built: taint.built || name === "format" || name === "format_map"
  }));
  const fields = name === "copy" || name === "values" || name === "items" || name === "entries" || name === "sort" ? receiver.fields : null;
  const fixed = all5.every((value) => value.fixed);
  return {
    ...UNKNOWN,
    fields,
    fixed,
    taints: withStep(kept, form.node, `passes through ${codeOf(run, form.node)}`),
    prefix: prefixAfter(call, receiver)
  };
}
function prefixAfter({ name, values }, { prefix }) {
  if (KEEPS_BEGINNING.has(name)) return prefix;
  if (name === "format") return beforeHole(prefix);
  const replaced = name === "replace" || name === "replaceAll" ? values[0]?.constant : void 0;
  const at = typeof replaced === "string" && replaced !== "" ? prefix.indexOf(replaced) : 0;
  return prefix.slice(0, Math.max(0, at));
}
var KEEPS_BEGINNING = /* @__PURE__ */ new Set([
  "toString",
  "valueOf",
  "String",
  "to_s",
  "trimEnd",
  "rstrip",
  "padEnd",
  "encode"
]);
function textBuiltBy(run, { name, values, form }, receiver) {
  if (name === "concat" && receiver.fields === null && receiver.prefix !== "")
    return joinedText(run, [receiver, ...values], form.node);
  if (name !== "join") return null;
  const [only] = values;
  const [list, separator] = only !== void 0 && only.fields !== null ? [only, receiver] : [receiver, only ?? constantValue(",")];
  if (list.fields === null || list.length < 1 || list.length !== list.fields.size) return null;
  const items = Array.from({ length: list.length }, (_, index) => list.fields?.get(String(index)) ?? UNKNOWN);
  const pieces = items.flatMap((item, index) => index === 0 ? [item] : [separator, item]);
  return joinedText(run, pieces, form.node);
}
var GIVES = /* @__PURE__ */ new Set([
  "join",
  "replace",
  "replaceAll",
  "concat",
  "format",
  "format_map",
  "padStart",
  "padEnd",
  "gsub",
  "sub",
  "translate"
]);
var REPLACED = [
  [/'/, bitOf("xpath")],
  [/\.\.|\\\.\\?\.|\\\.\{2/, bitOf("path")],
  [/\n|\\n|\r|\\r/, bitOf("header") | bitOf("log")],
  [/</, bitOf("xss")],
  [/\*\+\?|\*\?\+|\+\*\?/, bitOf("regex")]
];
function withoutText(constant) {
  if (typeof constant !== "string") return 0;
  return REPLACED.reduce((mask, [found, kinds]) => found.test(constant) ? mask | kinds : mask, 0);
}
function beforeHole(prefix) {
  const hole = prefix.search(/[{%]/);
  return hole < 0 ? prefix : prefix.slice(0, hole);
}
function functionBuiltIn(run, { name, values, form }) {
  if (name === "getattr" && typeof values[1]?.constant === "string" && values[0]?.path)
    return namedValue(`${values[0].path}.${values[1].constant}`);
  if (!/^(str|String|list|tuple|set|dict|sorted|reversed|iter|next|bytes|bytearray|repr|unicode|enumerate|zip|map|filter|copy|deepcopy|Array|Object|Promise)$/.test(
    name
  ))
    return null;
  if (name === "map" || name === "filter") {
    const [first, second] = values;
    if (first?.closure && second !== void 0)
      return run.parts.call(run, first.closure, null, [anyElement(second)], form.node);
  }
  const [only] = values;
  if (values.length === 1 && only !== void 0 && (name === "str" || name === "String") && only.constant !== void 0)
    return constantValue(String(only.constant));
  if (values.length === 1 && only !== void 0 && /^(list|tuple|dict|set|copy|deepcopy|sorted|iter)$/.test(name))
    return only;
  let taints = [];
  for (const value of values) taints = joinTaints(taints, deepTaints(value));
  return { ...taintedValue(taints.filter((taint) => !taint.carrier)), prefix: only?.prefix ?? "" };
}
function keyedCall(run, scope, { name, values, target: target6 }, receiver) {
  const isWrite = /^(set|put|setdefault|store|setAttribute|setProperty|__setitem__)$/.test(name);
  const isRead = /^(get|fetch|getOrDefault|getProperty|__getitem__|dig)$/.test(name);
  if (!isWrite && !isRead || target6 === null || values.length === 0) return null;
  const keys = (isWrite ? values.slice(0, -1) : values).map((value) => value.constant);
  const last2 = values.at(-1) ?? UNKNOWN;
  const key = keys.length === 0 || keys.some((each) => each === void 0) ? null : keys.join("\0");
  if (isWrite) {
    if (values.length < 2) return null;
    storeBack(
      run,
      scope,
      target6,
      withField(receiver.fields === null ? { ...receiver, fields: /* @__PURE__ */ new Map() } : receiver, key, last2)
    );
    return UNKNOWN;
  }
  if (receiver.fields === null) return null;
  const first = values[0]?.constant;
  const field = (key === null ? void 0 : receiver.fields.get(key)) ?? (first === void 0 ? void 0 : receiver.fields.get(String(first)));
  if (field !== void 0)
    return receiver.taints.length === 0 ? field : join(field, taintedValue(receiver.taints));
  const fallback = values[1] ?? UNKNOWN;
  if (key === null) {
    const part = anyPart(receiver);
    return values.length > 1 && !fallback.fixed ? { ...part, fixed: false } : part;
  }
  return taintedValue(joinTaints(receiver.taints, fallback.taints));
}
function add(run, scope, { name, values, target: target6, form }, receiver) {
  if (target6 === null) return;
  const last2 = values.at(-1) ?? UNKNOWN;
  const builder = builderOf(target6);
  if (builder !== target6) {
    const taints = deepTaints(last2).filter((taint) => !taint.carrier);
    if (taints.length === 0) return;
    const value = run.parts.evaluate(run, scope, builder);
    const added = withStep(taints, form.node, `is added: ${codeOf(run, form.node)}`);
    storeBack(run, scope, builder, { ...value, fixed: false, taints: joinTaints(value.taints, added) });
    return;
  }
  const stepped = {
    ...last2,
    taints: withStep(last2.taints, form.node, `is added: ${codeOf(run, form.node)}`)
  };
  if (receiver.length >= 0 && (name === "append" || name === "push" || name === "add")) {
    storeBack(run, scope, target6, withField(receiver, String(receiver.length), stepped));
  } else if (deepTaints(last2).length > 0) {
    const taints = withStep(
      deepTaints(last2).filter((taint) => !taint.carrier),
      form.node,
      `is added: ${codeOf(run, form.node)}`
    );
    storeBack(run, scope, target6, {
      ...receiver,
      length: -1,
      constant: void 0,
      fixed: false,
      taints: joinTaints(receiver.taints, taints)
    });
  } else if (receiver.length >= 0) storeBack(run, scope, target6, { ...receiver, length: -1 });
}
function builderOf(target6) {
  let here = target6;
  while (here.kind === "call" && here.callee.kind === "member" && here.callee.property === "append")
    here = here.callee.object;
  return here.kind === "name" ? here : target6;
}
function taken(run, scope, { name, values, target: target6 }, receiver) {
  const items = Array.from(
    { length: receiver.length },
    (_, index2) => receiver.fields?.get(String(index2)) ?? UNKNOWN
  );
  const wanted = name === "shift" ? 0 : values[0]?.constant ?? -1;
  if (typeof wanted !== "number") return receiver.fields?.get(String(wanted)) ?? anyPart(receiver);
  const index = wanted < 0 ? items.length + wanted : wanted;
  const [item = UNKNOWN] = items.splice(index, 1);
  const fields = new Map(items.map((each, position) => [String(position), each]));
  if (target6 !== null) storeBack(run, scope, target6, { ...receiver, fields, length: items.length });
  return item;
}
function walk(run, { name, values, form }, receiver) {
  const element = anyElement(receiver);
  let result = name === "map" || name === "then" || name === "reduce" || name === "flatMap" ? UNKNOWN : receiver;
  for (const { closure } of values) {
    if (closure === null) continue;
    const given = name.startsWith("reduce") ? [element, element] : [element];
    const outcome = run.parts.call(run, closure, null, given, form.node);
    if (result !== receiver || name === "forEach")
      result = {
        ...UNKNOWN,
        fixed: name === "map" && outcome.fixed,
        taints: joinTaints(result.taints, deepTaints(outcome))
      };
  }
  return { ...result, path: "", closure: null };
}

// src/analyzers/taint/evaluate-call.ts
var LOOKS_UP = /^(find|fetch|load|select|query|lookup|exists|count|create|save|insert|update|delete|remove|exec|send|log|print|write|is|has|can|check|assert|test|match|search|index|len|size|hash|verify|compare|authenticate|login)/i;
function evaluateCall(run, scope, form) {
  const { callee } = form;
  const isMethod = callee.kind === "member";
  const receiver = isMethod ? evaluate(run, scope, callee.object) : null;
  const called = isMethod ? null : evaluate(run, scope, callee);
  const text = accessText(callee);
  const name = isMethod ? callee.property : called?.path.split(".").at(-1) ?? "";
  const resolved = isMethod ? receiver?.path ? `${receiver.path}.${name}` : `?.${name}` : called?.path ?? "";
  const paths = resolved === text ? [text] : [resolved, text];
  const handlers = run.model.callbacks.find(paths);
  const values = form.arguments.map((argument) => evaluate(run, scope, argument.value));
  for (const value of values)
    if (value.closure !== null && handlers.length > 0) handlerOfCallback(run, handlers, value.closure.form);
  const module = called === null ? null : moduleOf(called.path, values);
  if (module !== null) return namedValue(module);
  const call = { form, paths, name, receiver, target: isMethod ? callee.object : null, values };
  const isOwn2 = called !== null && called.closure !== null;
  const sinks = isOwn2 ? [] : run.model.sinkCalls.find(paths);
  const owner = isMethod ? ownerOf(text) : "";
  if (owner !== "") settle(run, scope, call, owner);
  const harmful = owner === "" ? sinks : sinks.filter((sink) => !isSettled(run, scope, owner, sink.kind, form.node));
  checkCall(run, harmful, form.node, form.arguments, values);
  const source = isOwn2 ? null : sourceOf(run, call, text);
  if (source !== null) return withPath(source, resolved);
  const cleaned = sanitised(run, call);
  if (cleaned !== null) return withPath(cleaned, resolved);
  const own = ownFunction(run, scope, call, called);
  if (own !== null) return own;
  const propagated = propagate(run, scope, call, run.model.propagators.find(paths));
  if (propagated !== null) return withPath(propagated, resolved);
  const builtIn = callBuiltIn(run, scope, call);
  if (builtIn !== null) return builtIn.path === "" ? withPath(builtIn, resolved) : builtIn;
  return withPath(sinks.length > 0 ? UNKNOWN : unknownCall(run, call), resolved);
}
function ownerOf(text) {
  const [first = ""] = text.split(".()");
  return first.slice(0, Math.max(0, first.lastIndexOf(".")));
}
function settledName(owner, kind) {
  return `${kind} of ${owner}`;
}
function settle(run, scope, { form, paths, values }, owner) {
  for (const { kinds, to, when } of run.model.sanitisers.find(paths)) {
    if (to !== "receiver" || !when.every((test) => holds(test, form.arguments, values))) continue;
    for (const kind of kinds) define(scope, settledName(owner, kind), constantValue(true));
  }
}
function isSettled(run, scope, owner, kind, node) {
  if (lookUp(scope, settledName(owner, kind))?.constant !== true) return false;
  run.arrivals.set(`${kind}:${node}`, true);
  return true;
}
function moduleOf(path, [first]) {
  if (path !== "require" && path !== "import" || typeof first?.constant !== "string") return null;
  return first.constant.replace(/^node:/, "");
}
function withPath(value, path) {
  return path === "" || path.startsWith("?.") || value.constant !== void 0 ? value : { ...value, path: `${path}()` };
}
function sourceOf(run, { form, name, paths, receiver }, text) {
  const [source] = run.model.sourceCalls.find(paths);
  if (source !== void 0) return taintedValue([sourceTaint(run, source, form.node)]);
  if (receiver === null) return null;
  const owner = text.slice(0, Math.max(0, text.lastIndexOf(".")));
  const method = run.model.objects.find([receiver.path, owner]).find((each) => each.calls.includes(name));
  if (method !== void 0)
    return taintedValue([{ ...sourceTaint(run, method, form.node), whole: form.arguments.length === 0 }]);
  return null;
}
function sanitised(run, { form, name, paths, receiver, values }) {
  const named = run.model.sanitisers.find(paths);
  const sanitisers = named.filter(
    ({ to, when }) => to === "result" && when.every((test) => holds(test, form.arguments, values))
  );
  if (sanitisers.length === 0) return null;
  const mask = sanitisers.reduce((all5, each) => all5 | maskOf(each.kinds), 0);
  const taints = [receiver, ...values].reduce(
    (all5, value) => value === null ? all5 : joinTaints(all5, deepTaints(value)),
    []
  );
  const fixed = values.length > 0 && values.every((value) => value.fixed) && (receiver === null || receiver.fixed);
  const same = /^(String|toString|trim|trimEnd|encodeURI)$/.test(name) ? receiver ?? values[0] : void 0;
  const outcome = cleansed(taintedValue(taints.filter((taint) => !taint.carrier)), mask);
  return { ...outcome, fixed, prefix: same?.prefix ?? "" };
}
function ownFunction(run, scope, { form, name, receiver, values, target: target6 }, called) {
  const given = values;
  if (receiver !== null) {
    const owner = receiver.instance ?? receiver.type ?? (target6?.kind === "name" && /^(self|this|cls)$/.test(target6.name) ? run.current?.owner ?? null : null);
    const method = owner?.methods.get(name);
    if (method !== void 0) return run.parts.call(run, { form: method, scope }, receiver, given, form.node);
    const field = receiver.fields?.get(name);
    return field?.closure ? run.parts.call(run, field.closure, receiver, given, form.node) : null;
  }
  if (called?.closure) return run.parts.call(run, called.closure, null, given, form.node);
  if (called?.type) {
    const maker = called.type.methods.get("__init__") ?? called.type.methods.get("constructor") ?? called.type.methods.get(called.type.name) ?? called.type.methods.get("initialize");
    if (maker !== void 0) run.parts.call(run, { form: maker, scope }, UNKNOWN, given, form.node);
    return { ...UNKNOWN, instance: called.type, path: called.path };
  }
  return null;
}
function propagate(run, scope, call, propagators) {
  if (propagators.length === 0) return null;
  let result = UNKNOWN;
  for (const { from, to, restores } of propagators) {
    const indexes = positionsOf(from, call.form.arguments);
    let taints = [];
    for (const index of indexes) taints = joinTaints(taints, deepTaints(call.values[index] ?? UNKNOWN));
    const fixed = indexes.length > 0 && indexes.every((index) => call.values[index]?.fixed === true);
    const kept = taints.filter((taint) => !taint.carrier).map((taint) => restores ? { ...taint, clean: 0 } : taint);
    const stepped = withStep(kept, call.form.node, `passes through ${codeOf(run, call.form.node)}`);
    if (to === "receiver" && call.target !== null && call.receiver !== null) {
      storeBack(run, scope, call.target, {
        ...call.receiver,
        taints: joinTaints(call.receiver.taints, stepped)
      });
    } else
      result = {
        ...taintedValue(joinTaints(result.taints, stepped)),
        fixed,
        prefix: RESOLVES.test(call.paths[0] ?? "") ? resolvedPrefix(call) : call.values[indexes[0] ?? 0]?.prefix ?? ""
      };
  }
  return result;
}
var RESOLVES = /(^|\.)(URL|urljoin|url\.resolve)$/;
function resolvedPrefix({ name, values }) {
  const [first, second] = values;
  const [address, base] = name === "URL" ? [first, second] : [second, first];
  if (address === void 0) return base?.prefix ?? "";
  if (base === void 0 || /^[a-z][a-z0-9+.-]*:/i.test(address.prefix)) return address.prefix;
  const isRelative = /^(\/[^/\\]|[?#]|[^/\\:?#\uE000]+[/?#])/.test(address.prefix);
  const host = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]+|\uE000)/i.exec(base.prefix || (isOwn(base) ? OWN_TEXT : ""));
  return isRelative && host !== null ? `${host[0]}/` : "";
}
function unknownCall(run, { form, name, receiver, values }) {
  const { node } = form;
  let taints = [];
  if (receiver !== null) {
    const held = receiver.taints.filter(
      (taint) => !taint.carrier || receiver.path === "" || receiver.path.endsWith("()")
    );
    taints = held.map((taint) => ({ ...taint, carrier: false, whole: false }));
  }
  const isLookUp = LOOKS_UP.test(name) || name === "get" && receiver !== null;
  if (!isLookUp || form.creates) {
    for (const value of values) {
      const passed = deepTaints(value).map((taint) => ({
        ...taint,
        whole: false,
        unsure: taint.unsure + (taint.carrier ? 0 : 1)
      }));
      taints = joinTaints(taints, passed);
    }
  }
  for (const value of values) if (value.closure !== null) callBack(run, value, receiver, node);
  return taintedValue(withStep(taints, node, `passes through ${codeOf(run, node)}`));
}
function callBack(run, { closure }, receiver, node) {
  if (closure === null) return;
  const taints = receiver === null ? [] : receiver.taints.filter((taint) => !taint.carrier);
  if (taints.length > 0)
    run.parts.call(run, closure, null, [taintedValue(taints), taintedValue(taints)], node);
}

// src/analyzers/taint/evaluate.ts
function evaluate(run, scope, expression6) {
  return deeper(run, () => evaluateKind(run, scope, expression6), UNKNOWN);
}
function evaluateKind(run, scope, expression6) {
  switch (expression6.kind) {
    case "constant":
      return constantValue(expression6.value);
    case "name":
      return nameOf(run, scope, expression6.name, expression6.node);
    case "member":
    case "element":
      return partOf(run, scope, expression6);
    case "call":
      return evaluateCall(run, scope, expression6);
    case "text":
      return textOf2(run, scope, expression6);
    case "operation":
      return operationOf(run, scope, expression6);
    case "choice":
      return choiceOf(run, scope, expression6);
    case "record":
      return recordOf(run, scope, expression6);
    case "list":
      return listOf(run, scope, expression6);
    case "function": {
      const closure = { form: expression6.form, scope };
      run.waiting.add(closure);
      return { ...UNKNOWN, closure };
    }
    case "class":
      run.parts.execute(run, scope, [{ kind: "class", form: expression6.form }], null);
      return { ...UNKNOWN, type: expression6.form, path: expression6.form.name };
    case "assign": {
      const value = evaluate(run, scope, expression6.value);
      run.parts.assign(run, scope, expression6.target, value, false);
      return value;
    }
    case "each": {
      for (const { target: target6, iterable } of expression6.loops) {
        run.parts.assign(run, scope, target6, anyElement(evaluate(run, scope, iterable)), true);
      }
      return { ...UNKNOWN, taints: deepTaints(evaluate(run, scope, expression6.element)) };
    }
    default:
      return joinAll(expression6.parts.map((part) => taintedValue(deepTaints(evaluate(run, scope, part)))));
  }
}
function anyElement(collection) {
  const part = anyPart(collection);
  return part.taints.length === 0 && !part.fixed ? UNKNOWN : part;
}
function nameOf(run, scope, name, node) {
  const known4 = lookUp(scope, name);
  const value = known4 ?? namedValue(name);
  return value.taints.length > 0 || value.closure !== null ? value : withCarrier(run, value, name, node);
}
function withCarrier(run, value, name, node) {
  if (value.constant !== void 0 || value.instance !== null) return value;
  const [source] = run.model.objects.find(value.path === "" ? [name] : [value.path]);
  if (source === void 0) return value;
  return { ...value, taints: [sourceTaint(run, source, node, true)] };
}
function sourceTaint(run, source, node, carrier = false) {
  const what = `${source.what}: ${codeOf(run, node)}`;
  return {
    origin: { kind: "source", node, what: source.what, kinds: maskOf(source.kinds) },
    clean: 0,
    step: { node, what, before: null, length: 1 },
    unsure: source.doubt ?? 0,
    carrier,
    whole: true,
    built: false
  };
}
function partOf(run, scope, expression6) {
  if (run.refined.size > 0) {
    const text = refinedText(expression6);
    const refined = run.refined.has(text) ? lookUp(scope, text) : null;
    if (refined !== null) return refined;
  }
  const object = evaluate(run, scope, expression6.object);
  if (expression6.kind === "member") return memberOf(run, scope, object, expression6.property, expression6);
  const key = evaluate(run, scope, expression6.key).constant;
  if (typeof object.constant === "string" && typeof key === "number")
    return constantValue(object.constant.at(key) ?? "");
  if (key === void 0 || key === null) return elementOf(object);
  if (typeof key === "number" && key < 0 && object.length >= 0)
    return memberOf(run, scope, object, String(object.length + key), expression6);
  return memberOf(run, scope, object, String(key), expression6);
}
function elementOf(object) {
  return {
    ...anyPart(object),
    taints: asPart(deepTaints(object)),
    path: object.path === "" ? "" : `${object.path}.*`,
    fixed: object.fixed && object.fields !== null
  };
}
function memberOf(run, scope, object, property, expression6) {
  const path = object.path === "" ? "" : `${object.path}.${property}`;
  const field = object.fields?.get(property);
  if (field !== void 0)
    return object.taints.length === 0 ? field : { ...field, taints: joinTaints(field.taints, asPart(object.taints)) };
  const text = accessText(expression6);
  if (object.instance !== null || text.startsWith("self.") || text.startsWith("this.")) {
    const own = ownField(run, scope, object, property, text);
    if (own !== null) return own;
  }
  const source = readSource(run, object.path, text, property);
  if (source !== null) return { ...namedValue(path), taints: [sourceTaint(run, source, expression6.node)] };
  if (property === "length" || property === "size") return { ...UNKNOWN, fixed: true };
  const taints = object.taints.filter((taint) => !taint.carrier || object.path === "");
  const prefix = property === "href" ? object.prefix : "";
  return { ...UNKNOWN, path, prefix, taints: asPart(taints) };
}
function asPart(taints) {
  return taints.map((taint) => taint.whole ? { ...taint, whole: false } : taint);
}
function readSource(run, objectPath, text, property) {
  const owner = text.slice(0, text.lastIndexOf("."));
  const sources = run.model.objects.find(owner === objectPath ? [objectPath] : [objectPath, owner]);
  return sources.find((source) => source.reads.includes(property)) ?? null;
}
function ownField(run, scope, object, property, text) {
  const owner = object.instance ?? run.current?.owner ?? null;
  const assigned = text === "" ? null : lookUp(scope, text);
  if (assigned !== null) return assigned;
  if (owner === null) return null;
  const method = owner.methods.get(property);
  if (method !== void 0) return { ...UNKNOWN, closure: { form: method, scope } };
  return run.fields.get(owner)?.get(property) ?? null;
}
function textOf2(run, scope, { parts, node }) {
  return joinedText(
    run,
    parts.map((part) => evaluate(run, scope, part)),
    node
  );
}
var HOST_KINDS = maskOf(["ssrf", "redirect"]);
function joinedText(run, values, node) {
  const constant = foldOperation(
    "+",
    values.map((value) => value.constant)
  );
  if (constant !== void 0) return constantValue(constant);
  let prefix = "";
  for (const value of values) {
    const isFree = value.prefix === "" && value.constant === void 0 && isOwn(value);
    prefix += isFree ? OWN_TEXT : value.prefix;
    if (!isFree && typeof value.constant !== "string") break;
  }
  let taints = [];
  for (const value of values) taints = joinTaints(taints, deepTaints(value));
  const isText = values.some(({ prefix: known4 }) => known4 !== "") || values.every(isTainted);
  const built = taints.filter((taint) => !taint.carrier).map((taint) => ({ ...taint, built: taint.built || isText }));
  const fixed = values.every((value) => value.fixed);
  return {
    ...UNKNOWN,
    prefix,
    fixed,
    taints: asPart(withStep(built, node, `is put into a text: ${codeOf(run, node)}`))
  };
}
function isTainted(value) {
  return deepTaints(value).length > 0;
}
function isOwn(value) {
  return deepTaints(value).every(
    ({ origin }) => origin.kind === "source" && (origin.kinds & HOST_KINDS) === 0
  );
}
function operationOf(run, scope, { operator, operands }) {
  if (operator === "&&") return conjunctionOf(run, scope, operands);
  const values = operands.map((operand) => evaluate(run, scope, operand));
  const folded = foldOperation(
    operator,
    values.map((value) => value.constant)
  );
  if (folded !== void 0) return constantValue(folded);
  return GIVES_NO_TEXT.has(operator) ? { ...UNKNOWN, fixed: true } : UNKNOWN;
}
var GIVES_NO_TEXT = /* @__PURE__ */ new Set([
  "-",
  "**",
  "<",
  "<=",
  ">",
  ">=",
  "==",
  "===",
  "!=",
  "!==",
  "is",
  "is not",
  "in",
  "not in",
  "!",
  "not"
]);
function conjunctionOf(run, scope, operands) {
  const layer = branchOf(scope);
  let last2 = UNKNOWN;
  const constants = [];
  for (const operand of operands) {
    last2 = evaluate(run, layer, operand);
    constants.push(last2.constant);
    refine(run, layer, operand, true);
  }
  const folded = foldOperation("&&", constants);
  return folded === false ? constantValue(false) : last2;
}
function choiceOf(run, scope, { test, options }) {
  if (test === null) return joinAll(options.map((option) => evaluate(run, scope, option)));
  const [then, otherwise] = options;
  const tested = evaluate(run, scope, test).constant;
  const pick = (option, truth) => {
    if (option === void 0) return UNKNOWN;
    const layer = branchOf(scope);
    refine(run, layer, test, truth);
    return evaluate(run, layer, option);
  };
  if (tested !== void 0) return isTrue(tested) ? pick(then, true) : pick(otherwise, false);
  return join(pick(then, true), pick(otherwise, false));
}
function recordOf(run, scope, { entries }) {
  let record = { ...UNKNOWN, fixed: true, fields: /* @__PURE__ */ new Map() };
  for (const { key, value: entry } of entries) {
    const value = evaluate(run, scope, entry);
    if (key === null) {
      const fields = new Map([...record.fields ?? [], ...value.fields ?? []]);
      record = { ...record, fields, fixed: false, taints: joinTaints(record.taints, value.taints) };
    } else {
      const name = typeof key === "string" ? key : evaluate(run, scope, key).constant;
      const part = name === "$eq" ? cleansed(value, bitOf("nosql")) : value;
      record = withField(record, name === void 0 ? null : String(name), part);
    }
  }
  return record;
}
function listOf(run, scope, { items }) {
  let list = { ...UNKNOWN, fixed: true, fields: /* @__PURE__ */ new Map(), length: 0 };
  for (const [index, item] of items.entries())
    list = withField(list, String(index), evaluate(run, scope, item));
  return list;
}

// src/analyzers/taint/functions.ts
function summaryOf(run, closure) {
  const { form } = closure;
  const known4 = run.summaries.get(form);
  run.waiting.delete(closure);
  if (known4 !== void 0) return known4;
  const summary = { returns: UNKNOWN, flows: [], done: false };
  run.summaries.set(form, summary);
  deeper(run, () => lookInto(run, form, closure.scope, summary), void 0);
  summary.done = true;
  return summary;
}
function lookInto(run, form, outer, summary) {
  handlerOfDecorators(run, outer, form);
  const scope = makeScope(outer);
  const handler = run.handlers.get(form);
  const inside2 = { ...run, current: form };
  for (const [index, parameter] of form.parameters.entries()) {
    const value = parameterValue(run, form, parameter, index, handler);
    if (parameter.name !== "") define(scope, parameter.name, value);
    else if (parameter.target !== null) run.parts.assign(inside2, scope, parameter.target, value, true);
  }
  run.parts.execute(inside2, scope, form.body(), summary);
}
function parameterValue(run, form, parameter, index, handler) {
  const own = {
    origin: { kind: "parameter", form, index },
    clean: 0,
    step: { node: form.node, what: parameter.name, before: null, length: 1 },
    unsure: 0,
    carrier: false,
    whole: true,
    built: false
  };
  const position = form.owner !== null && /^(self|cls)$/.test(form.parameters[0]?.name ?? "") ? index - 1 : index;
  const role = handler?.objects[position];
  const path = role === void 0 || role === "input" || role === "-" ? parameter.name : role;
  const isSelf = position < 0;
  if (isSelf) return { ...namedValue(parameter.name), instance: form.owner };
  if (role === void 0 && handler?.inputUnless && isConverted(handler, parameter)) return namedValue(path);
  const value = { ...namedValue(path), taints: [own] };
  const source = inputOf(run, parameter, handler, role);
  if (source === null && HOLDS_NO_TEXT.test(parameter.type)) return { ...namedValue(path), fixed: true };
  if (source === null) return value;
  const taint = sourceTaint(run, source, form.node);
  return { ...value, taints: [asDeclared2(taint, parameter.type), own] };
}
var ANY_FIELDS = /^(?:$|any|unknown|object|Any|Object|Record|Partial|Map|Request|FormData|[Dd]ict|JSON|\{|Mapping)/;
function asDeclared2(taint, type) {
  const clean2 = /^(?:string|str)$/.test(type) ? taint.clean | bitOf("nosql") : taint.clean;
  return { ...taint, clean: clean2, whole: ANY_FIELDS.test(type) };
}
var HOLDS_NO_TEXT = /^(?:number|boolean|bigint|int|float|bool|long|double|Integer|Long|UUID|Decimal)(?:\s*\|\s*(?:null|undefined|None))?$/;
function inputOf(run, parameter, handler, role) {
  const what = (given) => ({
    what: `${given.what} (parameter ${parameter.name})`,
    kinds: []
  });
  for (const each of run.model.annotated) {
    if (parameter.annotations.some((name) => each.annotations.includes(name)))
      return isConverted(each, parameter) ? null : what(each);
  }
  const named = run.model.callers.get(parameter.name);
  if (named !== void 0) return what(named);
  if (handler === void 0) return null;
  if (role === "input") return what(handler);
  if (role !== void 0 || handler.inputUnless === null) return null;
  return isConverted(handler, parameter) ? null : what(handler);
}
function isConverted(handler, { name, type, annotations }) {
  const except = handler.inputUnless ?? [];
  if (except.includes(`=${name}`) || annotations.some((annotation) => except.includes(annotation)))
    return true;
  const words = type.split(/\W+/);
  return words.some((word) => except.includes(word));
}
function callClosure(run, closure, receiver, given, node) {
  const summary = summaryOf(run, closure);
  const isMethod = closure.form.owner !== null && /^(self|cls)$/.test(closure.form.parameters[0]?.name ?? "");
  const values = isMethod ? [receiver ?? UNKNOWN, ...given] : bindRest(closure.form, given);
  passFlows(run, summary.flows, values, node);
  return substituted(run, summary.returns, closure.form, values, node, 2);
}
function bindRest(form, given) {
  const rest = form.parameters.findIndex((parameter) => parameter.rest);
  if (rest < 0 || given.length <= rest) return given;
  const left = given.slice(rest).reduce((taints, value) => joinTaints(taints, deepTaints(value)), []);
  return [...given.slice(0, rest), taintedValue(left)];
}
function substituted(run, value, form, given, node, levels) {
  let taints = [];
  for (const taint of value.taints) {
    const { origin } = taint;
    if (origin.kind !== "parameter" || origin.form !== form) {
      taints = joinTaints(taints, withStep([taint], node, `is returned by ${codeOf(run, node)}`));
      continue;
    }
    const argument = given[origin.index];
    if (argument === void 0) continue;
    const passed = deepTaints(argument).map((each) => continued(run, each, taint, node));
    taints = joinTaints(taints, passed);
  }
  if (value.fields === null || levels === 0) return { ...value, taints };
  const fields = /* @__PURE__ */ new Map();
  for (const [key, part] of value.fields)
    fields.set(key, substituted(run, part, form, given, node, levels - 1));
  return { ...value, taints, fields };
}

// src/analyzers/taint/lowering.ts
var DEEPEST4 = 120;
function makeLoweringTree(tree, text) {
  let depth = 0;
  let cut = false;
  return {
    tree,
    text,
    kind: (node) => kindOf(tree, node),
    field: (node) => fieldOf(tree, node),
    textOf: (node) => node < 0 ? "" : textOf(tree, text, node),
    child: (node, field) => node < 0 ? -1 : childByField(tree, node, field),
    named: (node) => node < 0 ? [] : namedChildren(tree, node),
    all: (node) => node < 0 ? [] : children(tree, node),
    deeper: (make, otherwise) => {
      if (depth >= DEEPEST4) {
        cut = true;
        return otherwise;
      }
      depth++;
      try {
        return make();
      } finally {
        depth--;
      }
    },
    fromTop: (make) => {
      const before = depth;
      depth = 0;
      try {
        return make();
      } finally {
        depth = before;
      }
    },
    wasCut: () => cut
  };
}
function nothing(node) {
  return { kind: "mixed", node, parts: [] };
}
var plainNumber = (text) => Number(text.replaceAll("_", ""));
var javaNumber = (text) => Number(text.replace(/[_lLdDfF]/g, ""));
var LITERALS = new Map([
  ...["number", "integer", "float", "int_literal", "float_literal"].map(
    (kind) => [kind, plainNumber]
  ),
  ...["decimal_integer_literal", "decimal_floating_point_literal"].map((kind) => [kind, javaNumber]),
  ["true", () => true],
  ["false", () => false],
  ...["null", "null_literal", "nil", "none"].map((kind) => [kind, () => null])
]);
function plainLiteral(tree, node) {
  const read = LITERALS.get(tree.kind(node));
  return read === void 0 ? null : { kind: "constant", node, value: read(tree.textOf(node)) };
}
function whileLoop(test, body) {
  return { kind: "loop", target: null, iterable: null, test, body };
}
function once2(make) {
  let made = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
function chainOf(tree, node, isLink, left = "left", right = "right") {
  const operands = [];
  let here = node;
  while (here >= 0 && isLink(here)) {
    operands.push(tree.child(here, right));
    here = tree.child(here, left);
  }
  operands.push(here);
  return operands.reverse().filter((operand) => operand >= 0);
}

// src/analyzers/taint/go-expressions.ts
var TRANSPARENT = /* @__PURE__ */ new Set(["parenthesized_expression", "type_assertion_expression", "literal_element"]);
function expression(tree, node) {
  if (node < 0) return nothing(0);
  return tree.deeper(() => lowerExpression(tree, node), nothing(node));
}
function all(tree, nodes) {
  return nodes.map((node) => expression(tree, node));
}
function lowerExpression(tree, node) {
  const kind = tree.kind(node);
  if (TRANSPARENT.has(kind)) return expression(tree, tree.named(node)[0] ?? -1);
  const literal = plainLiteral(tree, node);
  if (literal !== null) return literal;
  switch (kind) {
    case "identifier":
    case "type_identifier":
    case "package_identifier":
      return { kind: "name", node, name: tree.textOf(node) };
    case "interpreted_string_literal":
    case "raw_string_literal":
      return { kind: "constant", node, value: stringOf(tree.textOf(node)) };
    case "selector_expression":
    case "qualified_type":
      return memberOf2(tree, node);
    case "index_expression":
      return {
        kind: "element",
        node,
        object: expression(tree, tree.child(node, "operand")),
        key: expression(tree, tree.child(node, "index"))
      };
    case "slice_expression":
      return { kind: "mixed", node, parts: [expression(tree, tree.child(node, "operand"))] };
    case "call_expression":
      return callOf(tree, node);
    case "type_conversion_expression":
      return { kind: "mixed", node, parts: [expression(tree, tree.child(node, "operand"))] };
    case "unary_expression":
      return unaryOf(tree, node);
    case "binary_expression":
      return binaryOf(tree, node);
    case "func_literal":
      return { kind: "function", node, form: functionForm(tree, node) };
    case "composite_literal":
      return literalOf(tree, tree.child(node, "body"));
    case "literal_value":
      return literalOf(tree, node);
    default:
      return { kind: "mixed", node, parts: all(tree, tree.named(node)) };
  }
}
function memberOf2(tree, node) {
  const [first = -1, second = -1] = tree.named(node);
  return { kind: "member", node, object: expression(tree, first), property: tree.textOf(second) };
}
function stringOf(literal) {
  const inner = literal.slice(1, -1);
  return literal.startsWith("`") ? inner : inner.replace(
    /\\([ntr"\\])/g,
    (_, letter) => letter === "n" ? "\n" : letter === "t" ? "	" : letter === "r" ? "\r" : letter
  );
}
function callOf(tree, node) {
  const values = tree.named(tree.child(node, "arguments")).map((each) => {
    const isSpread = tree.kind(each) === "variadic_argument";
    return {
      name: null,
      value: expression(tree, isSpread ? tree.named(each)[0] ?? -1 : each),
      spread: isSpread
    };
  });
  const callee = expression(tree, tree.child(node, "function"));
  return { kind: "call", node, callee, arguments: values, creates: false };
}
function unaryOf(tree, node) {
  const operator = tree.textOf(tree.child(node, "operator"));
  const operand = expression(tree, tree.child(node, "operand"));
  if (operator !== "!" && operator !== "-") return operand;
  return { kind: "operation", node, operator, operands: [operand] };
}
function binaryOf(tree, node) {
  const operator = tree.textOf(tree.child(node, "operator"));
  const isSame = (link) => tree.kind(link) === "binary_expression" && tree.textOf(tree.child(link, "operator")) === operator;
  const operands = all(tree, chainOf(tree, node, isSame));
  if (operator === "+") return { kind: "text", node, parts: operands };
  if (operator === "||") return { kind: "choice", node, test: null, options: operands };
  return { kind: "operation", node, operator, operands };
}
function literalOf(tree, node) {
  const parts = tree.named(node);
  if (parts.every((part) => tree.kind(part) === "keyed_element") && parts.length > 0) {
    return {
      kind: "record",
      node,
      entries: parts.map((part) => {
        const key = tree.child(part, "key");
        const [name = key] = tree.kind(key) === "literal_element" ? tree.named(key) : [key];
        const isField = /identifier$/.test(tree.kind(name));
        return {
          key: isField ? tree.textOf(name) : expression(tree, name),
          value: expression(tree, tree.child(part, "value"))
        };
      })
    };
  }
  return { kind: "list", node, items: all(tree, parts) };
}
function target(tree, node) {
  if (node < 0) return nothing(0);
  if (tree.kind(node) !== "expression_list") return expression(tree, node);
  const items = tree.named(node);
  const [only = -1] = items;
  if (items.length === 1) return expression(tree, only);
  return {
    kind: "list-pattern",
    node,
    items: items.map((item) => tree.textOf(item) === "_" ? null : expression(tree, item))
  };
}

// src/analyzers/taint/lower-go.ts
var lowerGo = {
  program: (tree) => statementsOf(tree, tree.named(0))
};
var KNOWN_TYPE = /^\*?((?:http|gin|echo|fiber|events|beego|iris)\.(?:Request|Context|Ctx|\w*Request))$/;
function statementsOf(tree, nodes) {
  return nodes.flatMap((node) => tree.deeper(() => lowerStatement(tree, node), []));
}
function bodyOf(tree, node) {
  if (node < 0) return [];
  return tree.deeper(() => {
    const inner = tree.named(node);
    return statementsOf(
      tree,
      inner.flatMap((each) => tree.kind(each) === "statement_list" ? tree.named(each) : [each])
    );
  }, []);
}
function lowerStatement(tree, node) {
  switch (tree.kind(node)) {
    case "function_declaration":
    case "method_declaration":
      return [{ kind: "declare", form: functionForm(tree, node) }];
    case "import_declaration":
      return importsOf(tree, node);
    case "short_var_declaration":
      return assignment2(tree, node, "left", "right", true);
    case "assignment_statement":
      return assignment2(tree, node, "left", "right", false);
    case "const_declaration":
    case "var_declaration":
      return variablesOf(tree, node);
    case "if_statement":
      return [
        ...statementsOf(
          tree,
          [tree.child(node, "initializer")].filter((each) => each >= 0)
        ),
        {
          kind: "branch",
          test: expression(tree, tree.child(node, "condition")),
          holds: bodyOf(tree, tree.child(node, "consequence")),
          otherwise: otherwiseOf(tree, tree.child(node, "alternative"))
        }
      ];
    case "for_statement":
      return loopOf(tree, node);
    case "return_statement":
      return [returnOf(tree, node)];
    case "expression_switch_statement":
      return switchOf(tree, node);
    case "type_switch_statement":
    case "select_statement":
      return tree.named(node).flatMap((each) => /case$/.test(tree.kind(each)) ? caseAlone(tree, each) : []);
    case "block":
      return [{ kind: "block", body: bodyOf(tree, node) }];
    case "labeled_statement":
      return statementsOf(tree, tree.named(node).slice(1));
    case "expression_statement": {
      const leaves = /^(panic\(|os\.Exit\(|log\.Fatal)/.test(tree.textOf(node).slice(0, 20));
      return [...expressionsOf(tree, tree.named(node)), ...leaves ? [{ kind: "leave" }] : []];
    }
    case "package_clause":
    case "type_declaration":
    case "comment":
    case "break_statement":
    case "continue_statement":
      return [];
    default:
      return expressionsOf(tree, tree.named(node));
  }
}
function expressionsOf(tree, nodes) {
  return nodes.map((node) => ({ kind: "expression", expression: expression(tree, node) }));
}
function otherwiseOf(tree, node) {
  if (node < 0) return [];
  return tree.kind(node) === "block" ? bodyOf(tree, node) : statementsOf(tree, [node]);
}
function assignment2(tree, node, leftField, rightField, declares) {
  const left = tree.child(node, leftField);
  const right = tree.child(node, rightField);
  const text = tree.textOf(tree.child(node, "operator"));
  const operator = text === "+=" ? "+" : text === "=" || text === ":=" || text === "" ? "" : "|";
  const lefts = tree.named(left);
  const rights = tree.named(right);
  if (lefts.length === rights.length && lefts.length > 0) {
    return lefts.map((each, index) => ({
      kind: "assign",
      node,
      target: expression(tree, each),
      value: expression(tree, rights[index] ?? -1),
      operator,
      declares
    }));
  }
  const [value = -1] = rights;
  return [
    { kind: "assign", node, target: target(tree, left), value: expression(tree, value), operator, declares }
  ];
}
function variablesOf(tree, node) {
  const specs = tree.named(node).flatMap((each) => /_spec_list$/.test(tree.kind(each)) ? tree.named(each) : [each]);
  return specs.flatMap((spec) => {
    const names = tree.named(spec).filter((each) => tree.field(each) === "name");
    const values = tree.named(tree.child(spec, "value"));
    return names.map((name, index) => ({
      kind: "assign",
      node: spec,
      target: expression(tree, name),
      value: values.length === 0 ? nothing(spec) : expression(tree, values[index] ?? values[0] ?? -1),
      operator: "",
      declares: true
    }));
  });
}
function loopOf(tree, node) {
  const [head = -1] = tree.named(node);
  const body = bodyOf(tree, tree.child(node, "body"));
  if (tree.kind(head) === "range_clause") {
    const left = tree.child(head, "left");
    const names = tree.named(left);
    const each = names[1] ?? names[0] ?? -1;
    const iterable = expression(tree, tree.child(head, "right"));
    const wanted = each < 0 ? null : expression(tree, each);
    return [{ kind: "loop", target: wanted, iterable, test: null, body }];
  }
  if (tree.kind(head) === "for_clause") {
    const start = statementsOf(
      tree,
      [tree.child(head, "initializer")].filter((each) => each >= 0)
    );
    const condition = tree.child(head, "condition");
    const test2 = condition < 0 ? null : expression(tree, condition);
    return [...start, { kind: "loop", target: null, iterable: null, test: test2, body }];
  }
  const test = head < 0 || tree.kind(head) === "block" ? null : expression(tree, head);
  return [{ kind: "loop", target: null, iterable: null, test, body }];
}
function returnOf(tree, node) {
  const [list = -1] = tree.named(node);
  const values = list < 0 ? [] : tree.named(list);
  const [first] = values;
  if (first === void 0) return { kind: "return", node, value: null };
  if (values.length === 1) return { kind: "return", node, value: expression(tree, first) };
  return { kind: "return", node, value: { kind: "list", node: list, items: all(tree, values) } };
}
function switchOf(tree, node) {
  const start = statementsOf(
    tree,
    [tree.child(node, "initializer")].filter((each) => each >= 0)
  );
  const clauses = tree.named(node).filter((each) => /case$/.test(tree.kind(each)));
  const value = tree.child(node, "value");
  if (value < 0) return [...start, ...clauses.flatMap((clause) => caseAlone(tree, clause))];
  const cases = clauses.map((clause) => ({
    tests: all(tree, tree.named(tree.child(clause, "value"))),
    isDefault: tree.kind(clause) === "default_case",
    body: caseBody(tree, clause)
  }));
  return [...start, { kind: "switch", subject: expression(tree, value), cases }];
}
function caseAlone(tree, clause) {
  const [test = -1] = tree.named(tree.child(clause, "value"));
  const communication = tree.child(clause, "communication");
  const received = communication < 0 ? [] : statementsOf(tree, [communication]);
  return [
    {
      kind: "branch",
      test: expression(tree, test),
      holds: [...received, ...caseBody(tree, clause)],
      otherwise: []
    }
  ];
}
function caseBody(tree, clause) {
  const list = tree.named(clause).find((each) => tree.kind(each) === "statement_list") ?? -1;
  return list < 0 ? [] : statementsOf(tree, tree.named(list));
}
function importsOf(tree, node) {
  const specs = tree.named(node).flatMap((each) => tree.kind(each) === "import_spec_list" ? tree.named(each) : [each]);
  return specs.flatMap((spec) => {
    const path = tree.textOf(tree.child(spec, "path")).slice(1, -1).replace(/\/v\d+$/, "");
    const last2 = path.slice(path.lastIndexOf("/") + 1).replace(/^go-|-go$/g, "");
    const alias = tree.textOf(tree.child(spec, "name"));
    return last2 === "" ? [] : [{ kind: "import", name: alias === "" ? last2 : alias, path: last2 }];
  });
}
function functionForm(tree, node) {
  const parameters = parametersOf(tree, tree.child(node, "parameters"));
  const body = tree.child(node, "body");
  const known4 = parameters.flatMap(({ name, type }) => {
    const path = KNOWN_TYPE.exec(type)?.[1];
    return path === void 0 ? [] : [{ kind: "import", name, path }];
  });
  return {
    node,
    name: tree.textOf(tree.child(node, "name")),
    parameters,
    body: once2(() => tree.fromTop(() => [...known4, ...bodyOf(tree, body)])),
    decorators: [],
    owner: null
  };
}
function parametersOf(tree, list) {
  return tree.named(list).flatMap((each) => {
    const type = tree.textOf(tree.child(each, "type"));
    const names = tree.named(each).filter((part) => tree.field(part) === "name");
    const rest = tree.kind(each) === "variadic_parameter_declaration";
    const named = names.length === 0 ? [""] : names.map((name) => tree.textOf(name));
    return named.map((name) => ({ name, target: null, type, annotations: [], rest }));
  });
}

// src/analyzers/taint/java-expressions.ts
function expression2(tree, node) {
  if (node < 0) return nothing(0);
  return tree.deeper(() => lowerExpression2(tree, node), nothing(node));
}
function all2(tree, nodes) {
  return nodes.map((node) => expression2(tree, node));
}
function lowerExpression2(tree, node) {
  const kind = tree.kind(node);
  const literal = plainLiteral(tree, node);
  if (literal !== null) return literal;
  switch (kind) {
    case "identifier":
    case "type_identifier":
    case "this":
    case "super":
      return { kind: "name", node, name: tree.textOf(node) };
    case "parenthesized_expression":
    case "await":
      return expression2(tree, tree.named(node)[0] ?? -1);
    case "cast_expression":
      return expression2(tree, tree.child(node, "value"));
    case "string_literal":
      return { kind: "constant", node, value: stringOf2(tree.textOf(node)) };
    case "character_literal":
      return { kind: "constant", node, value: stringOf2(tree.textOf(node)) };
    case "field_access":
      return memberOf3(tree, node, "object", "field");
    case "scoped_identifier":
      return memberOf3(tree, node, "scope", "name");
    case "array_access":
      return {
        kind: "element",
        node,
        object: expression2(tree, tree.child(node, "array")),
        key: expression2(tree, tree.child(node, "index"))
      };
    case "method_invocation":
      return callOf2(tree, node);
    case "object_creation_expression":
      return creationOf(tree, node);
    case "assignment_expression":
      return {
        kind: "assign",
        node,
        target: target2(tree, tree.child(node, "left")),
        value: expression2(tree, tree.child(node, "right"))
      };
    case "ternary_expression":
      return {
        kind: "choice",
        node,
        test: expression2(tree, tree.child(node, "condition")),
        options: [
          expression2(tree, tree.child(node, "consequence")),
          expression2(tree, tree.child(node, "alternative"))
        ]
      };
    default:
      return otherExpression(tree, node, kind);
  }
}
function otherExpression(tree, node, kind) {
  switch (kind) {
    case "binary_expression":
      return binaryOf2(tree, node);
    case "unary_expression":
      return {
        kind: "operation",
        node,
        operator: tree.textOf(tree.child(node, "operator")),
        operands: [expression2(tree, tree.child(node, "operand"))]
      };
    case "instanceof_expression":
    case "update_expression":
      return { kind: "operation", node, operator: kind, operands: all2(tree, tree.named(node).slice(0, 1)) };
    case "array_initializer":
      return { kind: "list", node, items: all2(tree, tree.named(node)) };
    case "array_creation_expression": {
      const value = tree.child(node, "value");
      return value < 0 ? nothing(node) : expression2(tree, value);
    }
    case "lambda_expression":
      return { kind: "function", node, form: lambdaForm(tree, node) };
    case "switch_expression": {
      const results = tree.named(tree.child(node, "body")).map((rule) => tree.named(rule).at(-1) ?? -1).flatMap((last2) => tree.kind(last2) === "expression_statement" ? tree.named(last2) : []);
      return { kind: "choice", node, test: null, options: all2(tree, results) };
    }
    case "method_reference":
    case "class_literal":
      return nothing(node);
    default:
      return { kind: "mixed", node, parts: all2(tree, tree.named(node)) };
  }
}
function stringOf2(literal) {
  const inner = literal.startsWith('"""') ? literal.slice(3, -3) : literal.slice(1, -1);
  return inner.replace(
    /\\([ntr"'\\])/g,
    (_, letter) => letter === "n" ? "\n" : letter === "t" ? "	" : letter === "r" ? "\r" : letter
  );
}
function memberOf3(tree, node, object, name) {
  return {
    kind: "member",
    node,
    object: expression2(tree, tree.child(node, object)),
    property: tree.textOf(tree.child(node, name))
  };
}
function argumentsOf(tree, list) {
  return tree.named(list).map((each) => ({ name: null, value: expression2(tree, each), spread: false }));
}
function callOf2(tree, node) {
  const object = tree.child(node, "object");
  const nameNode = tree.child(node, "name");
  const name = tree.textOf(nameNode);
  const receiver = object < 0 ? { kind: "name", node: nameNode, name: "this" } : expression2(tree, object);
  const callee = { kind: "member", node: nameNode, object: receiver, property: name };
  const given = argumentsOf(tree, tree.child(node, "arguments"));
  return { kind: "call", node, callee, arguments: given, creates: false };
}
function creationOf(tree, node) {
  const type = tree.child(node, "type");
  const written = tree.textOf(type).replace(/<[\s\S]*$/, "");
  const name = written.slice(written.lastIndexOf(".") + 1).trim();
  const body = tree.named(node).find((each) => tree.kind(each) === "class_body") ?? -1;
  const call = {
    kind: "call",
    node,
    callee: { kind: "name", node: type, name },
    arguments: argumentsOf(tree, tree.child(node, "arguments")),
    creates: true
  };
  if (body < 0) return call;
  return { kind: "mixed", node, parts: [call, { kind: "class", node, form: classForm(tree, node, body) }] };
}
function binaryOf2(tree, node) {
  const operator = tree.textOf(tree.child(node, "operator"));
  const isSame = (link) => tree.kind(link) === "binary_expression" && tree.textOf(tree.child(link, "operator")) === operator;
  const operands = all2(tree, chainOf(tree, node, isSame));
  if (operator === "+") return { kind: "text", node, parts: operands };
  if (operator === "||") return { kind: "choice", node, test: null, options: operands };
  return { kind: "operation", node, operator, operands };
}
function target2(tree, node) {
  return expression2(tree, node);
}
function lambdaBody(tree, body) {
  return tree.kind(body) === "block" ? bodyOf2(tree, body) : [{ kind: "return", node: body, value: expression2(tree, body) }];
}

// src/analyzers/taint/lower-java.ts
var lowerJava = {
  program: (tree) => statementsOf2(tree, tree.named(0))
};
var TYPES = /^(class|interface|enum|record)_declaration$/;
var KNOWN_TYPE2 = /^(HttpServletRequest|ServletRequest|WebRequest|NativeWebRequest|ServerHttpRequest|ServerRequest|RoutingContext|ContainerRequestContext|APIGatewayProxyRequestEvent|MultipartHttpServletRequest|HttpRequest|HttpServletResponse|ServletResponse|Statement|JdbcTemplate|NamedParameterJdbcTemplate|RestTemplate|WebClient|DirContext|InitialDirContext|LdapTemplate|XPath|ScriptEngine|GroovyShell|HttpSession|FileItem)$/;
function statementsOf2(tree, nodes) {
  return nodes.flatMap((node) => tree.deeper(() => lowerStatement2(tree, node), []));
}
function bodyOf2(tree, node) {
  if (node < 0) return [];
  const isBlock = /^(block|constructor_body|switch_block_statement_group)$/.test(tree.kind(node));
  return tree.deeper(() => statementsOf2(tree, isBlock ? tree.named(node) : [node]), []);
}
function lowerStatement2(tree, node) {
  const kind = tree.kind(node);
  if (TYPES.test(kind)) return [{ kind: "class", form: classForm(tree, node, tree.child(node, "body")) }];
  switch (kind) {
    case "local_variable_declaration":
    case "field_declaration":
      return variablesOf2(tree, node);
    case "expression_statement":
      return tree.named(node).flatMap((each) => expressionStatement(tree, each));
    case "if_statement":
      return [
        {
          kind: "branch",
          test: expression2(tree, tree.child(node, "condition")),
          holds: bodyOf2(tree, tree.child(node, "consequence")),
          otherwise: bodyOf2(tree, tree.child(node, "alternative"))
        }
      ];
    case "for_statement":
    case "while_statement":
    case "do_statement":
    case "enhanced_for_statement":
      return loopOf2(tree, node, kind);
    case "return_statement":
    case "yield_statement": {
      const [value] = tree.named(node);
      return [{ kind: "return", node, value: value === void 0 ? null : expression2(tree, value) }];
    }
    case "throw_statement":
      return [...expressionsOf2(tree, tree.named(node)), { kind: "leave" }];
    case "try_statement":
    case "try_with_resources_statement":
      return tryOf(tree, node);
    case "switch_expression":
      return [switchOf2(tree, node)];
    case "block":
      return [{ kind: "block", body: bodyOf2(tree, node) }];
    case "synchronized_statement":
    case "labeled_statement":
      return bodyOf2(tree, tree.named(node).at(-1) ?? -1);
    case "import_declaration":
    case "package_declaration":
    case "break_statement":
    case "continue_statement":
      return [];
    default:
      return expressionsOf2(tree, tree.named(node));
  }
}
function expressionsOf2(tree, nodes) {
  return nodes.map((node) => ({ kind: "expression", expression: expression2(tree, node) }));
}
function expressionStatement(tree, node) {
  if (tree.kind(node) === "switch_expression") return [switchOf2(tree, node)];
  if (tree.kind(node) !== "assignment_expression") return expressionsOf2(tree, [node]);
  const operator = tree.textOf(tree.child(node, "operator"));
  return [
    {
      kind: "assign",
      node,
      target: target2(tree, tree.child(node, "left")),
      value: expression2(tree, tree.child(node, "right")),
      operator: operator === "+=" ? "+" : operator === "=" ? "" : "|",
      declares: false
    }
  ];
}
function variablesOf2(tree, node) {
  const declarators = tree.named(node).filter((each) => tree.kind(each) === "variable_declarator");
  return declarators.map((declarator) => {
    const value = tree.child(declarator, "value");
    return {
      kind: "assign",
      node: declarator,
      target: target2(tree, tree.child(declarator, "name")),
      value: value < 0 ? nothing(declarator) : expression2(tree, value),
      operator: "",
      declares: true
    };
  });
}
function loopOf2(tree, node, kind) {
  const body = bodyOf2(tree, tree.child(node, "body"));
  if (kind === "enhanced_for_statement") {
    const each = target2(tree, tree.child(node, "name"));
    const iterable = expression2(tree, tree.child(node, "value"));
    return [{ kind: "loop", target: each, iterable, test: null, body }];
  }
  const init = tree.child(node, "init");
  const start = init < 0 ? [] : statementsOf2(tree, [init]);
  const condition = tree.child(node, "condition");
  const test = condition < 0 ? null : expression2(tree, condition);
  return [...start, { kind: "loop", target: null, iterable: null, test, body }];
}
function tryOf(tree, node) {
  const resources = tree.named(tree.child(node, "resources")).map((resource) => {
    const name = tree.child(resource, "name");
    const value = expression2(tree, tree.child(resource, "value"));
    if (name < 0) return { kind: "expression", expression: expression2(tree, tree.named(resource)[0] ?? -1) };
    return {
      kind: "assign",
      node: resource,
      target: target2(tree, name),
      value,
      operator: "",
      declares: true
    };
  });
  const clauses = (kind) => tree.named(node).filter((each) => tree.kind(each) === kind);
  return [
    ...resources,
    {
      kind: "try",
      body: bodyOf2(tree, tree.child(node, "body")),
      handlers: clauses("catch_clause").map((clause) => bodyOf2(tree, tree.child(clause, "body"))),
      after: clauses("finally_clause").flatMap((clause) => bodyOf2(tree, tree.named(clause)[0] ?? -1))
    }
  ];
}
function switchOf2(tree, node) {
  const groups = tree.named(tree.child(node, "body"));
  const cases = groups.map((group) => {
    const labels = tree.named(group).filter((each) => tree.kind(each) === "switch_label");
    const rest = tree.named(group).filter((each) => tree.kind(each) !== "switch_label");
    return {
      tests: labels.flatMap((label) => tree.named(label).map((value) => expression2(tree, value))),
      isDefault: labels.some((label) => tree.named(label).length === 0),
      body: rest.flatMap((each) => bodyOf2(tree, each))
    };
  });
  return { kind: "switch", subject: expression2(tree, tree.child(node, "condition")), cases };
}
function classForm(tree, node, body) {
  const fields = [];
  const methods = /* @__PURE__ */ new Map();
  const superclass = tree.named(tree.child(node, "superclass"));
  const form = {
    node,
    name: tree.textOf(tree.child(node, "name")),
    bases: superclass.map((each) => expression2(tree, each)),
    methods,
    fields
  };
  for (const member of tree.named(body)) {
    const kind = tree.kind(member);
    if (kind === "method_declaration" || kind === "constructor_declaration") {
      const method = methodForm(tree, member, form);
      methods.set(methods.has(method.name) ? `${method.name}#${methods.size}` : method.name, method);
    } else if (kind === "field_declaration") fields.push(...variablesOf2(tree, member));
    else if (TYPES.test(kind)) fields.push(...lowerStatement2(tree, member));
  }
  return form;
}
function methodForm(tree, node, owner) {
  const parameters = tree.named(tree.child(node, "parameters")).map((parameter) => parameterOf(tree, parameter));
  return {
    node,
    name: tree.textOf(tree.child(node, "name")),
    parameters,
    body: once2(() => tree.fromTop(() => [...known2(parameters), ...bodyOf2(tree, tree.child(node, "body"))])),
    decorators: annotationsOf(tree, node),
    owner
  };
}
function known2(parameters) {
  return parameters.flatMap(
    ({ name, type }) => KNOWN_TYPE2.test(type) ? [{ kind: "import", name, path: type }] : []
  );
}
function parameterOf(tree, node) {
  const declarator = tree.named(node).find((each) => tree.kind(each) === "variable_declarator") ?? node;
  const annotations = annotationsOf(tree, node).flatMap(
    (each) => each.kind === "name" ? [each.name] : each.kind === "call" && each.callee.kind === "name" ? [each.callee.name] : []
  );
  return {
    name: tree.textOf(tree.child(declarator, "name")) || tree.textOf(node),
    target: null,
    type: tree.textOf(tree.child(node, "type")),
    annotations,
    rest: tree.kind(node) === "spread_parameter"
  };
}
function annotationsOf(tree, node) {
  const modifiers = tree.named(node).find((each) => tree.kind(each) === "modifiers") ?? -1;
  return tree.named(modifiers).filter((each) => /annotation$/.test(tree.kind(each))).map((each) => {
    const name = {
      kind: "name",
      node: each,
      name: tree.textOf(tree.child(each, "name")).replace(/^.*\./, "")
    };
    return tree.kind(each) === "annotation" ? { kind: "call", node: each, callee: name, arguments: [], creates: false } : name;
  });
}
function lambdaForm(tree, node) {
  const list = tree.child(node, "parameters");
  const names = tree.kind(list) === "identifier" ? [list] : tree.named(list);
  const body = tree.child(node, "body");
  return {
    node,
    name: "",
    parameters: names.map((each) => parameterOf(tree, each)),
    body: once2(() => tree.fromTop(() => lambdaBody(tree, body))),
    decorators: [],
    owner: null
  };
}

// src/analyzers/taint/javascript-expressions.ts
var TRANSPARENT2 = /* @__PURE__ */ new Set([
  "parenthesized_expression",
  "await_expression",
  "as_expression",
  "satisfies_expression",
  "non_null_expression",
  "type_assertion",
  "yield_expression",
  "jsx_expression",
  "instantiation_expression",
  "spread_element"
]);
function expression3(tree, node, name = "") {
  if (node < 0) return nothing(0);
  return tree.deeper(() => lowerExpression3(tree, node, name), nothing(node));
}
function lowerExpression3(tree, node, name) {
  const kind = tree.kind(node);
  if (TRANSPARENT2.has(kind)) {
    const [inner] = tree.named(node);
    return inner === void 0 ? nothing(node) : expression3(tree, inner, name);
  }
  const literal = plainLiteral(tree, node);
  if (literal !== null) return literal;
  switch (kind) {
    case "identifier":
    case "shorthand_property_identifier":
    case "undefined":
      return { kind: "name", node, name: tree.textOf(node) };
    case "this":
    case "super":
      return { kind: "name", node, name: "this" };
    case "string":
      return { kind: "constant", node, value: stringValue(tree, node) };
    case "regex":
      return { kind: "constant", node, value: tree.textOf(node) };
    case "template_string":
      return { kind: "text", node, parts: templateParts(tree, node) };
    case "member_expression":
      return memberOf4(tree, node);
    case "subscript_expression":
      return {
        kind: "element",
        node,
        object: expression3(tree, tree.child(node, "object")),
        key: expression3(tree, tree.child(node, "index"))
      };
    case "call_expression":
    case "new_expression":
      return callOf3(tree, node, kind === "new_expression");
    case "ternary_expression":
      return {
        kind: "choice",
        node,
        test: expression3(tree, tree.child(node, "condition")),
        options: [
          expression3(tree, tree.child(node, "consequence")),
          expression3(tree, tree.child(node, "alternative"))
        ]
      };
    case "binary_expression":
      return binaryOf3(tree, node);
    case "unary_expression": {
      const operator = tree.textOf(tree.child(node, "operator"));
      return {
        kind: "operation",
        node,
        operator,
        operands: [expression3(tree, tree.child(node, "argument"))]
      };
    }
    case "object":
      return { kind: "record", node, entries: tree.named(node).map((entry) => recordEntry(tree, entry)) };
    case "array":
      return { kind: "list", node, items: tree.named(node).map((item) => expression3(tree, item)) };
    default:
      return otherExpression2(tree, node, kind, name);
  }
}
function otherExpression2(tree, node, kind, name) {
  if (FUNCTIONS.has(kind)) return { kind: "function", node, form: functionForm2(tree, node, null, name) };
  if (CLASSES.has(kind)) return { kind: "class", node, form: classForm2(tree, node) };
  if (kind === "assignment_expression" || kind === "augmented_assignment_expression") {
    return {
      kind: "assign",
      node,
      target: target3(tree, tree.child(node, "left")),
      value: expression3(tree, tree.child(node, "right"))
    };
  }
  if (kind === "update_expression")
    return {
      kind: "operation",
      node,
      operator: "++",
      operands: [expression3(tree, tree.child(node, "argument"))]
    };
  if (kind === "jsx_element" || kind === "jsx_self_closing_element") return markupOf(tree, node);
  return { kind: "mixed", node, parts: tree.named(node).map((child) => expression3(tree, child)) };
}
function memberOf4(tree, node) {
  const property = tree.textOf(tree.child(node, "property"));
  return { kind: "member", node, object: expression3(tree, tree.child(node, "object")), property };
}
function argumentOf(value, spread = false) {
  return { name: null, value, spread };
}
function callOf3(tree, node, creates) {
  const callee = tree.child(node, creates ? "constructor" : "function");
  const given = tree.child(node, "arguments");
  if (tree.kind(callee) === "import") {
    const path = tree.named(given).map((each) => expression3(tree, each));
    return {
      kind: "call",
      node,
      callee: { kind: "name", node: callee, name: "import" },
      arguments: path.map((each) => argumentOf(each)),
      creates: false
    };
  }
  const function_ = expression3(tree, callee);
  if (tree.kind(given) === "template_string") {
    const values2 = templateParts(tree, given).filter((part) => part.kind !== "constant");
    const pieces = argumentOf({ kind: "constant", node: given, value: "" });
    return {
      kind: "call",
      node,
      callee: function_,
      arguments: [pieces, ...values2.map((value) => argumentOf(value))],
      creates
    };
  }
  const values = tree.named(given).map((each) => argumentOf(expression3(tree, each), tree.kind(each) === "spread_element"));
  return { kind: "call", node, callee: function_, arguments: values, creates };
}
function binaryOf3(tree, node) {
  const operator = tree.textOf(tree.child(node, "operator"));
  const isSame = (link) => tree.kind(link) === "binary_expression" && tree.textOf(tree.child(link, "operator")) === operator;
  const operands = chainOf(tree, node, isSame).map((operand) => expression3(tree, operand));
  if (operator === "+") return { kind: "text", node, parts: operands };
  if (operator === "||" || operator === "??") return { kind: "choice", node, test: null, options: operands };
  if (operator === "&&") return { kind: "operation", node, operator: "&&", operands };
  return { kind: "operation", node, operator, operands };
}
function templateParts(tree, node) {
  return tree.named(node).flatMap((part) => {
    if (tree.kind(part) === "string_fragment")
      return [{ kind: "constant", node: part, value: tree.textOf(part) }];
    if (tree.kind(part) === "template_substitution")
      return tree.named(part).map((inner) => expression3(tree, inner));
    return [{ kind: "constant", node: part, value: unescaped(tree.textOf(part)) }];
  });
}
function markupOf(tree, node) {
  const parts = [];
  const open = tree.kind(node) === "jsx_element" ? tree.child(node, "open_tag") : node;
  const tag = tree.textOf(tree.child(open, "name"));
  for (const child of [...tree.named(open), ...open === node ? [] : tree.named(node)]) {
    if (tree.kind(child) !== "jsx_attribute") {
      if (child !== open && tree.field(child) !== "name" && tree.field(child) !== "close_tag")
        parts.push(expression3(tree, child));
      continue;
    }
    const [attribute, value] = tree.named(child);
    if (attribute === void 0 || value === void 0) continue;
    const callee = {
      kind: "member",
      node: child,
      object: {
        kind: "member",
        node: child,
        object: { kind: "name", node: child, name: "jsx" },
        property: tag.includes(".") ? "component" : tag
      },
      property: tree.textOf(attribute)
    };
    parts.push({
      kind: "call",
      node: child,
      callee,
      arguments: [argumentOf(expression3(tree, value))],
      creates: false
    });
  }
  return { kind: "operation", node, operator: "markup", operands: parts };
}
function recordEntry(tree, node) {
  const kind = tree.kind(node);
  if (kind === "shorthand_property_identifier")
    return { key: tree.textOf(node), value: expression3(tree, node) };
  if (kind === "spread_element") return { key: null, value: expression3(tree, node) };
  if (kind === "method_definition") {
    const key = tree.textOf(tree.child(node, "name"));
    return { key, value: { kind: "function", node, form: functionForm2(tree, node, null) } };
  }
  const value = tree.child(node, "value");
  return {
    key: keyOf(tree, tree.child(node, "key")),
    value: expression3(tree, value, tree.textOf(tree.child(node, "key")))
  };
}
function keyOf(tree, node) {
  if (node < 0) return "";
  const kind = tree.kind(node);
  if (kind === "computed_property_name") {
    const [inner] = tree.named(node);
    return inner === void 0 ? "" : expression3(tree, inner);
  }
  return kind === "string" ? stringValue(tree, node) : tree.textOf(node);
}
var ESCAPES = { n: "\n", r: "\r", t: "	", "0": "\0" };
function stringValue(tree, node) {
  return unescaped(tree.textOf(node).slice(1, -1));
}
function unescaped(text) {
  return text.replace(/\\(.)/gs, (_, letter) => ESCAPES[letter] ?? letter);
}

// src/analyzers/taint/javascript-definitions.ts
var FUNCTIONS = /* @__PURE__ */ new Set([
  "function_declaration",
  "generator_function_declaration",
  "function_expression",
  "generator_function",
  "arrow_function",
  "method_definition",
  "function"
]);
var CLASSES = /* @__PURE__ */ new Set(["class_declaration", "abstract_class_declaration", "class"]);
function target3(tree, node) {
  if (node < 0) return nothing(0);
  return tree.deeper(() => lowerTarget(tree, node), nothing(node));
}
function lowerTarget(tree, node) {
  switch (tree.kind(node)) {
    case "object_pattern":
      return {
        kind: "record-pattern",
        node,
        entries: tree.named(node).map((entry) => {
          const kind = tree.kind(entry);
          if (kind === "pair_pattern") {
            const key = keyOf(tree, tree.child(entry, "key"));
            return {
              key: typeof key === "string" ? key : null,
              target: target3(tree, tree.child(entry, "value"))
            };
          }
          const left = kind === "object_assignment_pattern" ? tree.child(entry, "left") : entry;
          if (kind === "rest_pattern") return { key: null, target: target3(tree, entry) };
          return { key: tree.textOf(left), target: target3(tree, entry) };
        })
      };
    case "array_pattern":
      return { kind: "list-pattern", node, items: listItems(tree, node) };
    case "assignment_pattern":
    case "object_assignment_pattern":
      return {
        kind: "default-pattern",
        node,
        target: target3(tree, tree.child(node, "left")),
        value: expression3(tree, tree.child(node, "right"))
      };
    case "rest_pattern": {
      const [inner] = tree.named(node);
      return inner === void 0 ? nothing(node) : target3(tree, inner);
    }
    case "shorthand_property_identifier_pattern":
      return { kind: "name", node, name: tree.textOf(node) };
    case "lexical_declaration":
    case "variable_declaration": {
      const [first] = tree.named(node);
      return first === void 0 ? nothing(node) : target3(tree, tree.child(first, "name"));
    }
    default:
      return expression3(tree, node);
  }
}
function listItems(tree, node) {
  const items = [];
  let expecting = true;
  for (const child of tree.all(node)) {
    const kind = tree.kind(child);
    if (kind === ",") {
      if (expecting) items.push(null);
      expecting = true;
    } else if (kind !== "[" && kind !== "]") {
      items.push(target3(tree, child));
      expecting = false;
    }
  }
  return items;
}
function functionForm2(tree, node, owner, given = "") {
  const own = tree.textOf(tree.child(node, "name"));
  const body = tree.child(node, "body");
  const isBlock = tree.kind(body) === "statement_block";
  const single = tree.child(node, "parameter");
  const listed = single >= 0 ? [single] : tree.named(tree.child(node, "parameters"));
  return {
    node,
    name: own || given,
    parameters: tree.deeper(() => listed.map((parameter) => parameterOf2(tree, parameter)), []),
    body: once2(
      () => tree.fromTop(
        () => body < 0 ? [] : isBlock ? bodyOf3(tree, body) : [{ kind: "return", node: body, value: expression3(tree, body) }]
      )
    ),
    decorators: tree.named(node).filter((child) => tree.kind(child) === "decorator").flatMap((child) => tree.named(child).map((inner) => expression3(tree, inner))),
    owner
  };
}
function parameterOf2(tree, node) {
  const isTyped = tree.kind(node) === "required_parameter" || tree.kind(node) === "optional_parameter";
  const pattern = isTyped ? tree.child(node, "pattern") : node;
  const value = isTyped ? tree.child(node, "value") : -1;
  const left = tree.kind(pattern) === "assignment_pattern" ? tree.child(pattern, "left") : pattern;
  const isName = tree.kind(left) === "identifier";
  const annotations = tree.named(node).filter((child) => tree.kind(child) === "decorator");
  return {
    name: isName ? tree.textOf(left) : "",
    target: isName || value >= 0 ? isName ? null : target3(tree, pattern) : target3(tree, pattern),
    type: tree.textOf(tree.child(node, "type")).replace(/^:\s*/, ""),
    annotations: annotations.map((child) => tree.textOf(child).replace(/^@|\(.*$/gs, "")),
    rest: tree.kind(pattern) === "rest_pattern"
  };
}
function classForm2(tree, node) {
  const fields = [];
  const methods = /* @__PURE__ */ new Map();
  const heritage = tree.named(node).filter((child) => tree.kind(child) === "class_heritage");
  const form = {
    node,
    name: tree.textOf(tree.child(node, "name")),
    bases: heritage.flatMap((child) => tree.named(child)).map((child) => expression3(tree, child)),
    methods,
    fields
  };
  let decorators = [];
  for (const member of tree.named(tree.child(node, "body"))) {
    const kind = tree.kind(member);
    if (kind === "decorator") decorators.push(...tree.named(member).map((inner) => expression3(tree, inner)));
    else if (kind === "method_definition") {
      const method = functionForm2(tree, member, form);
      methods.set(method.name, { ...method, decorators: [...method.decorators, ...decorators] });
      decorators = [];
    } else if (kind === "field_definition" || kind === "public_field_definition") {
      const name = tree.child(member, kind === "field_definition" ? "property" : "name");
      const value = tree.child(member, "value");
      if (value < 0) continue;
      if (FUNCTIONS.has(tree.kind(value)))
        methods.set(tree.textOf(name), functionForm2(tree, value, form, tree.textOf(name)));
      else {
        const object = { kind: "name", node: name, name: "this" };
        const left = { kind: "member", node: name, object, property: tree.textOf(name) };
        fields.push({
          kind: "assign",
          node: member,
          target: left,
          value: expression3(tree, value),
          operator: "",
          declares: false
        });
      }
    }
  }
  return form;
}

// src/analyzers/taint/lower-javascript.ts
var lowerJavaScript = {
  program: (tree) => statementsOf3(tree, tree.named(0))
};
function statementsOf3(tree, nodes) {
  return nodes.flatMap((node) => statement(tree, node));
}
function bodyOf3(tree, node) {
  if (node < 0) return [];
  return tree.kind(node) === "statement_block" ? tree.deeper(() => statementsOf3(tree, tree.named(node)), []) : statement(tree, node);
}
function statement(tree, node) {
  return tree.deeper(() => lowerStatement3(tree, node), []);
}
function lowerStatement3(tree, node) {
  const kind = tree.kind(node);
  switch (kind) {
    case "lexical_declaration":
    case "variable_declaration":
      return tree.named(node).flatMap((declarator) => declaration(tree, declarator));
    case "expression_statement":
      return tree.named(node).flatMap((child) => expressionStatement2(tree, child));
    case "if_statement":
      return [ifStatement(tree, node)];
    case "for_statement":
      return forStatement(tree, node);
    case "for_in_statement": {
      const iterable = expression3(tree, tree.child(node, "right"));
      const isKeys = tree.all(node).some((child) => tree.kind(child) === "in");
      return [
        {
          kind: "loop",
          target: target3(tree, tree.child(node, "left")),
          iterable: isKeys ? {
            kind: "call",
            node,
            callee: { kind: "name", node, name: "Object.keys" },
            arguments: [argumentOf(iterable)],
            creates: false
          } : iterable,
          test: null,
          body: bodyOf3(tree, tree.child(node, "body"))
        }
      ];
    }
    case "while_statement":
    case "do_statement":
      return [
        whileLoop(expression3(tree, tree.child(node, "condition")), bodyOf3(tree, tree.child(node, "body")))
      ];
    case "return_statement": {
      const [value] = tree.named(node);
      return [{ kind: "return", node, value: value === void 0 ? null : expression3(tree, value) }];
    }
    case "throw_statement":
      return [
        ...tree.named(node).map((child) => ({ kind: "expression", expression: expression3(tree, child) })),
        { kind: "leave" }
      ];
    case "break_statement":
    case "continue_statement":
      return [];
    case "try_statement":
      return [tryStatement(tree, node)];
    case "switch_statement":
      return [switchStatement(tree, node)];
    case "statement_block":
      return [{ kind: "block", body: bodyOf3(tree, node) }];
    case "labeled_statement":
      return bodyOf3(tree, tree.child(node, "body"));
    case "export_statement":
      return exportStatement(tree, node);
    case "import_statement":
      return importStatement(tree, node);
    default:
      return otherStatement(tree, node, kind);
  }
}
function otherStatement(tree, node, kind) {
  if (CLASSES.has(kind)) return [{ kind: "class", form: classForm2(tree, node) }];
  if (FUNCTIONS.has(kind)) return [{ kind: "declare", form: functionForm2(tree, node, null) }];
  if (/^(interface|type_alias|enum|ambient|import_alias|empty|debugger)/.test(kind)) return [];
  const call = { kind: "expression", expression: expression3(tree, node) };
  const isEnd = kind === "call_expression" && ENDS.test(tree.textOf(tree.child(node, "function")));
  return isEnd ? [call, { kind: "leave" }] : [call];
}
function declaration(tree, node) {
  if (tree.kind(node) !== "variable_declarator") return [];
  const value = tree.child(node, "value");
  const name = tree.child(node, "name");
  if (value < 0) return [];
  return [
    {
      kind: "assign",
      node,
      target: target3(tree, name),
      value: expression3(tree, value, tree.textOf(name)),
      operator: "",
      declares: true
    }
  ];
}
var ENDS = /^(process\.(exit|abort)|ctx\.throw|Deno\.exit)$/;
function expressionStatement2(tree, node) {
  const kind = tree.kind(node);
  if (kind === "sequence_expression")
    return tree.named(node).flatMap((child) => tree.deeper(() => expressionStatement2(tree, child), []));
  if (kind === "assignment_expression" || kind === "augmented_assignment_expression") {
    const left = tree.child(node, "left");
    const operator = tree.textOf(tree.child(node, "operator"));
    const value = expression3(tree, tree.child(node, "right"), tree.textOf(left));
    const mode = operator === "" || operator === "=" ? "" : operator === "+=" ? "+" : "|";
    return [{ kind: "assign", node, target: target3(tree, left), value, operator: mode, declares: false }];
  }
  return [{ kind: "expression", expression: expression3(tree, node) }];
}
function ifStatement(tree, node) {
  const links = [];
  let here = node;
  let last2 = [];
  for (; ; ) {
    links.push(here);
    const clause = tree.child(here, "alternative");
    const [inner] = tree.named(clause);
    if (inner === void 0) break;
    if (tree.kind(inner) !== "if_statement") {
      last2 = bodyOf3(tree, inner);
      break;
    }
    here = inner;
  }
  let otherwise = last2;
  let built = { kind: "block", body: last2 };
  for (const link of links.reverse()) {
    built = {
      kind: "branch",
      test: expression3(tree, tree.child(link, "condition")),
      holds: bodyOf3(tree, tree.child(link, "consequence")),
      otherwise
    };
    otherwise = [built];
  }
  return built;
}
function forStatement(tree, node) {
  const first = tree.child(node, "initializer");
  const step = tree.child(node, "increment");
  const test = tree.child(node, "condition");
  const after = step < 0 ? [] : expressionStatement2(tree, step);
  return [
    ...first < 0 ? [] : statement(tree, first),
    {
      kind: "loop",
      target: null,
      iterable: null,
      test: test < 0 ? null : expression3(tree, test),
      body: [...bodyOf3(tree, tree.child(node, "body")), ...after]
    }
  ];
}
function tryStatement(tree, node) {
  const handler = tree.child(node, "handler");
  const after = tree.child(node, "finalizer");
  return {
    kind: "try",
    body: bodyOf3(tree, tree.child(node, "body")),
    handlers: handler < 0 ? [] : [bodyOf3(tree, tree.child(handler, "body"))],
    after: after < 0 ? [] : bodyOf3(tree, tree.child(after, "body"))
  };
}
function switchStatement(tree, node) {
  const cases = tree.named(tree.child(node, "body")).map((clause) => {
    const value = tree.child(clause, "value");
    const body = tree.named(clause).filter((child) => tree.field(child) === "body");
    return {
      tests: value < 0 ? [] : [expression3(tree, value)],
      isDefault: tree.kind(clause) === "switch_default",
      body: statementsOf3(tree, body)
    };
  });
  for (let index = cases.length - 2; index >= 0; index--) {
    const own = cases[index];
    const next = cases[index + 1];
    if (own && next && own.body.length === 0) {
      cases[index + 1] = {
        ...next,
        tests: [...own.tests, ...next.tests],
        isDefault: own.isDefault || next.isDefault
      };
    }
  }
  return { kind: "switch", subject: expression3(tree, tree.child(node, "value")), cases };
}
function exportStatement(tree, node) {
  const declared = tree.child(node, "declaration");
  if (declared >= 0) return statement(tree, declared);
  const value = tree.child(node, "value");
  return value < 0 ? [] : [{ kind: "expression", expression: expression3(tree, value, "default") }];
}
function importStatement(tree, node) {
  const path = stringValue(tree, tree.child(node, "source")).replace(/^node:/, "");
  const [clause] = tree.named(node).filter((child) => tree.kind(child) === "import_clause");
  if (clause === void 0) return [];
  return tree.named(clause).flatMap((child) => {
    if (tree.kind(child) === "identifier") return [{ kind: "import", name: tree.textOf(child), path }];
    if (tree.kind(child) === "namespace_import")
      return tree.named(child).map((name) => ({ kind: "import", name: tree.textOf(name), path }));
    return tree.named(child).map((specifier) => {
      const name = tree.textOf(tree.child(specifier, "name"));
      const alias = tree.textOf(tree.child(specifier, "alias"));
      return { kind: "import", name: alias || name, path: `${path}.${name}` };
    });
  });
}

// src/analyzers/taint/python-strings.ts
var ESCAPES2 = { n: "\n", r: "\r", t: "	", "0": "\0", "\n": "" };
function pythonStringParts(tree, node) {
  const strings = tree.kind(node) === "concatenated_string" ? tree.named(node) : [node];
  return strings.flatMap((string) => {
    const isRaw = /^[a-zA-Z]*[rR]/.test(tree.textOf(string).slice(0, 3));
    return tree.named(string).flatMap((part) => {
      const kind = tree.kind(part);
      if (kind === "interpolation") return [{ node: part, inserted: tree.child(part, "expression") }];
      if (kind !== "string_content") return [];
      const text = tree.textOf(part);
      return [{ node: part, text: isRaw ? text : unescaped2(text) }];
    });
  });
}
function unescaped2(text) {
  return text.replace(
    /\\(.)/gs,
    (whole, letter) => ESCAPES2[letter] ?? (/[\\'"]/.test(letter) ? letter : whole)
  );
}

// src/analyzers/taint/python-expressions.ts
var TRANSPARENT3 = /* @__PURE__ */ new Set([
  "parenthesized_expression",
  "await",
  "type",
  "as_pattern_target",
  "list_splat",
  "dictionary_splat"
]);
function expression4(tree, node, name = "") {
  if (node < 0) return nothing(0);
  return tree.deeper(() => lowerExpression4(tree, node, name), nothing(node));
}
function all3(tree, nodes) {
  return nodes.map((node) => expression4(tree, node));
}
function lowerExpression4(tree, node, name) {
  const kind = tree.kind(node);
  if (TRANSPARENT3.has(kind)) {
    const [inner] = tree.named(node);
    return inner === void 0 ? nothing(node) : expression4(tree, inner, name);
  }
  const literal = plainLiteral(tree, node);
  if (literal !== null) return literal;
  switch (kind) {
    case "identifier":
      return { kind: "name", node, name: tree.textOf(node) };
    case "string":
    case "concatenated_string":
      return stringOf3(tree, node);
    case "attribute":
      return {
        kind: "member",
        node,
        object: expression4(tree, tree.child(node, "object")),
        property: tree.textOf(tree.child(node, "attribute"))
      };
    case "subscript":
      return subscriptOf(tree, node);
    case "call":
      return callOf4(tree, node);
    case "conditional_expression": {
      const [then = -1, test = -1, otherwise = -1] = tree.named(node);
      return {
        kind: "choice",
        node,
        test: expression4(tree, test),
        options: [expression4(tree, then), expression4(tree, otherwise)]
      };
    }
    case "binary_operator":
      return binaryOf4(tree, node);
    case "boolean_operator": {
      const operator = tree.textOf(tree.child(node, "operator"));
      const isSame = (link) => tree.kind(link) === "boolean_operator" && tree.textOf(tree.child(link, "operator")) === operator;
      const operands = all3(tree, chainOf(tree, node, isSame));
      return operator === "or" ? { kind: "choice", node, test: null, options: operands } : { kind: "operation", node, operator: "&&", operands };
    }
    case "not_operator":
      return {
        kind: "operation",
        node,
        operator: "!",
        operands: [expression4(tree, tree.child(node, "argument"))]
      };
    case "unary_operator":
      return {
        kind: "operation",
        node,
        operator: tree.textOf(tree.child(node, "operator")),
        operands: [expression4(tree, tree.child(node, "argument"))]
      };
    case "comparison_operator":
      return comparisonOf(tree, node);
    case "dictionary":
      return { kind: "record", node, entries: tree.named(node).map((entry) => recordEntry2(tree, entry)) };
    case "list":
    case "tuple":
    case "set":
    case "expression_list":
      return { kind: "list", node, items: all3(tree, tree.named(node)) };
    default:
      return otherExpression3(tree, node, kind, name);
  }
}
function otherExpression3(tree, node, kind, name) {
  if (kind === "lambda") return { kind: "function", node, form: functionForm3(tree, node, null, [], name) };
  if (kind === "named_expression") {
    return {
      kind: "assign",
      node,
      target: target4(tree, tree.child(node, "name")),
      value: expression4(tree, tree.child(node, "value"))
    };
  }
  if (/_comprehension$|^generator_expression$/.test(kind)) {
    const clauses = tree.named(node).filter((child) => tree.kind(child) === "for_in_clause");
    const loops = clauses.map((clause) => ({
      target: target4(tree, tree.child(clause, "left")),
      iterable: expression4(tree, tree.child(clause, "right"))
    }));
    return { kind: "each", node, loops, element: expression4(tree, tree.child(node, "body")) };
  }
  if (kind === "pair") return { kind: "mixed", node, parts: all3(tree, [tree.child(node, "value")]) };
  return { kind: "mixed", node, parts: all3(tree, tree.named(node)) };
}
function stringOf3(tree, node) {
  const parts = pythonStringParts(tree, node).map((part) => {
    if ("text" in part) return { kind: "constant", node: part.node, value: part.text };
    return expression4(tree, part.inserted);
  });
  const [only] = parts;
  if (parts.length === 0) return { kind: "constant", node, value: "" };
  if (parts.length === 1 && only?.kind === "constant") return { ...only, node };
  return { kind: "text", node, parts };
}
function subscriptOf(tree, node) {
  const object = expression4(tree, tree.child(node, "value"));
  const key = tree.child(node, "subscript");
  if (tree.kind(key) === "slice") return { kind: "mixed", node, parts: [object] };
  return { kind: "element", node, object, key: expression4(tree, key) };
}
function callOf4(tree, node) {
  const callee = expression4(tree, tree.child(node, "function"));
  const given = tree.child(node, "arguments");
  if (tree.kind(given) === "generator_expression") {
    return {
      kind: "call",
      node,
      callee,
      arguments: [{ name: null, value: expression4(tree, given), spread: false }],
      creates: false
    };
  }
  const values = tree.named(given).map((each) => {
    const kind = tree.kind(each);
    if (kind === "keyword_argument") {
      return {
        name: tree.textOf(tree.child(each, "name")),
        value: expression4(tree, tree.child(each, "value")),
        spread: false
      };
    }
    return {
      name: kind === "dictionary_splat" ? "**" : null,
      value: expression4(tree, each),
      spread: kind === "list_splat" || kind === "dictionary_splat"
    };
  });
  return { kind: "call", node, callee, arguments: values, creates: false };
}
function binaryOf4(tree, node) {
  const operator = tree.textOf(tree.child(node, "operator"));
  const isSame = (link) => tree.kind(link) === "binary_operator" && tree.textOf(tree.child(link, "operator")) === operator;
  const operands = all3(tree, chainOf(tree, node, isSame));
  if (operator === "+") return { kind: "text", node, parts: operands };
  const [first] = operands;
  if (operator === "%" && (first?.kind === "constant" || first?.kind === "text" || first?.kind === "name")) {
    const isNumber = first.kind === "constant" && typeof first.value === "number";
    if (!isNumber)
      return {
        kind: "text",
        node,
        parts: operands.flatMap((each) => each.kind === "list" ? each.items : [each])
      };
  }
  if (operator === "/") return { kind: "mixed", node, parts: operands };
  return { kind: "operation", node, operator, operands };
}
function comparisonOf(tree, node) {
  const operators = tree.all(node).filter((child) => tree.field(child) === "operators").map((child) => tree.textOf(child));
  const operands = tree.named(node).filter((child) => tree.field(child) !== "operators");
  const operator = operators.length === 1 ? operators[0] ?? "" : "compare";
  return { kind: "operation", node, operator: operator.replace(/\s+/g, " "), operands: all3(tree, operands) };
}
function recordEntry2(tree, node) {
  if (tree.kind(node) !== "pair") return { key: null, value: expression4(tree, node) };
  return {
    key: expression4(tree, tree.child(node, "key")),
    value: expression4(tree, tree.child(node, "value"))
  };
}
function target4(tree, node) {
  if (node < 0) return nothing(0);
  return tree.deeper(() => {
    switch (tree.kind(node)) {
      case "pattern_list":
      case "tuple_pattern":
      case "list_pattern":
      case "tuple":
      case "list":
        return { kind: "list-pattern", node, items: tree.named(node).map((item) => target4(tree, item)) };
      case "list_splat_pattern":
      case "as_pattern_target":
      case "parenthesized_expression": {
        const [inner] = tree.named(node);
        return inner === void 0 ? nothing(node) : target4(tree, inner);
      }
      default:
        return expression4(tree, node);
    }
  }, nothing(node));
}

// src/analyzers/taint/python-definitions.ts
function functionForm3(tree, node, owner, decorators, given = "") {
  const body = tree.child(node, "body");
  const isLambda = tree.kind(node) === "lambda";
  return {
    node,
    name: tree.textOf(tree.child(node, "name")) || given,
    parameters: tree.deeper(
      () => tree.named(tree.child(node, "parameters")).flatMap((parameter) => parameterOf3(tree, parameter)),
      []
    ),
    body: once2(
      () => tree.fromTop(
        () => isLambda ? [{ kind: "return", node: body, value: expression4(tree, body) }] : bodyOf4(tree, body)
      )
    ),
    decorators,
    owner
  };
}
function parameterOf3(tree, node) {
  const kind = tree.kind(node);
  if (kind === "keyword_separator" || kind === "positional_separator") return [];
  const named = tree.child(node, "name");
  const [first = node] = kind === "identifier" ? [node] : tree.named(node);
  const pattern = named >= 0 ? named : first;
  const value = tree.child(node, "value");
  const annotation = tree.kind(value) === "call" ? [tree.textOf(tree.child(value, "function"))] : [];
  return [
    {
      name: tree.textOf(pattern).replace(/^\*+/, ""),
      target: null,
      type: tree.textOf(tree.child(node, "type")),
      annotations: annotation,
      rest: tree.textOf(node).startsWith("*")
    }
  ];
}
function classForm3(tree, node) {
  const fields = [];
  const methods = /* @__PURE__ */ new Map();
  const bases = tree.named(tree.child(node, "superclasses")).filter((child) => tree.kind(child) !== "keyword_argument");
  const form = {
    node,
    name: tree.textOf(tree.child(node, "name")),
    bases: all3(tree, bases),
    methods,
    fields
  };
  for (const member of tree.named(tree.child(node, "body"))) {
    const kind = tree.kind(member);
    const definition = kind === "decorated_definition" ? tree.child(member, "definition") : member;
    if (tree.kind(definition) === "function_definition") {
      const method = functionForm3(
        tree,
        definition,
        form,
        kind === "decorated_definition" ? decoratorsOf(tree, member) : []
      );
      methods.set(method.name, method);
    } else if (kind === "expression_statement") fields.push(...lowerStatement4(tree, member));
  }
  return form;
}

// src/analyzers/taint/lower-python.ts
var lowerPython = {
  program: (tree) => statementsOf4(tree, tree.named(0))
};
var SILENT = /* @__PURE__ */ new Set([
  "pass_statement",
  "global_statement",
  "nonlocal_statement",
  "break_statement",
  "continue_statement",
  "comment"
]);
function statementsOf4(tree, nodes) {
  return nodes.flatMap((node) => tree.deeper(() => lowerStatement4(tree, node), []));
}
function bodyOf4(tree, node) {
  if (node < 0) return [];
  if (tree.kind(node) === "block") return tree.deeper(() => statementsOf4(tree, tree.named(node)), []);
  const block = tree.named(node).find((child) => tree.kind(child) === "block") ?? -1;
  return block < 0 ? [] : bodyOf4(tree, block);
}
function lowerStatement4(tree, node) {
  const kind = tree.kind(node);
  if (SILENT.has(kind)) return [];
  switch (kind) {
    case "expression_statement":
      return tree.named(node).flatMap((child) => expressionStatement3(tree, child));
    case "if_statement":
      return [ifStatement2(tree, node)];
    case "for_statement":
      return [
        {
          kind: "loop",
          target: target4(tree, tree.child(node, "left")),
          iterable: expression4(tree, tree.child(node, "right")),
          test: null,
          body: bodyOf4(tree, tree.child(node, "body"))
        },
        ...bodyOf4(tree, tree.child(node, "alternative"))
      ];
    case "while_statement":
      return [
        whileLoop(expression4(tree, tree.child(node, "condition")), bodyOf4(tree, tree.child(node, "body")))
      ];
    case "return_statement": {
      const [value] = tree.named(node);
      return [{ kind: "return", node, value: value === void 0 ? null : expression4(tree, value) }];
    }
    case "raise_statement":
      return [...expressionsOf3(tree, tree.named(node)), { kind: "leave" }];
    case "try_statement":
      return [tryStatement2(tree, node)];
    case "with_statement":
      return withStatement(tree, node);
    case "match_statement":
      return [matchStatement(tree, node)];
    case "function_definition":
      return [{ kind: "declare", form: functionForm3(tree, node, null, []) }];
    case "class_definition":
      return [{ kind: "class", form: classForm3(tree, node) }];
    case "decorated_definition":
      return decorated(tree, node);
    case "import_statement":
    case "import_from_statement":
    case "future_import_statement":
      return importStatement2(tree, node);
    case "assert_statement": {
      const [test] = tree.named(node);
      if (test === void 0) return [];
      return [{ kind: "branch", test: expression4(tree, test), holds: [], otherwise: [{ kind: "leave" }] }];
    }
    default:
      return expressionsOf3(tree, tree.named(node));
  }
}
function expressionsOf3(tree, nodes) {
  return nodes.map((node) => ({ kind: "expression", expression: expression4(tree, node) }));
}
var ENDS2 = /^(flask\.|bottle\.|web\.|self\.)?abort$|^(sys\.)?exit$|^quit$|^os\._exit$|^pytest\.(fail|skip)$/;
function expressionStatement3(tree, node) {
  const kind = tree.kind(node);
  if (kind !== "assignment" && kind !== "augmented_assignment") {
    const isEnd = kind === "call" && ENDS2.test(tree.textOf(tree.child(node, "function")));
    return [...expressionsOf3(tree, [node]), ...isEnd ? [{ kind: "leave" }] : []];
  }
  const left = tree.child(node, "left");
  const right = tree.child(node, "right");
  if (right < 0) return [];
  const operator = tree.textOf(tree.child(node, "operator"));
  const appends = kind === "augmented_assignment" && /^(\+|%)=/.test(operator);
  if (tree.kind(right) === "assignment") {
    const inner = tree.deeper(() => expressionStatement3(tree, right), []);
    const [last2] = inner;
    if (last2?.kind !== "assign") return inner;
    return [...inner, { ...last2, target: target4(tree, left) }];
  }
  const mode = kind === "assignment" ? "" : appends ? "+" : "|";
  return [
    {
      kind: "assign",
      node,
      target: target4(tree, left),
      value: expression4(tree, right, tree.textOf(left)),
      operator: mode,
      declares: true
    }
  ];
}
function ifStatement2(tree, node) {
  const clauses = tree.named(node).filter((child) => tree.field(child) === "alternative");
  let otherwise = [];
  for (const clause of [...clauses].reverse()) {
    if (tree.kind(clause) === "else_clause") otherwise = bodyOf4(tree, tree.child(clause, "body"));
    else {
      otherwise = [
        {
          kind: "branch",
          test: expression4(tree, tree.child(clause, "condition")),
          holds: bodyOf4(tree, tree.child(clause, "consequence")),
          otherwise
        }
      ];
    }
  }
  return {
    kind: "branch",
    test: expression4(tree, tree.child(node, "condition")),
    holds: bodyOf4(tree, tree.child(node, "consequence")),
    otherwise
  };
}
function tryStatement2(tree, node) {
  const clauses = (...kinds) => tree.named(node).filter((child) => kinds.includes(tree.kind(child)));
  const [otherwise = -1] = clauses("else_clause");
  return {
    kind: "try",
    body: [...bodyOf4(tree, tree.child(node, "body")), ...bodyOf4(tree, tree.child(otherwise, "body"))],
    handlers: clauses("except_clause", "except_group_clause").map((clause) => bodyOf4(tree, clause)),
    after: clauses("finally_clause").flatMap((clause) => bodyOf4(tree, clause))
  };
}
function withStatement(tree, node) {
  const [clause = -1] = tree.named(node);
  const items = tree.named(clause).flatMap((item) => {
    const value = tree.child(item, "value");
    if (tree.kind(value) !== "as_pattern")
      return [{ kind: "expression", expression: expression4(tree, value) }];
    const [given = -1] = tree.named(value);
    const alias = tree.child(value, "alias");
    return [
      {
        kind: "assign",
        node: item,
        target: target4(tree, alias),
        value: expression4(tree, given),
        operator: "",
        declares: true
      }
    ];
  });
  return [...items, ...bodyOf4(tree, tree.child(node, "body"))];
}
function matchStatement(tree, node) {
  const clauses = tree.named(tree.child(node, "body"));
  const cases = clauses.map((clause) => {
    const patterns = tree.named(clause).filter((child) => tree.kind(child) === "case_pattern");
    const text = patterns.map((pattern) => tree.textOf(pattern)).join(",");
    const values = patterns.flatMap((pattern) => tree.named(pattern)).flatMap((child) => tree.kind(child) === "union_pattern" ? tree.named(child) : [child]);
    return {
      tests: values.map((value) => expression4(tree, value)),
      isDefault: text === "_" || values.some((value) => /pattern|dotted_name|identifier/.test(tree.kind(value))),
      body: bodyOf4(tree, tree.child(clause, "consequence"))
    };
  });
  return { kind: "switch", subject: expression4(tree, tree.child(node, "subject")), cases };
}
function decorated(tree, node) {
  const definition = tree.child(node, "definition");
  if (tree.kind(definition) === "class_definition")
    return [{ kind: "class", form: classForm3(tree, definition) }];
  return [{ kind: "declare", form: functionForm3(tree, definition, null, decoratorsOf(tree, node)) }];
}
function decoratorsOf(tree, node) {
  const decorators = tree.named(node).filter((child) => tree.kind(child) === "decorator");
  return decorators.flatMap((decorator) => tree.named(decorator).map((inner) => expression4(tree, inner)));
}
function importStatement2(tree, node) {
  const module = tree.textOf(tree.child(node, "module_name"));
  const names = tree.named(node).filter((child) => tree.field(child) === "name");
  return names.flatMap((child) => {
    const isAliased = tree.kind(child) === "aliased_import";
    const name = tree.textOf(isAliased ? tree.child(child, "name") : child);
    const alias = isAliased ? tree.textOf(tree.child(child, "alias")) : "";
    if (module !== "") return [{ kind: "import", name: alias || name, path: `${module}.${name}` }];
    if (alias !== "") return [{ kind: "import", name: alias, path: name }];
    const [top = name] = name.split(".");
    return [{ kind: "import", name: top, path: top }];
  });
}

// src/analyzers/taint/ruby-heredocs.ts
var known3 = /* @__PURE__ */ new WeakMap();
function heredocBody(tree, beginning) {
  const bodies = known3.get(tree) ?? pairsOf(tree);
  known3.set(tree, bodies);
  return bodies.get(beginning) ?? -1;
}
function pairsOf(tree) {
  const beginnings = [];
  const bodies = [];
  for (let node = 0; node < tree.tree.size; node++) {
    const kind = tree.kind(node);
    if (kind === "heredoc_beginning") beginnings.push(node);
    else if (kind === "heredoc_body") bodies.push(node);
  }
  return new Map(
    beginnings.flatMap((node, index) => {
      const body = bodies[index];
      return body === void 0 ? [] : [[node, body]];
    })
  );
}

// src/analyzers/taint/ruby-expressions.ts
var CALLS = /* @__PURE__ */ new Set(["params", "cookies"]);
var TEXTS = /* @__PURE__ */ new Set([
  "string",
  "subshell",
  "heredoc_body",
  "chained_string",
  "bare_string",
  "delimited_symbol",
  "regex"
]);
function expression5(tree, node) {
  if (node < 0) return nothing(0);
  return tree.deeper(() => lowerExpression5(tree, node), nothing(node));
}
function all4(tree, nodes) {
  return nodes.map((node) => expression5(tree, node));
}
function lowerExpression5(tree, node) {
  const kind = tree.kind(node);
  if (TEXTS.has(kind)) return textOf3(tree, node, kind);
  const literal = plainLiteral(tree, node);
  if (literal !== null) return literal;
  switch (kind) {
    case "identifier": {
      const name = tree.textOf(node);
      const word = { kind: "name", node, name };
      return CALLS.has(name) ? { kind: "call", node, callee: word, arguments: [], creates: false } : word;
    }
    case "constant":
    case "instance_variable":
    case "global_variable":
    case "class_variable":
    case "self":
      return { kind: "name", node, name: tree.textOf(node) };
    case "scope_resolution":
      return { kind: "name", node, name: tree.textOf(node).replaceAll("::", ".") };
    case "heredoc_beginning": {
      const body = heredocBody(tree, node);
      return body < 0 ? nothing(node) : textOf3(tree, body, "heredoc_body");
    }
    case "simple_symbol":
    case "hash_key_symbol":
      return { kind: "constant", node, value: tree.textOf(node).replace(/^:/, "") };
    case "call":
      return callOf5(tree, node);
    case "element_reference":
      return elementOf2(tree, node);
    case "binary":
      return binaryOf5(tree, node);
    case "assignment":
      return {
        kind: "assign",
        node,
        target: target5(tree, tree.child(node, "left")),
        value: expression5(tree, tree.child(node, "right"))
      };
    default:
      return otherExpression4(tree, node, kind);
  }
}
function otherExpression4(tree, node, kind) {
  switch (kind) {
    case "unary":
      return {
        kind: "operation",
        node,
        operator: tree.textOf(tree.child(node, "operator")),
        operands: all4(tree, tree.named(node).slice(-1))
      };
    case "conditional":
    case "if":
    case "unless": {
      const test = expression5(tree, tree.child(node, "condition"));
      const [then = -1] = [tree.child(node, "consequence")];
      const otherwise = tree.child(node, "alternative");
      const options = [last(tree, then), last(tree, otherwise)];
      return { kind: "choice", node, test, options: kind === "unless" ? options.reverse() : options };
    }
    case "hash":
      return { kind: "record", node, entries: tree.named(node).map((entry) => entryOf(tree, entry)) };
    case "array":
    case "string_array":
    case "symbol_array":
    case "right_assignment_list":
      return { kind: "list", node, items: all4(tree, tree.named(node)) };
    case "lambda":
      return { kind: "function", node, form: blockForm(tree, tree.child(node, "body"), node) };
    case "parenthesized_statements":
    case "rescue_modifier":
    case "block_argument":
    case "splat_argument":
    case "begin":
      return expression5(tree, tree.named(node)[0] ?? -1);
    case "pair":
      return expression5(tree, tree.child(node, "value"));
    default:
      return { kind: "mixed", node, parts: all4(tree, tree.named(node)) };
  }
}
function last(tree, node) {
  if (node < 0) return nothing(0);
  const holds2 = /^(then|else|elsif)$/.test(tree.kind(node));
  return expression5(tree, holds2 ? tree.named(node).at(-1) ?? -1 : node);
}
function textOf3(tree, node, kind) {
  const parts = tree.named(node).flatMap((part) => {
    const inner = tree.kind(part);
    if (inner === "interpolation") return [expression5(tree, tree.named(part)[0] ?? -1)];
    if (inner === "heredoc_end") return [];
    if (inner === "string") return [expression5(tree, part)];
    return [{ kind: "constant", node: part, value: tree.textOf(part) }];
  });
  if (kind === "subshell") {
    const callee = { kind: "name", node, name: "backticks" };
    const given = { kind: "text", node, parts };
    return {
      kind: "call",
      node,
      callee,
      arguments: [{ name: null, value: given, spread: false }],
      creates: false
    };
  }
  const [only] = parts;
  if (only === void 0) return { kind: "constant", node, value: "" };
  if (parts.length === 1 && only.kind === "constant") return { ...only, node };
  return { kind: "text", node, parts };
}
function elementOf2(tree, node) {
  const object = tree.child(node, "object");
  const key = tree.named(node).find((each) => each !== object) ?? -1;
  return { kind: "element", node, object: expression5(tree, object), key: expression5(tree, key) };
}
function callOf5(tree, node) {
  const receiver = tree.child(node, "receiver");
  const method = tree.child(node, "method");
  const name = tree.textOf(method);
  const callee = receiver < 0 ? { kind: "name", node: method, name } : {
    kind: "member",
    node: method,
    object: expression5(tree, receiver),
    property: name === "" ? "call" : name
  };
  const given = tree.named(tree.child(node, "arguments")).flatMap((each) => argumentOf2(tree, each));
  const block = tree.child(node, "block");
  const values = block < 0 ? given : [
    ...given,
    {
      name: "&",
      value: { kind: "function", node: block, form: blockForm(tree, block, block) },
      spread: false
    }
  ];
  return { kind: "call", node, callee, arguments: values, creates: name === "new" };
}
function argumentOf2(tree, node) {
  const kind = tree.kind(node);
  if (kind !== "pair")
    return [{ name: null, value: expression5(tree, node), spread: kind === "splat_argument" }];
  const key = tree.textOf(tree.child(node, "key")).replace(/^:|:$/g, "");
  return [{ name: key, value: expression5(tree, tree.child(node, "value")), spread: false }];
}
function binaryOf5(tree, node) {
  const operator = tree.textOf(tree.child(node, "operator"));
  const isSame = (link) => tree.kind(link) === "binary" && tree.textOf(tree.child(link, "operator")) === operator;
  const operands = all4(tree, chainOf(tree, node, isSame));
  if (operator === "+") return { kind: "text", node, parts: operands };
  if (operator === "%" && operands[0]?.kind !== "name")
    return {
      kind: "text",
      node,
      parts: operands.flatMap((each) => each.kind === "list" ? each.items : [each])
    };
  if (operator === "<<") return { kind: "text", node, parts: operands };
  if (operator === "||" || operator === "or") return { kind: "choice", node, test: null, options: operands };
  return { kind: "operation", node, operator: operator === "and" ? "&&" : operator, operands };
}
function entryOf(tree, node) {
  if (tree.kind(node) !== "pair") return { key: null, value: expression5(tree, node) };
  return {
    key: tree.textOf(tree.child(node, "key")).replace(/^:|:$|^["']|["']$/g, ""),
    value: expression5(tree, tree.child(node, "value"))
  };
}
function target5(tree, node) {
  if (node < 0) return nothing(0);
  if (tree.kind(node) !== "left_assignment_list") return expression5(tree, node);
  return { kind: "list-pattern", node, items: tree.named(node).map((item) => expression5(tree, item)) };
}

// src/analyzers/taint/lower-ruby.ts
var lowerRuby = {
  program: (tree) => statementsOf5(tree, tree.named(0))
};
var HOLDERS = /^(body_statement|then|else|do|block_body|begin|ensure|parenthesized_statements)$/;
function statementsOf5(tree, nodes) {
  return nodes.flatMap((node) => tree.deeper(() => lowerStatement5(tree, node), []));
}
function bodyOf5(tree, node) {
  if (node < 0) return [];
  return tree.deeper(() => {
    if (!HOLDERS.test(tree.kind(node))) return statementsOf5(tree, [node]);
    const parts = tree.named(node);
    const rescues = parts.filter((part) => tree.kind(part) === "rescue");
    const after = parts.filter((part) => tree.kind(part) === "ensure");
    const main = parts.filter((part) => !/^(rescue|ensure)$/.test(tree.kind(part)));
    if (rescues.length + after.length === 0) return statementsOf5(tree, main);
    return [
      {
        kind: "try",
        body: statementsOf5(tree, main),
        handlers: rescues.map((part) => bodyOf5(tree, tree.child(part, "body"))),
        after: after.flatMap((part) => statementsOf5(tree, tree.named(part)))
      }
    ];
  }, []);
}
function lowerStatement5(tree, node) {
  const kind = tree.kind(node);
  switch (kind) {
    case "method":
    case "singleton_method":
      return [{ kind: "declare", form: methodForm2(tree, node, null) }];
    case "class":
    case "module":
      return [{ kind: "class", form: classForm4(tree, node) }];
    case "assignment":
    case "operator_assignment":
      return assignmentOf(tree, node);
    case "if":
    case "unless":
    case "elsif":
      return [conditionOf(tree, node, kind === "unless")];
    case "if_modifier":
    case "unless_modifier":
      return [modifierOf(tree, node, kind === "unless_modifier")];
    case "while":
    case "until":
      return [
        whileLoop(expression5(tree, tree.child(node, "condition")), bodyOf5(tree, tree.child(node, "body")))
      ];
    case "for":
      return [
        {
          kind: "loop",
          target: target5(tree, tree.child(node, "pattern")),
          iterable: expression5(tree, tree.named(tree.child(node, "value"))[0] ?? -1),
          test: null,
          body: bodyOf5(tree, tree.child(node, "body"))
        }
      ];
    case "case":
      return [caseOf(tree, node)];
    case "return": {
      const value = tree.named(tree.named(node)[0] ?? -1)[0] ?? -1;
      return [{ kind: "return", node, value: value < 0 ? null : expression5(tree, value) }];
    }
    case "begin":
    case "else":
    case "then":
      return bodyOf5(tree, node);
    case "binary":
      return appendOf(tree, node);
    case "call":
      return callStatement(tree, node);
    case "heredoc_body":
    case "comment":
      return [];
    default:
      return [{ kind: "expression", expression: expression5(tree, node) }];
  }
}
function callStatement(tree, node) {
  const call = { kind: "expression", expression: expression5(tree, node) };
  const isRaise = tree.child(node, "receiver") < 0 && /^(raise|fail|abort|exit)$/.test(tree.textOf(tree.child(node, "method")));
  return isRaise ? [call, { kind: "leave" }] : [call];
}
function assignmentOf(tree, node) {
  const operator = tree.textOf(tree.child(node, "operator"));
  return [
    {
      kind: "assign",
      node,
      target: target5(tree, tree.child(node, "left")),
      value: expression5(tree, tree.child(node, "right")),
      operator: operator === "+=" || operator === "<<" ? "+" : tree.kind(node) === "assignment" ? "" : "|",
      declares: false
    }
  ];
}
function appendOf(tree, node) {
  const left = tree.child(node, "left");
  if (tree.textOf(tree.child(node, "operator")) !== "<<" || tree.kind(left) === "binary")
    return [{ kind: "expression", expression: expression5(tree, node) }];
  return [
    {
      kind: "assign",
      node,
      target: target5(tree, left),
      value: expression5(tree, tree.child(node, "right")),
      operator: "+",
      declares: false
    }
  ];
}
function conditionOf(tree, node, negated) {
  const holds2 = bodyOf5(tree, tree.child(node, "consequence"));
  const alternative = tree.child(node, "alternative");
  const otherwise = alternative < 0 ? [] : statementsOf5(tree, [alternative]);
  return {
    kind: "branch",
    test: expression5(tree, tree.child(node, "condition")),
    holds: negated ? otherwise : holds2,
    otherwise: negated ? holds2 : otherwise
  };
}
function modifierOf(tree, node, negated) {
  const body = statementsOf5(
    tree,
    [tree.child(node, "body")].filter((each) => each >= 0)
  );
  return {
    kind: "branch",
    test: expression5(tree, tree.child(node, "condition")),
    holds: negated ? [] : body,
    otherwise: negated ? body : []
  };
}
function caseOf(tree, node) {
  const clauses = tree.named(node).filter((part) => /^(when|else)$/.test(tree.kind(part)));
  const cases = clauses.map((clause) => ({
    tests: tree.named(clause).filter((part) => tree.kind(part) === "pattern").flatMap((part) => tree.named(part).map((each) => expression5(tree, each))),
    isDefault: tree.kind(clause) === "else",
    body: tree.kind(clause) === "else" ? bodyOf5(tree, clause) : bodyOf5(tree, tree.child(clause, "body"))
  }));
  return { kind: "switch", subject: expression5(tree, tree.child(node, "value")), cases };
}
function classForm4(tree, node) {
  const fields = [];
  const methods = /* @__PURE__ */ new Map();
  const bases = tree.named(tree.child(node, "superclass")).map((each) => expression5(tree, each));
  const form = { node, name: tree.textOf(tree.child(node, "name")), bases, methods, fields };
  for (const member of tree.named(tree.child(node, "body"))) {
    const kind = tree.kind(member);
    if (kind === "method" || kind === "singleton_method") {
      const method = methodForm2(tree, member, form);
      methods.set(method.name, method);
    } else if (kind !== "comment") fields.push(...tree.deeper(() => lowerStatement5(tree, member), []));
  }
  return form;
}
function methodForm2(tree, node, owner) {
  const body = tree.child(node, "body");
  return {
    node,
    name: tree.textOf(tree.child(node, "name")),
    parameters: parametersOf2(tree, tree.child(node, "parameters")),
    body: once2(() => tree.fromTop(() => withResult(bodyOf5(tree, body), body))),
    decorators: [],
    owner
  };
}
function withResult(body, node) {
  const last2 = body.at(-1);
  if (last2?.kind !== "expression") return body;
  return [...body.slice(0, -1), { kind: "return", node, value: last2.expression }];
}
function blockForm(tree, block, node) {
  const body = tree.child(block, "body");
  return {
    node,
    name: "",
    parameters: parametersOf2(tree, tree.child(block, "parameters")),
    body: once2(() => tree.fromTop(() => withResult(bodyOf5(tree, body < 0 ? block : body), block))),
    decorators: [],
    owner: null
  };
}
function parametersOf2(tree, list) {
  return tree.named(list).map((each) => {
    const isPlain = tree.kind(each) === "identifier";
    return {
      name: tree.textOf(isPlain ? each : tree.child(each, "name")),
      target: null,
      type: "",
      annotations: [],
      rest: /splat/.test(tree.kind(each))
    };
  });
}

// src/analyzers/taint/lowerings.ts
var lowerings = /* @__PURE__ */ new Map([
  ["javascript", lowerJavaScript],
  ["typescript", lowerJavaScript],
  ["tsx", lowerJavaScript],
  ["python", lowerPython],
  ["go", lowerGo],
  ["java", lowerJava],
  ["ruby", lowerRuby]
]);

// src/analyzers/taint/find-flows.ts
var MOST_STEPS = 6e4;
var MOST_NODES = 3e5;
function findFlows(model, tree, text) {
  const lowering = lowerings.get(tree.language);
  if (lowering === void 0) return { flows: [], run: null, cut: null };
  if (tree.size > MOST_NODES)
    return { flows: [], run: null, cut: `it has ${tree.size} syntax nodes, more than ${MOST_NODES}` };
  const lowered2 = makeLoweringTree(tree, text);
  const run = {
    model,
    tree,
    text,
    budget: { steps: MOST_STEPS, depth: 0 },
    flows: /* @__PURE__ */ new Map(),
    arrivals: /* @__PURE__ */ new Map(),
    summaries: /* @__PURE__ */ new Map(),
    waiting: /* @__PURE__ */ new Set(),
    handlers: /* @__PURE__ */ new Map(),
    fields: /* @__PURE__ */ new Map(),
    refined: /* @__PURE__ */ new Set(),
    current: null,
    parts: { evaluate, execute, assign: assign2, call: callClosure }
  };
  execute(run, makeScope(null), lowering.program(lowered2), null);
  for (const closure of run.waiting) {
    if (run.budget.steps <= 0) break;
    summaryOf(run, closure);
  }
  reportParameters(run);
  const cut = run.budget.steps <= 0 ? "it takes more steps than a file may" : null;
  return { flows: [...run.flows.values()], run, cut };
}

// src/analyzers/anchor-to-change.ts
var LONGEST_MOVED = 20;
var LONGEST_MARKED = 6;
var LONGEST_UNIT = 200;
function anchorToChange(file, startLine, endLine) {
  const changed = file.map.firstChangedIn("new", startLine, endLine);
  if (changed === 0) return null;
  const start = endLine - startLine < LONGEST_MOVED ? changed : startLine;
  const end = endLine - start < LONGEST_MARKED ? endLine : start;
  return {
    startLine: start,
    endLine: start === startLine ? end : lastChanged(file, start, end),
    quote: file.lines[start - 1] ?? ""
  };
}
function beginEarlier(file, anchor, startLine) {
  const { endLine } = anchor;
  if (startLine >= anchor.startLine || anchor.startLine - startLine > LONGEST_UNIT) return anchor;
  for (let line = startLine; line < anchor.startLine; line++)
    if (!file.map.isChanged("new", line)) return anchor;
  const end = endLine - startLine < LONGEST_MOVED ? endLine : startLine;
  return { startLine, endLine: end, quote: file.lines[startLine - 1] ?? "" };
}
function lastChanged({ map }, first, last2) {
  let line = last2;
  while (line > first && !map.isChanged("new", line)) line -= 1;
  return line;
}

// src/analyzers/taint/finding-of-flow.ts
var MOST_STEPS2 = 12;
var LONGEST_CODE = 120;
function findingOfFlow(rule, file, run, flow) {
  const lines = lineIndexOf(file.lines);
  const lineAt = (node) => lines.lineOf(run.tree.start[node] ?? 0);
  const lastLineOf = (node) => lines.lineOf(Math.max((run.tree.end[node] ?? 1) - 1, run.tree.start[node] ?? 0));
  const nodes = nodesOf(flow);
  const place = placeOf(run, flow, lineAt);
  const anchor = anchorToChange(file, place, lastLineOf(flow.node)) ?? [...nodes].reverse().map(({ node }) => anchorToChange(file, lineAt(node), lineAt(node))).find((each) => each !== null) ?? null;
  if (anchor === null) return null;
  const sink = codeOf(run, flow.node);
  const source = codeOf(run, nodes[0]?.node ?? flow.node);
  const texts = { SOURCE: source, SINK: sink, INPUT: sourceWords(flow) };
  const finding = findingOfRule(rule, file.file.path, anchor, (name) => texts[name] ?? null);
  const doubt = flow.taint.unsure;
  const path = file.file.path;
  const steps = (flow.sink.always ? [] : nodes).map(
    ({ node, what }) => ({
      path,
      line: lineAt(node),
      text: `${what} \u2014 ${shownLine(file, lineAt(node))}`
    })
  );
  const end = {
    path,
    line: lineAt(flow.node),
    text: `arrives in ${sink} \u2014 ${shownLine(file, lineAt(flow.node))}`
  };
  return {
    ...finding,
    severity: doubt === 0 ? finding.severity : doubt === 1 ? lowered(finding.severity) : lowered(lowered(finding.severity)),
    confidence: Math.max(0, (flow.sink.confidence ?? finding.confidence) - doubt * CONFIDENCE_OF_DOUBT),
    proof: [...shortened(steps), end]
  };
}
function placeOf({ tree }, { node, sink, argument }, lineAt) {
  if (sink.always) return lineAt(argument);
  const callee = childByField(tree, node, "function");
  const method = callee < 0 ? -1 : Math.max(childByField(tree, callee, "property"), childByField(tree, callee, "attribute"));
  return method < 0 ? lineAt(node) : lineAt(method);
}
function sourceWords({ taint }) {
  return taint.origin.kind === "source" ? taint.origin.what : "input";
}
function nodesOf(flow) {
  const nodes = [];
  for (let step = flow.taint.step; step !== null; step = step.before)
    nodes.push(step);
  return nodes.reverse();
}
function shortened(steps) {
  if (steps.length <= MOST_STEPS2) return steps;
  const half = MOST_STEPS2 >> 1;
  return [
    ...steps.slice(0, half),
    { text: `\u2026 ${steps.length - MOST_STEPS2} further steps \u2026` },
    ...steps.slice(-half)
  ];
}
function shownLine(file, line) {
  const code = (file.lines[line - 1] ?? "").trim();
  return code.length <= LONGEST_CODE ? code : `${code.slice(0, LONGEST_CODE - 1)}\u2026`;
}
function lowered(severity) {
  if (severity === "critical") return "high";
  return severity === "high" ? "medium" : severity;
}

// src/analyzers/taint/taint-analyzer.ts
var NOTHING = { findings: [], harmless: [] };
function makeTaintAnalyzer(rules, models) {
  const compiled = /* @__PURE__ */ new Map();
  const modelOf = (family) => {
    let model = compiled.get(family);
    if (model === void 0) {
      const text = models[family];
      model = text === void 0 ? null : compileModel(JSON.parse(text));
      compiled.set(family, model);
    }
    return model;
  };
  const judge = (file, report2 = () => void 0) => {
    const family = file.tree === null ? null : taintFamilyOf(file.tree.language);
    const model = family === null ? null : modelOf(family);
    if (model === null) return NOTHING;
    const own = rules.filter((rule) => rule.taint !== void 0 && rule.id.endsWith(`-${family}`));
    return own.length === 0 ? NOTHING : judgeFile(file, model, own, report2);
  };
  return { name: "taint", judge, run: (file, report2) => judge(file, report2).findings };
}
function judgeFile(file, model, rules, report2) {
  const { tree, text } = file;
  if (tree === null || !model.words.some((word) => text.includes(word))) return NOTHING;
  const { flows, run, cut } = findFlows(model, tree, text);
  if (cut !== null)
    report2(`data flow in ${file.file.path} was not followed to its end: ${cut}`, rules[0]?.reviewer);
  if (run === null) return NOTHING;
  const ruleOf = (kind) => rules.find((each) => each.taint === kind);
  const findings = flows.flatMap((flow) => {
    const rule = ruleOf(flow.kind);
    const finding = rule === void 0 ? null : findingOfFlow(rule, file, run, flow);
    return finding === null ? [] : [finding];
  });
  if (cut !== null) return { findings, harmless: [] };
  const lines = lineIndexOf(file.lines);
  const harmless = [...run.arrivals].flatMap(([place, isHarmless2]) => {
    const [kind, node] = place.split(":");
    const cwe = rules.find((each) => each.taint === kind)?.cwe;
    return isHarmless2 && cwe !== void 0 ? [{ line: lines.lineOf(tree.start[Number(node)] ?? 0), cwe }] : [];
  });
  return { findings, harmless: [...harmless, ...harmlessSettings(run, rules)] };
}
function harmlessSettings({ arrivals }, rules) {
  const parsed = [...arrivals].filter(([place]) => place.startsWith("xxe:"));
  const cwe = rules.find((rule) => rule.taint === "xxe")?.cwe;
  return cwe !== void 0 && parsed.length > 0 && parsed.every(([, isHarmless2]) => isHarmless2) ? [{ line: null, cwe }] : [];
}

// src/analyzers/tree/word-search.ts
var SLOTS = 1 << 16;
function makeWordSearch(text) {
  let marked = null;
  const answers = /* @__PURE__ */ new Map();
  const search = (word) => {
    marked ??= markTriples(text);
    for (let at = 0; at + 2 < word.length; at++) if (marked[slotAt(word, at)] === 0) return false;
    return text.includes(word);
  };
  return (word) => {
    let answer = answers.get(word);
    if (answer === void 0) {
      answer = search(word);
      answers.set(word, answer);
    }
    return answer;
  };
}
function markTriples(text) {
  const marked = new Uint8Array(SLOTS);
  for (let at = 0; at + 2 < text.length; at++) marked[slotAt(text, at)] = 1;
  return marked;
}
function slotAt(text, at) {
  return text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2) & SLOTS - 1;
}

// src/analyzers/tree/condition-cost.ts
var CHEAP = 30;
var MOST2 = 1e6;
var NONE = /* @__PURE__ */ new Set();
function variablesOf3(context, node) {
  const { known: known4 } = context;
  const { variables } = known4;
  const earlier = variables.get(node);
  if (earlier) return earlier;
  variables.set(node, known4.all);
  const { pattern } = node;
  let names = null;
  if (pattern !== void 0)
    names = new Set(namesIn(typeof pattern === "object" ? pattern.context : pattern));
  const util = utilOf(context.rule, node);
  for (const part of util ? [...partsOf(node), util] : partsOf(node)) {
    const inner = variablesOf3(context, part);
    if (inner.size > 0) names = /* @__PURE__ */ new Set([...names ?? [], ...inner]);
  }
  const found = names === null || names.size === 0 ? NONE : names;
  variables.set(node, found);
  return found;
}
function costOf(context, node) {
  return once(context.known.costs, node, CHEAP * 2, () => Math.min(freshCostOf(context, node), MOST2));
}
function freshCostOf(context, node) {
  const cost = (part) => costOf(context, part);
  const far = (related) => (related.stopBy ?? "neighbor") !== "neighbor";
  let sum = (node.kind === void 0 ? 0 : 1) + (node.pattern === void 0 ? 0 : 3) + (node.regex === void 0 ? 0 : 4);
  for (const part of [...node.all ?? [], ...node.any ?? []]) sum += cost(part);
  if (node.not) sum += cost(node.not);
  const util = utilOf(context.rule, node);
  if (util) sum += cost(util);
  if (node.inside) sum += far(node.inside) ? 6 + 2 * cost(node.inside) : 2 + cost(node.inside);
  for (const related of [node.has, node.follows, node.precedes]) {
    if (related) sum += far(related) ? 60 + 4 * cost(related) : 3 + cost(related);
  }
  return sum;
}

// src/analyzers/tree/expression-of.ts
var KNOWN = /* @__PURE__ */ new WeakMap();
function expressionOf(table, regex, builtIn) {
  const known4 = KNOWN.get(table) ?? /* @__PURE__ */ new Map();
  KNOWN.set(table, known4);
  const key = `${builtIn} ${regex}`;
  const earlier = known4.get(key);
  if (earlier !== void 0) return earlier;
  const made = { test: compileRegex(regex, builtIn), literals: literalsOfRegex(regex) };
  known4.set(key, made);
  return made;
}

// src/analyzers/tree/kind-lookup.ts
function kindIndex(kindNames, kind, named) {
  return named ? kindNames.indexOf(kind) : kindNames.lastIndexOf(kind);
}
function kindMask(kindNames, kinds) {
  const mask = new Uint8Array(kindNames.length);
  for (const kind of kinds) mask[kind] = 1;
  return mask;
}

// src/analyzers/tree/match-state.ts
var STEPS_PER_RULE = 2e6;
var DEEPEST_CONDITION = 60;
var UNBOUND = -1;
var EMPTY_LIST = -2;
function startMatching(subject, slots) {
  return {
    subject,
    tree: subject.tree,
    text: subject.text,
    first: new Int32Array(slots).fill(UNBOUND),
    last: new Int32Array(slots).fill(UNBOUND),
    bound: [],
    remembered: /* @__PURE__ */ new Map(),
    steps: STEPS_PER_RULE,
    depth: 0
  };
}
function makeSubject(tree, text) {
  let previous = null;
  const has2 = makeWordSearch(text);
  const lists = /* @__PURE__ */ new Map();
  return {
    tree,
    text,
    previous: () => previous ??= previousSiblings(tree),
    has: has2,
    hasAny: (words) => {
      const answer = lists.get(words) ?? words.some(has2);
      lists.set(words, answer);
      return answer;
    }
  };
}
function previousSiblings(tree) {
  const previous = new Int32Array(tree.size).fill(-1);
  for (let node = 0; node < tree.size; node++) {
    const after = tree.next[node] ?? tree.size;
    if (after < tree.size && tree.parent[after] === tree.parent[node]) previous[after] = node;
  }
  return previous;
}
function undo(state, mark) {
  while (state.bound.length > mark) {
    const slot = state.bound.pop() ?? 0;
    state.first[slot] = UNBOUND;
    state.last[slot] = UNBOUND;
  }
  return false;
}
function bind(state, slot, first, last2) {
  const from = first < 0 ? EMPTY_LIST : first;
  const known4 = state.first[slot] ?? UNBOUND;
  if (known4 !== UNBOUND) return sameText(state, known4, state.last[slot] ?? known4, from, last2);
  state.first[slot] = from;
  state.last[slot] = last2;
  state.bound.push(slot);
  return true;
}
function sameText(state, first, last2, otherFirst, otherLast) {
  if (first === EMPTY_LIST || otherFirst === EMPTY_LIST) return first === otherFirst;
  const { tree, text } = state;
  const start = tree.start[first] ?? 0;
  const length = (tree.end[last2] ?? 0) - start;
  const otherStart = tree.start[otherFirst] ?? 0;
  if (length !== (tree.end[otherLast] ?? 0) - otherStart) return false;
  state.steps -= length >> 5;
  return text.slice(start, start + length) === text.slice(otherStart, otherStart + length);
}
function boundText(state, slot) {
  const first = state.first[slot] ?? UNBOUND;
  if (first === UNBOUND) return null;
  if (first === EMPTY_LIST) return "";
  return state.text.slice(state.tree.start[first] ?? 0, state.tree.end[state.last[slot] ?? first] ?? 0);
}

// src/analyzers/tree/match-pattern.ts
var NAMED2 = 1;
var EXTRA2 = 8;
var SEPARATORS = /* @__PURE__ */ new Set([";", ","]);
var QUOTES = ['"', "'"];
var QUOTE_KINDS = /* @__PURE__ */ new Set(["string_start", "string_end"]);
function matchPattern(pattern, kindNames, slotOf) {
  if ("many" in pattern) return () => false;
  if ("one" in pattern) return matchOne(pattern.one === "" ? -1 : slotOf(pattern.one));
  const kind = kindIndex(kindNames, pattern.kind, pattern.named);
  if (pattern.children) {
    const items = toItems(pattern.children, kindNames, slotOf);
    return (state, node) => state.tree.kind[node] === kind && matchChildren(state, node, items);
  }
  if (!pattern.named) return matchToken(pattern.kind, kind, kindNames);
  return matchLeaf(kind, pattern.text ?? "", QUOTE_KINDS.has(pattern.kind));
}
function matchOne(slot) {
  return (state, node) => {
    if (((state.tree.flags[node] ?? 0) & (NAMED2 | EXTRA2)) !== NAMED2) return false;
    return slot < 0 || bind(state, slot, node, node);
  };
}
function matchToken(token, kind, kindNames) {
  if (!QUOTES.includes(token)) return (state, node) => state.tree.kind[node] === kind;
  const quotes = QUOTES.map((quote) => kindIndex(kindNames, quote, false));
  return (state, node) => quotes.includes(state.tree.kind[node] ?? -1);
}
function matchLeaf(kind, text, isQuote) {
  const prefix = prefixOf(text);
  return (state, node) => {
    const { tree } = state;
    if (tree.kind[node] !== kind) return false;
    const start = tree.start[node] ?? 0;
    const end = tree.end[node] ?? 0;
    if (isQuote) return prefixOf(state.text.slice(start, Math.min(end, start + 8))) === prefix;
    return end - start === text.length && state.text.startsWith(text, start);
  };
}
function prefixOf(quote) {
  return quote.replace(/["']+/, "").toLowerCase();
}
function toItems(patterns, kindNames, slotOf) {
  const isMany = (at) => {
    const pattern = patterns[at];
    return pattern !== void 0 && "many" in pattern;
  };
  return patterns.map((pattern, at) => {
    if ("many" in pattern) return { many: true, slot: pattern.many === "" ? -1 : slotOf(pattern.many) };
    const separator = "kind" in pattern && !pattern.named && SEPARATORS.has(pattern.kind);
    return {
      many: false,
      match: matchPattern(pattern, kindNames, slotOf),
      optionalAtEnd: separator,
      besideMany: separator && (isMany(at - 1) || isMany(at + 1))
    };
  });
}
function matchChildren(state, node, items) {
  const { tree } = state;
  const end = tree.next[node] ?? tree.size;
  const mark = state.bound.length;
  let at = 0;
  let child = skipExtras(state, node + 1, end);
  let latest = null;
  for (; ; ) {
    if (state.steps-- <= 0) return undo(state, mark);
    const item = items[at];
    if (item?.many) {
      if (latest && !bindMany(state, latest, latest.child)) return undo(state, mark);
      latest = { item: at, slot: item.slot, from: child, child, mark: state.bound.length };
      at++;
      continue;
    }
    if (item && child < end) {
      if (item.match(state, child)) {
        at++;
        child = skipExtras(state, tree.next[child] ?? end, end);
        continue;
      }
      if (item.besideMany) {
        at++;
        continue;
      }
      if (((tree.flags[child] ?? 0) & NAMED2) === 0) {
        child = skipExtras(state, tree.next[child] ?? end, end);
        continue;
      }
    } else if (onlyTokensLeft(state, child, end) && onlyOptionalLeft(items, at)) {
      if (!latest || bindMany(state, latest, latest.child)) return true;
    }
    if (!latest || latest.child >= end) return undo(state, mark);
    undo(state, latest.mark);
    latest.child = skipExtras(state, tree.next[latest.child] ?? end, end);
    child = latest.child;
    at = latest.item + 1;
  }
}
function bindMany(state, latest, until) {
  if (latest.slot < 0) return true;
  const { tree } = state;
  let first = -1;
  let last2 = -1;
  for (let node = latest.from; node < until; node = tree.next[node] ?? until) {
    state.steps--;
    if (((tree.flags[node] ?? 0) & (NAMED2 | EXTRA2)) !== NAMED2) continue;
    if (first < 0) first = node;
    last2 = node;
  }
  return bind(state, latest.slot, first, last2);
}
function skipExtras(state, from, end) {
  const { tree } = state;
  let node = from;
  while (node < end && ((tree.flags[node] ?? 0) & EXTRA2) !== 0) node = tree.next[node] ?? end;
  return node;
}
function onlyTokensLeft(state, from, end) {
  const { tree } = state;
  for (let node = from; node < end; node = tree.next[node] ?? end) {
    if (((tree.flags[node] ?? 0) & (NAMED2 | EXTRA2)) === NAMED2) return false;
  }
  return true;
}
function onlyOptionalLeft(items, from) {
  for (let at = from; at < items.length; at++) {
    const item = items[at];
    if (item && !item.many && !item.optionalAtEnd) return false;
  }
  return true;
}

// src/analyzers/tree/possible-kinds.ts
function possibleKinds(context, node) {
  let kinds = null;
  const narrow = (other) => {
    if (other === null) return;
    const earlier = kinds;
    kinds = earlier === null ? other : new Set([...other].filter((kind) => earlier.has(kind)));
  };
  narrow(ofPattern(context, node));
  if (node.kind !== void 0) narrow(/* @__PURE__ */ new Set([kindIndex(context.kindNames, node.kind, true)]));
  for (const part of node.all ?? []) narrow(possibleKinds(context, part));
  if (node.any) narrow(ofAny(context, node.any));
  const util = utilOf(context.rule, node);
  if (util) narrow(once(context.known.kinds, node.matches ?? "", null, () => possibleKinds(context, util)));
  return kinds;
}
function ofPattern(context, node) {
  const source = patternSource(node, context.language);
  const compiled = source && context.table.get(patternKey(source));
  if (!compiled || !("root" in compiled) || !("kind" in compiled.root)) return null;
  const { kind, named } = compiled.root;
  return /* @__PURE__ */ new Set([kindIndex(context.kindNames, kind, named)]);
}
function ofAny(context, alternatives) {
  const all5 = /* @__PURE__ */ new Set();
  for (const alternative of alternatives) {
    const kinds = possibleKinds(context, alternative);
    if (kinds === null) return null;
    for (const kind of kinds) all5.add(kind);
  }
  return all5;
}

// src/analyzers/tree/remember-search.ts
var SMALLEST_REMEMBERED = 256;
var LONGEST_TEXT = 200;
function rememberSearch(slots, search) {
  const owner = {};
  return (state, from, end) => {
    const key = end - from < SMALLEST_REMEMBERED ? null : keyOf2(state, slots, from, end);
    if (key === null) return search(state, from, end);
    const answers = state.remembered.get(owner) ?? /* @__PURE__ */ new Map();
    state.remembered.set(owner, answers);
    const known4 = answers.get(key);
    state.steps -= 4;
    if (known4 !== void 0) return known4;
    const answer = search(state, from, end);
    answers.set(key, answer);
    return answer;
  };
}
function keyOf2(state, slots, from, end) {
  let key = `${from} ${end}`;
  for (const slot of slots) {
    const text = boundText(state, slot);
    if (text === null || text.length > LONGEST_TEXT) return null;
    key += `\0${text}`;
  }
  return key;
}

// src/analyzers/tree/remember-siblings.ts
function rememberSiblings(slots, forward, scan) {
  const owners = /* @__PURE__ */ new WeakMap();
  return (state, node) => {
    const parent = state.tree.parent[node] ?? -1;
    const key = keyOf2(state, slots, parent, 0);
    if (key === null) return scan(state, node, -1) >= 0;
    const answers = owners.get(state) ?? /* @__PURE__ */ new Map();
    owners.set(state, answers);
    const seen = answers.get(key);
    state.steps -= 4;
    if (seen === void 0) {
      const at = scan(state, node, -1);
      answers.set(key, { from: node, at });
      return at >= 0;
    }
    return forward ? answerForward(state, node, seen, scan) : answerBackward(state, node, seen, scan);
  };
}
function answerForward(state, node, seen, scan) {
  if (node >= seen.from && (seen.at < 0 || node < seen.at)) return seen.at >= 0;
  seen.at = scan(state, node, -1);
  seen.from = node;
  return seen.at >= 0;
}
function answerBackward(state, node, seen, scan) {
  if (seen.at >= 0 && node > seen.at) return true;
  if (seen.at < 0 && node <= seen.from) return false;
  seen.at = scan(state, node, seen.at < 0 ? seen.from : -1);
  seen.from = node;
  return seen.at >= 0;
}

// src/analyzers/tree/match-related.ts
var NAMED3 = 1;
var EXTRA3 = 8;
var NEAR = 16;
function matchRelated(context, relation, related, make) {
  const { stopBy = "neighbor", field, ...condition } = related;
  const kinds = possibleKinds(context, condition);
  const stop = typeof stopBy === "object" ? stopBy : null;
  const variables = /* @__PURE__ */ new Set([
    ...variablesOf3(context, condition),
    ...stop ? variablesOf3(context, stop) : []
  ]);
  const slots = [...variables].map((name) => context.slots.get(name) ?? -1);
  const forward = relation === "precedes";
  const search = {
    beyond: rememberSiblings(
      slots,
      forward,
      (state, from, until) => siblingFrom(state, from, until, forward, search)
    ),
    among: rememberSearch(slots, (state, child, end) => hasAmong(state, child, end, search)),
    below: rememberSearch(slots, (state, from, end) => hasBelow(state, from, end, search)),
    // A field alone asks whether there is anything in it.
    match: Object.keys(condition).length === 0 ? () => true : make(condition),
    mask: kinds === null ? null : kindMask(context.kindNames, kinds),
    toEnd: stopBy === "end",
    stop: stop && make(stop),
    field: field === void 0 ? 0 : fieldIndex(context, field)
  };
  if (search.field < 0) return () => false;
  if (relation === "inside") return (state, node) => inside(state, node, search);
  if (relation === "has") {
    return search.field > 0 ? (state, node) => hasInField(state, node, search) : (state, node) => has(state, node, search);
  }
  return (state, node) => beside(state, node, search, forward);
}
function fieldIndex(context, field) {
  const index = context.fieldNames.indexOf(field);
  if (index <= 0) {
    context.absent.push(`field "${field}" does not exist in ${context.language}`);
    return -1;
  }
  return index;
}
function tryAt(state, node, search) {
  const { mask, match } = search;
  if (mask && mask[state.tree.kind[node] ?? 0] === 0) return false;
  state.steps -= 2;
  return state.steps > 0 && match(state, node);
}
function stopsAt(state, node, stop) {
  state.steps -= 2;
  const mark = state.bound.length;
  const holds2 = stop(state, node);
  undo(state, mark);
  return holds2;
}
function inside(state, node, search) {
  const { tree } = state;
  let towards = node;
  for (let above = tree.parent[node] ?? -1; above >= 0; above = tree.parent[above] ?? -1) {
    if (state.steps-- <= 0) return false;
    if ((search.field === 0 || tree.field[towards] === search.field) && tryAt(state, above, search))
      return true;
    if (!search.toEnd && !(search.stop && !stopsAt(state, above, search.stop))) return false;
    towards = above;
  }
  return false;
}
function has(state, node, search) {
  const { tree } = state;
  const end = tree.next[node] ?? tree.size;
  if (search.toEnd || search.stop) return search.below(state, node + 1, end);
  let looked = 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (looked === NEAR) return search.among(state, child, end);
    if (state.steps-- <= 0) return false;
    if (tryAt(state, child, search)) return true;
    looked += 1;
  }
  return false;
}
function hasAmong(state, from, end, search) {
  for (let child = from; child < end; child = state.tree.next[child] ?? end) {
    if (state.steps-- <= 0) return false;
    if (tryAt(state, child, search)) return true;
  }
  return false;
}
function hasBelow(state, from, end, search) {
  const { tree } = state;
  const { stop, mask } = search;
  if (!stop && mask) return hasKindBelow(state, from, end, search, mask);
  let below = from;
  while (below < end) {
    if (state.steps-- <= 0) return false;
    if (tryAt(state, below, search)) return true;
    below = stop && stopsAt(state, below, stop) ? tree.next[below] ?? end : below + 1;
  }
  return false;
}
function hasKindBelow(state, from, end, search, mask) {
  const { kind } = state.tree;
  let paidUntil = from;
  for (let below = from; below < end; below++) {
    if (mask[kind[below] ?? 0] === 0) continue;
    state.steps -= 2 + (below - paidUntil >> 4);
    paidUntil = below;
    if (state.steps <= 0) return false;
    if (search.match(state, below)) return true;
  }
  state.steps -= end - paidUntil >> 4;
  return false;
}
function hasInField(state, node, search) {
  const { tree } = state;
  const end = tree.next[node] ?? tree.size;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (state.steps-- <= 0) return false;
    if (tree.field[child] !== search.field) continue;
    if (!search.toEnd && !search.stop) {
      if (tryAt(state, child, search)) return true;
    } else if (search.below(state, child, tree.next[child] ?? end)) return true;
  }
  return false;
}
function beside(state, node, search, forward) {
  const step = stepOver(state, node, forward);
  let looked = 0;
  for (let other = step(node); other >= 0; other = step(other)) {
    if (state.steps-- <= 0) return false;
    const flags = state.tree.flags[other] ?? 0;
    if ((flags & EXTRA3) !== 0) continue;
    if (holdsAt(state, other, search)) return true;
    looked += 1;
    if (search.toEnd) {
      if (looked === NEAR) return search.beyond(state, other);
    } else if (search.stop ? stopsAt(state, other, search.stop) : (flags & NAMED3) !== 0) return false;
  }
  return false;
}
function holdsAt(state, node, search) {
  return (search.field === 0 || state.tree.field[node] === search.field) && tryAt(state, node, search);
}
function siblingFrom(state, from, until, forward, search) {
  const step = stepOver(state, from, forward);
  for (let other = step(from); other >= 0 && other !== until; other = step(other)) {
    if (state.steps-- <= 0) return -1;
    if (((state.tree.flags[other] ?? 0) & EXTRA3) === 0 && holdsAt(state, other, search)) return other;
  }
  return -1;
}
function stepOver(state, node, forward) {
  const { tree } = state;
  const parent = tree.parent[node] ?? -1;
  if (parent < 0) return () => -1;
  if (!forward) {
    const previous = state.subject.previous();
    return (from) => previous[from] ?? -1;
  }
  const end = tree.next[parent] ?? tree.size;
  return (from) => {
    const after = tree.next[from] ?? end;
    return after < end ? after : -1;
  };
}

// src/analyzers/tree/make-matcher.ts
var LONGEST_REGEX_TEXT = 2e4;
var NEVER = () => false;
function makeMatcher(context, node) {
  const make = (part) => makeMatcher(context, part);
  const parts = [];
  if (node.kind !== void 0) parts.push({ kind: node.kind });
  if (node.pattern !== void 0) parts.push({ pattern: node.pattern });
  if (node.regex !== void 0) parts.push({ regex: node.regex });
  parts.push(...node.all ?? []);
  if (node.any) parts.push({ any: node.any });
  if (node.matches !== void 0) parts.push({ matches: node.matches });
  for (const relation of ["inside", "has", "precedes", "follows"]) {
    const related = node[relation];
    if (related) parts.push({ [relation]: related });
  }
  if (node.not) parts.push({ not: node.not });
  if (parts.length === 0) context.problems.push("a condition has no key, so nothing can match it");
  if (parts.length !== 1) return matchAll(cheapFirst(context, parts).map(make));
  return matchOnly(context, node, make);
}
function matchOnly(context, node, make) {
  const [only] = node.all ?? [];
  if (only) return make(only);
  if (node.kind !== void 0) return matchKind(context, node.kind);
  if (node.pattern !== void 0) return matchCode(context, node);
  if (node.regex !== void 0) return matchText(context, node.regex);
  if (node.any) return matchAny(cheapAlternatives(context, node.any).map(make));
  if (node.matches !== void 0) return matchUtil(context, node.matches);
  if (node.not) return matchNot(make(node.not));
  for (const relation of ["inside", "has", "precedes", "follows"]) {
    const related = node[relation];
    if (related) return matchRelated(context, relation, related, make);
  }
  return NEVER;
}
function cheapFirst(context, parts) {
  const rated = parts.map((part) => ({ part, cost: costOf(context, part) }));
  const isCheap = ({ part, cost }) => cost <= CHEAP && variablesOf3(context, part).size === 0;
  const cheap = rated.filter(isCheap).sort((one, other) => one.cost - other.cost);
  return [...cheap, ...rated.filter((one) => !isCheap(one))].map(({ part }) => part);
}
function cheapAlternatives(context, parts) {
  if (parts.some((part) => variablesOf3(context, part).size > 0)) return parts;
  return [...parts].sort((one, other) => costOf(context, one) - costOf(context, other));
}
function matchAll(parts) {
  if (parts.length === 0) return NEVER;
  return (state, node) => {
    const mark = state.bound.length;
    for (const part of parts) if (!part(state, node)) return undo(state, mark);
    return true;
  };
}
function matchAny(parts) {
  return (state, node) => {
    for (const part of parts) if (part(state, node)) return true;
    return false;
  };
}
function matchNot(part) {
  return (state, node) => {
    const mark = state.bound.length;
    const holds2 = part(state, node);
    undo(state, mark);
    return !holds2;
  };
}
function matchKind(context, kind) {
  const index = kindIndex(context.kindNames, kind, true);
  if (index < 0) {
    context.absent.push(`kind "${kind}" does not exist in ${context.language}`);
    return NEVER;
  }
  return (state, node) => state.tree.kind[node] === index;
}
function matchCode(context, node) {
  const source = patternSource(node, context.language);
  const compiled = source && context.table.get(patternKey(source));
  if (!compiled) {
    context.problems.push(`pattern "${source?.code}" was not compiled for ${context.language}`);
    return NEVER;
  }
  if ("problem" in compiled) {
    context.absent.push(`pattern "${source?.code}" ${compiled.problem}`);
    return NEVER;
  }
  return matchPattern(compiled.root, context.kindNames, (name) => context.slots.get(name) ?? -1);
}
function matchText(context, regex) {
  const lazy = makeLater(context, () => textMatcher(context, regex));
  return (state, node) => lazy.get()(state, node);
}
function textMatcher(context, regex) {
  try {
    const { test, literals } = expressionOf(context.table, regex, context.rule.builtIn);
    return (state, node) => {
      if (literals !== null && !state.subject.hasAny(literals)) return false;
      const { tree, text } = state;
      const start = tree.start[node] ?? 0;
      const length = Math.min((tree.end[node] ?? 0) - start, LONGEST_REGEX_TEXT);
      state.steps -= regexSteps(length);
      return state.steps > 0 && test(text.slice(start, start + length));
    };
  } catch (error) {
    context.problems.push(`regex "${regex}" is not valid RE2 syntax: ${messageOf(error)}`);
    return NEVER;
  }
}
function matchUtil(context, name) {
  const node = utilOf(context.rule, { matches: name });
  if (!node) {
    context.problems.push(`matches: "${name}" is not among the rule's utils`);
    return NEVER;
  }
  if (!context.utils.has(name)) {
    const holder = { lazy: null };
    context.utils.set(name, { get: () => holder.lazy?.get() ?? NEVER });
    holder.lazy = makeLater(context, () => makeMatcher(context, node));
  }
  const util = context.utils.get(name);
  return (state, at) => {
    if (state.depth >= DEEPEST_CONDITION || !util) return false;
    state.depth++;
    const holds2 = util.get()(state, at);
    state.depth--;
    return holds2;
  };
}

// src/analyzers/tree/compile-rules.ts
function compileRules(rules, language, table, grammar) {
  const problems = [];
  const compiled = [];
  const tests2 = /* @__PURE__ */ new Map();
  for (const rule of rules) {
    if (rule.taint !== void 0 || !rule.languages.includes(language)) continue;
    const report2 = (message) => problems.push({ ruleId: rule.id, source: rule.source, message });
    const appliesTo = pathTest(rule, tests2, report2);
    let made = null;
    const matcher = () => made ??= makeRuleMatcher(rule, language, table, grammar, report2);
    if (!rule.builtIn) matcher();
    compiled.push({ rule, required: requiredText(rule, language, table), appliesTo, matcher });
  }
  return { language, rules: compiled, problems };
}
function pathTest(rule, tests2, report2) {
  if (rule.paths.length === 0) return () => true;
  const key = rule.paths.join("\n");
  const known4 = tests2.get(key);
  if (known4 !== void 0) return known4;
  try {
    const test = rememberLast(rule.builtIn ? compiledLater(rule.paths) : compileGlobs(rule.paths));
    tests2.set(key, test);
    return test;
  } catch (error) {
    report2(`paths: ${messageOf(error)}`);
    return () => false;
  }
}
function compiledLater(paths) {
  let test = null;
  return (path) => {
    test ??= compileGlobs(paths);
    return test(path);
  };
}
function rememberLast(test) {
  let last2 = null;
  let answer = false;
  return (path) => {
    if (path !== last2) {
      answer = test(path);
      last2 = path;
    }
    return answer;
  };
}
function makeRuleMatcher(rule, language, table, grammar, report2) {
  const { kindNames, fieldNames } = grammar;
  const slots = new Map(namesOfRule(rule).map((name, slot) => [name, slot]));
  const problems = [];
  const absent = [];
  const utils = /* @__PURE__ */ new Map();
  const context = {
    rule,
    language,
    kindNames,
    fieldNames,
    table,
    slots,
    utils,
    known: { kinds: /* @__PURE__ */ new Map(), costs: /* @__PURE__ */ new Map(), variables: /* @__PURE__ */ new Map(), all: new Set(slots.keys()) },
    problems,
    absent
  };
  const match = makeMatcher(context, rule.rule);
  const beginsAt = rule.beginsAt === void 0 ? null : makeMatcher(context, rule.beginsAt);
  const constraints = Object.entries(rule.constraints).map(([name, condition]) => {
    if (!slots.has(name)) problems.push(`constraint on $${name}, which no pattern of the rule has`);
    return { slot: slots.get(name) ?? -1, match: makeMatcher(context, condition) };
  });
  const kinds = possibleKinds(context, rule.rule);
  const certain = rule.languages.length === 1 ? [...problems, ...absent] : problems;
  for (const problem of new Set(certain)) report2(problem);
  return { match, beginsAt, constraints, slots, kinds, absent };
}
function namesOfRule(rule) {
  const codes = conditionsOf(rule).map(
    ({ pattern }) => typeof pattern === "object" ? pattern.context : pattern
  );
  return [...new Set(codes.flatMap((code) => code === void 0 ? [] : namesIn(code)))];
}

// src/analyzers/tree/run-tree-rules.ts
var MOST_PER_RULE = 200;
function runTreeRules(compiled, file, gaveUp = () => {
}) {
  const { tree } = file;
  if (!tree || tree.language !== compiled.language) return [];
  const running = startRules(compiled, file);
  if (running.length === 0) return [];
  const { byKind, anyKind } = indexByKind(running, tree.kindNames.length);
  const findings = [];
  const lineIndex = lineIndexOf(file.lines);
  const tryRule = (rule, node) => {
    const { state } = rule;
    if (state.steps <= 0 || !matches(rule, node)) return;
    const start = tree.start[node] ?? 0;
    const end = tree.end[node] ?? 0;
    const startLine = lineIndex.lineOf(start);
    const changed = anchorToChange(file, startLine, lineIndex.lineOf(Math.max(start, end - 1)));
    const around = enclosing(rule, node);
    const anchor = changed && around >= 0 ? beginEarlier(file, changed, lineIndex.lineOf(tree.start[around] ?? 0)) : changed;
    const most = rule.compiled.rule.oncePerFile ? 1 : MOST_PER_RULE;
    if (anchor && !rule.lines.has(anchor.startLine) && rule.lines.size < most) {
      rule.lines.add(anchor.startLine);
      findings.push(
        findingOfRule(rule.compiled.rule, file.file.path, anchor, (name) => matchedText(rule, name))
      );
      if (rule.lines.size === MOST_PER_RULE) gaveUp(rule.compiled.rule.id, tooMany());
    }
    undo(state, 0);
  };
  for (let node = 0; node < tree.size; node++) {
    const rules = byKind[tree.kind[node] ?? 0];
    if (rules) for (const rule of rules) tryRule(rule, node);
    for (const rule of anyKind) tryRule(rule, node);
  }
  for (const {
    state,
    compiled: { rule }
  } of running)
    if (state.steps <= 0) gaveUp(rule.id, tooLong());
  return findings;
}
function startRules(compiled, file) {
  const { tree, text } = file;
  if (!tree) return [];
  const subject = makeSubject(tree, text);
  const running = [];
  for (const rule of compiled.rules) {
    if (!meets(rule.required, subject.has) || !rule.appliesTo(file.file.path)) continue;
    const matcher = rule.matcher();
    const state = startMatching(subject, matcher.slots.size);
    running.push({ compiled: rule, matcher, state, lines: /* @__PURE__ */ new Set() });
  }
  return running;
}
function indexByKind(running, kindCount) {
  const byKind = new Array(kindCount).fill(void 0);
  const anyKind = [];
  for (const rule of running) {
    if (!rule.matcher.kinds) anyKind.push(rule);
    for (const kind of rule.matcher.kinds ?? []) {
      const rules = byKind[kind];
      if (rules) rules.push(rule);
      else if (kind >= 0) byKind[kind] = [rule];
    }
  }
  return { byKind, anyKind };
}
function matches({ state, matcher }, node) {
  state.steps--;
  if (!matcher.match(state, node)) return undo(state, 0);
  for (const { slot, match } of matcher.constraints) {
    const bound = state.first[slot] ?? UNBOUND;
    if (bound >= 0 && !match(state, bound)) return undo(state, 0);
  }
  return state.steps > 0 || undo(state, 0);
}
function enclosing({ state, matcher: { beginsAt } }, node) {
  if (beginsAt === null) return -1;
  let above = state.tree.parent[node] ?? -1;
  while (above >= 0 && !beginsAt(state, above)) above = state.tree.parent[above] ?? -1;
  return above;
}
function matchedText({ matcher, state }, name) {
  const slot = matcher.slots.get(name);
  return slot === void 0 ? null : boundText(state, slot) ?? "\u2026";
}
function tooMany() {
  return `matched ${MOST_PER_RULE} lines of this file; further ones are not listed`;
}
function tooLong() {
  return "took too long on this file and was stopped; what it found until then is listed";
}

export {
  kindOf,
  fieldOf,
  isNamed,
  isExtra,
  textOf,
  parentOf,
  afterSubtree,
  children,
  namedChildren,
  childByField,
  childOfKind,
  ancestorOfKind,
  descendantsOfKind,
  nodeAt,
  makeLineIndex,
  lineIndexOf,
  compileRegex,
  anchorToChange,
  makeTaintAnalyzer,
  conditionsOf,
  collectPatterns,
  compilePatterns,
  makeWordSearch,
  compileRules,
  makeRuleMatcher,
  runTreeRules,
  compileTextRules,
  runTextRules
};
