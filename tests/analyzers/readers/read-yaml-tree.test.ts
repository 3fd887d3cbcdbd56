import { describe, expect, it } from 'vitest';
import { CST, Parser } from 'yaml';
import { readYamlTree } from '../../../src/analyzers/readers/read-yaml-tree.ts';
import { fieldOf, kindOf } from '../../../src/analyzers/tree/syntax.ts';

const SCALARS = new Set(['scalar', 'single-quoted-scalar', 'double-quoted-scalar', 'alias', 'block-scalar']);

/** Keys and other scalars of a text with their extents, as the `yaml` package sees them. */
function scalarsOfPackage(text: string): readonly string[] {
  const found: string[] = [];
  const note = (token: CST.Token | null | undefined, field: string): void => {
    if (!token || !SCALARS.has(token.type)) return;
    const source = token.type === 'block-scalar' ? '' : 'source' in token ? token.source : '';
    found.push(
      `${field} ${token.offset}${token.type === 'block-scalar' ? '' : `-${token.offset + source.length}`}`,
    );
  };
  for (const token of new Parser().parse(text)) {
    if (token.type === 'error') throw new Error(`${token.message} in ${text}`);
    if (token.type !== 'document') continue;
    CST.visit(token, (item) => {
      const isPair = item.sep !== undefined || item.key !== undefined;
      note(item.key, 'key');
      note(item.value, isPair ? 'value' : '');
    });
  }
  return found.sort();
}

function scalarsOfReader(text: string): readonly string[] {
  const tree = readYamlTree(text);
  expect(tree.errors).toBe(0);
  return Array.from({ length: tree.size }, (_, node) => node)
    .filter((node) => ['scalar', 'alias', 'block_scalar'].includes(kindOf(tree, node)))
    .map((node) => {
      const end = kindOf(tree, node) === 'block_scalar' ? '' : `-${tree.end[node]}`;
      return `${fieldOf(tree, node)} ${tree.start[node]}${end}`;
    })
    .sort();
}

const TEXTS: readonly (readonly [string, string])[] = [
  ['nested mappings', 'a:\n  b:\n    c: 1\n  d: 2\ne: 3\n'],
  ['a sequence as far left as its key', 'a:\n- b\n- c: 1\n  d: 2\ne: f\n'],
  ['sequences in a line', '- - a\n  - b\n- - c\n'],
  ['an empty value before another key', 'a:\nb: 1\nc:\n  d:\ne:\n'],
  ['text over several lines', 'a: b\n  c d\n\n  e\nf: g\n'],
  ['text of its own over several lines', 'one\ntwo\n  three\n'],
  ['colons, dashes and hashes inside of text', 'a: http://b:80/c#d - e\nf: -g\nh: ?i\nj::k: l\n'],
  ['comments', '# a\nb: c # d\n# e\n\nf: # g\n  h # i\n'],
  ['quotes', "a: \"b: \\\" c\"\n'd': 'e''f'\n\"g\" : h\n"],
  ['quotes over several lines', 'a: "b\n  c\n\n  d"\ne: \'f\n  g\'\n'],
  ['block scalars', 'a: |\n  b: c\n   d\n\n  e\nf: >-\n  g\nh: |2\n   i\nj: |+\n\nk: l\n'],
  ['a block scalar with a comment in its head', 'a: | # b\n  c\nd: e\n'],
  ['block scalars in a sequence', '- |\n a\n- >\n b\n- c: |\n   d\n  e: f\n'],
  ['a block scalar at the end', 'a:\n  - b: |\n      c\n'],
  ['collections in brackets', 'a: [b, "c", {d: e, f}, g: h]\ni: {}\nj: []\n'],
  ['brackets over several lines', 'a: [\n  b, # c\n  d\n  ]\ne: {\n  f: g,\n  "h":1\n}\n'],
  ['text over several lines in brackets', 'a: [b c\n  d, e]\n'],
  [
    'anchors, aliases and tags',
    'a: &b c\nd: *b\ne: !!str f\n&g h: i\nj: &k\n  l: m\n<<: *k\n- n\n'.slice(0, -4),
  ],
  ['an anchor before the first key of an item', '- &a b: c\n  d: e\n- !x f: g\n  h: i\n'],
  ['explicit keys', '? a\n: b\n? - c\n  - d\n: - e\n'],
  ['documents', '%YAML 1.2\n---\na: b\n...\n---\n- c\n--- d\n'],
  ['a document after a scalar that looks like a marker', 'a: |\n  ---\nb: ---c\n---\nd\n'],
  ['carriage returns', 'a: b\r\nc:\r\n  - d\r\n  - "e"\r\nf: |\r\n  g\r\n'],
  ['a byte-order mark', '\uFEFFa: b\n'],
  ['expressions', `a: \${{ b.c }}\nd: "x \${{ e }} y"\n`],
  ['values that begin on the next line', 'a:\n  b\nc:\n  "d"\ne:\n  [f]\ng:\n  - h\n'],
  ['a key without a space before its comment', 'a: b#c\nd:\t e\n'],
  ['no line feed at the end', 'a:\n  - b'],
  ['nothing', '\n# only a comment\n'],
];

describe('the YAML reader and the yaml package agree on keys and scalars', () => {
  it.each(TEXTS)('in %s', (_name, text) => {
    expect(scalarsOfReader(text)).toEqual(scalarsOfPackage(text));
  });
});
