import { readJson } from '../readers/read-json.ts';
import { lineIndexOf } from '../tree/line-index.ts';
import { childByField, kindOf, textOf } from '../tree/syntax.ts';

/** An entry of an object, with the line of its key. */
export interface JsonEntry {
  readonly key: string;
  readonly value: JsonValue;
  readonly line: number;
}

/** A value of a JSON text that knows where it stands. Asking for what is not there gives empty answers. */
export interface JsonValue {
  /** The value itself as text: a string without its quotes, or a number or word; empty for the rest. */
  readonly own: string;
  readonly entries: readonly JsonEntry[];
  readonly items: readonly JsonValue[];
  /** The value of a key, or null. */
  get(key: string): JsonValue | null;
  /** The text of a key's value, or the empty text. */
  text(key: string): string;
  /** The key's value is true. */
  flag(key: string): boolean;
  /** Line of a key; of the value itself when it has no such key. */
  lineOf(key: string): number;
}

/** Reads JSON by our reader: objects have no prototype to reach, and depth is bounded. */
export function jsonOf(text: string): JsonValue {
  const tree = readJson(text);
  const lines = lineIndexOf(text.split('\n'));
  const kids = (node: number): number[] => {
    const found: number[] = [];
    const end = tree.next[node] ?? tree.size;
    for (let child = node + 1; child < end; child = tree.next[child] ?? end) found.push(child);
    return found;
  };
  const valueAt = (node: number): JsonValue => {
    const kind = kindOf(tree, node);
    const children = kids(node);
    let entries: readonly JsonEntry[] | null = null;
    const listEntries = () =>
      children
        .filter((child) => kindOf(tree, child) === 'pair')
        .map((pair) => ({
          key: unquote(textOf(tree, text, childByField(tree, pair, 'key'))),
          value: valueAt(childByField(tree, pair, 'value')),
          line: lines.lineOf(tree.start[pair] ?? 0),
        }));
    const all = () => (entries ??= kind === 'mapping' ? listEntries() : []);
    const find = (key: string) => all().find((entry) => entry.key === key);
    return {
      own: kind === 'scalar' ? unquote(textOf(tree, text, node)) : '',
      get entries() {
        return all();
      },
      get items() {
        if (kind !== 'sequence') return [];
        return children.flatMap((item) => kids(item).slice(0, 1)).map(valueAt);
      },
      get: (key) => find(key)?.value ?? null,
      text: (key) => find(key)?.value.own ?? '',
      flag: (key) => find(key)?.value.own === 'true',
      lineOf: (key) => find(key)?.line ?? lines.lineOf(tree.start[node] ?? 0),
    };
  };
  const document = kids(0).find((node) => kindOf(tree, node) === 'document') ?? 0;
  const root = kids(document).find((node) => kindOf(tree, node) !== 'comment');
  return valueAt(root ?? tree.size);
}

/** The text of a string; the few escapes that names and addresses have are undone. */
function unquote(text: string): string {
  if (!text.startsWith('"')) return text;
  return text.slice(1, text.endsWith('"') ? -1 : undefined).replace(/\\(["\\/])/g, '$1');
}
