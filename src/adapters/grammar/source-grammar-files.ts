import type { GrammarsOptions } from './make-grammars.ts';

/**
 * Where the grammar files and the worker's script are when the program runs from its sources: tests, scripts,
 * benchmarks. A build has its own place for them.
 * @param root file URL of the repository, ending in a slash
 */
export function sourceGrammarFiles(root: URL): Pick<GrammarsOptions, 'assets' | 'workerScript'> {
  return {
    assets: [
      new URL('node_modules/web-tree-sitter/', root),
      new URL('node_modules/@vscode/tree-sitter-wasm/wasm/', root),
    ],
    workerScript: new URL('src/adapters/grammar/grammar-worker.ts', root),
  };
}
