import { fileURLToPath } from 'node:url';
import { compileBuiltInPatterns } from '../../scripts/compile-built-in-patterns.ts';
import { compileBuiltIns } from '../../scripts/compile-built-ins.ts';
import { makeGrammars } from '../../src/adapters/grammar/make-grammars.ts';
import { sourceGrammarFiles } from '../../src/adapters/grammar/source-grammar-files.ts';
import { sampleFile } from '../../src/analyzers/tree/sample-file.ts';
import { systemClock } from '../../src/entry/system-ports.ts';
import type { Blob, FileChange, Report } from '../../src/model.ts';
import type { ChangeSource } from '../../src/ports.ts';
import { review } from '../../src/review.ts';

const ROOT = new URL('../../', import.meta.url);

/** Time is no matter here: what a slow machine does not finish would count as not found. */
const SETTINGS = 'model: off\nbudgets: { run-seconds: 7200, agent-seconds: 3600 }\n';

/** Files of one change: path → text, on both sides. */
export interface ChangeOfFiles {
  readonly after: ReadonlyMap<string, string>;
  readonly before: ReadonlyMap<string, string>;
  /** What changed; every file of `after` is new when absent. */
  readonly changes?: readonly FileChange[];
}

/** The product's own pipeline over files in memory, without a model. */
export interface Reviewer {
  review(change: ChangeOfFiles): Promise<Report>;
  close(): Promise<void>;
}

/** Compiles the built-in rules of the sources and opens the grammars, once for all changes. */
export async function makeReviewer(): Promise<Reviewer> {
  const root = fileURLToPath(ROOT);
  const builtIns = compileBuiltIns(root);
  const patterns = new Map(await compileBuiltInPatterns(root, builtIns.rules));
  const grammars = makeGrammars({ ...sourceGrammarFiles(ROOT), timeLimitMs: 30_000 });
  return {
    review: async (change) => {
      const order = {
        tool: { name: 'bench', version: '0' },
        builtIns,
        patterns,
        overrides: {},
        config: { name: 'bench.yml', text: SETTINGS },
      };
      const ports = {
        source: sourceOf(change),
        grammars,
        progress: { agent: () => undefined },
        clock: systemClock,
        log: { debug: () => undefined, info: () => undefined, warn: () => undefined },
        openModels: null,
      };
      const { report } = await review(order, ports, new AbortController().signal);
      return report;
    },
    close: () => grammars.close(),
  };
}

function sourceOf({ after, before, changes }: ChangeOfFiles): ChangeSource {
  const blobs = (paths: readonly string[], files: ReadonlyMap<string, string>) =>
    new Map(
      paths.map((path): [string, Blob] => {
        const text = files.get(path);
        return [path, text === undefined ? { kind: 'missing' } : { kind: 'text', text, undecodable: false }];
      }),
    );
  const revision = (label: string) => ({ sha: null, label });
  return {
    changes: async () => ({
      repository: 'bench',
      head: revision('after'),
      base: revision('before'),
      subject: null,
      files: changes ?? [...after].map(([path, text]) => sampleFile(path, text, null).file.change),
      unreadable: [],
    }),
    readHead: async (paths) => blobs(paths, after),
    readBase: async (paths) => blobs(paths, before),
    listHead: async () => [...after.keys()],
    readConfiguration: async () => new Map(),
  };
}
