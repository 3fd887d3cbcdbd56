import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import {
  ENVIRONMENT,
  fingerprintOf,
  SIGNAL,
  sourceOf,
  summary,
  TemporaryRepository,
  temporaryFolder,
  words,
} from './temporary-repository.ts';

const CONFIG = '.github/multi-agent-review.yml';

describe('range', () => {
  it('compares head with the merge base, as pull requests do', async () => {
    const repository = new TemporaryRepository();
    const fork = repository.commit('first', { 'a.ts': 'one\n', 'b.ts': 'b\n' });
    repository.git('checkout', '-q', '-b', 'feature');
    const head = repository.commit('Add two\n\nBecause one is lonely.', {
      'a.ts': 'one\ntwo\n',
      [CONFIG]: 'head',
    });
    repository.git('checkout', '-q', 'main');
    repository.commit('later on main', { 'b.ts': 'changed\n' });

    const source = sourceOf({
      directory: repository.directory,
      kind: 'range',
      base: 'main',
      head: 'feature',
    });
    const change = await source.changes(SIGNAL);

    expect(summary(change.files)).toEqual([`added ${CONFIG} +1 -0`, 'modified a.ts +1 -0']);
    expect(change.base).toEqual({ sha: fork, label: 'main' });
    expect(change.head).toEqual({ sha: head, label: 'feature' });
    expect(change.subject).toEqual({ title: 'Add two', description: 'Because one is lonely.' });
    expect(words((await source.readHead(['a.ts'], SIGNAL)).get('a.ts'))).toBe('one\ntwo\n');
    expect(words((await source.readBase(['a.ts'], SIGNAL)).get('a.ts'))).toBe('one\n');
    expect(await source.listHead(SIGNAL)).toEqual([CONFIG, 'a.ts', 'b.ts']);
  });

  it('tells renames, modes, type changes, removed and empty files apart', async () => {
    const repository = new TemporaryRepository();
    const text = Array.from({ length: 20 }, (_, line) => `line ${line}\n`).join('');
    const base = repository.commit('first', {
      'old.ts': text,
      'gone.ts': 'x\n',
      'run.sh': '#!\n',
      'link.ts': 'file\n',
    });
    repository.git('mv', 'old.ts', 'new.ts');
    repository.write('new.ts', `${text}more\n`);
    repository.git('update-index', '--chmod=+x', 'run.sh');
    rmSync(repository.path('gone.ts'));
    rmSync(repository.path('link.ts'));
    symlinkSync('new.ts', repository.path('link.ts'));
    repository.write('empty.ts', '');
    repository.git('config', 'core.fileMode', 'false');
    repository.commit('second');

    const source = sourceOf({ directory: repository.directory, kind: 'range', base });
    const { files } = await source.changes(SIGNAL);

    expect(summary(files)).toEqual([
      'added empty.ts +0 -0',
      'removed gone.ts +0 -1',
      'type-changed link.ts +1 -1',
      'renamed old.ts -> new.ts +1 -0',
      'modified run.sh +0 -0',
    ]);
    expect(files.map((file) => `${file.oldMode} ${file.newMode}`).at(-1)).toBe('100644 100755');
    const blobs = await source.readHead(['link.ts', 'gone.ts', 'empty.ts'], SIGNAL);
    expect([...blobs.values()].map(words)).toEqual(['symlink to new.ts', 'missing', '']);
  });

  it('reads binary, undecodable and too large files as what they are', async () => {
    const repository = new TemporaryRepository();
    const base = repository.commit('first');
    repository.commit('second', {
      'binary.dat': Uint8Array.of(1, 0, 2),
      'latin.txt': Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 0x0a),
      'large.js': `${'x'.repeat(6 * 1024 * 1024)}\n`,
      'byte-order-mark.ts': '\ufeffconst a = 1;\n',
    });

    const source = sourceOf({ directory: repository.directory, kind: 'range', base });
    const { files } = await source.changes(SIGNAL);
    const blobs = await source.readHead(
      files.map((file) => file.path),
      SIGNAL,
    );

    expect(Object.fromEntries([...blobs].map(([path, blob]) => [path, words(blob)]))).toEqual({
      'binary.dat': 'binary',
      'byte-order-mark.ts': '\ufeffconst a = 1;\n',
      'large.js': 'unreadable: larger than 5 MB',
      'latin.txt': 'undecodable caf\ufffd\n',
    });
    expect(summary(files)).toContain('added large.js +1 -0');
  });

  it('R31 lists a file with a line of 30 MB', async () => {
    const repository = new TemporaryRepository();
    const base = repository.commit('first');
    repository.commit('second', { 'bundle.js': `${'y'.repeat(30 * 1024 * 1024)}\n` });

    const { files } = await sourceOf({ directory: repository.directory, kind: 'range', base }).changes(
      SIGNAL,
    );

    expect(summary(files)).toEqual(['added bundle.js +1 -0']);
    expect(files[0]?.hunks[0]?.lines[0]?.text.length).toBe(30 * 1024 * 1024);
  });

  it('works in a bare repository, from a folder inside a repository, and in a linked worktree', async () => {
    const repository = new TemporaryRepository();
    const base = repository.commit('first', { 'src/a.ts': 'a\n' });
    const head = repository.commit('second', { 'src/a.ts': 'b\n' });
    const bare = temporaryFolder();
    execFileSync('git', ['clone', '-q', '--bare', repository.directory, `${bare}/shop.git`]);
    repository.git('worktree', 'add', '-q', `${bare}/tree`, head);

    for (const directory of [`${bare}/shop.git`, repository.path('src'), `${bare}/tree`]) {
      const change = await sourceOf({ directory, kind: 'range', base, head }).changes(SIGNAL);
      expect(summary(change.files)).toEqual(['modified src/a.ts +1 -1']);
    }
    const named = await sourceOf({ directory: `${bare}/shop.git`, kind: 'range', base, head }).changes(
      SIGNAL,
    );
    expect(named.repository).toBe('shop');
  });

  it('reads a repository with SHA-256 names', async () => {
    const repository = new TemporaryRepository('--object-format=sha256');
    const base = repository.commit('first', { 'a.ts': 'a\n' });
    repository.commit('second', { 'a.ts': 'b\n' });

    const source = sourceOf({ directory: repository.directory, kind: 'range', base });

    expect(summary((await source.changes(SIGNAL)).files)).toEqual(['modified a.ts +1 -1']);
    expect(words((await source.readHead(['a.ts'], SIGNAL)).get('a.ts'))).toBe('b\n');
  });

  it('is not moved by settings of the repository that change the look of a diff', async () => {
    const repository = new TemporaryRepository();
    const base = repository.commit('first', { 'a b.ts': 'a\n', 'z.ts': 'z\n' });
    repository.commit('second', { 'a b.ts': 'b\n', 'z.ts': 'y\n', '.gitattributes': '*.ts -diff\n' });
    for (const setting of [
      'diff.noprefix=true',
      'diff.mnemonicPrefix=true',
      'diff.context=0',
      'diff.renames=false',
      'diff.orderFile=order',
      'diff.ignoreSubmodules=all',
      'color.ui=always',
      'color.diff=always',
      'core.abbrev=4',
      'core.quotePath=true',
    ]) {
      const [name = '', value = ''] = setting.split('=');
      repository.git('config', name, value);
    }
    repository.write('order', 'z.ts\n');

    const { files } = await sourceOf({ directory: repository.directory, kind: 'range', base }).changes(
      SIGNAL,
    );

    expect(summary(files)).toEqual([
      'added .gitattributes +1 -0',
      'modified a b.ts +1 -1',
      'modified z.ts +1 -1',
    ]);
    expect(files.every((file) => !file.binary)).toBe(true);
  });

  it('leaves nothing behind when it is closed, and writes nothing into the repository', async () => {
    const repository = new TemporaryRepository();
    repository.commit('first', { 'a.ts': 'a\n' });
    repository.write('a.ts', 'b\n');
    repository.write('new.ts', 'n\n');
    const before = fingerprintOf(repository.directory);
    const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('multi-agent-review-'));
    const known = new Set(leftovers());

    const source = sourceOf({ directory: repository.directory, kind: 'working' });
    await source.changes(SIGNAL);
    const own = leftovers().filter((name) => !known.has(name));
    await source.close();

    expect(own.length).toBeGreaterThan(0);
    expect(leftovers()).not.toContain(own[0]);
    expect(fingerprintOf(repository.directory)).toBe(before);
  });
});

