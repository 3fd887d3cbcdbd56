/** A place in a file, both 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Keys and indexes from the root of a file to a value. */
export type KeyPath = readonly (string | number)[];

/** A value of a file with its place, before anything is known of its shape. */
export type YamlNode =
  | { readonly kind: 'scalar'; readonly at: Position; readonly value: string | number | boolean | null }
  | { readonly kind: 'list' | 'map'; readonly at: Position; readonly entries: readonly YamlEntry[] };

/** A key of a map or an index of a list, as it was in the file, with its place. */
export interface YamlEntry {
  readonly key: string | number;
  readonly at: Position;
  readonly node: YamlNode;
}

/** The node as plain data. Maps become objects without a prototype, so that no key can reach one. */
export function toData(node: YamlNode): unknown {
  if (node.kind === 'scalar') {
    return node.value;
  }
  if (node.kind === 'list') {
    return node.entries.map((entry) => toData(entry.node));
  }
  const data: Record<string, unknown> = Object.create(null);
  for (const entry of node.entries) {
    data[entry.key] = toData(entry.node);
  }
  return data;
}

/** The entry at `index` of a list or with the key `index` of a map. */
export function entryOf(node: YamlNode, index: string | number): YamlEntry | null {
  if (node.kind === 'scalar') {
    return null;
  }
  const found =
    node.kind === 'list'
      ? node.entries[Number(index)]
      : node.entries.find((entry) => entry.key === String(index));
  return found ?? null;
}

/** A value found by its path, named as the file names it. */
export interface Place {
  /** Path with the keys and indexes of the file. */
  readonly path: KeyPath;
  /** Of the key when there is one, else of the value. */
  readonly keyAt: Position;
  /** The value; null when the path ends before it: a missing key, whose place is the map it is missing from. */
  readonly node: YamlNode | null;
  /** Entries from the root to here, the last one being the smallest part that can be left out. */
  readonly trail: readonly YamlEntry[];
}

/** Follows `path` from `root` as far as it goes. */
export function placeOf(root: YamlNode, path: KeyPath): Place {
  const trail: YamlEntry[] = [];
  let node = root;
  for (const [depth, index] of path.entries()) {
    const entry = entryOf(node, index);
    if (entry === null) {
      const rest = path.slice(depth);
      return { path: [...trail.map((passed) => passed.key), ...rest], keyAt: node.at, node: null, trail };
    }
    trail.push(entry);
    node = entry.node;
  }
  const last = trail.at(-1);
  return { path: trail.map((entry) => entry.key), keyAt: last?.at ?? node.at, node, trail };
}

/** The tree without the given entries. */
export function without(node: YamlNode, dropped: ReadonlySet<YamlEntry>): YamlNode {
  if (node.kind === 'scalar') {
    return node;
  }
  const entries = node.entries
    .filter((entry) => !dropped.has(entry))
    .map((entry) => {
      const kept = without(entry.node, dropped);
      return kept === entry.node ? entry : { ...entry, node: kept };
    });
  const unchanged =
    entries.length === node.entries.length && entries.every((entry, i) => entry === node.entries[i]);
  return unchanged ? node : { ...node, entries };
}

/** A path as people write it: `rules[2].tests.match`. */
export function dotted(path: KeyPath): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`),
    '',
  );
}
