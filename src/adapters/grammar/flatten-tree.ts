import type { Language, Tree } from 'web-tree-sitter';
import type { LanguageNames } from './messages.ts';
import { treeArrays } from './tree-buffer.ts';

const NAMED = 1;
const ERROR = 2;
const MISSING = 4;
const EXTRA = 8;

/** Node id of the grammar for text that could not be parsed. */
const ERROR_ID = 0xffff;

/** Kinds that may stand between any two nodes. The cursor does not tell, so they are listed. */
const EXTRA_KINDS = new Set([
  'comment',
  'line_comment',
  'block_comment',
  'html_comment',
  'multiline_comment',
  'doc_comment',
  'line_continuation',
]);

/** A grammar's names, and what each of its node ids stands for in our trees. */
export interface KindTable extends LanguageNames {
  /** Grammar's node id → index into `kindNames`. */
  readonly kindOfId: Uint16Array;
  /** Grammar's node id → flags that follow from the kind alone. */
  readonly flagsOfId: Uint8Array;
  readonly errorKind: number;
}

/**
 * Builds the table of a grammar. A grammar has several ids of one name; ours have one index per name and namedness,
 * named ones first, so that `kindNames.indexOf('class')` is the construct and never the keyword.
 */
export function makeKindTable(language: Language): KindTable {
  const count = language.nodeTypeCount;
  const kindNames: string[] = ['ERROR'];
  const kindOfId = new Uint16Array(count);
  const flagsOfId = new Uint8Array(count);
  for (const named of [true, false]) {
    const indexes = new Map<string, number>(named ? [['ERROR', 0]] : []);
    for (let id = 0; id < count; id++) {
      const name = language.nodeTypeForId(id);
      if (name === null || name === undefined || language.nodeTypeIsNamed(id) !== named) continue;
      const index = indexes.get(name) ?? kindNames.push(name) - 1;
      indexes.set(name, index);
      kindOfId[id] = index;
      flagsOfId[id] = named ? NAMED | (EXTRA_KINDS.has(name) ? EXTRA : 0) : 0;
    }
  }
  const fieldNames = [''];
  for (let id = 1; id <= language.fieldCount; id++) fieldNames.push(language.fieldNameForId(id) ?? '');
  return { kindNames, fieldNames, kindOfId, flagsOfId, errorKind: 0 };
}

/**
 * Copies a tree out of WASM memory in one walk, in pre-order. Offsets are UTF-16 units already: the binding counts so.
 * Does not free the tree.
 */
export function flattenTree(
  tree: Tree,
  table: KindTable,
): { size: number; errors: number; buffer: ArrayBuffer } {
  const size = tree.rootNode.descendantCount;
  const flat = treeArrays(size);
  const { start, end, parent, next, kind, field, flags } = flat;
  const { kindOfId, flagsOfId, errorKind } = table;
  const cursor = tree.walk();
  let errors = 0;
  let node = 0;
  let above = -1;
  for (;;) {
    const id = cursor.nodeTypeId;
    const from = cursor.startIndex;
    const to = cursor.endIndex;
    let bits = NAMED | ERROR;
    if (id === ERROR_ID) kind[node] = errorKind;
    else {
      kind[node] = kindOfId[id] ?? 0;
      bits = flagsOfId[id] ?? 0;
      if (from === to && cursor.nodeIsMissing) bits |= MISSING;
    }
    if ((bits & (ERROR | MISSING)) !== 0) errors++;
    flags[node] = bits;
    start[node] = from;
    end[node] = to;
    field[node] = cursor.currentFieldId;
    parent[node] = above;
    if (cursor.gotoFirstChild()) {
      above = node++;
      continue;
    }
    next[node] = ++node;
    let left = false;
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) {
        left = true;
        break;
      }
      next[above] = node;
      above = parent[above] ?? -1;
    }
    if (left) break;
  }
  cursor.delete();
  return { size, errors, buffer: flat.buffer };
}