describe('staged', () => {
  it('compares the index with HEAD and leaves the working tree alone', async () => {
    const repository = new TemporaryRepository();
    repository.commit('first', { 'a.ts': 'a\n', 'b.ts': 'b\n', [CONFIG]: 'at base' });
    repository.write('a.ts', 'staged\n');
    repository.write(CONFIG, 'staged');
    repository.git('add', '--all');
    repository.write('a.ts', 'staged\nnot staged\n');
    repository.write('b.ts', 'not staged\n');
    repository.git('rm', '-q', '--cached', 'b.ts');

    const source = sourceOf({ directory: repository.directory, kind: 'staged' });
    const change = await source.changes(SIGNAL);

    expect(summary(change.files)).toEqual([
      `modified ${CONFIG} +1 -1`,
      'modified a.ts +1 -1',
      'removed b.ts +0 -1',
    ]);
    expect(change.head).toEqual({ sha: null, label: 'index' });
    expect(words((await source.readHead(['a.ts'], SIGNAL)).get('a.ts'))).toBe('staged\n');
    expect(await source.readConfiguration([CONFIG], SIGNAL)).toEqual(new Map([[CONFIG, 'at base']]));
  });

  it('compares with the empty tree before the first commit, and has no configuration then', async () => {
    const repository = new TemporaryRepository();
    repository.write('a.ts', 'a\n');
    repository.write(CONFIG, 'not committed');
    repository.git('add', '--all');

    const source = sourceOf({ directory: repository.directory, kind: 'staged' });
    const change = await source.changes(SIGNAL);

    expect(summary(change.files)).toEqual([`added ${CONFIG} +1 -0`, 'added a.ts +1 -0']);
    expect(change.base).toEqual({ sha: null, label: 'the empty tree' });
    expect(await source.readConfiguration([CONFIG], SIGNAL)).toEqual(new Map());
  });

  it('reports an unmerged file and still compares the others', async () => {
    const repository = conflict();
    repository.write('other.ts', 'o\n');
    repository.git('add', 'other.ts');

    const change = await sourceOf({ directory: repository.directory, kind: 'staged' }).changes(SIGNAL);

    expect(summary(change.files)).toEqual(['added other.ts +1 -0']);
    expect(change.unreadable).toEqual([
      {
        path: 'a.ts',
        reason: 'it has an unresolved merge conflict in the index; resolve it and `git add` the file',
      },
    ]);
  });

  it('reads the index that a commit hook is given', async () => {
    const repository = new TemporaryRepository();
    repository.commit('first', { 'a.ts': 'a\n' });
    repository.write('a.ts', 'b\n');
    const index = repository.path('.git', 'next-index');
    execFileSync('git', ['-C', repository.directory, 'add', 'a.ts'], {
      env: { ...ENVIRONMENT, GIT_INDEX_FILE: index },
    });

    const plain = await sourceOf({ directory: repository.directory, kind: 'staged' }).changes(SIGNAL);
    const inHook = await sourceOf(
      { directory: repository.directory, kind: 'staged' },
      { ...ENVIRONMENT, GIT_INDEX_FILE: '.git/next-index' },
    ).changes(SIGNAL);

    expect(summary(plain.files)).toEqual([]);
    expect(summary(inHook.files)).toEqual(['modified a.ts +1 -1']);
  });
});

