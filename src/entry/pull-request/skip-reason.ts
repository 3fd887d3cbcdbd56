import type { Settings } from '../../model.ts';
import type { PullRequestState } from '../../ports.ts';

/** Why the base configuration skips a pull request as a whole, or null. Titles are compared without case. */
export function skipReason(skip: Settings['skip'], state: PullRequestState): string | null {
  const label = skip.labels.find((name) => state.labels.includes(name));
  if (label !== undefined) return `the label "${label}"`;
  if (skip.authors.includes(state.author)) return `the author ${state.author}`;
  const title = skip.titles.find((text) => state.title.toLowerCase().includes(text.toLowerCase()));
  return title === undefined ? null : `the title contains "${title}"`;
}
