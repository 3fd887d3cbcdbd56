import type { LoweringTree } from './lowering.ts';

/** A piece of a Python string: fixed text, or the node of an inserted expression. */
export type PythonStringPart =
  | { readonly node: number; readonly text: string }
  | { readonly node: number; readonly inserted: number };

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0', '\n': '' };

/** The pieces of a string, an f-string or adjacent strings, in order. */
export function pythonStringParts(tree: LoweringTree, node: number): readonly PythonStringPart[] {
  const strings = tree.kind(node) === 'concatenated_string' ? tree.named(node) : [node];
  return strings.flatMap((string) => {
    const isRaw = /^[a-zA-Z]*[rR]/.test(tree.textOf(string).slice(0, 3));
    return tree.named(string).flatMap((part): readonly PythonStringPart[] => {
      const kind = tree.kind(part);
      if (kind === 'interpolation') return [{ node: part, inserted: tree.child(part, 'expression') }];
      if (kind !== 'string_content') return [];
      const text = tree.textOf(part);
      return [{ node: part, text: isRaw ? text : unescaped(text) }];
    });
  });
}

function unescaped(text: string): string {
  return text.replace(
    /\\(.)/gs,
    (whole, letter: string) => ESCAPES[letter] ?? (/[\\'"]/.test(letter) ? letter : whole),
  );
}
