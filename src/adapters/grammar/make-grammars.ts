import { availableParallelism } from 'node:os';
import { READERS } from '../../analyzers/readers/readers.ts';
import type { Clock, Grammars, ParseResult } from '../../ports.ts';
import { GRAMMARS } from './languages.ts';
import { makeThreadPool } from './make-thread-pool.ts';
import type { LanguageNames } from './messages.ts';
import { startParseThread } from './parse-thread.ts';

const MAX_THREADS = 4;

export interface GrammarsOptions {
  /**
   * Folders with grammar files (`web-tree-sitter.wasm`, `tree-sitter-<grammar>.wasm`, each also as `.wasm.br`), as
   * file URLs that end in a slash; the first that has a file is taken.
   */
  readonly assets: URL | readonly URL[];
  /** The worker's script: `grammar-worker.ts` from source (Node 24), `grammar-worker.js` in `dist/`. */
  readonly workerScript: URL;
  /** The machine's clock when absent. */
  readonly clock?: Pick<Clock, 'after'>;
  /** Most threads at once; the cores of the machine, at most 4, when absent. They start when there is work for them. */
  readonly workers?: number;
  /** The first thread starts before there is work for it: for a program that will surely have some. */
  readonly startsAtOnce?: boolean;
  /** For one text, loading the grammar not counted. 3,000 when absent. */
  readonly timeLimitMs?: number;
  /** Longer texts (in UTF-16 units) are not parsed. 1.5 million when absent. */
  readonly maxLength?: number;
}

const machineClock: Pick<Clock, 'after'> = {
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * Makes the `Grammars` port: trees of our own readers, made at once, and of tree-sitter grammars, parsed in worker threads that start when first needed, do
 * not keep the process alive while idle, and are ended when one text takes longer than the limit.
 */
export function makeGrammars(options: GrammarsOptions): Grammars {
  const { workerScript: script, clock = machineClock, timeLimitMs = 3000, maxLength = 1_500_000 } = options;
  const most = options.workers ?? Math.min(MAX_THREADS, availableParallelism());
  const names = new Map<string, LanguageNames>();
  const folders = options.assets instanceof URL ? [options.assets] : options.assets;
  const setup = { assets: folders.map((folder) => folder.href) };
  const pool = makeThreadPool(() => startParseThread({ script, setup, timeLimitMs, clock, names }), most);
  if (options.startsAtOnce) pool.startOne();
  let lastId = 0;
  return {
    languages: new Set([...GRAMMARS.keys(), ...READERS.keys()]),
    parse: (language, text) => {
      const grammar = GRAMMARS.get(language);
      const reader = READERS.get(language);
      if (grammar === undefined && reader === undefined) return Promise.resolve({ kind: 'unsupported' });
      if (text.length > maxLength) return Promise.resolve(tooLarge(text.length, maxLength));
      if (reader !== undefined) return Promise.resolve({ kind: 'tree', tree: reader(text) });
      if (grammar === undefined) return Promise.resolve({ kind: 'unsupported' });
      lastId++;
      return pool.run({ id: lastId, language, grammar, text });
    },
    close: pool.close,
  };
}

function tooLarge(length: number, maxLength: number): ParseResult {
  return {
    kind: 'too-large',
    reason:
      `the text has ${length} characters, and syntax trees are made of up to ${maxLength}; ` +
      'the file was reviewed by text rules only',
  };
}
