import { describe, expect, it } from 'vitest';
import { neverRunAnalyzer } from '../../../src/analyzers/coverage/never-run.ts';
import { readProfile } from '../../../src/analyzers/coverage/profiles/read-profile.ts';
import { untestedChangesAnalyzer } from '../../../src/analyzers/coverage/untested-changes.ts';
import { takeImports } from '../../../src/analyzers/imports/take-imports.ts';
import type { Imports } from '../../../src/model.ts';
import { makeChangedFile, makeContext } from '../../make-changed-file.ts';
import { makeAnalyzedFile } from '../make-analyzed-file.ts';

const BEFORE = 'export function old() {\n  return 1;\n}\n';
const AFTER = [
  BEFORE.trimEnd(), // 1–3
  'export function price(items) {', // 4
  '  if (items.length === 0) {', // 5
  '    log("empty");', // 6
  '    // nothing to add up', // 7
  '    return 0;', // 8
  '  }', // 9
  '  return sum(items);', // 10
  '}', // 11
  'export function rebate(items) {', // 12
  '  const a = 1;', // 13
  '  const b = 2;', // 14
  '  const c = 3;', // 15
  '  const d = 4;', // 16
  '  return a + b + c + d;', // 17
  '}', // 18
  '',
].join('\n');

function importsOf(profile: string): Imports {
  const file = readProfile(profile);
  if (file.kind === 'broken') throw new Error(file.reason);
  return {
    roots: ['/build'],
    results: [],
    hasSarif: false,
    runs: file.files,
    hasProfile: true,
    baseline: null,
    problems: [],
    notes: [],
  };
}

async function run(profile: string, paths: readonly string[] = ['src/price.js']) {
  const files = paths.map((path) => makeChangedFile(path, BEFORE, AFTER));
  const context = makeContext(files, { imports: importsOf(profile) });
  const analyzed = await Promise.all(files.map(makeAnalyzedFile));
  return {
    findings: await neverRunAnalyzer.run(context, analyzed),
    untested: await untestedChangesAnalyzer.run(context, analyzed),
    notes: takeImports(context, analyzed).notes,
  };
}

const LINES = 'DA:1,1\nDA:2,0\nDA:4,3\nDA:5,3\nDA:6,0\nDA:8,0\nDA:10,3\n';
const REBATE = 'DA:12,1\nDA:13,0\nDA:14,0\nDA:15,0\nDA:16,0\nDA:17,0\n';
const PROFILE = `TN:\nSF:/build/src/price.js\n${LINES}${REBATE}BRDA:5,0,0,3\nBRDA:5,0,1,0\nBRDA:10,0,0,0\nend_of_record\n`;

describe('added lines that no test ran', () => {
  it('are one finding for each stretch within a function, and old lines are none', async () => {
    const { findings } = await run(PROFILE);
    const places = findings.map(({ ruleId, startLine, endLine, severity }) => [
      ruleId,
      startLine,
      endLine,
      severity,
    ]);
    expect(places).toEqual([
      ['never-run-lines', 6, 8, 'low'],
      ['never-run-lines', 13, 17, 'medium'],
      ['never-run-branches', 5, 5, 'low'],
    ]);
    expect(findings[0]).toMatchObject({ reviewer: 'test-coverage', quote: '    log("empty");', side: 'new' });
    expect(findings.map((one) => one.title)).toEqual([
      'No test runs these 2 lines of price',
      'No test runs these 5 lines of rebate',
      'No test takes every branch in price',
    ]);
  });

  it('know better than names which function is tested', async () => {
    const { untested } = await run(PROFILE);
    expect(untested.map((one) => one.proof.map((step) => step.text.split(':')[0]))).toEqual([['rebate']]);
  });

  it('are not looked for in tests', async () => {
    expect((await run(PROFILE.replace('price.js', 'price.test.js'), ['src/price.test.js'])).findings).toEqual(
      [],
    );
  });
});

describe('what a profile does not say', () => {
  it('is a note: files that it does not have', async () => {
    const { findings, notes } = await run(PROFILE, ['src/price.js', 'src/other.js']);
    expect(findings.every((one) => one.path === 'src/price.js')).toBe(true);
    expect(notes).toEqual([
      expect.stringMatching(/^1 changed file is not in the coverage profile.*src\/other\.js/),
    ]);
  });

  it('is a note: a profile of another version is not used', async () => {
    const { findings, notes } = await run(PROFILE.replace('DA:17', 'DA:170'));
    expect(findings).toEqual([]);
    expect(notes).toEqual([expect.stringMatching(/lines that they do not have.*src\/price\.js/)]);
  });

  it('puts several runs together', async () => {
    const more = `SF:src/price.js\nDA:6,1\nDA:8,1\nBRDA:5,0,0,1\nBRDA:5,0,1,1\nend_of_record\n`;
    const { findings } = await run(`${PROFILE}${more}`);
    expect(findings.map((one) => one.startLine)).toEqual([13, 10]);
  });
});
