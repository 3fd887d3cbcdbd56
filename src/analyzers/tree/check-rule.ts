import type { Rule, RuleTest } from '../../config/rule.ts';
import { messageOf } from '../../errors.ts';
import type { Grammars } from '../../ports.ts';
import { compileTextRules, runTextRules } from '../text-rules/run-text-rules.ts';
import { collectPatterns, compilePatterns, conditionsOf } from './collect-patterns.ts';
import { compileRegex } from './compile-regex.ts';
import { compileRules, makeRuleMatcher } from './compile-rules.ts';
import type { PatternTable } from './pattern.ts';
import { runTreeRules } from './run-tree-rules.ts';
import { sampleFile } from './sample-file.ts';

/** Where a sample is imagined when it does not say. */
const PATHS: ReadonlyMap<string, string> = new Map([
  ['javascript', 'src/sample.js'],
  ['typescript', 'src/sample.ts'],
  ['tsx', 'src/sample.tsx'],
  ['python', 'src/sample.py'],
  ['go', 'src/sample.go'],
  ['java', 'src/main/Sample.java'],
  ['ruby', 'app/sample.rb'],
  ['rust', 'src/sample.rs'],
  ['php', 'src/sample.php'],
  ['csharp', 'src/Sample.cs'],
  ['cpp', 'src/sample.cpp'],
  ['bash', 'bin/sample.sh'],
  ['dockerfile', 'Dockerfile'],
  ['hcl', 'main.tf'],
  ['yaml', 'config.yaml'],
  ['json', 'package.json'],
  ['sql', 'migrations/0001.sql'],
]);
/** Languages that share most of their syntax: a sample of one is tried in the rule's others too. */
const FAMILY = new Set(['javascript', 'typescript', 'tsx']);

/**
 * Checks a rule against its own samples and its languages' grammars: patterns parse, kinds and fields exist, expressions
 * are RE2, every sample under `match` matches and none under `noMatch` does.
 * @returns what is wrong, in words; empty when all is well. Never rejects.
 */
export async function checkRule(rule: Rule, grammars: Grammars): Promise<string[]> {
  const problems = new Set<string>();
  for (const { regex } of conditionsOf(rule)) if (regex !== undefined) checkRegex(regex, problems);
  const table = await compilePatterns(collectPatterns([rule]), grammars);
  const samples = [
    ...rule.tests.match.map((sample) => ({ sample, wanted: true })),
    ...rule.tests.noMatch.map((sample) => ({ sample, wanted: false })),
  ];
  if (rule.languages.includes('text')) {
    for (const { sample, wanted } of samples) {
      const found = runTextRules(
        compileTextRules([rule]),
        sampleFile(sample.path ?? 'sample.txt', sample.code, null),
      );
      judge(sample, 'text', found.length > 0, wanted, problems);
    }
    return [...problems];
  }
  for (const problem of await problemsIn(rule, table, grammars)) problems.add(problem);
  for (const { sample, wanted } of samples) {
    for (const language of languagesOf(rule, sample)) {
      await trySample({ rule, sample, wanted, language }, table, grammars, problems);
    }
  }
  return [...problems];
}

interface Trial {
  readonly rule: Rule;
  readonly sample: RuleTest;
  readonly wanted: boolean;
  readonly language: string;
}

async function trySample(
  { rule, sample, wanted, language }: Trial,
  table: PatternTable,
  grammars: Grammars,
  problems: Set<string>,
): Promise<void> {
  const stated = sample.language ?? rule.languages[0] ?? language;
  const main = language === stated;
  const result = await grammars.parse(language, sample.code);
  if (result.kind !== 'tree' || result.tree.errors > 0) {
    if (main) problems.add(`sample does not parse as ${language}: ${show(sample)}`);
    return;
  }
  const path = sample.path ?? PATHS.get(stated) ?? 'src/sample';
  const compiled = compileRules([rule], language, table, result.tree);
  let unfinished = '';
  const found = runTreeRules(compiled, sampleFile(path, sample.code, result.tree), (_, reason) => {
    unfinished = reason;
  });
  if (unfinished !== '') problems.add(`the rule ${unfinished}: ${show(sample)}`);
  judge(sample, language, found.length > 0, wanted, problems);
}

function judge(
  sample: RuleTest,
  language: string,
  matched: boolean,
  wanted: boolean,
  problems: Set<string>,
): void {
  if (matched === wanted) return;
  problems.add(
    `${wanted ? 'must match and does not' : 'must not match and does'} (${language}): ${show(sample)}`,
  );
}

/** The sample's language; without one the rule's first, and the others of its family. */
function languagesOf(rule: Rule, sample: RuleTest): readonly string[] {
  if (sample.language !== undefined) return [sample.language];
  const [first] = rule.languages;
  if (first === undefined) return [];
  if (!FAMILY.has(first)) return [first];
  return rule.languages.filter((language) => FAMILY.has(language));
}

/** What is wrong in any language, and what is missing in every language of the rule. */
async function problemsIn(rule: Rule, table: PatternTable, grammars: Grammars): Promise<readonly string[]> {
  const problems: string[] = [];
  const missing: string[][] = [];
  for (const language of rule.languages) {
    const result = await grammars.parse(language, '');
    if (result.kind !== 'tree') {
      problems.push(`there is no grammar for ${language}`);
      continue;
    }
    const { absent } = makeRuleMatcher(rule, language, table, result.tree, (problem) =>
      problems.push(problem),
    );
    missing.push(
      absent.map((problem) => problem.replace(/ (in|as) \w+(?=$|;)/, ' $1 any language of the rule')),
    );
  }
  const [first = [], ...others] = missing;
  return [...problems, ...first.filter((problem) => others.every((other) => other.includes(problem)))];
}

function checkRegex(regex: string, problems: Set<string>): void {
  try {
    compileRegex(regex, false);
  } catch (error) {
    problems.add(`regex "${regex}" is not valid RE2 syntax: ${messageOf(error)}`);
  }
}

function show(sample: RuleTest): string {
  const line = sample.code.replace(/\s+/g, ' ').trim();
  return line.length <= 120 ? line : `${line.slice(0, 119)}…`;
}
