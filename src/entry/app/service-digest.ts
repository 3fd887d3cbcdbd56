import { digestOf } from '../../evidence/digest.ts';
import type { AppSettings } from './app-settings.ts';

/**
 * Digest of everything of the service that decides what a review of a commit says: asked again under other models, the
 * same commit is another review. The key itself is no part of it.
 */
export function serviceDigest({ models, statusContext }: AppSettings): string {
  const asked = models === null ? null : [models.baseUrl, models.profile, models.models, models.prices];
  return digestOf(JSON.stringify(asked), statusContext);
}
