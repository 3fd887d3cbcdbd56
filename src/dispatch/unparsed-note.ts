import type { FileAnalysis } from './analyze-files.ts';

const MOST_NAMED = 5;

/**
 * Says which files hold places that could not be parsed: rules about syntax saw the rest of them. Empty when there are
 * none. What a bound left out is no such place; that makes a review incomplete.
 */
export function unparsedNote(finished: readonly FileAnalysis[]): readonly string[] {
  const paths = finished
    .filter(({ analyzed }) => (analyzed?.tree?.errors ?? 0) > 0 && analyzed?.tree?.unread === undefined)
    .map(({ file }) => file.path)
    .sort();
  if (paths.length === 0) return [];
  const more = paths.length - MOST_NAMED;
  const named = `${paths.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const [files, them] = paths.length === 1 ? ['file has', 'it'] : ['files have', 'them'];
  return [
    `${paths.length} ${files} places that could not be parsed; rules about syntax saw the rest of ${them}: ${named}.`,
  ];
}
