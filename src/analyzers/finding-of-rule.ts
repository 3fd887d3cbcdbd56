import type { Rule } from '../config/rule.ts';
import type { AnalyzerFinding } from './analyzer.ts';
import type { ChangeAnchor } from './anchor-to-change.ts';

const LONGEST_VALUE = 60;
const LONGEST_TITLE = 80;
const VARIABLE = /\$(?:\$\$)?([A-Z][A-Z0-9_]*)/g;

/**
 * Makes the finding of a rule at a place.
 * @param matched what a meta-variable matched; null when it is none of the rule's, and its `$NAME` stays as it is
 */
export function findingOfRule(
  rule: Rule,
  path: string,
  anchor: ChangeAnchor,
  matched: (name: string) => string | null,
): AnalyzerFinding {
  const fill = (text: string) => fillText(text, matched);
  return {
    reviewer: rule.reviewer,
    ruleId: rule.id,
    category: rule.category,
    ...(rule.cwe === undefined ? {} : { cwe: rule.cwe }),
    severity: rule.severity,
    confidence: rule.confidence,
    anchor: 'line',
    path,
    startLine: anchor.startLine,
    endLine: anchor.endLine,
    side: 'new',
    quote: anchor.quote,
    title: shorten(fill(rule.title), LONGEST_TITLE),
    explanation: [fill(rule.message), fill(rule.why)].filter((text) => text !== '').join(' '),
    failureScenario: fill(rule.failureScenario),
    fix: fill(rule.fix),
    proof: [],
  };
}

/**
 * Puts what was matched in the place of `$NAME`: on one line, at most 60 characters. Rules write code in backticks; those
 * of the code itself would end it, so they become single quotes.
 */
function fillText(text: string, matched: (name: string) => string | null): string {
  // The value is given by a function: `$` has no meaning in it, whatever the code under review holds.
  return text.replace(VARIABLE, (variable, name: string) => {
    const value = matched(name);
    return value === null ? variable : shorten(value, LONGEST_VALUE).replaceAll('`', "'");
  });
}

function shorten(text: string, longest: number): string {
  // Cut before anything else: what was matched may be the whole file.
  const line = text
    .slice(0, longest * 20)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= longest) return line;
  return `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
