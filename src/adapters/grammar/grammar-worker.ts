/** The worker thread behind `makeGrammars`: loads grammars when first needed, parses, flattens, hands the tree over. */
import { parentPort, workerData } from 'node:worker_threads';
import { Language, Parser } from 'web-tree-sitter';
import { messageOf } from '../../errors.ts';
import { flattenTree, type KindTable, makeKindTable } from './flatten-tree.ts';
import type { ParseJob, WorkerAnswer, WorkerSetup } from './messages.ts';
import { readGrammar } from './read-grammar.ts';

interface Loaded {
  readonly language: Language;
  readonly table: KindTable;
}

const setup: WorkerSetup = workerData;
const loaded = new Map<string, Loaded>();

function send(answer: WorkerAnswer, transfer: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(answer, transfer);
}

async function startParser(): Promise<Parser> {
  // The grammar package brings a runtime of its own as `tree-sitter.wasm`; ours must match the binding we import.
  const wasmBinary =
    (await readGrammar(setup.assets, 'web-tree-sitter')) ?? (await readGrammar(setup.assets, 'tree-sitter'));
  if (!wasmBinary) throw new Error('the parser itself (web-tree-sitter.wasm) is not among the grammar files');
  await Parser.init({ wasmBinary });
  return new Parser();
}

async function load(job: ParseJob): Promise<Loaded> {
  const known = loaded.get(job.language);
  if (known) return known;
  const bytes = await readGrammar(setup.assets, `tree-sitter-${job.grammar}`);
  if (!bytes) throw new Error(`the file tree-sitter-${job.grammar}.wasm is not among the grammar files`);
  const language = await Language.load(bytes);
  const fresh = { language, table: makeKindTable(language) };
  loaded.set(job.language, fresh);
  const { kindNames, fieldNames } = fresh.table;
  send({ kind: 'language', id: job.id, kindNames, fieldNames });
  return fresh;
}

function parse(job: ParseJob, parser: Parser, { language, table }: Loaded): void {
  parser.setLanguage(language);
  const tree = parser.parse(job.text);
  if (!tree) throw new Error('the parser gave no tree');
  try {
    const { size, errors, buffer } = flattenTree(tree, table);
    send({ kind: 'tree', id: job.id, size, errors, buffer }, [buffer]);
  } finally {
    // WASM memory is not collected: a tree that is not freed stays until the thread ends.
    tree.delete();
  }
}

/** A thread exists because there is work for it soon: it makes itself ready while that is put together. */
const starting = startParser();
// Said in the answer to each job.
starting.catch(() => undefined);

async function serve(job: ParseJob): Promise<void> {
  let broken = false;
  try {
    const parser = await starting;
    const grammar = await load(job);
    broken = true;
    parse(job, parser, grammar);
  } catch (thrown) {
    send({ kind: 'failed', id: job.id, reason: messageOf(thrown), broken });
  }
}

parentPort?.on('message', (job: ParseJob) => {
  void serve(job);
});
