import type { RememberedFinding, ReviewMemory } from '../../../model.ts';

/**
 * The finding that a person means by an id.
 * @param id 8 to 24 hex characters, the beginning of a fingerprint's body
 * @returns null when none is remembered, or more than one
 */
export function findRemembered(
  memory: Pick<ReviewMemory, 'findings'> | null,
  id: string,
): RememberedFinding | null {
  const matching = (memory?.findings ?? []).filter(({ fingerprint }) => fingerprint.startsWith(`f1:${id}`));
  const [first = null] = matching;
  return matching.length === 1 ? first : null;
}
