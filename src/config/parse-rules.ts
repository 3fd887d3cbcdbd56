import type { ConfigProblem } from '../model.ts';
import { checkRule, checkUtils, type RegexBudget, reachableUtils } from './check-rule.ts';
import { checkShape } from './check-shape.ts';
import { capped, type Parsed } from './parsed.ts';
import { readMap } from './read-yaml.ts';
import type { Rule, RuleNode, RuleTest } from './rule.ts';
import { type RuleShape, ruleSchema, utilsSchema } from './rule-schema.ts';
import { showText } from './show-value.ts';
import { dotted, entryOf, type KeyPath, type Position, placeOf, type YamlNode } from './yaml-node.ts';

const MOST_RULES = 500;
/** Steps that all expressions of one file may unfold to: about 50 ms of compiling. */
const REGEX_BUDGET = 30_000;

type Utils = Readonly<Record<string, RuleNode>>;

export interface RuleOptions {
  /** The reviewer the rules are filed under by their folder; null when each names its own. */
  readonly reviewer: string | null;
  readonly builtIn: boolean;
  /** Conditions that the rules may use beside those of their file. */
  readonly utils?: Utils;
}

/** Rules with the places where they start, for problems that only show when all files are known. */
export interface ParsedRules extends Parsed<readonly Rule[]> {
  /** The conditions under `utils` of the file itself, which all its rules may use. */
  readonly utils: Utils;
  readonly positions: ReadonlyMap<Rule, Position>;
}

/**
 * Reads a file of rules: one rule, or a list under `rules`, beside which `utils` may stand. Never throws. A rule with a
 * mistake is left out whole, because half a condition would match something else; the other rules stay.
 *
 * @param text the file
 * @param file its name for messages, and the rules' `source`
 */
export function parseRules(text: string, file: string, options: RuleOptions): ParsedRules {
  const yaml = readMap(text, file);
  const { root } = yaml;
  if (root === null) {
    return { value: [], utils: {}, problems: yaml.problems, positions: new Map() };
  }
  const { nodes, problems } = ruleNodes(root, file);
  const budget = { left: REGEX_BUDGET };
  const own = readUtils(root, file, options.utils ?? {}, budget);
  const all: ConfigProblem[] = [...yaml.problems, ...problems, ...own.problems];
  const utils = { ...options.utils, ...own.value };
  const positions = new Map<Rule, Position>();
  const ids = new Map<string, number>();
  for (const { node, path } of nodes) {
    const parsed = parseRule(node, { ...options, utils, file, path, budget });
    // A problem of the YAML inside the rule (an alias, a key twice) costs the rule as well.
    const inside = yaml.problems.filter((problem) => path === '' || problem.key.startsWith(path));
    all.push(...parsed.problems);
    if (parsed.value !== null && inside.length === 0) {
      const earlier = ids.get(parsed.value.id);
      if (earlier === undefined) {
        ids.set(parsed.value.id, node.at.line);
        positions.set(parsed.value, node.at);
      } else {
        const message = `the id "${parsed.value.id}" is already taken by the rule in line ${earlier}`;
        all.push({ file, ...node.at, key: path === '' ? 'id' : `${path}.id`, message });
      }
    }
  }
  return { value: [...positions.keys()], utils: own.value, problems: capped(all), positions };
}

/** The conditions that stand beside the rules of a file; those with a mistake are left out. */
function readUtils(root: YamlNode, file: string, outer: Utils, budget: RegexBudget): Parsed<Utils> {
  const node = isOneRule(root) ? undefined : entryOf(root, 'utils')?.node;
  if (node === undefined) {
    return { value: {}, problems: [] };
  }
  const checked = checkShape(utilsSchema, node, file);
  const shapeProblems = checked.problems.map((problem) => ({
    ...problem,
    key: joined('utils', problem.key),
  }));
  const utils = checked.value ?? {};
  const mistakes = checkUtils(utils, outer, budget);
  const wrong = new Set(mistakes.map(({ path }) => String(path[1])));
  return {
    value: Object.fromEntries(Object.entries(utils).filter(([name]) => !wrong.has(name))),
    problems: [
      ...shapeProblems,
      ...mistakes.map(({ path, message }) => problemAt(root, path, message, file, '')),
    ],
  };
}

/** A file that holds neither list is a rule by itself. */
function isOneRule(root: YamlNode): boolean {
  return entryOf(root, 'rules') === null && (entryOf(root, 'id') !== null || entryOf(root, 'rule') !== null);
}

interface RuleEntry {
  readonly node: YamlNode;
  /** Dotted path of the rule in the file. */
  readonly path: string;
}

