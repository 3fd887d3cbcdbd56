import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CommitContent, writeRepository } from '../../../src/adapters/git/write-repository.ts';
import { ENVIRONMENT, SIGNAL, sourceOf, summary, temporaryFolder } from './temporary-repository.ts';

const COMMITS: readonly CommitContent[] = [
  { message: 'first', files: { 'a.ts': 'a\r\n', 'gone.ts': 'g\n' }, date: '2026-01-01T00:00:00Z' },
  {
    message: 'second',
    files: { 'a.ts': 'b\r\n', 'ignored/c.ts': 'c\n', '.gitignore': 'ignored/\n' },
    date: '2026-01-02T00:00:00Z',
  },
];

describe('writeRepository', () => {
  it('makes one commit after the other, each with exactly its files', async () => {
    const directory = `${temporaryFolder()}/made/here`;

    const [base, head] = await writeRepository(directory, COMMITS, ENVIRONMENT, SIGNAL);
    const { files } = await sourceOf({ directory, kind: 'range', base, head }).changes(SIGNAL);

    expect(summary(files)).toEqual([
      'added .gitignore +1 -0',
      'modified a.ts +1 -1',
      'removed gone.ts +0 -1',
      'added ignored/c.ts +1 -0',
    ]);
  });

  it("gives the same names everywhere, whatever the person's git configuration says", async () => {
    const home = temporaryFolder();
    mkdirSync(`${home}/hooks`);
    writeFileSync(`${home}/hooks/pre-commit`, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    writeFileSync(
      `${home}/.gitconfig`,
      `[user]\nname = Someone\n[core]\nautocrlf = true\nhooksPath = ${home}/hooks\n[commit]\ngpgSign = true\n[init]\ndefaultBranch = other\n`,
    );

    const plain = await writeRepository(temporaryFolder(), COMMITS, ENVIRONMENT, SIGNAL);
    const configured = await writeRepository(
      temporaryFolder(),
      COMMITS,
      { PATH: ENVIRONMENT.PATH, HOME: home },
      SIGNAL,
    );

    expect(configured).toEqual(plain);
    expect(plain).toEqual([expect.stringMatching(/^[0-9a-f]{40}$/), expect.stringMatching(/^[0-9a-f]{40}$/)]);
  });

  it('touches no folder that holds something', async () => {
    const directory = temporaryFolder();
    writeFileSync(`${directory}/mine.txt`, 'mine');

    await expect(writeRepository(directory, COMMITS, ENVIRONMENT, SIGNAL)).rejects.toMatchObject({
      code: 'bad-usage',
      message: `The folder "${directory}" is not empty, so no repository is made there.`,
    });
    expect(readdirSync(directory)).toEqual(['mine.txt']);
  });

  it('writes no path that leaves the folder', async () => {
    const directory = `${temporaryFolder()}/inner`;
    const commits = [{ message: 'x', files: { '../out.ts': 'x' }, date: '2026-01-01T00:00:00Z' }];

    await expect(writeRepository(directory, commits, ENVIRONMENT, SIGNAL)).rejects.toMatchObject({
      code: 'internal',
    });
    expect(readdirSync(`${directory}/..`)).toEqual(['inner']);
  });
});
