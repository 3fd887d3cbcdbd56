import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/errors.ts
var ReviewError = class extends Error {
  code;
  /** What to do about it, one or two sentences. */
  remedy;
  /**
   * @param code stable identifier
   * @param message what happened and why, with the user's value
   * @param remedy what to do
   */
  constructor(code, message, remedy, options) {
    super(message, options);
    this.name = "ReviewError";
    this.code = code;
    this.remedy = remedy;
  }
};
var ForgeError = class extends ReviewError {
  /** HTTP status of the answer; null when there was no answer. */
  status;
  /** The request may have been carried out although its answer did not arrive. */
  maybeDone;
  constructor(code, message, remedy, answer, options) {
    super(code, message, remedy, options);
    this.name = "ForgeError";
    this.status = answer.status;
    this.maybeDone = answer.maybeDone;
  }
};
function messageOf(thrown) {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

export {
  ReviewError,
  ForgeError,
  messageOf
};
