import type { SameFindings } from '../aggregate/dedupe-findings.ts';
import type { GatedFinding } from '../aggregate/run-outcome.ts';
import type { Fence } from '../evidence/model-text/fence.ts';
import type { SliceRequest } from '../evidence/model-text/parse-answer.ts';
import type { TextShower } from '../evidence/model-text/show-text.ts';

/** Most slices of files in the one extra turn. */
export const MOST_SLICES = 3;
const SLICE_LINES = 120;
const SLICE_CHARACTERS = 8_000;

/** What is asked about once: a finding, and those of other reviewers that say the same. */
export type Question = SameFindings<GatedFinding>;

/** Other words for the same finding that are shown; more say nothing new. */
const MOST_TITLES = 3;

/** The verifier's role and the findings it tries to refute, numbered `v1`, `v2`, … */
export function verifyRole(questions: readonly Question[], fence: Fence, shower: TextShower): string {
  const list = questions.map((question, index) => describe(question, `v${index + 1}`, shower)).join('\n\n');
  return `# Your role: refute

Other reviewers raised the findings below about the change above. Their words are claims; some are wrong. For each finding, try to refute it from the code: is the value really chosen by someone outside, is there a check that they missed, does the language or library already prevent it, was it there before the change, can the failure scenario happen as told?

Give one item in verdicts per finding, with its number in "finding":
- confirmed: you tried and failed; the failure happens as told. Quote the line that proves it.
- refuted: the code shows that it is wrong, in each way it is told. Quote the line that proves that.
- uncertain: the lines you can see do not settle it.

path, line and quote name the proving line, copied character by character from the change or from a slice. A program looks for it; a verdict whose line does not exist counts as uncertain. reason: one or two sentences.

When a line you cannot see would settle a finding, you may ask once for at most ${MOST_SLICES} slices of files of the change in sliceRequests (path, startLine, endLine, at most ${SLICE_LINES} lines each); give your verdicts on the others now. Leave findings empty: raise nothing new.

# The findings

${fence.open}
${list}
${fence.close}

Judge them now, and answer with the JSON object.`;
}

function describe({ kept: finding, others }: Question, number: string, shower: TextShower): string {
  const titles = [...new Set(others.map(({ title }) => title))].filter((title) => title !== finding.title);
  const place =
    finding.path === undefined
      ? (finding.source ?? 'subject')
      : `${shower.anyLine(finding.path)}${finding.startLine === undefined ? '' : `:${finding.startLine} (${finding.side} side)`}`;
  return [
    `${number}: ${finding.severity} ${finding.category} at ${place}`,
    `title: ${shower.anyLine(finding.title)}`,
    ...titles.slice(0, MOST_TITLES).map((title) => `also told as: ${shower.anyLine(title)}`),
    `quote: ${shower.anyLine(finding.quote ?? '')}`,
    `explanation: ${shower.text(finding.explanation, 1_500)}`,
    `failure scenario: ${shower.text(finding.failureScenario, 800)}`,
  ].join('\n');
}

/**
 * The slices that were asked for, from the texts given and nowhere else.
 * @param texts path → text at head, secrets already replaced; what is not in it cannot be asked for
 */
export function showSlices(
  requests: readonly SliceRequest[],
  texts: ReadonlyMap<string, string>,
  fence: Fence,
  shower: TextShower,
): string {
  const slices = requests.slice(0, MOST_SLICES).map((request) => showSlice(request, texts, shower));
  const rest =
    requests.length > MOST_SLICES
      ? [`${requests.length - MOST_SLICES} further requests were not answered.`]
      : [];
  return [
    'The slices you asked for. There will be no others: give your final verdict on every finding now.',
    `${fence.open}\n${slices.join('\n\n')}\n${fence.close}`,
    ...rest,
  ].join('\n\n');
}

function showSlice(request: SliceRequest, texts: ReadonlyMap<string, string>, shower: TextShower): string {
  const path = shower.anyLine(request.path);
  const text = texts.get(request.path);
  if (text === undefined) return `## ${path}\nnot available`;
  const start = Math.max(1, request.startLine);
  const lines = text.split('\n').slice(start - 1, Math.min(request.endLine, start + SLICE_LINES - 1));
  if (lines.length === 0) return `## ${path}\nno such lines`;
  let left = SLICE_CHARACTERS;
  const shown: string[] = [];
  for (const [index, line] of lines.entries()) {
    const row = `${start + index}   ${shower.anyLine(line)}`;
    left -= row.length;
    if (left < 0) {
      shown.push('(cut: too long)');
      break;
    }
    shown.push(row);
  }
  return `## ${path}\n${shown.join('\n')}`;
}
