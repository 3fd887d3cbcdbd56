/**
 * What every rendering says in words, as plain text: each renderer escapes it in its own way. Texts may hold foreign
 * parts (names, paths), so nothing here is ready to be shown.
 */
import { failsGate } from '../aggregate/decide-verdict.ts';
import type { AgentOutcome, AgentReport, Finding, Report, Revision, Severity } from '../model.ts';
import { countFiles, SEVERITIES } from '../model.ts';
import { formatCount, formatList, formatNumber } from './format-quantity.ts';

export type Mark = 'pass' | 'fail' | 'incomplete' | 'skipped';

export interface Headline {
  readonly mark: Mark;
  /** The verdict itself. */
  readonly text: string;
  /** What belongs into the same line: what is missing, what was found so far, the mode. */
  readonly asides: readonly string[];
}

/** Names that fit into a headline; the rest is counted. */
const MOST_NAMES = 3;

const OUTCOME_WORDS: Readonly<Record<AgentOutcome, string>> = {
  done: 'done',
  degraded: 'degraded',
  failed: 'failed',
  'timed-out': 'timed out',
  truncated: 'was cut off',
  refused: 'refused',
  unparsable: 'gave an unreadable answer',
  cancelled: 'was cancelled',
  'over-budget': 'went over budget',
  'not-needed': 'not needed',
};

/** The outcome of an agent in words: `timed out`. */
export function outcomeWords(outcome: AgentOutcome): string {
  return OUTCOME_WORDS[outcome];
}

/** The agent ran to its end, or had nothing to do. */
export function isComplete(agent: AgentReport): boolean {
  return agent.status === 'done' || agent.status === 'not-needed';
}

/** The verdict: what blocks, or what is missing, and in which mode. */
export function headlineOf(report: Report): Headline {
  const { mark, text } = verdictLine(report);
  const visible = report.findings.filter((finding) => finding.suppressedBy === undefined);
  const missing = missingParts(report);
  const asides: string[] = [];
  if (mark === 'incomplete' && visible.length > 0) asides.push(`${findingsInWords(visible)} so far`);
  if (mark !== 'incomplete' && missing !== '') asides.push(`incomplete: ${missing}`);
  if (report.mode === 'deterministic') asides.push('deterministic mode');
  return { mark, text, asides };
}

/** The verdict's word for people. What nobody looked at is never called clean, whatever the report says. */
export function verdictWord(report: Report): string {
  return report.verdict === 'clean' && report.coverage.reviewed.length === 0 ? 'skipped' : report.verdict;
}

/** The headline as one line. */
export function headlineText({ text, asides }: Headline): string {
  return [text, ...asides].join(' · ');
}

function verdictLine(report: Report): Pick<Headline, 'mark' | 'text'> {
  const visible = report.findings.filter((finding) => finding.suppressedBy === undefined);
  if (report.overriddenBy !== undefined) {
    return { mark: 'pass', text: `Overridden by @${report.overriddenBy}: ${findingsInWords(visible)} stand` };
  }
  if (report.gate === 'fail')
    return { mark: 'fail', text: `${blockingInWords(report, visible)} this change` };
  if (report.verdict === 'incomplete') {
    return { mark: 'incomplete', text: `Review incomplete: ${missingParts(report)}` };
  }
  if (report.verdict === 'skipped' || report.coverage.reviewed.length === 0) return skippedLine(report);
  if (visible.length > 0)
    return { mark: 'pass', text: `Nothing blocks this change: ${findingsInWords(visible)}` };
  const files = formatCount(report.coverage.reviewed.length, 'file');
  const text =
    report.mode === 'deterministic'
      ? `The analyzers found nothing in ${files}`
      : `Clean: no findings in ${files}`;
  return { mark: 'pass', text };
}

function skippedLine(report: Report): Pick<Headline, 'mark' | 'text'> {
  const excluded = report.coverage.excluded.length;
  if (excluded === 0) return { mark: 'skipped', text: 'Nothing to review: the change has no files' };
  return {
    mark: 'skipped',
    text: `Skipped by configuration: 0 of ${formatCount(excluded, 'file')} reviewed`,
  };
}

