import type { GatedFinding } from '../../aggregate/run-outcome.ts';
import type { EvidenceIndex } from '../../evidence/evidence-index.ts';
import { gateFinding } from '../../evidence/gate-finding.ts';
import { makeExcerpt } from '../../evidence/make-excerpt.ts';
import type { ParsedAnswer } from '../../evidence/model-text/parse-answer.ts';
import type { ModelFinding } from '../../evidence/model-text/read-item.ts';
import { restoreQuote, type TextShower } from '../../evidence/model-text/show-text.ts';
import type { RaisedFinding } from '../../model.ts';

/** What a program throws out of a model's answer. `invalid`: wrong, not merely out of scope. */
export interface RefusedFinding {
  readonly reason: string;
  readonly invalid: boolean;
}

export interface GatedAnswer {
  readonly findings: readonly GatedFinding[];
  readonly rejected: readonly RefusedFinding[];
}

/** What findings of one reviewer are measured against. */
export interface AnswerFrame {
  readonly reviewer: string;
  /** Files that were in its prompt. */
  readonly paths: ReadonlySet<string>;
  readonly evidence: EvidenceIndex;
  readonly shower: TextShower;
}

/** Puts every finding of an answer through the mechanical gate. */
export function gateAnswer(answer: ParsedAnswer, frame: AnswerFrame): GatedAnswer {
  const findings: GatedFinding[] = [];
  const rejected: RefusedFinding[] = answer.rejected.map(({ reason }) => ({ reason, invalid: true }));
  for (const said of answer.findings) {
    if (!said.introducedByChange) {
      rejected.push({ reason: 'it says itself that the change did not bring it', invalid: false });
    } else if (said.path !== undefined && !frame.paths.has(said.path)) {
      rejected.push({ reason: 'its file was not in the question', invalid: true });
    } else {
      const result = gateFinding(toRaised(said, frame), frame.evidence);
      if (result.kind === 'rejected') rejected.push({ reason: result.reason, invalid: true });
      else findings.push(describe(result.finding, frame.evidence));
    }
  }
  return { findings, rejected };
}

function toRaised(said: ModelFinding, frame: AnswerFrame): RaisedFinding {
  const { introducedByChange: _introduced, ...rest } = said;
  const proof = said.proof.filter(
    (step) => step.path === undefined || frame.evidence.file(step.path) !== undefined,
  );
  return { ...rest, ...restored(said, frame), proof, reviewer: frame.reviewer, origin: 'model' };
}

function restored(said: ModelFinding, { evidence, shower }: AnswerFrame): Partial<RaisedFinding> {
  const { path, side, startLine, endLine, quote } = said;
  const file = path === undefined ? undefined : evidence.file(path);
  if (file === undefined || side === undefined || startLine === undefined || quote === undefined) return {};
  const real = restoreQuote(quote.split('\n', 1)[0] ?? '', { evidence: file, side, line: startLine }, shower);
  const length = (endLine ?? startLine) - startLine;
  return { quote: real.quote, startLine: real.line, endLine: real.line + length };
}

function describe(finding: RaisedFinding, evidence: EvidenceIndex): GatedFinding {
  const file = finding.path === undefined ? undefined : evidence.file(finding.path);
  const excerpt = makeExcerpt(finding, file, evidence);
  const onNewSide = finding.side === 'new' && finding.startLine !== undefined;
  const symbol = onNewSide ? (file?.symbolAt(finding.startLine ?? 0) ?? '') : '';
  return { ...finding, verdict: 'unverified', symbol, ...(excerpt === undefined ? {} : { excerpt }) };
}
