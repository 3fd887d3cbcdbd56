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
  | 'path-unreadable'
  | 'bad-usage'
  | 'bad-configuration'
  | 'output-unwritable'
  | 'asset-missing'
  | 'grammar-missing'
  | 'aborted'
  | 'timed-out'
  | 'forge-refused'
  | 'forge-forbidden'
  | 'forge-not-found'
  | 'forge-limited'
  | 'forge-unavailable'
  | 'database-unreachable'
  | 'database-refused'
  | 'database-unsuitable'
  | 'folder-in-use'
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

/** A code host said no, or nothing. What to do follows from `status`, never from the words. */
export class ForgeError extends ReviewError {
  /** HTTP status of the answer; null when there was no answer. */
  readonly status: number | null;
  /** The request may have been carried out although its answer did not arrive. */
  readonly maybeDone: boolean;

  constructor(
    code: ErrorCode,
    message: string,
    remedy: string,
    answer: { readonly status: number | null; readonly maybeDone: boolean },
    options?: ErrorOptions,
  ) {
    super(code, message, remedy, options);
    this.name = 'ForgeError';
    this.status = answer.status;
    this.maybeDone = answer.maybeDone;
  }
}

/** The text of anything that was thrown, for people. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
