import { describe, expect, it } from 'vitest';
import { READERS } from '../../../src/analyzers/readers/readers.ts';
import { kindOf, textOf } from '../../../src/analyzers/tree/syntax.ts';
import type { SyntaxTree } from '../../../src/model.ts';
import { limitHere, processorTime } from '../processor-time.ts';

const LIMIT_MS = 200;
/** What hostile text may stand behind. */
const OPENINGS: Readonly<Record<string, readonly string[]>> = {
  hcl: ['x = {'],
  dockerfile: ['RUN '],
  yaml: ['a: '],
};

function read(language: string, text: string): SyntaxTree {
  const reader = READERS.get(language);
  if (reader === undefined) throw new Error(`no reader for ${language}`);
  return reader(text);
}

/** Texts of all nodes of a kind, in order. */
function all(language: string, text: string, kind: string): string[] {
  const tree = read(language, text);
  return Array.from({ length: tree.size }, (_, node) => node)
    .filter((node) => kindOf(tree, node) === kind)
    .map((node) => textOf(tree, text, node));
}

describe('the Dockerfile reader', () => {
  const text = [
    '# syntax=docker/dockerfile:1',
    'FROM --platform=linux/amd64 node:20 AS build',
    'RUN apt-get update && \\',
    '    # a comment among the lines',
    '    DEBIAN_FRONTEND=noninteractive apt-get install -y git; curl -s "https://x" | sudo sh',
    'RUN <<EOF',
    'echo one',
    'EOF',
    'from alpine',
    'ENV A=b "C=d e"',
    'CMD ["node", "x.js"]',
  ].join('\n');

  it('splits stages, instructions and commands', () => {
    expect(all('dockerfile', text, 'stage')).toHaveLength(2);
    expect(all('dockerfile', text, 'command')).toEqual([
      'apt-get update',
      'DEBIAN_FRONTEND=noninteractive apt-get install -y git',
      'curl -s "https://x"',
      'sudo sh',
      '<<EOF',
      'echo one',
    ]);
    expect(all('dockerfile', text, 'image')).toEqual(['node:20', 'alpine']);
    expect(all('dockerfile', text, 'pair')).toEqual(['A=b', '"C=d e"']);
    expect(all('dockerfile', text, 'string')).toEqual(['"node"', '"x.js"']);
  });

  it('goes on behind an unknown instruction and counts it', () => {
    const tree = read('dockerfile', 'FROM a\nWHAT is this\nUSER root\n');
    expect(tree.errors).toBe(1);
    expect(all('dockerfile', 'FROM a\nWHAT is this\nUSER root\n', 'user_instruction')).toEqual(['USER root']);
  });

  it('does not take a here-document that never ends for one', () => {
    expect(all('dockerfile', 'FROM a\nRUN echo $((1<<B))\nUSER x\n', 'user_instruction')).toEqual(['USER x']);
  });
});

describe('the HCL reader', () => {
  it('reads blocks, labels, attributes and the shape of values', () => {
    const text =
      'resource "aws_s3_bucket" "b" {\n  acl = var.open ? "a" : "b" # why\n  tags = { A = "x", "B" : 1 }\n' +
      '  policy = jsonencode({ Action = ["*"] })\n  nested { on = true }\n  text = <<EOF\n{ "a": 1 }\nEOF\n}\n';
    expect(all('hcl', text, 'header')).toEqual(['resource "aws_s3_bucket" "b"', 'nested']);
    expect(all('hcl', text, 'attribute')).toEqual([
      'acl = var.open ? "a" : "b"',
      'tags = { A = "x", "B" : 1 }',
      'A = "x"',
      '"B" : 1',
      'policy = jsonencode({ Action = ["*"] })',
      'Action = ["*"]',
      'on = true',
      'text = <<EOF\n{ "a": 1 }\nEOF',
    ]);
    expect(read('hcl', text).errors).toBe(0);
  });

  it('keeps quotes inside of an interpolation in their string', () => {
    expect(all('hcl', `a = "x-\${lookup(m, "k")}-y"\nb = 1\n`, 'attribute')).toHaveLength(2);
  });
});

