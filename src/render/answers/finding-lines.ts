import type { RememberedFinding } from '../../model.ts';
import { cutLine, cutPath } from '../cut-text.ts';
import { codeSpan, escapeMarkdownLine } from '../escape-markdown.ts';

const MOST_NAMED = 5;

/** The id that people type for a remembered finding. */
export function idOf({ fingerprint }: Pick<RememberedFinding, 'fingerprint'>): string {
  return fingerprint.slice(3, 11);
}

/** `src/a.ts:3`, as the last review saw it. */
export function placeOf({ path, line }: Pick<RememberedFinding, 'path' | 'line'>): string {
  if (path === undefined) return 'the pull request itself';
  return codeSpan(`${cutPath(path, 120)}${line === undefined ? '' : `:${line}`}`);
}

/** A remembered finding on one line of a list, inert. */
export function rememberedLine(finding: RememberedFinding): string {
  const { severity, title, state } = finding;
  return `- ${codeSpan(idOf(finding))} ${severity} · ${escapeMarkdownLine(cutLine(title, 90))} · ${placeOf(finding)}${state === 'open' ? '' : ` (${state})`}`;
}

/**
 * The answer to a command that names no finding, or more than one: the ids that are nearest to what was typed.
 * @param id 8 to 24 hex characters
 */
export function unknownFinding(id: string, known: readonly RememberedFinding[]): string {
  if (known.length === 0)
    return `There is no finding ${codeSpan(id)}: the last review left none, or there was none yet. ${codeSpan('/review')} reviews the pull request.`;
  const nearest = [...known]
    .map((finding) => ({ finding, common: commonLength(id, finding.fingerprint.slice(3)) }))
    .sort((left, right) => right.common - left.common || rankOf(left.finding) - rankOf(right.finding))
    .slice(0, MOST_NAMED)
    .map(({ finding }) => rememberedLine(finding));
  return `There is no single finding ${codeSpan(id)}. The nearest are:\n\n${nearest.join('\n')}`;
}

function commonLength(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return length;
}

function rankOf({ state }: RememberedFinding): number {
  return state === 'open' ? 0 : 1;
}
