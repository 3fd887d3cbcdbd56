/**
 * A syntax tree as flat arrays in pre-order, ready to be moved between threads and walked without crossing into WASM.
 * Node 0 is the root. Offsets are UTF-16 units into the text that was parsed.
 */
export interface SyntaxTree {
  readonly language: string;
  /** Kind names; `kind[i]` indexes it. */
  readonly kindNames: readonly string[];
  /** Field names; `field[i]` indexes it, 0 is the empty name. */
  readonly fieldNames: readonly string[];
  readonly size: number;
  readonly kind: Uint16Array;
  readonly field: Uint16Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Index of the parent; -1 for the root. */
  readonly parent: Int32Array;
  /** Index of the first node after this node's subtree (so children of i start at i + 1 and hop by `next`). */
  readonly next: Uint32Array;
  /** Bits: 1 named, 2 error, 4 missing, 8 extra (comments). */
  readonly flags: Uint8Array;
  /** Number of error and missing nodes. */
  readonly errors: number;
  /** Offset of the first piece that a bound left out, and why; absent when all was read. */
  readonly unread?: { readonly at: number; readonly reason: string };
}
