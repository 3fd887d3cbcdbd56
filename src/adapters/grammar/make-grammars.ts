import { availableParallelism } from 'node:os';
import type { Clock, Grammars, ParseResult } from '../../ports.ts';
import { GRAMMARS } from './languages.ts';
import type { LanguageNames, ParseJob } from './messages.ts';
import { type ParseThread, startParseThread } from './parse-thread.ts';

/** A further thread costs about 60 ms to start; it pays when this much text waits for each thread there is. */
const TEXT_PER_THREAD = 150_000;
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

interface Waiting {
  readonly job: ParseJob;
  readonly settle: (result: ParseResult) => void;
}

/**
 * Makes the `Grammars` port: trees of tree-sitter grammars, parsed in worker threads that start when first needed, do
 * not keep the process alive while idle, and are ended when one text takes longer than the limit.
 */
export function makeGrammars(options: GrammarsOptions): Grammars {
  const { workerScript: script, clock = machineClock, timeLimitMs = 3000, maxLength = 1_500_000 } = options;
  const most = options.workers ?? Math.min(MAX_THREADS, availableParallelism());
  const names = new Map<string, LanguageNames>();
  const folders = options.assets instanceof URL ? [options.assets] : options.assets;
  const setup = { assets: folders.map((folder) => folder.href) };
  const threads = new Set<ParseThread>();
  const idle: ParseThread[] = [];
  const queue: Waiting[] = [];
  let queuedLength = 0;
  let lastId = 0;
  let closed = false;

  const serve = async (thread: ParseThread) => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      queuedLength -= next.job.text.length;
      next.settle(await thread.run(next.job));
      if (thread.dead) {
        threads.delete(thread);
        wake();
        return;
      }
    }
    idle.push(thread);
  };
  const wake = () => {
    if (queue.length === 0 || closed) return;
    let thread = idle.pop();
    while (thread?.dead) {
      threads.delete(thread);
      thread = idle.pop();
    }
    if (!thread && threads.size < most && queuedLength >= threads.size * TEXT_PER_THREAD) {
      thread = startParseThread({ script, setup, timeLimitMs, clock, names });
      threads.add(thread);
    }
    if (thread) void serve(thread);
  };

  return {
    languages: new Set(GRAMMARS.keys()),
    parse: (language, text) => {
      const grammar = GRAMMARS.get(language);
      if (grammar === undefined) return Promise.resolve({ kind: 'unsupported' });
      if (text.length > maxLength) return Promise.resolve(tooLarge(text.length, maxLength));
      if (closed) return Promise.resolve({ kind: 'failed', reason: 'the parser was closed already' });
      return new Promise((settle) => {
        lastId++;
        queue.push({ job: { id: lastId, language, grammar, text }, settle });
        queuedLength += text.length;
        wake();
      });
    },
    close: async () => {
      closed = true;
      const reason = 'the review ended before this file was parsed';
      for (const { settle } of queue.splice(0)) settle({ kind: 'failed', reason });
      await Promise.all([...threads].map((thread) => thread.end()));
      threads.clear();
    },
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
