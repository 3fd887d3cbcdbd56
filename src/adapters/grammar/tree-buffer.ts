import type { SyntaxTree } from '../../model.ts';

type Arrays = Pick<SyntaxTree, 'start' | 'end' | 'parent' | 'next' | 'kind' | 'field' | 'flags'>;

/**
 * Lays the seven arrays of a tree out in one block of memory, so that a tree changes threads as one transferred buffer.
 * The wide arrays come first, which keeps every array aligned.
 * @param size number of nodes
 * @param buffer the block of an existing tree; a fresh one is made when absent
 */
export function treeArrays(
  size: number,
  buffer = new ArrayBuffer(size * 21),
): Arrays & { buffer: ArrayBuffer } {
  return {
    buffer,
    start: new Uint32Array(buffer, 0, size),
    end: new Uint32Array(buffer, size * 4, size),
    parent: new Int32Array(buffer, size * 8, size),
    next: new Uint32Array(buffer, size * 12, size),
    kind: new Uint16Array(buffer, size * 16, size),
    field: new Uint16Array(buffer, size * 18, size),
    flags: new Uint8Array(buffer, size * 20, size),
  };
}