describe('the YAML reader', () => {
  it('reads pairs, items, block scalars and expressions of all documents', () => {
    const text = `on: [push]\njobs:\n  a:\n    - run: |\n        echo \${{ github.event.x }}\n        b\n---\nc: 1\n`;
    expect(all('yaml', text, 'document')).toHaveLength(2);
    expect(all('yaml', text, 'expression')).toEqual([`\${{ github.event.x }}`]);
    expect(all('yaml', text, 'item').map((item) => item.split('\n')[0])).toEqual(['push', '- run: |']);
  });

  it('resolves nothing, so an alias bomb costs nothing', () => {
    const lines = ['a0: &a0 [x]'];
    for (let level = 1; level < 40; level++)
      lines.push(`a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`);
    expect(all('yaml', lines.join('\n'), 'alias')).toHaveLength(78);
  });

  it.each([`a: 1\nb: ${'['.repeat(5000)}`, `a: 1\nb:\n  ${'- '.repeat(5000)}`])(
    'leaves out what is nested too deep, says where, and goes on behind it',
    (deep) => {
      const text = `${deep}\nc: 2\n`;
      const tree = read('yaml', text);
      expect(tree.errors).toBeGreaterThan(0);
      expect(tree.unread?.reason).toBe('it is nested deeper than 64 levels');
      expect(text.slice(0, tree.unread?.at).split('\n')).toHaveLength(deep.split('\n').length);
      expect(all('yaml', text, 'pair')).toContain('c: 2');
    },
  );

  it('takes lines of a template language for errors, and reads what is around them', () => {
    const text = 'a:\n{{- if .b }}\n  c: {{ .d }}\n{{- end }}\n  e: "f"\n{% raw %}\n';
    expect(all('yaml', text, 'pair')).toEqual([
      text.slice(0, text.indexOf('"f"') + 3),
      'c: {{ .d }}',
      'e: "f"',
    ]);
    expect(read('yaml', text).errors).toBe(3);
  });

  it('goes on with the next line when one makes no sense', () => {
    const text = 'a: 1\n  b: 2\nc: 3\nd: "never closed\ne: [1,\nf: 4\n';
    expect(all('yaml', text, 'pair')).toEqual(['a: 1', 'c: 3', 'd: "never closed', 'e: [1', 'f: 4']);
    expect(read('yaml', text).errors).toBe(3);
  });
});

describe('the JSON reader', () => {
  it('has the shape of YAML and lets comments and trailing commas pass', () => {
    const text = '{"a": [1, {"b": null,}], // c\n"d": "e"}';
    expect(all('json', text, 'pair')).toEqual(['"a": [1, {"b": null,}]', '"b": null', '"d": "e"']);
    expect(read('json', text).errors).toBe(0);
  });

  it('counts what is wrong and goes on', () => {
    expect(read('json', '{"a": ?, "b": 1}').errors).toBe(1);
    expect(all('json', '{"a": ?, "b": 1}', 'pair')).toContain('"b": 1');
  });
});

describe('the SQL reader', () => {
  it('tells statements, strings and comments apart', () => {
    const text = "DELETE FROM a; -- where\nUPDATE b SET c = 'x;y' WHERE d IN (1, 2);\n";
    expect(all('sql', text, 'statement')).toEqual([
      'DELETE FROM a',
      "UPDATE b SET c = 'x;y' WHERE d IN (1, 2)",
    ]);
    expect(all('sql', text, 'string')).toEqual(["'x;y'"]);
  });
});

describe('R26 readers on hostile text', () => {
  const pieces = [
    'a', ' ', '"', "'", '[', ']', '{', '}', '(', ')', '- ', 'a: ', 'a:\n', '${{', '<<A\n', 'RUN <<A\n', 'FROM a\n', '\\\n',
    'RUN a && \\\n', '$(', '"${', 'a = [', 'a {', '/*', '{"a":', '$$', 'a(', 'a;', '{a: ', '&a ', '---\n', '|\n', '#', '`',
  ]; // biome-ignore format: a table

  // One line of a megabyte, and a quarter of it where each piece is a line: R26 speaks of lines.
  it.each([...READERS.keys()])(
    '%s: a megabyte takes under 200 ms, and nothing throws',
    async (language) => {
      const slow: string[] = [];
      for (const piece of pieces) {
        for (const before of ['', ...(OPENINGS[language] ?? [])]) {
          const size = piece.includes('\n') ? 250_000 : 1_000_000;
          const text = before + piece.repeat(Math.floor(size / piece.length));
          const ms = await processorTime(
            LIMIT_MS,
            () => text,
            (given) => read(language, given),
          );
          if (ms > LIMIT_MS && ms > limitHere(LIMIT_MS)) slow.push(`${before}${piece}: ${Math.round(ms)} ms`);
        }
      }
      expect(slow).toEqual([]);
    },
    60_000,
  );

  it.each([...READERS.keys()])('%s: every node of a hostile text is within the root', (language) => {
    for (const piece of pieces) {
      const tree = read(language, piece.repeat(2_000));
      expect(tree.next[0]).toBe(tree.size);
    }
  });

  it.each([...READERS.keys()])('%s: nodes lie within their parents and the text', (language) => {
    for (const piece of pieces) {
      const text = `${piece.repeat(40)}\nkey = { a: [1, "b${piece}`;
      const tree = read(language, text);
      for (let node = 1; node < tree.size; node++) {
        const parent = tree.parent[node] ?? -1;
        expect(parent).toBeLessThan(node);
        expect(tree.next[node]).toBeLessThanOrEqual(tree.next[parent] ?? 0);
        expect(tree.start[node]).toBeLessThanOrEqual(tree.end[node] ?? 0);
        expect(tree.end[node]).toBeLessThanOrEqual(text.length);
      }
    }
  });
});
