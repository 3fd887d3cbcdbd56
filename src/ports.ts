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
  PullRequestContext,
  Recalled,
  Revision,
  SyntaxTree,
  Tokens,
} from './model.ts';

export * from './ports/advisories.ts';
export * from './ports/app-host.ts';
export * from './ports/database.ts';
export * from './ports/forge.ts';
export * from './ports/job-queue.ts';
export * from './ports/metrics.ts';
export * from './ports/review-processes.ts';
export * from './ports/review-store.ts';
export * from './ports/state-seal.ts';

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

/** Looks up what the last review of a pull request left behind, and what people ordered since. */
export type Recall = (context: PullRequestContext, signal: AbortSignal) => Promise<Recalled>;

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

/** A piece of a prompt. With `cacheMark` the server is asked to keep everything up to its end. */
export interface TextBlock {
  readonly text: string;
  readonly cacheMark: boolean;
}

export interface ModelMessage {
  readonly role: 'user' | 'assistant';
  readonly content: readonly TextBlock[];
}

/** What all calls of one model about one bundle of files begin with, byte for byte. */
export interface PromptPrefix {
  readonly system: readonly TextBlock[];
  readonly shared: TextBlock;
}

export type ModelEffort = 'low' | 'medium' | 'high';

/** One question to a model. It can hold text only: there is no field for tools, files or addresses. */
export interface ModelRequest {
  readonly model: string;
  readonly system: readonly TextBlock[];
  readonly messages: readonly ModelMessage[];
  /** Bound of thinking and answer together. */
  readonly maxTokens: number;
  readonly effort: ModelEffort;
  /** JSON schema of the answer; null for free text. */
  readonly schema: Readonly<Record<string, unknown>> | null;
  /** Time on the steady clock after which the answer is of no use; nothing is tried again past it. */
  readonly notAfter?: number;
}

export type ModelFailureKind =
  | 'refused'
  | 'truncated'
  | 'overloaded'
  | 'rate-limited'
  | 'timed-out'
  | 'aborted'
  | 'unauthorised'
  | 'bad-request'
  | 'unreachable'
  | 'protocol';

/** What is known of a call however it ended. Tokens are those of all tries. */
export interface ModelCallFacts {
  readonly model: string;
  readonly usage: Tokens;
  readonly requestId: string | null;
  readonly ms: number;
  readonly tries: number;
}

export type ModelAnswer =
  | ({ readonly kind: 'answer'; readonly text: string; readonly stopReason: string } & ModelCallFacts)
  | ({
      readonly kind: ModelFailureKind;
      /** In words for a person; holds neither the key nor text of the answer. */
      readonly reason: string;
      /** What had arrived of the answer. */
      readonly text: string;
    } & ModelCallFacts);

/** A language model behind one streaming call. Holds the key; nothing else does. */
export interface ModelClient {
  /**
   * Asks once. Expected failures are answers of another kind, never rejections.
   * @param onFirstEvent called at most once, when the answer begins: from then on a cached prefix can be read
   */
  call(request: ModelRequest, signal: AbortSignal, onFirstEvent?: () => void): Promise<ModelAnswer>;
}
