import { Worker } from 'node:worker_threads';
import type { Clock, ParseResult } from '../../ports.ts';
import type { LanguageNames, ParseJob, WorkerAnswer, WorkerSetup } from './messages.ts';
import { treeArrays } from './tree-buffer.ts';

/** Loading a grammar takes 5–50 ms; this much is only ever reached when the machine is stuck. */
const LOAD_LIMIT_MS = 15_000;

export interface ParseThreadOptions {
  readonly script: URL;
  readonly setup: WorkerSetup;
  readonly timeLimitMs: number;
  readonly clock: Pick<Clock, 'after'>;
  /** Names of the grammars seen so far, shared by all threads: every tree of a language has the same lists. */
  readonly names: Map<string, LanguageNames>;
}

/** One worker thread that parses one text at a time. */
export interface ParseThread {
  /** Parses one text; call again only after the answer. Never rejects. After `dead`, make a new thread. */
  run(job: ParseJob): Promise<ParseResult>;
  /** The thread was ended, by its limit, a crash or `end`. */
  readonly dead: boolean;
  end(): Promise<void>;
}

/** Starts a worker thread. It does not keep the process alive unless it has work. */
export function startParseThread(options: ParseThreadOptions): ParseThread {
  const { script, setup, timeLimitMs, clock, names } = options;
  // The worker needs nothing of the environment, and flags of the main thread (loaders, coverage) are not for it.
  // What the parser prints when it cannot start is in its answer too; standard error is for our own words. The
  // streams are left unread: a thread whose streams are read keeps the process alive.
  const worker = new Worker(script, { workerData: setup, env: {}, execArgv: [], stdout: true, stderr: true });
  const loaded = new Set<string>();
  let dead = false;
  let current: { job: ParseJob; settle: (result: ParseResult) => void; cancel: () => void } | null = null;

  const settle = (result: ParseResult) => {
    const done = current;
    current = null;
    done?.cancel();
    worker.unref();
    done?.settle(result);
  };
  const kill = (result: ParseResult) => {
    dead = true;
    settle(result);
    void worker.terminate();
  };
  const limit = (milliseconds: number, doing: string) =>
    clock.after(milliseconds, () =>
      kill({ kind: 'timed-out', reason: `${doing} took longer than ${milliseconds} ms` }),
    );
  const limitParsing = () => limit(timeLimitMs, 'parsing');

  worker.on('message', (answer: WorkerAnswer) => {
    if (answer.id !== current?.job.id) return;
    const { language } = current.job;
    if (answer.kind === 'language') {
      if (!names.has(language)) names.set(language, answer);
      loaded.add(language);
      current.cancel();
      current.cancel = limitParsing();
    } else if (answer.kind === 'failed') {
      const failure = failed(language, answer.reason);
      if (answer.broken) kill(failure);
      else settle(failure);
    } else settle(toTree(language, answer, names));
  });
  worker.on('error', (error) =>
    kill(failed(current?.job.language ?? '', `the parser crashed: ${error.message}`)),
  );
  worker.on('exit', (code) => {
    dead = true;
    settle(failed(current?.job.language ?? '', `the parser ended with code ${code}`));
  });
  // After the listeners, whose coming keeps a process alive.
  worker.unref();

  return {
    get dead() {
      return dead;
    },
    run: (job) =>
      new Promise((resolve) => {
        worker.ref();
        const cancel = loaded.has(job.language)
          ? limitParsing()
          : limit(LOAD_LIMIT_MS, 'starting the parser');
        current = { job, settle: resolve, cancel };
        worker.postMessage(job);
      }),
    end: async () => {
      dead = true;
      settle({ kind: 'failed', reason: 'the review ended before this file was parsed' });
      await worker.terminate();
    },
  };
}

function failed(language: string, reason: string): ParseResult {
  return {
    kind: 'failed',
    reason:
      `no syntax tree for ${language}: ${reason}; the file was reviewed by text rules only. ` +
      'Reinstall the tool if grammar files are missing, and report a crash with the file that caused it',
  };
}

function toTree(
  language: string,
  answer: Extract<WorkerAnswer, { kind: 'tree' }>,
  names: ReadonlyMap<string, LanguageNames>,
): ParseResult {
  const { kindNames, fieldNames } = names.get(language) ?? { kindNames: [], fieldNames: [] };
  const { buffer: _, ...arrays } = treeArrays(answer.size, answer.buffer);
  const { size, errors } = answer;
  return { kind: 'tree', tree: { language, kindNames, fieldNames, size, errors, ...arrays } };
}
