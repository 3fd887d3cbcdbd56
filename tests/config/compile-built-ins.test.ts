import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { compileBuiltIns } from '../../scripts/compile-built-ins.ts';
import { DEFAULT_SETTINGS } from '../../src/config/default-settings.ts';
import { loadConfiguration } from '../../src/config/load-configuration.ts';

const ROOT = join(import.meta.dirname, '../..');
const folders: string[] = [];

function folderWith(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'built-ins-'));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

function messageOf(call: () => unknown): string {
  try {
    call();
  } catch (thrown) {
    return String(thrown).replace(/^Error: /, '');
  }
  return 'nothing was thrown';
}

afterEach(() => {
  for (const folder of folders.splice(0)) {
    rmSync(folder, { recursive: true });
  }
});

describe('compileBuiltIns', () => {
  test('what ships is whole: six reviewers, all in the default workflow, and no problem', () => {
    const builtIns = compileBuiltIns(ROOT);

    const names = builtIns.reviewers.map(({ name }) => name);
    expect(names).toEqual([
      'correctness',
      'documentation',
      'performance',
      'security',
      'style',
      'test-coverage',
    ]);
    const workflow = builtIns.workflows.find(({ name }) => name === DEFAULT_SETTINGS.workflow);
    expect(workflow?.phases).toHaveLength(1);
    expect(workflow?.phases[0]?.reviewers.toSorted()).toEqual(names);
    expect(loadConfiguration(new Map(), builtIns).problems).toEqual([]);
  });

  test('it is plain data: JSON and back is the same', () => {
    const builtIns = compileBuiltIns(ROOT);

    expect(JSON.parse(JSON.stringify(builtIns))).toEqual(builtIns);
  });

  test('one error lists the problems of all files', () => {
    const root = folderWith({
      'reviewers/style/reviewer.md': '---\nname: stile\ndescription: x\n---\nBody\n',
      'reviewers/style/rules/a.yml': 'id: A\n',
      'workflows/default.yml': 'name: default\nphases: [{ name: a, reviewers: [style] }]\n',
    });

    const message = messageOf(() => compileBuiltIns(root));

    expect(message.split('\n')).toEqual(
      expect.arrayContaining([
        'The built-in reviewers, rules and workflows have problems:',
        'reviewers/style/reviewer.md: name: the reviewer is named "stile" and lies in the folder "style"',
        'reviewers/style/rules/a.yml:1:1: title: missing; expected a title of at most 80 characters',
        'workflows/default.yml:2:33: phases[0].reviewers[0]: there is no reviewer "style". Did you mean "stile"? There are stile',
      ]),
    );
  });
});
