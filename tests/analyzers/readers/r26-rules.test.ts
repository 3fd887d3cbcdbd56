import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileBuiltIns } from '../../../scripts/compile-built-ins.ts';
import { READERS } from '../../../src/analyzers/readers/readers.ts';
import { compileRules } from '../../../src/analyzers/tree/compile-rules.ts';
import { runTreeRules } from '../../../src/analyzers/tree/run-tree-rules.ts';
import { sampleFile } from '../../../src/analyzers/tree/sample-file.ts';
import { wordsOf } from '../tree/hostile-texts.ts';

const LIMIT_MS = 200;
const SIZE = 100_000;
const { rules } = compileBuiltIns(fileURLToPath(new URL('../../../', import.meta.url)));
const many = (piece: string) => piece.repeat(Math.floor(SIZE / piece.length));

/** Texts in which the rules of a language find what they start at again and again. */
const HOSTILE: Readonly<Record<string, readonly string[]>> = {
  hcl: [
    `resource "aws_instance" "x" {\n${many('  a = "b"\n')}}`,
    many('resource "aws_db_instance" "x" {\n a = 1\n}\n'),
    many('resource "aws_security_group" "x" { ingress { cidr_blocks = ["0.0.0.0/0"] } }\n'),
    `x { policy = <<A\n${many('"Effect" : "Allow" "Principal" : {"AWS": "x" },')}\nA\n}`,
    `a = "${'a'.repeat(1_000_000)}"`,
  ],
  dockerfile: [
    `FROM a\n${many('RUN curl a | sh && wget c\n')}`,
    many('FROM a\nUSER root\nCMD a\n'),
    `FROM a\nRUN ${many('apt-get install a && ')}`,
    `FROM a\nENV ${many('A_TOKEN=bcd ')}`,
    `FROM a\nRUN ${'a'.repeat(1_000_000)}`,
  ],
  yaml: [
    `apiVersion: a\nkind: b\nspec:\n containers:\n${many(' - name: a\n   image: b\n')}`,
    `on: pull_request_target\njobs:\n a:\n  steps:\n${many(`  - uses: actions/checkout@v4\n    with:\n     ref: \${{ github.head_ref }}\n`)}`,
    `a: |\n${many('  curl x | sh y\n')}`,
    many('{a: '),
  ],
  json: [
    `[${many('{"Effect": "Allow", "Action": "*", "Resource": "*"},')}]`,
    many('{"a":'),
    '"'.repeat(1_000_000),
  ],
  sql: [
    many('DELETE FROM a;\n'),
    `CREATE USER a ${many("'b' ")}`,
    many('CREATE INDEX a ON b (c);\n'),
    many('('),
  ],
};

describe('R26 rules on hostile text of the readers', () => {
  it.each(Object.keys(HOSTILE))('each rule about %s ends', (language) => {
    const read = READERS.get(language);
    if (read === undefined) throw new Error(`no reader for ${language}`);
    const { rules: all } = compileRules(rules, language, new Map(), read(''));
    const words = [...new Set(all.flatMap((rule) => wordsOf(rule.required)))].join(' ');
    const slow: string[] = [];
    for (const hostile of HOSTILE[language] ?? []) {
      const text = `${hostile}\n# ${words}\n`;
      const file = sampleFile('x', text, read(text));
      for (const rule of all) {
        const one = { language, rules: [{ ...rule, appliesTo: () => true }], problems: [] };
        const began = process.threadCpuUsage();
        runTreeRules(one, file);
        const { user, system } = process.threadCpuUsage(began);
        if ((user + system) / 1000 > LIMIT_MS) slow.push(`${rule.rule.id}: ${(user + system) / 1000} ms`);
      }
    }
    expect(all.length).toBeGreaterThan(1);
    expect(slow).toEqual([]);
  });
});
