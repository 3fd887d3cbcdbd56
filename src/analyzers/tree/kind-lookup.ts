/** Index of a kind in a grammar's list, or -1. Lists hold named kinds first, then tokens of the same name. */
export function kindIndex(kindNames: readonly string[], kind: string, named: boolean): number {
  return named ? kindNames.indexOf(kind) : kindNames.lastIndexOf(kind);
}

/** A set of kinds as a table: 1 where the index is in it. */
export function kindMask(kindNames: readonly string[], kinds: ReadonlySet<number>): Uint8Array {
  const mask = new Uint8Array(kindNames.length);
  for (const kind of kinds) mask[kind] = 1;
  return mask;
}
