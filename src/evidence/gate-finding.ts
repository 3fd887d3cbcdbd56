import type { RaisedFinding, RejectedFinding, Side } from '../model.ts';
import { checkSuggestion } from './check-suggestion.ts';
import { cleanText } from './clean-text.ts';
import { type EvidenceIndex, type FileEvidence, lineText, maskedLineText } from './evidence-index.ts';

/** A finding that passed, with its final place; or why it was refused. */
export type GateResult =
  | { readonly kind: 'passed'; readonly finding: RaisedFinding; readonly moved: boolean }
  | ({ readonly kind: 'rejected' } & RejectedFinding);

/**
 * The mechanical gate: a finding is believed only where its evidence stands. One rule per anchor kind.
 * - `line`: the path is in the change and the quote stands on a line of a hunk (old side: on a deleted line). A quote
 *   found once moves the finding there; one found more often takes the match nearest to the stated line.
 * - `file`: the path is in the change.
 * - `subject`: the quote occurs in the named source.
 * Texts leave it cleaned, capped in length and with the secrets of the change replaced.
 * @param raised what an engine said; its numbers and texts are not trusted
 */
export function gateFinding(raised: RaisedFinding, index: EvidenceIndex): GateResult {
  const refuse = (reason: string): GateResult => ({ kind: 'rejected', raised, reason });
  if (raised.title.trim() === '') return refuse('it has no title');
  if (raised.anchor === 'subject') return gateSubject(raised, index, refuse);
  if (raised.path === undefined) return refuse('it names no file');
  const evidence = index.file(raised.path);
  if (evidence === undefined) return refuse('its file is not part of the change');
  if (raised.anchor === 'file') {
    return { kind: 'passed', moved: false, finding: withoutLines(withCleanTexts(raised, index)) };
  }
  return gateLine(raised, evidence, index, refuse);
}

function gateSubject(
  raised: RaisedFinding,
  index: EvidenceIndex,
  refuse: (reason: string) => GateResult,
): GateResult {
  if (raised.source === undefined || raised.quote === undefined) return refuse('it quotes no source');
  const text = index.subject(raised.source);
  if (text === undefined) return refuse('its source is not part of the change');
  if (raised.quote.trim() === '' || !normalise(text).includes(normalise(raised.quote))) {
    return refuse('its quote does not stand in the source');
  }
  const finding = withCleanTexts(raised, index);
  return { kind: 'passed', moved: false, finding: { ...finding, quote: index.mask(raised.quote) } };
}

function gateLine(
  raised: RaisedFinding,
  evidence: FileEvidence,
  index: EvidenceIndex,
  refuse: (reason: string) => GateResult,
): GateResult {
  const stated = raised.startLine;
  if (stated === undefined || !Number.isSafeInteger(stated) || stated < 1)
    return refuse('its line is no line number');
  if (raised.quote === undefined || raised.quote.trim() === '') return refuse('it quotes no line');
  const side: Side = raised.side ?? 'new';
  const start = placeQuote(evidence, side, raised.quote, stated);
  if (start === 0) return refuse('its quote does not stand in a hunk of the file');
  const length = Math.max(0, (raised.endLine ?? stated) - stated);
  const end = evidence.map.canCommentRange(side, start, start + length) ? start + length : start;
  const quote = maskedLineText(evidence, side, start, index.mask) ?? index.mask(raised.quote);
  const { suggestion, ...rest } = withCleanTexts(raised, index);
  const kept = checkSuggestion(suggestion, { side, startLine: start, endLine: end, evidence, index });
  const finding: RaisedFinding = {
    ...rest,
    side,
    startLine: start,
    endLine: end,
    quote,
    ...(kept === undefined ? {} : { suggestion: kept }),
  };
  return { kind: 'passed', moved: start !== stated, finding };
}

/** Line on which the quote stands within a hunk, nearest to the stated one; 0 when there is none. */
function placeQuote(evidence: FileEvidence, side: Side, quote: string, stated: number): number {
  const wanted = normalise(quote.split('\n', 1)[0] ?? '');
  const acceptable = (line: number) =>
    evidence.map.canComment(side, line) &&
    (side === 'new' || evidence.map.isChanged('old', line)) &&
    normalise(lineText(evidence, side, line) ?? '') === wanted;
  if (acceptable(stated)) return stated;
  let best = 0;
  for (const hunk of evidence.file.change.hunks) {
    for (const diffLine of hunk.lines) {
      const line = side === 'new' ? diffLine.newLine : diffLine.oldLine;
      if (line === 0 || !acceptable(line)) continue;
      if (best === 0 || Math.abs(line - stated) < Math.abs(best - stated)) best = line;
    }
  }
  return best;
}

/** Whitespace does not decide whether two lines are the same. */
function normalise(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function withoutLines(finding: RaisedFinding): RaisedFinding {
  const {
    startLine: _start,
    endLine: _end,
    side: _side,
    quote: _quote,
    suggestion: _suggestion,
    ...rest
  } = finding;
  return rest;
}

/** Longest texts kept, in characters; the title's bound is the contract's, the others keep a finding readable. */
const LIMITS = {
  title: 80,
  explanation: 1_500,
  failureScenario: 800,
  fix: 800,
  step: 300,
  steps: 12,
} as const;

function withCleanTexts(raised: RaisedFinding, index: EvidenceIndex): RaisedFinding {
  const clean = (text: string, limit: number) => cleanText(index.mask(text), limit);
  return {
    ...raised,
    title: clean(raised.title, LIMITS.title),
    explanation: clean(raised.explanation, LIMITS.explanation),
    failureScenario: clean(raised.failureScenario, LIMITS.failureScenario),
    fix: clean(raised.fix, LIMITS.fix),
    confidence: Math.min(100, Math.max(0, Math.round(raised.confidence))),
    proof: raised.proof
      .slice(0, LIMITS.steps)
      .map((step) => ({ ...step, text: clean(step.text, LIMITS.step) })),
  };
}
