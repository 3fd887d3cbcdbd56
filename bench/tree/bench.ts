/**
 * What rules cost: parsing, flattening and matching 2,000 generated lines with 10, 100 and 300 rules.
 * Run: node bench/tree/bench.ts
 */
import { readFileSync } from 'node:fs';
import { Language, Parser } from 'web-tree-sitter';
import { flattenTree, makeKindTable } from '../../src/adapters/grammar/flatten-tree.ts';
import { makeGrammars } from '../../src/adapters/grammar/make-grammars.ts';
import { sourceGrammarFiles } from '../../src/adapters/grammar/source-grammar-files.ts';
import { collectPatterns, compilePatterns } from '../../src/analyzers/tree/collect-patterns.ts';
import { compileRules } from '../../src/analyzers/tree/compile-rules.ts';
import { runTreeRules } from '../../src/analyzers/tree/run-tree-rules.ts';
import { sampleFile } from '../../src/analyzers/tree/sample-file.ts';
import type { Rule, RuleNode } from '../../src/config/rule.ts';

const LINES = 2000;
const ROUNDS = 15;
const root = new URL('../../', import.meta.url);

/** Code of usual density; every name that a rule looks for occurs, so that no rule is ruled out by its words. */
function generateCode(): string {
  const lines: string[] = [];
  for (let part = 0; lines.length < LINES; part++) {
    lines.push(
      `export async function load${part}(request, store) {`,
      `  const { id, name = "guest" } = request.query${part % 7};`,
      `  const rows = await store.find${part % 60}(\`select * from t where id = \${id}\`, [name, ${part}]);`,
      '  if (rows.length === 0 || id == null) {',
      `    throw new Error("nothing found for " + name);`,
      '  }',
      `  return rows.map((row) => ({ ...row, total: row.a * ${part} + row.b, label: format${part % 60}(row.label) }));`,
      '}',
      '',
      `// checks of part ${part}`,
    );
  }
  return lines.slice(0, LINES).join('\n');
}

/** Rules of the usual shapes, in turn: a call, a method with a constraint, a nested condition, a comparison. */
function generateRules(count: number): readonly Rule[] {
  return Array.from({ length: count }, (_, index) => {
    const conditions: readonly RuleNode[] = [
      { pattern: `format${index % 60}($A)` },
      {
        pattern: `$DB.find${index % 60}($QUERY, $$$)`,
        has: { kind: 'arguments', has: { kind: 'template_string' } },
      },
      { kind: 'call_expression', has: { field: 'function', regex: `\\.(find${index % 60}|query${index})$` } },
      { pattern: '$A == null', inside: { kind: 'if_statement', stopBy: 'end' } },
      {
        kind: 'await_expression',
        inside: {
          kind: 'function_declaration',
          stopBy: 'end',
          has: { pattern: `load${index}`, stopBy: 'end' },
        },
      },
      { kind: 'identifier', regex: `^(load|save)${index}$` },
    ];
    return {
      id: `rule-${index}`,
      reviewer: 'security',
      title: 'Title of $A',
      severity: 'medium',
      confidence: 80,
      category: 'logic',
      languages: ['javascript'],
      paths: [],
      rule: conditions[index % conditions.length] ?? {},
      constraints: {},
      utils: {},
      message: 'Message.',
      why: 'Why.',
      failureScenario: 'Scenario.',
      fix: 'Fix.',
      references: [],
      tests: { match: [], noMatch: [] },
      source: 'bench',
      builtIn: true,
    };
  });
}

/** Median milliseconds of a call. */
function timeOf(call: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    call();
    return performance.now() - started;
  });
  return times.sort((one, other) => one - other)[ROUNDS >> 1] ?? 0;
}

const code = generateCode();
const show = (name: string, milliseconds: number, note = '') =>
  console.log(`${name.padEnd(34)} ${milliseconds.toFixed(2).padStart(9)} ms  ${note}`);

const started = performance.now();
const grammars = makeGrammars(sourceGrammarFiles(root));
const first = await grammars.parse('javascript', 'f()');
show('thread, runtime, grammar, first tree', performance.now() - started);
if (first.kind !== 'tree') throw new Error(first.kind);

const wasm = (path: string) => readFileSync(new URL(`node_modules/${path}`, root));
await Parser.init({ wasmBinary: wasm('web-tree-sitter/web-tree-sitter.wasm') });
const language = await Language.load(wasm('@vscode/tree-sitter-wasm/wasm/tree-sitter-javascript.wasm'));
const parser = new Parser();
parser.setLanguage(language);
const table = makeKindTable(language);
show(
  `parse ${LINES} lines`,
  timeOf(() => parser.parse(code)?.delete()),
);
const wasmTree = parser.parse(code);
if (!wasmTree) throw new Error('no tree');
show(
  `flatten ${LINES} lines`,
  timeOf(() => flattenTree(wasmTree, table)),
  `${wasmTree.rootNode.descendantCount} nodes`,
);

const parsed = await grammars.parse('javascript', code);
if (parsed.kind !== 'tree') throw new Error(parsed.kind);
const { tree } = parsed;
for (const count of [10, 100, 300]) {
  const rules = generateRules(count);
  const patterns = await compilePatterns(collectPatterns(rules), grammars);
  show(
    `compile ${count} rules`,
    timeOf(() => compileRules(rules, 'javascript', patterns, tree)),
  );
  const compiled = compileRules(rules, 'javascript', patterns, tree);
  const file = sampleFile('src/a.js', code, tree);
  const cold = performance.now();
  const found = runTreeRules(compiled, file).length;
  show(`match ${count} rules, first file`, performance.now() - cold, `${found} findings`);
  const warm = timeOf(() => runTreeRules(compiled, file));
  const each = warm / count / (LINES / 1000);
  show(`match ${count} rules`, warm, `${each.toFixed(4)} ms per rule and 1,000 lines`);
}
await grammars.close();
