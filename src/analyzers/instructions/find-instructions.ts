import type { Severity } from '../../model.ts';
import type { AnalyzerFinding } from '../analyzer.ts';
import { decodeBlobs } from './decode-blobs.ts';
import { normaliseText } from './normalise-text.ts';
import { type Passage, scorePassages } from './score-passages.ts';
import type { SignalFamily } from './signal.ts';

/** Orders that were found, with the lines that carry them. */
export interface FoundInstructions {
  /** 1-based, heaviest first. */
  readonly lines: readonly number[];
  readonly score: number;
  readonly reasons: readonly string[];
  readonly families: ReadonlySet<SignalFamily>;
}

/** A description is read by reviewers only; an order about "your answer" is stranger there than in code. */
const SUBJECT_BONUS = 1;

/**
 * Finds text that gives orders to a model in something that an outsider wrote about the change.
 *
 * @param text title, description, commit message, branch name or path (hostile)
 * @param source what it is, for the finding: `title`, `description`, `commit message`, `branch`, `path`
 * @returns subject findings; their quote is the exact line of the text
 */
export function findInstructions(text: string, source: string): readonly AnalyzerFinding[] {
  const lines = text.split('\n');
  return findPassages(lines, () => true, SUBJECT_BONUS).map((found) => {
    const line = found.lines[0] ?? 1;
    return {
      ...describeInstructions(found, `the ${source} of the change`),
      severity: 'high' as Severity,
      confidence: confidenceOf(found.score),
      anchor: 'subject' as const,
      source,
      quote: lines[line - 1] ?? '',
    };
  });
}

/**
 * Finds passages that read like orders to a model, also when they are encoded.
 *
 * @param keep which 1-based lines are read
 */
export function findPassages(
  lines: readonly string[],
  keep: (line: number) => boolean,
  bonus: number,
): readonly FoundInstructions[] {
  const found: FoundInstructions[] = scorePassages(normaliseText(lines, keep), bonus).map(toFound);
  lines.forEach((line, index) => {
    if (line.length < 40 || !keep(index + 1)) return;
    for (const blob of decodeBlobs(line.length > 200_000 ? line.slice(0, 200_000) : line)) {
      const [hidden] = scorePassages(normaliseText(blob.text.split('\n')), bonus);
      if (hidden === undefined) continue;
      const reasons = ['hides an order in encoded text', ...hidden.reasons];
      found.push({ lines: [index + 1], score: hidden.score + 2, reasons, families: hidden.families });
    }
  });
  return found;
}

function toFound(passage: Passage): FoundInstructions {
  return { lines: passage.lines, score: passage.score, reasons: passage.reasons, families: passage.families };
}

/** 5 points → 70, 10 points and more → 95. */
export function confidenceOf(score: number): number {
  return Math.max(40, Math.min(95, 45 + score * 5));
}

/** The words of a finding, the same for files and for subjects. */
export function describeInstructions(found: FoundInstructions, place: string) {
  const reasons = found.reasons.slice(0, 4);
  return {
    reviewer: 'security',
    ruleId: 'instructions-to-reviewer',
    category: 'prompt-injection' as const,
    cwe: 'CWE-1427',
    title: `Text gives orders to an AI reviewer: ${reasons[0] ?? 'prompt injection'}`.slice(0, 80),
    explanation:
      `This text in ${place} reads like orders to a language model: it ${reasons.join('; it ')}. ` +
      'It changed nothing in this review, which treats the change as data; other tools that read this repository may obey it.',
    failureScenario:
      'An assistant with tools or rights reads this text as part of its task and approves the change, hides findings, or gives away what it knows.',
    fix: 'Delete the text. If it is an example or a fixture, keep it in a file that is clearly about prompt injection and have a person confirm it.',
    proof: reasons.map((text) => ({ text: `it ${text}` })),
  };
}
