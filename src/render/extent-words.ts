import type { Report } from '../model.ts';
import { formatCount, formatList } from './format-quantity.ts';

/** The reasons come from names of branches and commits; longer ones say no more. */
const LONGEST_REASONS = 400;

/**
 * How much of the change the models looked at in this run, one or two sentences of plain text.
 * @returns null on a first review, when no model was asked, and when there was nothing to ask about
 */
export function extentWords({ extent, since }: Report): string | null {
  if (extent === undefined || since === undefined) return null;
  if (extent.kind === 'full')
    return `Models looked at every file again: ${extent.reasons.join('; ').slice(0, LONGEST_REASONS)}.`;
  if (extent.askedFiles === 0) return null;
  const { glance, askedFiles, carriedFiles } = extent;
  const asked = `Models looked at ${formatCount(askedFiles, 'changed file')}`;
  const carried =
    carriedFiles === 0 ? '' : `; results for ${formatCount(carriedFiles, 'file')} were taken over`;
  const words = `${asked}${carried}.`;
  return glance === undefined
    ? words
    : `${words} The push is small (${formatCount(glance.lines, 'line')} since all reviewers looked): only ${formatList(glance.reviewers)} ${glance.reviewers.length === 1 ? 'was' : 'were'} asked.`;
}
