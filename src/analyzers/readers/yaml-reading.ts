import type { TreeBuilder } from './tree-builder.ts';

/** What is open: the document, a block mapping or a block sequence. */
export interface Frame {
  readonly kind: 'root' | 'mapping' | 'sequence';
  /** Column in which its pairs or items begin; -1 for the document. */
  readonly indent: number;
  /** A pair or an item is open. */
  isOpen: boolean;
  /** What may come now. */
  awaits: 'key' | 'value' | null;
}

/** How far a YAML text has been read. */
export interface YamlReading {
  readonly text: string;
  readonly builder: TreeBuilder;
  /** The innermost last; the first one is the document's. */
  readonly frames: Frame[];
  /** Comments on lines of their own, as start and end, until it is known what they stand in. */
  readonly comments: number[];
  /** Some scalar may hold an expression. */
  readonly hasExpressions: boolean;
  at: number;
  lineStart: number;
  /** Nothing but blanks stands between the start of the line and `at`. */
  isFresh: boolean;
  /** Column of an anchor or a tag before the node that comes, or -1. */
  properties: number;
  /** End of the last piece that is no comment or blank: where collections end. */
  last: number;
}

/** The innermost frame. There is always one. */
export function topOf({ frames }: YamlReading): Frame {
  const top = frames[frames.length - 1];
  if (top === undefined) throw new Error('the frame of the document was closed');
  return top;
}

/** Begins a value in the innermost frame; returns the field it stands in. */
export function beginValue(reading: YamlReading, start: number): string {
  const top = topOf(reading);
  const field = top.kind === 'mapping' ? (top.awaits ?? '') : '';
  if (top.kind === 'root') reading.builder.open('document', start);
  top.awaits = null;
  return field;
}

/** Adds a scalar with the expressions in it. Looks at its own text only, or a file of them would cost its square. */
export function addScalar(
  { text, builder, hasExpressions }: YamlReading,
  kind: 'scalar' | 'alias' | 'block_scalar',
  start: number,
  end: number,
  field: string,
): void {
  const own = hasExpressions ? text.slice(start, end) : '';
  let at = own.indexOf('${{');
  if (at === -1) {
    builder.leaf(kind, start, end, field);
    return;
  }
  builder.open(kind, start, field);
  while (at !== -1) {
    const close = own.indexOf('}}', at);
    const stop = close === -1 ? own.length : close + 2;
    builder.leaf('expression', start + at, start + stop);
    at = own.indexOf('${{', stop);
  }
  builder.close(end);
}
