import type { AnalyzedFile } from '../analyzers/analyzer.ts';
import { fileKeyOf, signatureKeyOf } from '../evidence/file-keys.ts';
import { lineKeysOf } from '../evidence/line-keys.ts';
import type {
  AgentReport,
  CarriedFinding,
  ChangedFile,
  EarlierReview,
  Finding,
  PullRequestContext,
  Report,
  ReviewMemory,
} from '../model.ts';
import { basePaths, isSarifRead } from './build-report.ts';
import { roundOf } from './converge-findings.ts';
import { trackFindings } from './track-findings.ts';

/** What a run knows besides its report. */
export interface RememberedRun {
  readonly context: PullRequestContext;
  /** The files that were read to their end. */
  readonly analyzed: readonly AnalyzedFile[];
  /** Digest of the models asked and how; null when none was. */
  readonly modelsDigest: string | null;
  readonly earlier: EarlierReview | null;
}

/** What the next review of this pull request has to know of this one. */
export function rememberReview(report: Report, run: RememberedRun): ReviewMemory {
  const { context, earlier } = run;
  const known = earlier?.memory ?? null;
  const head = report.head.sha ?? '';
  const { agents, coverage } = report;
  const place = { head, agents, coverage, pathAtBase: basePaths(context), sarifRead: isSarifRead(context) };
  const read = new Set(coverage.reviewed.map(({ path }) => path));
  const reviewed = context.files.filter(({ path }) => read.has(path));
  return {
    head,
    base: report.base.sha ?? '',
    baseLabel: report.base.label,
    configDigest: report.configDigest,
    modelsDigest: run.modelsDigest,
    rounds: roundOf(earlier, head),
    finished: wasVerified(agents) ? agents.filter(isFinished).map(({ name }) => name) : [],
    ...lookedAt(report, reviewed, known),
    signatures: new Set(run.analyzed.flatMap((file) => signatureKeyOf(file) ?? [])),
    findings: trackFindings(report.findings, known, place).remembered,
    carried: report.findings.filter(({ origin }) => origin === 'model').map(carry),
  };
}

/** What only a few looked at stays to be seen by the others. */
function lookedAt(
  { extent, head }: Report,
  reviewed: readonly ChangedFile[],
  known: ReviewMemory | null,
): Pick<ReviewMemory, 'files' | 'glanced' | 'seenHead' | 'lines'> {
  const keys = reviewed.map(fileKeyOf);
  const lines = lineKeysOf(reviewed);
  if (extent?.glance === undefined || known === null)
    return { files: new Set(keys), glanced: new Set(), seenHead: head.sha ?? '', lines };
  const seen = lineKeysOf(reviewed.filter((file) => known.files.has(fileKeyOf(file))));
  return {
    files: new Set(keys.filter((key) => known.files.has(key))),
    glanced: new Set(keys.filter((key) => !known.files.has(key))),
    seenHead: known.seenHead,
    lines: new Set([...lines].filter((key) => seen.has(key) || known.lines.has(key))),
  };
}

/** Findings that nobody tried to refute are not taken over: the next review asks again. */
function wasVerified(agents: readonly AgentReport[]): boolean {
  return agents.every((agent) => agent.engine !== 'model' || isFinished(agent));
}

function isFinished({ status }: AgentReport): boolean {
  return status === 'done' || status === 'not-needed';
}

/** Without what aggregation adds: it is added anew when the finding is shown again. */
function carry(finding: Finding): CarriedFinding {
  const {
    fingerprint: _fingerprint,
    id: _id,
    state: _state,
    suppressedBy: _suppressedBy,
    excerpt: _excerpt,
    ...rest
  } = finding;
  return rest;
}
