import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  RE2JS,
  compileGlobs
} from "./chunk-E7Z6Y3BN.js";
import {
  messageOf
} from "./chunk-7PSS6GJZ.js";

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
    return value === null ? variable : shorten(value, LONGEST_VALUE);
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
function once(known2, key, whileAsked, find) {
  const earlier = known2.get(key);
  if (earlier !== void 0) return earlier;
  known2.set(key, whileAsked);
  const value = find();
  known2.set(key, value);
  return value;
}

// src/analyzers/tree/literals-of-regex.ts
var SHORTEST = 3;
var MOST = 24;
var DEEPEST = 4;
var NOT_PLAIN = /\(\?[a-zA-Z-]*i|\\[QxuUpPc0-9]/;
function literalsOfRegex(source, depth = 0) {
  if (depth > DEEPEST || NOT_PLAIN.test(source)) return null;
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

// src/analyzers/tree/required-text.ts
var SHORTEST2 = 3;
function requiredText(rule, language, table) {
  const known2 = /* @__PURE__ */ new Map();
  const ofNode = (node) => {
    const parts = [];
    const source = patternSource(node, language);
    const compiled = source && table.get(patternKey(source));
    if (compiled && "root" in compiled) parts.push(...textsOf(compiled.root));
    if (node.regex !== void 0) parts.push(ofRegex(node.regex));
    for (const part of node.all ?? []) parts.push(ofNode(part));
    if (node.any) parts.push(anyOf(node.any.map((part) => ofNode(part))));
    const util = utilOf(rule, node);
    if (util) parts.push(once(known2, node.matches ?? "", null, () => ofNode(util)));
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
  const known2 = parts.filter((part) => part !== null);
  return known2.length === 0 ? null : known2.length === 1 ? known2[0] ?? null : { all: known2 };
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
  for (const number of file.map.addedLines) {
    const line = file.lines[number - 1];
    if (line === void 0) continue;
    const seen = line.slice(0, LONGEST_TEXT_LINE).replace(/\r$/, "");
    for (const { rule, regex } of rules) {
      if (!regex(seen)) continue;
      const anchor = { startLine: number, endLine: number, quote: line };
      findings.push(findingOfRule(rule, path, anchor, () => null));
    }
  }
  return findings;
}

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
var DEEPEST2 = 60;
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
  if (root === null) return { problem: `is nested deeper than ${DEEPEST2} levels` };
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
  if (depth >= DEEPEST2) return null;
  const converted = [];
  for (const part of parts) {
    const next = convert(tree, text, part, language, depth + 1);
    if (next === null) return null;
    converted.push(next);
  }
  return { kind, named, children: converted };
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
async function compilePatterns(patterns, grammars, known2 = /* @__PURE__ */ new Map()) {
  const missing = patterns.filter((source) => !known2.has(patternKey(source)));
  const compiled = await Promise.all(
    missing.map(async (source) => [patternKey(source), await compileOne(source, grammars)])
  );
  return new Map([...known2, ...compiled]);
}
async function compileOne(source, grammars) {
  const text = parseablePattern(source.code, source.language);
  const result = await grammars.parse(source.language, text);
  if (result.kind === "tree") return compilePattern(result.tree, text, source);
  if (result.kind === "unsupported") return { problem: `is for ${source.language}, which has no grammar` };
  return { problem: `could not be parsed: ${result.reason}` };
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

// src/analyzers/tree/condition-cost.ts
var CHEAP = 30;
var MOST2 = 1e6;
var NONE = /* @__PURE__ */ new Set();
function variablesOf(context, node) {
  const { known: known2 } = context;
  const { variables } = known2;
  const earlier = variables.get(node);
  if (earlier) return earlier;
  variables.set(node, known2.all);
  const { pattern } = node;
  let names = null;
  if (pattern !== void 0)
    names = new Set(namesIn(typeof pattern === "object" ? pattern.context : pattern));
  const util = utilOf(context.rule, node);
  for (const part of util ? [...partsOf(node), util] : partsOf(node)) {
    const inner = variablesOf(context, part);
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

// src/analyzers/tree/kind-lookup.ts
function kindIndex(kindNames, kind, named) {
  return named ? kindNames.indexOf(kind) : kindNames.lastIndexOf(kind);
}
function kindMask(kindNames, kinds) {
  const mask = new Uint8Array(kindNames.length);
  for (const kind of kinds) mask[kind] = 1;
  return mask;
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
function bind(state, slot, first, last) {
  const from = first < 0 ? EMPTY_LIST : first;
  const known2 = state.first[slot] ?? UNBOUND;
  if (known2 !== UNBOUND) return sameText(state, known2, state.last[slot] ?? known2, from, last);
  state.first[slot] = from;
  state.last[slot] = last;
  state.bound.push(slot);
  return true;
}
function sameText(state, first, last, otherFirst, otherLast) {
  if (first === EMPTY_LIST || otherFirst === EMPTY_LIST) return first === otherFirst;
  const { tree, text } = state;
  const start = tree.start[first] ?? 0;
  const length = (tree.end[last] ?? 0) - start;
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
  let last = -1;
  for (let node = latest.from; node < until; node = tree.next[node] ?? until) {
    state.steps--;
    if (((tree.flags[node] ?? 0) & (NAMED2 | EXTRA2)) !== NAMED2) continue;
    if (first < 0) first = node;
    last = node;
  }
  return bind(state, latest.slot, first, last);
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
  const all = /* @__PURE__ */ new Set();
  for (const alternative of alternatives) {
    const kinds = possibleKinds(context, alternative);
    if (kinds === null) return null;
    for (const kind of kinds) all.add(kind);
  }
  return all;
}

// src/analyzers/tree/remember-search.ts
var SMALLEST_REMEMBERED = 256;
var LONGEST_TEXT = 200;
function rememberSearch(slots, search) {
  const owner = {};
  return (state, from, end) => {
    const key = end - from < SMALLEST_REMEMBERED ? null : keyOf(state, slots, from, end);
    if (key === null) return search(state, from, end);
    const answers = state.remembered.get(owner) ?? /* @__PURE__ */ new Map();
    state.remembered.set(owner, answers);
    const known2 = answers.get(key);
    state.steps -= 4;
    if (known2 !== void 0) return known2;
    const answer = search(state, from, end);
    answers.set(key, answer);
    return answer;
  };
}
function keyOf(state, slots, from, end) {
  let key = `${from} ${end}`;
  for (const slot of slots) {
    const text = boundText(state, slot);
    if (text === null || text.length > LONGEST_TEXT) return null;
    key += `\0${text}`;
  }
  return key;
}

// src/analyzers/tree/match-related.ts
var NAMED3 = 1;
var EXTRA3 = 8;
function matchRelated(context, relation, related, make) {
  const { stopBy = "neighbor", field, ...condition } = related;
  const kinds = possibleKinds(context, condition);
  const stop = typeof stopBy === "object" ? stopBy : null;
  const variables = /* @__PURE__ */ new Set([
    ...variablesOf(context, condition),
    ...stop ? variablesOf(context, stop) : []
  ]);
  const slots = [...variables].map((name) => context.slots.get(name) ?? -1);
  const search = {
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
  return (state, node) => beside(state, node, search, relation === "precedes");
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
  const holds = stop(state, node);
  undo(state, mark);
  return holds;
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
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
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
  const { tree } = state;
  const parent = tree.parent[node] ?? -1;
  if (parent < 0) return false;
  const end = tree.next[parent] ?? tree.size;
  const previous = forward ? null : state.subject.previous();
  const step = (from) => {
    if (previous) return previous[from] ?? -1;
    const after = tree.next[from] ?? end;
    return after < end ? after : -1;
  };
  for (let other = step(node); other >= 0; other = step(other)) {
    if (state.steps-- <= 0) return false;
    const flags = tree.flags[other] ?? 0;
    if ((flags & EXTRA3) !== 0) continue;
    if ((search.field === 0 || tree.field[other] === search.field) && tryAt(state, other, search))
      return true;
    if (search.toEnd) continue;
    if (search.stop ? stopsAt(state, other, search.stop) : (flags & NAMED3) !== 0) return false;
  }
  return false;
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
  const isCheap = ({ part, cost }) => cost <= CHEAP && variablesOf(context, part).size === 0;
  const cheap = rated.filter(isCheap).sort((one, other) => one.cost - other.cost);
  return [...cheap, ...rated.filter((one) => !isCheap(one))].map(({ part }) => part);
}
function cheapAlternatives(context, parts) {
  if (parts.some((part) => variablesOf(context, part).size > 0)) return parts;
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
    const holds = part(state, node);
    undo(state, mark);
    return !holds;
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
    const test = compileRegex(regex, context.rule.builtIn);
    const literals = literalsOfRegex(regex);
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
    const holds = util.get()(state, at);
    state.depth--;
    return holds;
  };
}

// src/analyzers/tree/compile-rules.ts
function compileRules(rules, language, table, grammar) {
  const problems = [];
  const compiled = [];
  for (const rule of rules) {
    if (!rule.languages.includes(language)) continue;
    const report = (message) => problems.push({ ruleId: rule.id, source: rule.source, message });
    const appliesTo = pathTest(rule, report);
    let made = null;
    const matcher = () => made ??= makeRuleMatcher(rule, language, table, grammar, report);
    if (!rule.builtIn) matcher();
    compiled.push({ rule, required: requiredText(rule, language, table), appliesTo, matcher });
  }
  return { language, rules: compiled, problems };
}
function pathTest(rule, report) {
  if (rule.paths.length === 0) return () => true;
  try {
    return compileGlobs(rule.paths);
  } catch (error) {
    report(`paths: ${messageOf(error)}`);
    return () => false;
  }
}
function makeRuleMatcher(rule, language, table, grammar, report) {
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
  const constraints = Object.entries(rule.constraints).map(([name, condition]) => {
    if (!slots.has(name)) problems.push(`constraint on $${name}, which no pattern of the rule has`);
    return { slot: slots.get(name) ?? -1, match: makeMatcher(context, condition) };
  });
  const kinds = possibleKinds(context, rule.rule);
  const certain = rule.languages.length === 1 ? [...problems, ...absent] : problems;
  for (const problem of new Set(certain)) report(problem);
  return { match, constraints, slots, kinds, absent };
}
function namesOfRule(rule) {
  const codes = conditionsOf(rule).map(
    ({ pattern }) => typeof pattern === "object" ? pattern.context : pattern
  );
  return [...new Set(codes.flatMap((code) => code === void 0 ? [] : namesIn(code)))];
}

// src/analyzers/anchor-to-change.ts
var LONGEST_MOVED = 20;
var LONGEST_MARKED = 6;
function anchorToChange(file, startLine, endLine) {
  const changed = file.map.firstChangedIn("new", startLine, endLine);
  if (changed === 0) return null;
  const start = endLine - startLine < LONGEST_MOVED ? changed : startLine;
  const end = endLine - start < LONGEST_MARKED ? endLine : start;
  return { startLine: start, endLine: end, quote: file.lines[start - 1] ?? "" };
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
    const anchor = anchorToChange(file, startLine, lineIndex.lineOf(Math.max(start, end - 1)));
    if (anchor && !rule.lines.has(anchor.startLine) && rule.lines.size < MOST_PER_RULE) {
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
  textOf,
  parentOf,
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
  compileTextRules,
  runTextRules,
  conditionsOf,
  collectPatterns,
  compilePatterns,
  compileRules,
  makeRuleMatcher,
  runTreeRules
};
