import type { Forge, Grammars, Log } from '../../ports.ts';
import type { ShippedData } from '../load-built-ins.ts';

/** What the review of one pull request works with, wherever it was started. */
export interface PullRequestWorld {
  readonly forge: Forge;
  readonly shipped: ShippedData;
  /** Folder of the built assets, with a slash at its end. */
  readonly assets: URL;
  /** Of a process that reviews one pull request after the other; absent: opened for this review alone. */
  readonly grammars?: Grammars;
  /** Takes our own secrets out of a text. */
  readonly hide: (text: string) => string;
  readonly log: Log;
  /** Lines for the person who reads along. */
  readonly say: Sayings;
}

export interface Sayings {
  line(text: string): void;
  error(text: string): void;
}
