import type { Rule } from '../../config/rule.ts';
import { didYouMean } from '../../config/suggest.ts';
import { ReviewError } from '../../errors.ts';
import { checkRules } from './check-rules.ts';
import type { Invocation } from './commands.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { listOf, stringOption } from './option-values.ts';
import { readWorkingConfiguration } from './read-working-configuration.ts';

/** `rules`: lists them; `rules ID` shows one; `rules test` runs every rule's own samples. */
export async function rulesCommand(invocation: Invocation): Promise<ExitCode> {
  const { options, positionals, terminal } = invocation;
  const configuration = await readWorkingConfiguration(invocation);
  const wanted = stringOption(options, 'reviewers');
  const names = wanted === undefined ? null : listOf('--reviewers', wanted);
  const rules = configuration.rules.filter((rule) => names === null || names.includes(rule.reviewer));
  const [word] = positionals;
  if (word === 'test') return testRules(rules, invocation);
  if (word !== undefined) {
    terminal.out(
      options.json === true
        ? `${JSON.stringify(ruleNamed(word, rules), null, 2)}\n`
        : describeRule(ruleNamed(word, rules)),
    );
    return EXIT.pass;
  }
  terminal.out(options.json === true ? `${JSON.stringify(rules, null, 2)}\n` : listRules(rules));
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

function ruleNamed(id: string, rules: readonly Rule[]): Rule {
  const found = rules.find((rule) => rule.id === id);
  if (found !== undefined) return found;
  const ids = rules.map((rule) => rule.id);
  throw new ReviewError(
    'bad-usage',
    `There is no rule "${id}".`,
    `"rules" lists them all.${didYouMean(id, ids)}`,
  );
}

function listRules(rules: readonly Rule[]): string {
  const rows = [...rules]
    .sort((a, b) => (a.reviewer === b.reviewer ? (a.id < b.id ? -1 : 1) : a.reviewer < b.reviewer ? -1 : 1))
    .map(
      (rule) =>
        [
          rule.id,
          rule.reviewer,
          rule.severity,
          rule.cwe ?? '-',
          rule.languages.join(','),
          rule.title,
        ] as const,
    );
  const head = ['RULE', 'REVIEWER', 'SEVERITY', 'CWE', 'LANGUAGES', 'TITLE'] as const;
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join('  ');
  return `${[head, ...rows].map(line).join('\n')}\n\n${rows.length} rules\n`;
}

function describeRule(rule: Rule): string {
  const lines = [
    `${rule.id}: ${rule.title}`,
    '',
    `reviewer    ${rule.reviewer}`,
    `severity    ${rule.severity}, confidence ${rule.confidence}`,
    `category    ${rule.category}${rule.cwe === undefined ? '' : `, ${rule.cwe}`}`,
    `languages   ${rule.languages.join(', ')}`,
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
