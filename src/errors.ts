/**
 * The error catalogue. Every error that a person can meet is a row here: a stable code, what happened, why, and what
 * to do, with the person's own value in the text.
 */

export type ErrorCode =
  | 'not-a-repository'
  | 'no-commits'
  | 'unknown-revision'
  | 'no-merge-base'
  | 'git-missing'
  | 'git-failed'
  | 'patch-unreadable'
  | 'bad-usage'
  | 'bad-configuration'
  | 'output-unwritable'
  | 'asset-missing'
  | 'grammar-missing'
  | 'aborted'
  | 'timed-out'
  | 'internal';

/** An error whose message is meant for the person at the keyboard. */
export class ReviewError extends Error {
  readonly code: ErrorCode;
  /** What to do about it, one or two sentences. */
  readonly remedy: string;

  /**
   * @param code stable identifier
   * @param message what happened and why, with the user's value
   * @param remedy what to do
   */
  constructor(code: ErrorCode, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ReviewError';
    this.code = code;
    this.remedy = remedy;
  }
}

/** The text of anything that was thrown, for people. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
