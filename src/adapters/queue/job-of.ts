import type { ReviewJob } from '../../ports.ts';

/** The job in a row; null for what is none. */
export function jobOf(data: unknown): ReviewJob | null {
  if (typeof data !== 'object' || data === null) return null;
  const { reviewId, installationId, repositoryId } = data as Partial<Record<keyof ReviewJob, unknown>>;
  if (typeof reviewId !== 'string') return null;
  if (typeof installationId !== 'number' || typeof repositoryId !== 'number') return null;
  return { reviewId, installationId, repositoryId };
}
