/**
 * What the core needs of the world. Small interfaces that import nothing but values; adapters implement them and the
 * entry picks which.
 */
import type {
  AgentStatus,
  Blob,
  ChangeSubject,
  FileChange,
  PathReason,
  Revision,
  SyntaxTree,
} from './model.ts';

/** The change as a source lists it, before any content is read. */
export interface ChangeSet {
  readonly repository: string;
  readonly head: Revision;
  readonly base: Revision;
  readonly subject: ChangeSubject | null;
  readonly files: readonly FileChange[];
  /** Parts of the change that could not be understood, with the reason. */
  readonly unreadable: readonly PathReason[];
}

/** Where a change is read from: a local git repository, a patch file, or a forge. Never writes. */
export interface ChangeSource {
  /** Lists the change. @throws ReviewError when there is nothing to compare with. */
  changes(signal: AbortSignal): Promise<ChangeSet>;
  /** Contents at head. Every asked path has an entry in the answer. Links are never followed. */
  readHead(paths: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, Blob>>;
  /** Contents at base (the merge base), paths as they were there. */
  readBase(paths: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, Blob>>;
  /** All paths at head, or null when this source cannot list them. */
  listHead(signal: AbortSignal): Promise<readonly string[] | null>;
  /** Configuration files below the given folders or at the given paths, from the base commit only. path → text. */
  readConfiguration(paths: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, string>>;
}

export type ParseResult =
  | { readonly kind: 'tree'; readonly tree: SyntaxTree }
  /** `unsupported`: no grammar for the language. The others are said in the report. */
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'timed-out' | 'too-large' | 'failed'; readonly reason: string };

/** Syntax trees, parsed away from the main thread and bounded in time. */
export interface Grammars {
  readonly languages: ReadonlySet<string>;
  /** Parses one text. Never rejects. */
  parse(language: string, text: string): Promise<ParseResult>;
  close(): Promise<void>;
}

/** Live progress. Called often; must return at once. */
export interface Progress {
  agent(status: AgentStatus): void;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Milliseconds on a steady clock, for durations. */
  steady(): number;
  /** Calls back after `ms`; returns what cancels it. */
  after(ms: number, call: () => void): () => void;
}

export interface Random {
  /** `bytes` random bytes as lower-case hex. */
  hex(bytes: number): string;
}

export interface Log {
  debug(message: string, fields?: Readonly<Record<string, unknown>>): void;
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
}
