import { describe, expect, test } from 'vitest';
import { checkWorkflow } from '../../src/config/check-workflow.ts';
import { parseWorkflow } from '../../src/config/parse-workflow.ts';
import { problemLines } from './problem-lines.ts';

const FILE = '.github/multi-agent-review/workflows/deep.yml';

describe('parseWorkflow', () => {
  test('reads phases with their needs', () => {
    const text = `name: deep
phases:
  - name: find
    reviewers: [security, style]
  - name: judge
    reviewers: [correctness]
    needs: [find]
`;

    expect(parseWorkflow(text, FILE)).toMatchObject({
      problems: [],
      value: {
        name: 'deep',
        description: '',
        phases: [
          { name: 'find', reviewers: ['security', 'style'], needs: [] },
          { name: 'judge', reviewers: ['correctness'], needs: ['find'] },
        ],
        source: FILE,
      },
    });
  });

  const phases = (...lines: string[]): string =>
    `name: w\nphases:\n${lines.map((line) => `  - ${line}\n`).join('')}`;

  test.each([
    [
      'a cycle is named',
      phases(
        '{name: a, reviewers: [x], needs: [c]}',
        '{name: b, reviewers: [y], needs: [a]}',
        '{name: c, reviewers: [z], needs: [b]}',
      ),
      ['3:38 phases[0].needs | these phases wait for each other: a → c → b → a'],
    ],
    [
      'a phase that needs itself',
      phases('{name: a, reviewers: [x], needs: [a]}'),
      ['3:38 phases[0].needs | these phases wait for each other: a → a'],
    ],
    [
      'what waits for a cycle never starts',
      phases(
        '{name: a, reviewers: [x], needs: [b]}',
        '{name: b, reviewers: [y], needs: [a]}',
        '{name: c, reviewers: [z], needs: [b]}',
      ),
      [
        '3:38 phases[0].needs | these phases wait for each other: a → b → a',
        '5:38 phases[2].needs | phase "c" can never start: it needs phases that wait for each other',
      ],
    ],
    [
      'two cycles are two problems',
      phases('{name: a, reviewers: [x], needs: [a]}', '{name: b, reviewers: [y], needs: [b]}'),
      [
        '3:38 phases[0].needs | these phases wait for each other: a → a',
        '4:38 phases[1].needs | these phases wait for each other: b → b',
      ],
    ],
    [
      'a need that names no phase',
      phases('{name: find, reviewers: [x]}', '{name: b, reviewers: [y], needs: [fnid]}'),
      ['4:39 phases[1].needs[0] | there is no phase "fnid". Did you mean "find"? There are find, b'],
    ],
    [
      'two phases of one name',
      phases('{name: a, reviewers: [x]}', '{name: a, reviewers: [y]}'),
      ['4:12 phases[1].name | there are two phases named "a"; every phase needs its own name'],
    ],
    [
      'a reviewer twice',
      phases('{name: a, reviewers: [x]}', '{name: b, reviewers: [x]}'),
      ['4:27 phases[1].reviewers[0] | reviewer "x" already runs in phase "a"; a reviewer runs once'],
    ],
    [
      'an empty phase',
      phases('{name: a, reviewers: []}'),
      ['3:26 phases[0].reviewers | [] is not a list of 1 to 30 reviewer names'],
    ],
    ['no phases', 'name: w\nphases: []\n', ['2:9 phases | [] is not a list of 1 to 20 phases']],
    ['no phases at all', 'name: w\n', ['1:1 phases | missing; expected a list of 1 to 20 phases']],
    [
      'an unknown key',
      phases('{name: a, reviewer: [x], reviewers: [y]}'),
      [
        '3:15 phases[0].reviewer | unknown key "reviewer". Did you mean "reviewers"? Known keys: name, reviewers, needs',
      ],
    ],
    ['an empty file', '', ['1:1  | the file holds no settings at all']],
  ])('%s: the workflow is not used', (_name, text, expected) => {
    const { value, problems } = parseWorkflow(text, FILE);

    expect(problemLines(problems)).toEqual(expected);
    expect(value).toBeNull();
  });

  test('unknown reviewers are found once all are known', () => {
    const parsed = parseWorkflow(phases('{name: a, reviewers: [security, secuirty]}'), FILE);
    if (parsed.value === null) {
      throw new Error('the workflow should parse');
    }

    const problems = checkWorkflow(parsed.value, ['security', 'style'], parsed.at);

    expect(problemLines(problems)).toEqual([
      '3:37 phases[0].reviewers[1] | there is no reviewer "secuirty". Did you mean "security"? There are security, style',
    ]);
    expect(checkWorkflow(parsed.value, ['security', 'secuirty'])).toEqual([]);
  });
});