function blockingInWords(report: Report, visible: readonly Finding[]): string {
  const blocking = visible.filter((finding) => failsGate(finding, report.failOn));
  const verb = blocking.length === 1 ? 'blocks' : 'block';
  if (blocking.length === 0) return 'The gate failed and blocks';
  return `${findingsInWords(blocking)} ${verb}`;
}

/** `1 critical and 2 high findings`. */
export function findingsInWords(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'no findings';
  const counts = countsBySeverity(findings).map(([severity, count]) => `${formatNumber(count)} ${severity}`);
  return `${formatList(counts)} finding${findings.length === 1 ? '' : 's'}`;
}

/** Severities that occur, worst first, with how often. */
export function countsBySeverity(findings: readonly Finding[]): readonly (readonly [Severity, number])[] {
  return SEVERITIES.map(
    (severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const,
  ).filter(([, count]) => count > 0);
}

/** What should have been done and was not, shortest form: `performance timed out, 2 files not reviewed`. */
export function missingParts(report: Report): string {
  const agents = report.agents
    .filter((agent) => agent.required && !isComplete(agent))
    .map((agent) => `${agent.name} ${outcomeWords(agent.status)}`);
  const parts = agents.length === 0 ? [] : [formatList(agents, MOST_NAMES)];
  const files = countFiles(report.coverage.notReviewed);
  if (files > 0) parts.push(`${formatCount(files, 'file')} not reviewed`);
  const [problem] = report.configProblems;
  if (problem !== undefined) parts.push(`configuration problem in ${placeOf(problem.file, problem.line)}`);
  if (parts.length > 0 || report.verdict !== 'incomplete') return parts.join(', ');
  return report.incompleteReasons[0] ?? 'a part of the review is missing';
}

/** `path:line`, or the path alone. */
export function placeOf(path: string, line: number | null | undefined): string {
  return line === null || line === undefined ? path : `${path}:${line}`;
}

/** The short facts below the verdict, without the revisions: `6/6 reviewers`, `12/12 files (3 excluded)`. */
export function factsOf(report: Report): readonly string[] {
  const { reviewed, notReviewed, excluded } = report.coverage;
  // An agent of models alone judges what the reviewers found; it is none of them.
  const reviewers = report.agents.filter(({ engine }) => engine !== 'model');
  const done = reviewers.filter(isComplete).length;
  const textOnly = reviewed.filter((file) => file.by.length === 1 && file.by[0] === 'text').length;
  const details = [
    ...(excluded.length > 0 ? [`${formatNumber(excluded.length)} excluded`] : []),
    ...(textOnly > 0 ? [`${formatNumber(textOnly)} as text only`] : []),
  ];
  const files = `${formatNumber(reviewed.length)}/${formatNumber(reviewed.length + countFiles(notReviewed))} files`;
  return [
    `${done}/${reviewers.length} reviewers`,
    details.length === 0 ? files : `${files} (${details.join(', ')})`,
    ...(report.mode === 'deterministic' ? ['rules and analyzers only, no model'] : []),
    ...statesInWords(report),
  ];
}

function statesInWords(report: Report): readonly string[] {
  const { since } = report;
  if (since === undefined) return [];
  const shown = report.findings.filter((finding) => finding.suppressedBy === undefined);
  const count = (state: Finding['state']) => shown.filter((finding) => finding.state === state).length;
  const dismissed = report.findings.filter(({ state }) => state === 'dismissed').length;
  const fixed = since.fixed.filter(({ isNew }) => isNew);
  const [first] = fixed;
  const by = first === undefined ? '' : ` by ${first.fixedBy.slice(0, 7)}`;
  const parts = [
    `${count('new')} new`,
    `${count('open') + count('moved')} still open${count('moved') === 0 ? '' : ` (${count('moved')} moved)`}`,
    `${fixed.length} fixed${by}`,
    ...(count('reopened') > 0 ? [`${count('reopened')} reopened`] : []),
    ...(dismissed > 0 ? [`${dismissed} dismissed`] : []),
    ...(since.notChecked > 0 ? [`${since.notChecked} not checked`] : []),
  ];
  return [`since the last review: ${parts.join(', ')}`];
}

/** That the review has converged, and what is not shown for it; null when it has not. */
export function convergenceWords({ convergence }: Report): string | null {
  if (convergence === undefined) return null;
  const { after, suppressed } = convergence;
  const held =
    suppressed === 0
      ? ''
      : ` ${formatCount(suppressed, 'finding')} ${suppressed === 1 ? 'is' : 'are'} not shown for it.`;
  return `This review has converged: after ${formatCount(after, 'automatic review')} only new and changed lines are commented on, and small things do not come back.${held}`;
}

/** Sentences a reader must not miss: that a model was to review the change and none did. */
export function warningsOf(report: Report): readonly string[] {
  if (report.mode === 'deterministic') return [];
  const models = report.agents.filter(
    (agent) => agent.engine !== 'analyzers' && agent.status !== 'not-needed',
  );
  if (models.length === 0 || models.some((agent) => agent.status === 'done' || agent.status === 'degraded'))
    return [];
  return ['No model reviewed this change: every model reviewer ended without a result.'];
}

/** A revision for people: the first seven characters of the SHA, the label, or both. */
export function revisionWords(revision: Revision): {
  readonly sha: string | null;
  readonly label: string | null;
} {
  const sha = revision.sha === null ? null : revision.sha.slice(0, 7);
  const repeats = revision.sha !== null && (revision.label === '' || revision.sha.startsWith(revision.label));
  return { sha, label: repeats ? null : revision.label };
}

/** How sure a finding is, and why: `deterministic`, `confirmed`. */
export function certaintyOf(finding: Finding): string {
  if (finding.origin === 'analyzer') return 'deterministic';
  return finding.origin === 'sarif' ? `imported, ${finding.verdict}` : finding.verdict;
}

/** Where a finding stands: `src/a.ts:3`, `src/a.ts:3–5 (removed)`, `description`. */
export function locationOf(finding: Finding): string {
  if (finding.anchor === 'subject' || finding.path === undefined)
    return finding.source ?? finding.path ?? 'the change';
  if (finding.anchor === 'file' || finding.startLine === undefined) return finding.path;
  const { startLine, endLine = startLine } = finding;
  const removed = finding.side === 'old' ? ' (removed)' : '';
  return `${finding.path}:${startLine}${endLine > startLine ? `–${endLine}` : ''}${removed}`;
}

/** What a reviewer came to, for the table: `1 critical, 2 low`, `no findings`, `timed out: …`. */
export function resultOf(agent: AgentReport, report: Report): string {
  const own = report.findings.filter(
    (finding) => finding.reviewer === agent.name && finding.suppressedBy === undefined,
  );
  const found = countsBySeverity(own).map(([severity, count]) => `${formatNumber(count)} ${severity}`);
  if (agent.status === 'done') return found.length === 0 ? 'no findings' : found.join(', ');
  if (agent.status === 'not-needed')
    return agent.reason === undefined ? 'not needed' : `not needed: ${agent.reason}`;
  const ended = `${outcomeWords(agent.status)}${agent.reason === undefined ? '' : `: ${agent.reason}`}`;
  return [...found, ended].join(', ');
}

/** What an agent ran on: `analyzers`, a model's name, or both. */
export function engineOf(agent: AgentReport): string {
  if (agent.engine === 'analyzers') return 'analyzers';
  const model = agent.model ?? 'model';
  return agent.engine === 'model' ? model : `analyzers + ${model}`;
}

/** What the gate decided, why, and the exit code that follows from it. */
export function gateWords(report: Report): string {
  if (report.gate === 'incomplete')
    return 'Gate incomplete: a part of the change was not reviewed. Exit code 2.';
  if (report.gate === 'fail') {
    const failing = report.findings.filter((finding) => failsGate(finding, report.failOn)).length;
    const why = failing === 0 ? '' : `: ${formatCount(failing, 'finding')} at or above ${report.failOn}`;
    return `Gate failed${why}. Exit code 1.`;
  }
  if (report.overriddenBy !== undefined)
    return `Gate passed: overridden by @${report.overriddenBy}. Exit code 0.`;
  if (report.verdict === 'incomplete') return 'Gate passed although the review is incomplete. Exit code 0.';
  if (report.verdict === 'skipped') return 'Gate passed: there was nothing to review. Exit code 0.';
  if (report.failOn === 'never') return 'Gate passed: it is set to fail never. Exit code 0.';
  return `Gate passed: no certain finding at or above ${report.failOn}. Exit code 0.`;
}
