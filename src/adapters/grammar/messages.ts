/** What goes between the pool and its worker threads. */

/** Handed to a worker when it starts. */
export interface WorkerSetup {
  /** File URLs of folders with grammar files, each ending in a slash, in the order in which they are searched. */
  readonly assets: readonly string[];
}

/** One text to parse. A worker answers each with at most one `language`, then one `tree` or one `failed`. */
export interface ParseJob {
  readonly id: number;
  readonly language: string;
  readonly grammar: string;
  readonly text: string;
}

/** Names of a grammar's kinds and fields; the same for every tree of the language. */
export interface LanguageNames {
  readonly kindNames: readonly string[];
  readonly fieldNames: readonly string[];
}

export type WorkerAnswer =
  /** The grammar was loaded: from here on the time is spent on the text. */
  | ({ readonly kind: 'language'; readonly id: number } & LanguageNames)
  | {
      readonly kind: 'tree';
      readonly id: number;
      readonly size: number;
      readonly errors: number;
      readonly buffer: ArrayBuffer;
    }
  /** `broken`: it failed inside the parser, whose memory cannot be trusted any more. */
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string; readonly broken: boolean };
