import { failsGate } from '../aggregate/decide-verdict.ts';
import type { Report } from '../model.ts';
import { cutLine } from './cut-text.ts';
import { countsBySeverity, factsOf, missingParts } from './describe-report.ts';
import { formatCount, formatList, formatNumber } from './format-quantity.ts';
import { flattenText } from './reveal-hidden-text.ts';

/** GitHub refuses longer descriptions with 422 (facts: body limits). */
const MOST_CHARACTERS = 140;

/** A pending status that begins with this was posted for a command. */
export const ASKED = 'reviewing, asked by ';

export interface StatusDecision {
  readonly state: 'pending' | 'success' | 'failure' | 'error';
  readonly description: string;
  readonly targetUrl: string | null;
}

/** What became of the run; with `reviewed` the report decides, with the others the situation alone. */
export type Situation = { readonly targetUrl: string | null } & (
  | {
      readonly kind: 'reviewed';
      /** `unset`: no key by choice. `empty`: given but empty, so a model was expected. */
      readonly key: 'present' | 'unset' | 'empty';
      readonly isFork: boolean;
    }
  | { readonly kind: 'draft' | 'closed' | 'merge-group' | 'crashed' }
  | {
      readonly kind: 'running';
      /** Login of who asked by a command; absent when nobody did. */
      readonly askedBy?: string | null;
    }
  | {
      /** Ended before there was anything to review, for a reason that a person can do something about. */
      readonly kind: 'refused';
      readonly reason: string;
    }
  | {
      readonly kind: 'paused' | 'superseded' | 'aborted';
      /** A login, or the newer commit. */
      readonly by: string | null;
    }
);

/**
 * The commit status of a situation: every row of the design's verdict table. Null where no status is written (a closed
 * pull request, a deleted head). Partial is never success unless base configuration asks for it.
 *
 * @param report the finished report; only looked at for `reviewed`, where null means that there is none (a crash)
 */
export function statusOf(report: Report | null, situation: Situation): StatusDecision | null {
  const make = (state: StatusDecision['state'], text: string): StatusDecision => ({
    state,
    description: cutLine(flattenText(text), MOST_CHARACTERS),
    targetUrl: situation.targetUrl,
  });
  switch (situation.kind) {
    case 'running':
      return make('pending', situation.askedBy ? `${ASKED}${situation.askedBy}` : 'reviewing');
    case 'draft':
      return make('pending', 'draft: reviewed when ready');
    case 'closed':
      return null;
    case 'merge-group':
      return make('success', 'reviewed in the pull request');
    case 'crashed':
      return make('error', 'crashed: the review did not finish; run it again');
    case 'refused':
      return make('error', `incomplete: ${situation.reason}`);
    case 'paused':
    case 'aborted':
    case 'superseded':
      return make('error', situation.by === null ? situation.kind : `${situation.kind} by ${situation.by}`);
    case 'reviewed': {
      if (report === null) return make('error', 'crashed: the review did not finish; run it again');
      const [state, text] = reviewed(report, situation.key === 'empty', situation.isFork);
      return make(state, text);
    }
  }
}

function reviewed(
  report: Report,
  keyIsEmpty: boolean,
  isFork: boolean,
): readonly [StatusDecision['state'], string] {
  const facts = statusFacts(report, keyIsEmpty && isFork);
  if (report.overriddenBy !== undefined) return ['success', `overridden by @${report.overriddenBy}`];
  const missing = missingWords(report, keyIsEmpty && !isFork);
  if (report.gate === 'fail') {
    const incomplete = missing === null ? [] : [`incomplete: ${missing}`];
    return ['failure', [blockingWords(report), ...incomplete, ...facts].join(' · ')];
  }
  if (missing !== null) {
    const isAllowed = report.verdict === 'incomplete' && report.gate === 'pass';
    return isAllowed
      ? ['success', `incomplete, allowed by on-incomplete: ${missing}`]
      : ['error', `incomplete: ${missing}`];
  }
  if (report.gate === 'incomplete') return ['error', 'incomplete: a part of the review is missing'];
  // What nobody looked at is never called clean, whatever the report says.
  if (report.verdict === 'skipped' || report.coverage.reviewed.length === 0)
    return ['success', skippedWords(report)];
  const found = findingWords(report);
  return ['success', [...(found === null ? [] : [found]), ...facts].join(' · ')];
}

/** What should have been done and was not; null when nothing is missing. */
function missingWords(report: Report, keyIsMissing: boolean): string | null {
  const parts: string[] = [];
  if (keyIsMissing) parts.push('the model key is empty');
  if (report.mode === 'models' && noModelReviewed(report))
    parts.push('no model reviewed, analyzer results only');
  if (report.verdict === 'incomplete') parts.push(missingParts(report));
  return parts.length === 0 ? null : parts.join('; ');
}

function noModelReviewed(report: Report): boolean {
  const models = report.agents.filter(
    (agent) => agent.engine !== 'analyzers' && agent.status !== 'not-needed',
  );
  return models.length > 0 && models.every((agent) => agent.status !== 'done' && agent.status !== 'degraded');
}

function statusFacts(report: Report, isForkWithoutKey: boolean): readonly string[] {
  const [reviewers = '', files = ''] = factsOf(report);
  const mode = isForkWithoutKey ? 'deterministic mode (fork, no key)' : 'deterministic mode';
  return [`${reviewers}, ${files}`, ...(report.mode === 'deterministic' ? [mode] : [])];
}

function blockingWords(report: Report): string {
  const blocking = report.findings.filter((finding) => failsGate(finding, report.failOn));
  if (blocking.length === 0) return 'the gate failed';
  const counts = countsBySeverity(blocking).map(([severity, count]) => `${formatNumber(count)} ${severity}`);
  return `${formatList(counts)} ${blocking.length === 1 ? 'finding blocks' : 'findings block'}`;
}

function findingWords(report: Report): string | null {
  const counts = countsBySeverity(report.findings.filter((finding) => finding.suppressedBy === undefined));
  return counts.length === 0
    ? null
    : counts.map(([severity, count]) => `${formatNumber(count)} ${severity}`).join(', ');
}

function skippedWords(report: Report): string {
  const excluded = report.coverage.excluded.length;
  return excluded === 0
    ? 'skipped: the change holds no file to review'
    : `skipped by configuration: 0 of ${formatCount(excluded, 'file')}`;
}
