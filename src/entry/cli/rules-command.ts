import { allChecks, type Check } from '../../analyzers/checks.ts';
import type { Rule } from '../../config/rule.ts';
import { didYouMean } from '../../config/suggest.ts';
import { ReviewError } from '../../errors.ts';
import { loadBuiltIns } from '../load-built-ins.ts';
import { type Measure, measureOf } from '../shipped-measure.ts';
import { checkRules } from './check-rules.ts';
import type { Invocation } from './commands.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { listOf, stringOption } from './option-values.ts';
import { readWorkingConfiguration } from './read-working-configuration.ts';

/**
 * `rules`: lists them, and the checks that are code; `rules ID` shows one; `rules test` runs every rule's own samples.
 */
export async function rulesCommand(invocation: Invocation): Promise<ExitCode> {
  const { options, positionals, terminal, assets } = invocation;
  const configuration = await readWorkingConfiguration(invocation);
  const wanted = stringOption(options, 'reviewers');
  const names = wanted === undefined ? null : listOf('--reviewers', wanted);
  const isWanted = ({ reviewer }: Check) => names === null || names.includes(reviewer);
  const rules = configuration.rules.filter(isWanted);
  const [word] = positionals;
  if (word === 'test') return testRules(rules, invocation);
  const { checkIds = [] } = (await loadBuiltIns(assets)).builtIns;
  const checks = allChecks(checkIds).filter(isWanted);
  if (word !== undefined) {
    const check = checks.find(({ id }) => id === word);
    const rule = check === undefined ? ruleNamed(word, rules, checks) : null;
    // Nobody measured the rules of a repository.
    const measured = rule === null || rule.builtIn ? await measureOf(word, assets) : undefined;
    if (options.json === true) terminal.out(`${JSON.stringify({ ...check, ...rule, measured }, null, 2)}\n`);
    else if (rule !== null) terminal.out(describeRule(rule, measured));
    else if (check !== undefined) terminal.out(describeCheck(check, measured));
    return EXIT.pass;
  }
  terminal.out(
    options.json === true ? `${JSON.stringify([...rules, ...checks], null, 2)}\n` : listRules(rules, checks),
  );
  return EXIT.pass;
}

async function testRules(rules: readonly Rule[], { terminal, assets }: Invocation): Promise<ExitCode> {
  const failures = await checkRules(rules, assets);
  const samples = rules.reduce(
    (count, rule) => count + rule.tests.match.length + rule.tests.noMatch.length,
    0,
  );
  for (const failure of failures) terminal.out(`${failure}\n`);
  terminal.out(`${rules.length} rules, ${samples} samples, ${failures.length} that do not hold\n`);
  return failures.length === 0 ? EXIT.pass : EXIT.gateFailed;
}

function ruleNamed(id: string, rules: readonly Rule[], checks: readonly Check[]): Rule {
  const found = rules.find((rule) => rule.id === id);
  if (found !== undefined) return found;
  const ids = [...rules, ...checks].map((one) => one.id);
  throw new ReviewError(
    'bad-usage',
    `There is no rule "${id}".`,
    `"rules" lists them all.${didYouMean(id, ids)}`,
  );
}

function listRules(rules: readonly Rule[], checks: readonly Check[]): string {
  const rows = [...rules, ...checks]
    .sort((a, b) => compareText(a.reviewer, b.reviewer) || compareText(a.id, b.id))
    .map(
      ({ id, reviewer, severity, cwe = '-', languages, title }) =>
        [id, reviewer, severity, cwe, languages.join(',') || 'any', title] as const,
    );
  const head = ['RULE', 'REVIEWER', 'SEVERITY', 'CWE', 'LANGUAGES', 'TITLE'] as const;
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join('  ');
  const counts = `${rules.length} rules, ${checks.length} checks in code`;
  return `${[head, ...rows].map(line).join('\n')}\n\n${counts}\n`;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function describeCheck(check: Check, measured: Measured): string {
  return `${[
    `${check.id}: ${check.title}`,
    '',
    ...factsOf(check, measured),
    'source      a check in code; its tests are those of the program',
  ].join('\n')}\n`;
}

/** Null: nothing is known. Absent: nobody measured it. */
type Measured = Measure | null | undefined;

function factsOf(
  { reviewer, severity, confidence, category, cwe, languages }: Check,
  measured: Measured,
): readonly string[] {
  return [
    `reviewer    ${reviewer}`,
    `severity    ${severity}, confidence ${confidence}`,
    ...(measured === undefined ? [] : [`measured    ${measuredWords(measured)}`]),
    `category    ${category}${cwe === undefined ? '' : `, ${cwe}`}`,
    `languages   ${languages.join(', ') || 'any'}`,
  ];
}

/** As docs/rules.md says it. */
function measuredWords(measured: Measure | null): string {
  if (measured === null) return 'nowhere yet: it fired at no judged place';
  const { right, judged } = measured;
  return `right at ${Math.round((100 * right) / judged)} % of ${judged} judged place${judged === 1 ? '' : 's'}`;
}

function describeRule(rule: Rule, measured: Measured): string {
  const lines = [
    `${rule.id}: ${rule.title}`,
    '',
    ...factsOf(rule, measured),
    ...(rule.paths.length === 0 ? [] : [`paths       ${rule.paths.join(' ')}`]),
    `source      ${rule.source}`,
    '',
    rule.message,
    rule.why,
    '',
    `What goes wrong: ${rule.failureScenario}`,
    `What to do: ${rule.fix}`,
    ...rule.references.map((reference) => `See ${reference}`),
    '',
    'Matches',
    ...rule.tests.match.map((test) => indent(test.code)),
    'Does not match',
    ...rule.tests.noMatch.map((test) => indent(test.code)),
  ];
  return `${lines.join('\n')}\n`;
}

function indent(code: string): string {
  return code.replace(/^/gm, '    ').trimEnd();
}
