import type { SyntaxTree } from '../../model.ts';
import { readDockerfile } from './read-dockerfile.ts';
import { readHcl } from './read-hcl.ts';
import { readJson } from './read-json.ts';
import { readSql } from './read-sql.ts';
import { readYamlTree } from './read-yaml-tree.ts';

/**
 * Readers of our own for languages without a grammar: language id → tree of a text. They run where they are called:
 * each takes one pass over the text, keeps a stack of its own, and never throws.
 */
export const READERS: ReadonlyMap<string, (text: string) => SyntaxTree> = new Map([
  ['dockerfile', readDockerfile],
  ['hcl', readHcl],
  ['yaml', readYamlTree],
  ['json', (text) => readJson(text)],
  ['jsonc', (text) => readJson(text, 'jsonc')],
  ['sql', readSql],
]);
