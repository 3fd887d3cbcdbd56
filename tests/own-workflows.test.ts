import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileBuiltIns } from '../scripts/compile-built-ins.ts';
import { READERS } from '../src/analyzers/readers/readers.ts';
import { compileRules } from '../src/analyzers/tree/compile-rules.ts';
import { runTreeRules } from '../src/analyzers/tree/run-tree-rules.ts';
import { sampleFile } from '../src/analyzers/tree/sample-file.ts';
import { STARTER_WORKFLOW } from '../src/config/starter-files.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, '.github', 'workflows');
const { rules } = compileBuiltIns(ROOT);

/** What our own rules about workflows say, as `rule: line`. */
function findingsIn(path: string, text: string): string[] {
  const tree = READERS.get('yaml')?.(text) ?? null;
  if (tree === null) throw new Error('there is no reader for YAML');
  const compiled = compileRules(rules, 'yaml', new Map(), tree);
  return runTreeRules(compiled, sampleFile(path, text, tree)).map(
    (finding) => `${finding.ruleId}: ${finding.quote?.trim()}`,
  );
}

describe('R42 own workflows are clean by our own rules', () => {
  it.each(readdirSync(FOLDER))('%s', (name) => {
    expect(findingsIn(`.github/workflows/${name}`, readFileSync(join(FOLDER, name), 'utf8'))).toEqual([]);
  });

  it('the workflow of init, but for the name it is published under', () => {
    const found = findingsIn('.github/workflows/review.yml', STARTER_WORKFLOW);
    expect(found.filter((one) => !one.includes('uses: org/multi-agent-review@'))).toEqual([]);
  });

  it('a workflow with mistakes is not', () => {
    const text =
      'on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: someone/action@v1\n';
    expect(findingsIn('.github/workflows/a.yml', text)).toHaveLength(3);
  });
});
