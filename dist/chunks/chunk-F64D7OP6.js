import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/adapters/grammar/tree-buffer.ts
function treeArrays(size, buffer = new ArrayBuffer(size * 21)) {
  return {
    buffer,
    start: new Uint32Array(buffer, 0, size),
    end: new Uint32Array(buffer, size * 4, size),
    parent: new Int32Array(buffer, size * 8, size),
    next: new Uint32Array(buffer, size * 12, size),
    kind: new Uint16Array(buffer, size * 16, size),
    field: new Uint16Array(buffer, size * 18, size),
    flags: new Uint8Array(buffer, size * 20, size)
  };
}

export {
  treeArrays
};