describe('working', () => {
  it('takes staged, unstaged and untracked changes and honours ignore files', async () => {
    const repository = new TemporaryRepository();
    const head = repository.commit('first', {
      'a.ts': 'a\n',
      'b.ts': 'b\n',
      'c.ts': 'c\n',
      '.gitignore': 'ignored/\n',
    });
    repository.write('a.ts', 'staged\n');
    repository.git('add', 'a.ts');
    repository.write('a.ts', 'staged\nand edited\n');
    rmSync(repository.path('b.ts'));
    repository.write('dir/new file.ts', 'n\n');
    repository.write('ignored/x.ts', 'x\n');
    repository.write('.git/info/exclude', 'private.ts\n');
    repository.write('private.ts', 'p\n');

    const source = sourceOf({ directory: repository.directory, kind: 'working' });
    const change = await source.changes(SIGNAL);

    expect(summary(change.files)).toEqual([
      'modified a.ts +2 -1',
      'removed b.ts +0 -1',
      'added dir/new file.ts +1 -0',
    ]);
    expect(change.base).toEqual({ sha: head, label: 'HEAD' });
    expect(change.head).toEqual({ sha: null, label: 'working tree' });
    expect(words((await source.readHead(['a.ts'], SIGNAL)).get('a.ts'))).toBe('staged\nand edited\n');
  });

  it('sees an edit that keeps size and time, made within the second of the last `git add`', async () => {
    const repository = new TemporaryRepository();
    repository.commit('first', { 'a.ts': 'a\n' });
    repository.write('a.ts', 'b\n');

    const change = await sourceOf({ directory: repository.directory, kind: 'working' }).changes(SIGNAL);

    expect(summary(change.files)).toEqual(['modified a.ts +1 -1']);
  });

  it('reviews conflict markers of an unmerged file', async () => {
    const repository = conflict();

    const source = sourceOf({ directory: repository.directory, kind: 'working' });
    await source.changes(SIGNAL);

    expect(words((await source.readHead(['a.ts'], SIGNAL)).get('a.ts'))).toContain('<<<<<<< HEAD\n');
  });

  it('keeps line ends as git would commit them', async () => {
    const repository = new TemporaryRepository();
    repository.commit('first', { '.gitattributes': '*.ts text\n', 'a.ts': 'a\nb\n' });
    repository.write('a.ts', 'a\r\nc\r\n');

    const source = sourceOf({ directory: repository.directory, kind: 'working' });

    expect(summary((await source.changes(SIGNAL)).files)).toEqual(['modified a.ts +1 -1']);
  });

  it('takes names that are not UTF-8, with tabs, quotes and line feeds', async () => {
    const repository = new TemporaryRepository();
    repository.commit('first');
    for (const name of ['tab\there.ts', 'quote".ts', 'line\nfeed.ts', 'käse.ts'])
      repository.write(name, 'x\n');
    execFileSync('sh', ['-c', 'printf "y\\n" > "$(printf "latin\\351.ts")"'], { cwd: repository.directory });

    const source = sourceOf({ directory: repository.directory, kind: 'working' });
    const { files } = await source.changes(SIGNAL);

    expect(files.map((file) => file.path).sort()).toEqual(
      ['käse.ts', 'latin\ufffd.ts', 'line\nfeed.ts', 'quote".ts', 'tab\there.ts'].sort(),
    );
    expect(words((await source.readHead(['latin\ufffd.ts'], SIGNAL)).get('latin\ufffd.ts'))).toBe('y\n');
  });

  it('reads a split index', async () => {
    const repository = new TemporaryRepository();
    repository.commit('first', { 'a.ts': 'a\n', 'b.ts': 'b\n' });
    repository.git('update-index', '--split-index');
    repository.write('a.ts', 'changed\n');

    const change = await sourceOf({ directory: repository.directory, kind: 'working' }).changes(SIGNAL);

    expect(summary(change.files)).toEqual(['modified a.ts +1 -1']);
  });
});

/** A repository in the middle of a merge that conflicts in a.ts. */
function conflict(): TemporaryRepository {
  const repository = new TemporaryRepository();
  repository.commit('first', { 'a.ts': 'a\n' });
  repository.git('checkout', '-q', '-b', 'other');
  repository.commit('theirs', { 'a.ts': 'theirs\n' });
  repository.git('checkout', '-q', 'main');
  repository.commit('ours', { 'a.ts': 'ours\n' });
  try {
    repository.git('merge', 'other');
  } catch {
    return repository;
  }
  throw new Error('the merge did not conflict');
}