function ruleNodes(
  root: YamlNode,
  file: string,
): { nodes: readonly RuleEntry[]; problems: readonly ConfigProblem[] } {
  if (isOneRule(root)) {
    return { nodes: [{ node: root, path: '' }], problems: [] };
  }
  const problems: ConfigProblem[] = [];
  for (const entry of root.kind === 'map' ? root.entries : []) {
    if (entry.key !== 'rules' && entry.key !== 'utils') {
      const message = `unknown key "${showText(String(entry.key))}". A file is one rule, or has the keys rules and utils`;
      problems.push({ file, ...entry.at, key: showText(String(entry.key)), message });
    }
  }
  const list = entryOf(root, 'rules')?.node;
  if (list === undefined) {
    return { nodes: [], problems };
  }
  if (list.kind !== 'list') {
    const message = 'this is not a list of rules; begin each with "- id: …"';
    return { nodes: [], problems: [...problems, { file, ...list.at, key: 'rules', message }] };
  }
  if (list.entries.length > MOST_RULES) {
    const message = `a file has at most ${MOST_RULES} rules, this one has ${list.entries.length}; the others were not read`;
    problems.push({ file, ...list.at, key: 'rules', message });
  }
  const nodes = list.entries.slice(0, MOST_RULES).map(({ key, node }) => ({ node, path: `rules[${key}]` }));
  return { nodes, problems };
}

interface RuleContext extends RuleOptions {
  readonly file: string;
  readonly path: string;
  readonly budget: RegexBudget;
}

function parseRule(node: YamlNode, context: RuleContext): Parsed<Rule | null> {
  const { file, path } = context;
  const checked = checkShape(ruleSchema, node, file);
  const problems = checked.problems.map((problem) => ({ ...problem, key: joined(path, problem.key) }));
  if (checked.value === null || problems.length > 0) {
    return { value: null, problems };
  }
  const shape = checked.value;
  const mistakes = [...checkRule(shape, context.utils ?? {}, context.budget)];
  const reviewer = shape.reviewer ?? context.reviewer;
  if (reviewer === null) {
    const message = 'missing; name the reviewer under which the rule is filed, such as "reviewer: security"';
    mistakes.push({ path: ['reviewer'], message });
  } else if (context.reviewer !== null && reviewer !== context.reviewer) {
    mistakes.push({
      path: ['reviewer'],
      message: `"${reviewer}" differs from the folder, which belongs to "${context.reviewer}"; leave the key out`,
    });
  }
  if (reviewer === null || mistakes.length > 0) {
    return {
      value: null,
      problems: mistakes.map((mistake) => problemAt(node, mistake.path, mistake.message, file, path)),
    };
  }
  return { value: toRule(shape, reviewer, context), problems: [] };
}

function problemAt(
  root: YamlNode,
  path: KeyPath,
  message: string,
  file: string,
  above: string,
): ConfigProblem {
  const place = placeOf(root, path);
  const at = place.node?.at ?? place.keyAt;
  return {
    file,
    line: at.line,
    column: at.column,
    key: joined(above, showText(dotted(place.path))),
    message,
  };
}

function joined(above: string, key: string): string {
  return above === '' || key === '' || key.startsWith('[') ? `${above}${key}` : `${above}.${key}`;
}

function toRule(shape: RuleShape, reviewer: string, context: RuleContext): Rule {
  const utils = { ...context.utils, ...shape.utils };
  const beginsAt = shape['begins-at'];
  const around = beginsAt === undefined ? [] : [beginsAt];
  return {
    id: shape.id,
    reviewer,
    title: shape.title,
    severity: shape.severity,
    confidence: shape.confidence,
    category: shape.category,
    ...(shape.cwe === undefined ? {} : { cwe: shape.cwe }),
    languages: shape.languages,
    paths: shape.paths,
    rule: shape.rule,
    ...(beginsAt === undefined ? {} : { beginsAt }),
    ...(shape['once-per-file'] ? { oncePerFile: true } : {}),
    constraints: shape.constraints,
    // Without what the rule never names: shared conditions would otherwise travel with every rule of the folder.
    utils: reachableUtils([shape.rule, ...around, ...Object.values(shape.constraints)], utils),
    message: shape.message.trim(),
    why: shape.why.trim(),
    failureScenario: shape['failure-scenario'].trim(),
    fix: shape.fix.trim(),
    references: shape.references,
    tests: { match: shape.tests.match.map(toTest), noMatch: shape.tests['no-match'].map(toTest) },
    source: context.file,
    builtIn: context.builtIn,
  };
}

function toTest(sample: RuleShape['tests']['match'][number]): RuleTest {
  return typeof sample === 'string' ? { code: sample } : sample;
}
