import type { SyntaxTree } from '../../model.ts';

const NAMED = 1;
const ERROR = 2;
const EXTRA = 8;

/** Names that all trees of a language share. `ERROR` and the empty field stand first, as in trees of grammars. */
export interface TreeNames {
  readonly language: string;
  readonly kinds: readonly string[];
  readonly fields: readonly string[];
}

/** Collects the nodes of a tree in the order of the text. Nodes are opened and closed like brackets. */
export interface TreeBuilder {
  /** Begins a node; what is added until `close` lies inside of it. Returns its index. */
  open(kind: string, start: number, field?: string): number;
  /** Ends the innermost open node. */
  close(end: number): void;
  /** A node without children. */
  leaf(kind: string, start: number, end: number, field?: string): void;
  comment(start: number, end: number): void;
  /** Text that the reader could not make sense of; counted. */
  error(start: number, end: number): void;
  /** Nodes that are open. */
  readonly depth: number;
  /** Closes what is open and gives the tree. */
  finish(end: number): SyntaxTree;
}

/**
 * Makes a builder for one text. All nodes are named: the readers give tokens no nodes.
 * @param names kinds in use, `comment` among them
 */
export function makeTreeBuilder(names: TreeNames): TreeBuilder {
  const kindNames = ['ERROR', ...names.kinds];
  const fieldNames = ['', ...names.fields];
  const kindIndex = new Map(kindNames.map((name, index) => [name, index]));
  const fieldIndex = new Map(fieldNames.map((name, index) => [name, index]));
  const columns: Record<'kind' | 'field' | 'start' | 'end' | 'parent' | 'next' | 'flags', number[]> = {
    kind: [],
    field: [],
    start: [],
    end: [],
    parent: [],
    next: [],
    flags: [],
  };
  const stack: number[] = [];
  let errors = 0;
  const push = (kind: number, start: number, end: number, field: number, flags: number): number => {
    const node = columns.kind.push(kind) - 1;
    columns.field.push(field);
    columns.start.push(start);
    columns.end.push(end);
    columns.parent.push(stack.at(-1) ?? -1);
    columns.next.push(node + 1);
    columns.flags.push(flags);
    return node;
  };
  const numberOf = (table: ReadonlyMap<string, number>, name: string): number => {
    const index = table.get(name);
    if (index === undefined) throw new Error(`"${name}" is not among the names of ${names.language}`);
    return index;
  };
  const close = (end: number): void => {
    const node = stack.pop();
    if (node === undefined) return;
    columns.end[node] = Math.max(end, columns.start[node] ?? 0);
    columns.next[node] = columns.kind.length;
  };
  return {
    open: (kind, start, field = '') => {
      const node = push(numberOf(kindIndex, kind), start, start, numberOf(fieldIndex, field), NAMED);
      stack.push(node);
      return node;
    },
    close,
    leaf: (kind, start, end, field = '') => {
      push(numberOf(kindIndex, kind), start, end, numberOf(fieldIndex, field), NAMED);
    },
    comment: (start, end) => void push(numberOf(kindIndex, 'comment'), start, end, 0, NAMED | EXTRA),
    error: (start, end) => {
      // What follows on an error is the same error.
      const node = columns.kind.length - 1;
      if (columns.flags[node] === (NAMED | ERROR) && columns.end[node] === start) {
        columns.end[node] = end;
        return;
      }
      errors += 1;
      push(0, start, end, 0, NAMED | ERROR);
    },
    get depth() {
      return stack.length;
    },
    finish: (end) => {
      while (stack.length > 0) close(end);
      return {
        language: names.language,
        kindNames,
        fieldNames,
        size: columns.kind.length,
        kind: Uint16Array.from(columns.kind),
        field: Uint16Array.from(columns.field),
        start: Uint32Array.from(columns.start),
        end: Uint32Array.from(columns.end),
        parent: Int32Array.from(columns.parent),
        next: Uint32Array.from(columns.next),
        flags: Uint8Array.from(columns.flags),
        errors,
      };
    },
  };
}
