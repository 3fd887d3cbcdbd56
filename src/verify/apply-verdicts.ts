import type { GatedFinding } from '../aggregate/run-outcome.ts';
import { cleanText } from '../evidence/clean-text.ts';
import { type EvidenceIndex, lineText } from '../evidence/evidence-index.ts';
import type { ModelVerdict } from '../evidence/model-text/parse-answer.ts';
import { restoreQuote, type TextShower } from '../evidence/model-text/show-text.ts';
import type { ProofStep, Side } from '../model.ts';
import type { Question } from './verify-prompt.ts';

/** What verdicts are checked against. */
export interface VerdictFrame {
  readonly evidence: EvidenceIndex;
  readonly shower: TextShower;
}

/** A finding before and after its verdict. */
export interface Judged {
  readonly before: GatedFinding;
  readonly after: GatedFinding;
}

/**
 * Lays the verdicts over the findings they are about: for each question, in the same order, all findings that say the
 * same, the one that was shown first. A verdict counts only with a line that exists;
 * without one it is uncertain. No verdict leaves the finding unverified; two that disagree make it uncertain.
 */
export function applyVerdicts(
  questions: readonly Question[],
  verdicts: readonly ModelVerdict[],
  frame: VerdictFrame,
): readonly (readonly Judged[])[] {
  return questions.map(({ kept, others }, index) => {
    const findings = [kept, ...others];
    const about = verdicts.filter((one) => one.finding.trim() === `v${index + 1}`);
    const [verdict] = about;
    if (verdict === undefined) return findings.map((finding) => ({ before: finding, after: finding }));
    const place = provingLine(verdict, frame);
    const agreed = about.every((one) => one.verdict === verdict.verdict);
    const counted = agreed && place !== null ? verdict.verdict : 'uncertain';
    const step = proofOf(verdict, counted, place, frame.evidence);
    return findings.map((finding) => ({
      before: finding,
      after: { ...finding, verdict: counted, proof: [...finding.proof, step] },
    }));
  });
}

interface ProvingLine {
  readonly path: string;
  readonly line: number;
  readonly side: Side;
}

/** The line that the verdict quotes, when it stands there on either side; null when it does not. */
function provingLine(verdict: ModelVerdict, { evidence, shower }: VerdictFrame): ProvingLine | null {
  const file = evidence.file(verdict.path);
  const quote = verdict.quote.split('\n', 1)[0] ?? '';
  if (file === undefined || squeeze(quote) === '') return null;
  for (const side of ['new', 'old'] as const) {
    const real = restoreQuote(quote, { evidence: file, side, line: verdict.line }, shower);
    const wanted = squeeze(real.quote);
    const stands = (line: number) => line > 0 && squeeze(lineText(file, side, line) ?? '') === wanted;
    if (stands(real.line)) return { path: verdict.path, line: real.line, side };
    const near = nearest(file.file.change.hunks, side, verdict.line).find(stands);
    if (near !== undefined) return { path: verdict.path, line: near, side };
  }
  return null;
}

type Hunks = readonly { readonly lines: readonly { readonly oldLine: number; readonly newLine: number }[] }[];

/** Numbers of all lines of a side that the hunks show, nearest to the stated one first. */
function nearest(hunks: Hunks, side: Side, stated: number): readonly number[] {
  return hunks
    .flatMap((hunk) => hunk.lines.map((line) => (side === 'new' ? line.newLine : line.oldLine)))
    .filter((line) => line > 0)
    .sort((a, b) => Math.abs(a - stated) - Math.abs(b - stated));
}

const LONGEST_STEP = 300;

function proofOf(
  verdict: ModelVerdict,
  counted: string,
  place: ProvingLine | null,
  evidence: EvidenceIndex,
): ProofStep {
  const reason = cleanText(evidence.mask(verdict.reason), LONGEST_STEP - 60);
  const words = place === null ? 'verifier: uncertain, it named no line that exists' : `verifier: ${counted}`;
  const text = cleanText(reason === '' ? words : `${words}. ${reason}`, LONGEST_STEP);
  return place === null || place.side === 'old' ? { text } : { path: place.path, line: place.line, text };
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
