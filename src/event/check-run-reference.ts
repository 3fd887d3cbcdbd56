/**
 * What the App writes into `external_id` of its check runs: an event about a check run names no pull request when the
 * head is in a fork (facts: commit status or check run). With the review in it, it stands on one check run only.
 */
export function checkRunReference(pullNumber: number, reviewId: string): string {
  return `pull-request:${pullNumber}:${reviewId}`;
}

/** The pull request that {@link checkRunReference} named; null for any other text. */
export function readCheckRunReference(text: string): number | null {
  const [, digits] = /^pull-request:([1-9]\d{0,8}):/.exec(text) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** Identifiers of the buttons on the App's check runs (at most 20 characters, as GitHub says). */
export const CHECK_RUN_BUTTONS = ['re-run', 'explain'] as const;
export type CheckRunButton = (typeof CHECK_RUN_BUTTONS)[number];
