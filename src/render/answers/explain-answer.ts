import type { Rule } from '../../config/rule.ts';
import type { CarriedFinding, Dismissal, RememberedFinding } from '../../model.ts';
import { cutLine, cutText } from '../cut-text.ts';
import { codeSpan, escapeMarkdown, escapeMarkdownLine, markdownLink } from '../escape-markdown.ts';
import { idOf, placeOf } from './finding-lines.ts';

const MOST_TEXT = 4_000;
const MOST_REFERENCES = 8;

/** What is known of a finding without asking anybody. */
export interface ExplainedFinding {
  readonly finding: RememberedFinding;
  /** Its text, when a model wrote it and the state had room. */
  readonly carried: CarriedFinding | null;
  /** The rule that raised it; null for models and for checks that are code. */
  readonly rule: Rule | null;
  /** Who dismissed it; null when nobody did, or it is not known. */
  readonly dismissal: Dismissal | null;
}

/** The answer to `/review explain <id>`, inert Markdown. */
export function explainAnswer({ finding, carried, rule, dismissal }: ExplainedFinding): string {
  const { reviewer, ruleId, severity, origin } = finding;
  const title = escapeMarkdownLine(cutLine(finding.title, 120));
  const head = `**${title}** — ${placeOf(finding)} · ${codeSpan(idOf(finding))}`;
  const by = origin === 'model' ? 'a model' : `rule ${codeSpan(cutLine(ruleId, 100))}`;
  const facts = `${severity} · reviewer ${codeSpan(cutLine(reviewer, 60))} · found by ${by} · ${stateOf(finding, dismissal)}`;
  const parts = [
    head,
    facts,
    ...(carried === null ? [] : textsOf(carried)),
    ...(rule === null ? [] : ruleTexts(rule)),
    ...(carried === null && rule === null
      ? ['The review comment holds its explanation and its proof; this check has no text of its own.']
      : []),
  ];
  return parts.join('\n\n');
}

function stateOf({ state, fixedBy }: RememberedFinding, dismissal: Dismissal | null): string {
  if (state === 'fixed') return `fixed by ${codeSpan((fixedBy ?? '').slice(0, 7))}`;
  if (dismissal !== null) {
    const { by, reason, source } = dismissal;
    const who = markdownLink(escapeMarkdownLine(cutLine(by, 60)), source);
    return `dismissed by ${who}: ${escapeMarkdownLine(reason)}`;
  }
  return state;
}

function textsOf({ explanation, failureScenario, fix }: CarriedFinding): readonly string[] {
  return [
    foreign(explanation),
    `**What goes wrong:** ${foreign(failureScenario)}`,
    `**What to do:** ${foreign(fix)}`,
  ];
}

function ruleTexts({ message, why, failureScenario, fix, references, cwe }: Rule): readonly string[] {
  const links = references
    .slice(0, MOST_REFERENCES)
    .map((reference) => `- ${markdownLink(escapeMarkdownLine(cutLine(reference, 200)), reference)}`);
  return [
    foreign(`${message} ${why}`),
    `**What goes wrong:** ${foreign(failureScenario)}`,
    `**What to do:** ${foreign(fix)}`,
    ...(cwe === undefined ? [] : [`Weakness: ${codeSpan(cwe)}`]),
    ...(links.length === 0 ? [] : [`See also\n\n${links.join('\n')}`]),
  ];
}

function foreign(text: string): string {
  return escapeMarkdown(cutText(text, MOST_TEXT));
}
