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
  /** Text that a bound leaves out: an error, and the tree says that there is more. */
  leaveOut(start: number, end: number, reason: string): void;
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
  const columns = makeColumns();
  const stack: number[] = [];
  let errors = 0;
  let unread: SyntaxTree['unread'];
  const push = (kind: number, start: number, end: number, field: number, flags: number): number => {
    if (columns.size === columns.kind.length) grow(columns);
    const node = columns.size;
    columns.kind[node] = kind;
    columns.field[node] = field;
    columns.start[node] = start;
    columns.end[node] = end;
    columns.parent[node] = stack.at(-1) ?? -1;
    columns.next[node] = node + 1;
    columns.flags[node] = flags;
    columns.size = node + 1;
    return node;
  };
  const numberOf = (table: ReadonlyMap<string, number>, name: string): number => {
    // Most nodes have no field.
    if (name === '') return 0;
    const index = table.get(name);
    if (index === undefined) throw new Error(`"${name}" is not among the names of ${names.language}`);
    return index;
  };
  const close = (end: number): void => {
    const node = stack.pop();
    if (node === undefined) return;
    columns.end[node] = Math.max(end, columns.start[node] ?? 0);
    columns.next[node] = columns.size;
  };
  const error = (start: number, end: number): void => {
    // What follows on an error is the same error.
    const node = columns.size - 1;
    if (columns.flags[node] === (NAMED | ERROR) && columns.end[node] === start) {
      columns.end[node] = end;
      return;
    }
    errors += 1;
    push(0, start, end, 0, NAMED | ERROR);
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
    error,
    leaveOut: (start, end, reason) => {
      unread ??= { at: start, reason };
      error(start, end);
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
        size: columns.size,
        kind: columns.kind.slice(0, columns.size),
        field: columns.field.slice(0, columns.size),
        start: columns.start.slice(0, columns.size),
        end: columns.end.slice(0, columns.size),
        parent: columns.parent.slice(0, columns.size),
        next: columns.next.slice(0, columns.size),
        flags: columns.flags.slice(0, columns.size),
        errors,
        ...(unread === undefined ? {} : { unread }),
      };
    },
  };
}

/** The nodes so far, one array for each thing that is known of them; longer than needed, so that few grow. */
interface Columns {
  size: number;
  kind: Uint16Array<ArrayBuffer>;
  field: Uint16Array<ArrayBuffer>;
  start: Uint32Array<ArrayBuffer>;
  end: Uint32Array<ArrayBuffer>;
  parent: Int32Array<ArrayBuffer>;
  next: Uint32Array<ArrayBuffer>;
  flags: Uint8Array<ArrayBuffer>;
}

const FIRST_CAPACITY = 256;

function makeColumns(): Columns {
  return {
    size: 0,
    kind: new Uint16Array(FIRST_CAPACITY),
    field: new Uint16Array(FIRST_CAPACITY),
    start: new Uint32Array(FIRST_CAPACITY),
    end: new Uint32Array(FIRST_CAPACITY),
    parent: new Int32Array(FIRST_CAPACITY),
    next: new Uint32Array(FIRST_CAPACITY),
    flags: new Uint8Array(FIRST_CAPACITY),
  };
}

function grow(columns: Columns): void {
  const capacity = columns.size * 2;
  columns.kind = copied(columns.kind, new Uint16Array(capacity));
  columns.field = copied(columns.field, new Uint16Array(capacity));
  columns.start = copied(columns.start, new Uint32Array(capacity));
  columns.end = copied(columns.end, new Uint32Array(capacity));
  columns.parent = copied(columns.parent, new Int32Array(capacity));
  columns.next = copied(columns.next, new Uint32Array(capacity));
  columns.flags = copied(columns.flags, new Uint8Array(capacity));
}

function copied<Column extends { set(from: Column): void }>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
