import type { Check } from '../src/analyzers/checks.ts';
import { SEVERITIES } from '../src/model.ts';
import {
  LEAST_EVIDENCE,
  LOWEST_PRECISION,
  type MeasuredRule,
  type MeasuredRules,
  precisionOf,
} from './measured-rules.ts';

/** A rule or a check, and what kind it is: rules with `taint` follow data, others look at syntax or text. */
export type Listed = Check & { readonly taint?: string | undefined; readonly tests?: unknown };

/**
 * The page that lists every rule, a table for each reviewer.
 * @param rules rules and checks of all reviewers, in any order
 * @param reviewers names, in the order of the page
 * @param measured how precise the rules were where somebody had judged the place
 */
export function rulesPage(
  rules: readonly Listed[],
  reviewers: readonly string[],
  measured: MeasuredRules = {},
): string {
  const sections = reviewers.map((reviewer) => {
    const own = rules.filter((rule) => rule.reviewer === reviewer).sort(byId);
    return section(reviewer, own, measured);
  });
  const counts = reviewers.map((reviewer) => {
    const own = rules.filter((rule) => rule.reviewer === reviewer);
    const of = (kind: string) => own.filter((rule) => kindOf(rule) === kind).length;
    return `| [${reviewer}](#${reviewer}) | ${own.length} | ${of('pattern')} | ${of('data flow')} | ${of('code')} |`;
  });
  return `${[
    '# Rules',
    '',
    '<!-- Generated from the rules by `npm run rules:docs`; do not edit. -->',
    '',
    `${rules.length} rules and checks review a change without any model. A *pattern* matches the syntax tree or the text; ` +
      '*data flow* follows values from where input enters to where it does harm; *code* is a check that no pattern can say. ' +
      'Any of them is switched off or weighed anew by its id: `rules: { <id>: off }` in `.github/multi-agent-review.yml`.',
    '',
    'The severity of a check in code is the worst that it raises. `rules <id>` on the command line shows the reasons, samples ' +
      'and measured precision of a rule, `rules test` runs all samples.',
    '',
    '*Measured* is the share of judged places at which a rule was right, and how many those are: lines of annotated sources ' +
      'that are not part of this repository (`npm run bench:analyzers -- FOLDER --rules`), over the half that rules were tuned ' +
      `on and the half that they were not. A rule that is right at less than ${LOWEST_PRECISION * 100} % of ${LEAST_EVIDENCE} ` +
      'places or more says `info` at most. *Not measured*: it fired at no judged place, so nothing is known.',
    '',
    '| Reviewer | All | Pattern | Data flow | Code |',
    '|---|---|---|---|---|',
    ...counts,
    '',
    '| Language | Rules |',
    '|---|---|',
    ...languageCounts(rules),
    '',
    ...sections.flat(),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

function section(reviewer: string, rules: readonly Listed[], measured: MeasuredRules): readonly string[] {
  const bySeverity = SEVERITIES.map(
    (severity) => [rules.filter((rule) => rule.severity === severity).length, severity] as const,
  );
  const counted = bySeverity
    .filter(([count]) => count > 0)
    .map(([count, severity]) => `${count} ${severity}`);
  return [
    `## ${reviewer}`,
    '',
    `${rules.length} rules: ${counted.join(', ')}.`,
    '',
    '| Rule | What it finds | Severity | Confidence | Measured | CWE | Kind | Languages |',
    '|---|---|---|---|---|---|---|---|',
    ...rules.map((rule) => row(rule, measuredCell(measured[rule.id]))),
    '',
  ];
}

/** `92 % of 25`. */
function measuredCell(measured: MeasuredRule | undefined): string {
  const { share, judged } = precisionOf(measured);
  return judged === 0 ? 'not measured' : `${Math.round(share * 100)} % of ${judged}`;
}

function row(rule: Listed, measured: string): string {
  const { id, title, severity, confidence, cwe, languages } = rule;
  const cells = [
    `\`${id}\``,
    cell(title),
    severity,
    String(confidence),
    measured,
    cwe ?? '–',
    kindOf(rule),
    languages.join(', ') || 'any',
  ];
  return `| ${cells.join(' | ')} |`;
}

/** `$NAME` in a title stands for what was matched. */
function cell(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\|<>*_`[\]]/g, '\\$&');
}

function kindOf(rule: Listed): 'pattern' | 'data flow' | 'code' {
  if (rule.tests === undefined) return 'code';
  return rule.taint === undefined ? 'pattern' : 'data flow';
}

function languageCounts(rules: readonly Listed[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { languages } of rules)
    for (const language of languages.length === 0 ? ['any'] : languages)
      counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts]
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([language, count]) => `| ${language} | ${count} |`);
}

function byId(a: Listed, b: Listed): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
