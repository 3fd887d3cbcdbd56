import type { RequiredText, Rule, RuleNode } from '../../config/rule.ts';
import { once, utilOf } from './condition-context.ts';
import { literalsOfRegex } from './literals-of-regex.ts';
import { type PatternNode, type PatternTable, patternKey, patternSource } from './pattern.ts';

/** Shorter texts are in every file; looking for them is wasted. */
const SHORTEST = 3;

/** The required text of a rule for one language: as it was worked out when the program was built, or worked out now. */
export function requiredText(rule: Rule, language: string, table: PatternTable): RequiredText {
  const { required = {} } = rule;
  const known = Object.hasOwn(required, language) ? required[language] : undefined;
  return known === undefined ? findRequiredText(rule, language, table) : known;
}

/** Works the required text of a rule out for one language. */
export function findRequiredText(rule: Rule, language: string, table: PatternTable): RequiredText {
  const known = new Map<string, RequiredText>();
  const ofNode = (node: RuleNode): RequiredText => {
    const parts: RequiredText[] = [];
    const source = patternSource(node, language);
    const compiled = source && table.get(patternKey(source));
    if (compiled && 'root' in compiled) parts.push(...textsOf(compiled.root));
    if (node.regex !== undefined) parts.push(ofRegex(node.regex));
    for (const part of node.all ?? []) parts.push(ofNode(part));
    if (node.any) parts.push(anyOf(node.any.map((part) => ofNode(part))));
    const util = utilOf(rule, node);
    if (util) parts.push(once(known, node.matches ?? '', null, () => ofNode(util)));
    for (const related of [node.inside, node.has, node.follows, node.precedes]) {
      if (related) parts.push(ofNode(related));
    }
    return allOf(parts);
  };
  const constraints = [...certainVariables(rule.rule, language, table)].map((name) => {
    const condition = Object.hasOwn(rule.constraints, name) ? rule.constraints[name] : undefined;
    return condition ? ofNode(condition) : null;
  });
  return allOf([ofNode(rule.rule), ...constraints]);
}

/** True when the text holds what is required. `has` tells whether the text holds a word. */
export function meets(required: RequiredText, has: (word: string) => boolean): boolean {
  if (required === null) return true;
  if (typeof required === 'string') return has(required);
  if ('all' in required) return required.all.every((part) => meets(part, has));
  return required.any.some((part) => meets(part, has));
}

function allOf(parts: readonly RequiredText[]): RequiredText {
  const known = parts.filter((part) => part !== null);
  return known.length === 0 ? null : known.length === 1 ? (known[0] ?? null) : { all: known };
}

function anyOf(parts: readonly RequiredText[]): RequiredText {
  return parts.length === 0 || parts.includes(null) ? null : { any: parts };
}

function ofRegex(regex: string): RequiredText {
  const literals = literalsOfRegex(regex);
  return literals === null ? null : { any: literals };
}

/** Words of the pattern's leaves: names, pieces of strings, keywords. */
function textsOf(node: PatternNode): readonly string[] {
  if (!('kind' in node)) return [];
  if (node.children) return node.children.flatMap(textsOf);
  const text = node.text ?? node.kind;
  return text.length >= SHORTEST && /^[\w$./:-]+$/.test(text) ? [text] : [];
}

/** Variables that are bound whenever the rule matches: those of patterns that stand in no alternative. */
function certainVariables(node: RuleNode, language: string, table: PatternTable): ReadonlySet<string> {
  const names = new Set<string>();
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    const source = patternSource(next, language);
    const compiled = source && table.get(patternKey(source));
    if (compiled && 'root' in compiled) for (const name of namesOf(compiled.root)) names.add(name);
    open.push(...(next.all ?? []));
    if (next.has) open.push(next.has);
    if (next.inside) open.push(next.inside);
  }
  return names;
}

function namesOf(node: PatternNode): readonly string[] {
  if ('one' in node) return node.one === '' ? [] : [node.one];
  return 'children' in node ? (node.children ?? []).flatMap(namesOf) : [];
}
