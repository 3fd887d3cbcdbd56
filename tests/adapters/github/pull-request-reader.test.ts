import { describe, expect, it } from 'vitest';
import { CONFIGURATION_PATHS } from '../../../src/config/configuration-files.ts';
import {
  answerChange,
  answerContents,
  answerTree,
  BASE,
  graphql,
  HEAD,
  hub,
  MERGE_BASE,
  makeFile,
  makeForge,
  makePull,
  SIGNAL,
  useNock,
} from './fake-hub.ts';

useNock();
const reader = (sha: string | null = null) => makeForge().pullRequest(5, sha);

describe('the change', () => {
  it('is read in two requests and pinned to its head', async () => {
    answerChange([makeFile('src/a.ts')]);
    const pull = reader();
    const set = await pull.changes(SIGNAL);
    expect(await pull.changes(SIGNAL)).toBe(set);
    expect(await pull.pinnedHead(SIGNAL)).toBe(HEAD);
    expect(set).toMatchObject({
      repository: 'acme/shop',
      head: { sha: HEAD, label: 'search' },
      base: { sha: MERGE_BASE, label: 'main' },
      subject: { title: 'Add search', description: '' },
      unreadable: [],
    });
    expect(set.files).toMatchObject([
      { path: 'src/a.ts', oldPath: 'src/a.ts', status: 'modified', added: 1, deleted: 1, problem: null },
    ]);
    expect(set.files[0]?.hunks).toHaveLength(1);
  });

  it('knows every status word, renames and deleted forks', async () => {
    answerChange(
      [
        makeFile('new.ts', { status: 'added', additions: 1, deletions: 0, patch: '@@ -0,0 +1 @@\n+a' }),
        makeFile('gone.ts', { status: 'removed', additions: 0, deletions: 1, patch: '@@ -1 +0,0 @@\n-a' }),
        makeFile('to.ts', { status: 'renamed', previous_filename: 'from.ts' }),
        makeFile('moved.png', {
          status: 'renamed',
          previous_filename: 'old.png',
          additions: 0,
          deletions: 0,
          patch: undefined,
        }),
      ],
      { head: { sha: HEAD, ref: 'x', repo: null } },
    );
    const pull = reader();
    expect((await pull.changes(SIGNAL)).files).toMatchObject([
      { path: 'new.ts', oldPath: null, status: 'added' },
      { path: 'gone.ts', oldPath: 'gone.ts', status: 'removed' },
      { path: 'to.ts', oldPath: 'from.ts', status: 'renamed' },
      { path: 'moved.png', oldPath: 'old.png', hunks: [], problem: null },
    ]);
    expect(await pull.state(SIGNAL)).toMatchObject({ isFork: true, headDeleted: true });
  });

  it('R24 reads the pinned commit although the head moved', async () => {
    answerChange([makeFile('a.ts')], { head: { sha: 'f'.repeat(40), ref: 'search', repo: { id: 42 } } });
    const set = await reader(HEAD).changes(SIGNAL);
    expect(set.head.sha).toBe(HEAD);
    expect(set.files).toHaveLength(1);
  });

  it('pages through more files than a comparison lists', async () => {
    const files = Array.from({ length: 320 }, (_, index) => makeFile(`f${index}.ts`));
    hub()
      .get('/repos/acme/shop/pulls/5')
      .times(2)
      .reply(200, makePull({ changed_files: 320 }));
    hub()
      .get(`/repos/acme/shop/compare/${BASE}...${HEAD}`)
      .query(true)
      .reply(200, { merge_base_commit: { sha: MERGE_BASE }, files: files.slice(0, 300) });
    for (let page = 1; page <= 4; page += 1)
      hub()
        .get('/repos/acme/shop/pulls/5/files')
        .query({ per_page: 100, page })
        .reply(200, files.slice((page - 1) * 100, page * 100));
    const set = await reader().changes(SIGNAL);
    expect(set.files).toHaveLength(320);
    expect(set.unreadable).toEqual([]);
  });

  it('R31 names the files that GitHub does not list', async () => {
    const files = Array.from({ length: 3_000 }, (_, index) => makeFile(`f${index}.ts`));
    hub()
      .get('/repos/acme/shop/pulls/5')
      .times(2)
      .reply(200, makePull({ changed_files: 3_500 }));
    hub()
      .get(`/repos/acme/shop/compare/${BASE}...${HEAD}`)
      .query(true)
      .reply(200, { merge_base_commit: { sha: MERGE_BASE }, files: files.slice(0, 300) });
    hub()
      .get('/repos/acme/shop/pulls/5/files')
      .query(true)
      .times(30)
      .reply(200, (uri) => {
        const page = Number(new URL(uri, 'https://x').searchParams.get('page'));
        return files.slice((page - 1) * 100, page * 100);
      });
    const set = await reader().changes(SIGNAL);
    expect(set.files).toHaveLength(3_000);
    expect(set.unreadable).toEqual([
      { path: '(500 further files)', reason: expect.stringContaining('at most 3,000'), files: 500 },
    ]);
  });

  it('makes the hunks that GitHub leaves out, and says where it cannot', async () => {
    const without = (name: string, changes = {}) => makeFile(name, { patch: undefined, ...changes });
    answerChange([
      without('large.ts', { additions: 1, deletions: 1 }),
      without('logo.png', { additions: 0, deletions: 0 }),
      without('huge.ts', { additions: 9, deletions: 0 }),
      makeFile('lying.ts', { additions: 5 }),
    ]);
    answerContents({
      [`${MERGE_BASE}:large.ts`]: 'a\nb\n',
      [`${HEAD}:large.ts`]: 'a\nc\n',
      [`${MERGE_BASE}:logo.png`]: { oid: 'e1', byteSize: 9, isBinary: true, isTruncated: false, text: null },
      [`${HEAD}:logo.png`]: { oid: 'e2', byteSize: 9, isBinary: true, isTruncated: false, text: null },
      [`${MERGE_BASE}:huge.ts`]: 'a\n',
      [`${HEAD}:huge.ts`]: { oid: 'e3', byteSize: 9e7, isBinary: null, isTruncated: true, text: null },
      [`${MERGE_BASE}:lying.ts`]: 'x\n',
      [`${HEAD}:lying.ts`]: 'y\n',
    });
    const { files } = await reader().changes(SIGNAL);
    expect(files).toMatchObject([
      { path: 'large.ts', added: 1, deleted: 1, problem: null, binary: false },
      { path: 'logo.png', binary: true, problem: null },
      { path: 'huge.ts', hunks: [], problem: expect.stringContaining('larger than 5 MB') },
      { path: 'lying.ts', added: 1, deleted: 1, problem: null },
    ]);
    expect(files[0]?.hunks[0]?.lines.map((line) => line.text)).toEqual(['a', 'b', 'c']);
  });
});

describe('contents', () => {
  it('come from the pinned commits; links, submodules and absent files are told apart', async () => {
    answerChange([makeFile('a.ts')]);
    answerTree(HEAD, { 'a.ts': '100644', link: '120000', sub: '160000' });
    const asked: string[] = [];
    answerContents({ [`${HEAD}:a.ts`]: 'text\r\n', [`${HEAD}:link`]: '/etc/passwd' }, asked);
    const pull = reader();
    const blobs = await pull.readHead(['a.ts', 'link', 'sub', 'absent', '../up'], SIGNAL);
    expect(blobs.get('a.ts')).toEqual({ kind: 'text', text: 'text\r\n', undecodable: false });
    expect(blobs.get('link')).toEqual({ kind: 'symlink', target: '/etc/passwd' });
    expect(blobs.get('sub')).toMatchObject({ kind: 'submodule' });
    expect(blobs.get('absent')).toEqual({ kind: 'missing' });
    expect(blobs.get('../up')).toMatchObject({ kind: 'unreadable' });
    expect(asked).toEqual([`${HEAD}:a.ts`, `${HEAD}:link`]);
    expect(await pull.listHead(SIGNAL)).toEqual(['a.ts', 'link', 'sub']);
  });

  it('of both sides are asked for in one query', async () => {
    answerChange([makeFile('a.ts')]);
    answerTree(HEAD, { 'a.ts': '100644' });
    answerContents({ [`${HEAD}:a.ts`]: 'new', [`${MERGE_BASE}:a.ts`]: 'old' });
    const pull = reader();
    const [head, base] = await Promise.all([
      pull.readHead(['a.ts'], SIGNAL),
      pull.readBase(['a.ts'], SIGNAL),
    ]);
    expect([head.get('a.ts'), base.get('a.ts')]).toMatchObject([{ text: 'new' }, { text: 'old' }]);
  });

  it('fall back to the blob when GraphQL cut the text or failed', async () => {
    answerChange([makeFile('a.ts')]);
    answerTree(HEAD, { 'a.ts': '100644', 'b.ts': '100644' });
    const cut = { oid: 'e'.repeat(40), byteSize: 7, isBinary: false, isTruncated: true, text: 'cu' };
    answerContents({ [`${HEAD}:a.ts`]: cut, [`${HEAD}:b.ts`]: 5 });
    hub()
      .get(`/repos/acme/shop/git/blobs/${'e'.repeat(40)}`)
      .reply(200, { content: Buffer.from('cut\u00e4 no').toString('base64'), encoding: 'base64', size: 8 });
    hub()
      .get(`/repos/acme/shop/git/blobs/${'d'.repeat(39)}1`)
      .reply(404, {});
    const blobs = await reader().readHead(['a.ts', 'b.ts'], SIGNAL);
    expect(blobs.get('a.ts')).toEqual({ kind: 'text', text: 'cutä no', undecodable: false });
    expect(blobs.get('b.ts')).toEqual({ kind: 'missing' });
  });

  it('are asked for in smaller queries when one fails, and by file at last', async () => {
    answerChange([makeFile('a.ts')]);
    answerTree(MERGE_BASE, {});
    answerTree(HEAD, {}, true);
    graphql().post('/graphql').reply(403, {});
    hub()
      .get('/repos/acme/shop/contents/a.ts')
      .query({ ref: HEAD })
      .reply(200, { type: 'file', encoding: 'base64', size: 2, content: 'YQo=', sha: 'e1', path: 'a.ts' });
    const pull = reader();
    expect((await pull.readHead(['a.ts'], SIGNAL)).get('a.ts')).toMatchObject({ text: 'a\n' });
    expect(await pull.listHead(SIGNAL)).toBeNull();
  });
});

describe('R10 configuration', () => {
  it('is asked for at the base commit only, though the head edits it', async () => {
    answerChange([makeFile('.github/multi-agent-review.yml'), makeFile('.github/reviewers/own.md')]);
    answerTree(HEAD, {});
    answerTree(MERGE_BASE, {
      '.github/multi-agent-review.yml': '100644',
      '.github/reviewers/own.md': '100644',
      '.github/reviewers/link.md': '120000',
      'CLAUDE.md': '100644',
    });
    const asked: string[] = [];
    answerContents(
      {
        [`${MERGE_BASE}:.github/multi-agent-review.yml`]: 'fail-on: high\n',
        [`${MERGE_BASE}:.github/reviewers/own.md`]: 'base\n',
        [`${HEAD}:.github/multi-agent-review.yml`]: 'fail-on: never\n',
      },
      asked,
    );
    const files = await reader().readConfiguration(CONFIGURATION_PATHS, SIGNAL);
    expect(Object.fromEntries(files)).toEqual({
      '.github/multi-agent-review.yml': 'fail-on: high\n',
      '.github/reviewers/own.md': 'base\n',
    });
    expect(asked.every((expression) => expression.startsWith(`${MERGE_BASE}:`))).toBe(true);
  });

  it('is found in a repository whose tree is too large to be listed', async () => {
    answerChange([makeFile('a.ts')]);
    answerTree(HEAD, {});
    answerTree(MERGE_BASE, {}, true);
    hub()
      .get(/\/contents\//)
      .query({ ref: MERGE_BASE })
      .times(CONFIGURATION_PATHS.length)
      .reply((uri) =>
        uri.includes('reviewers')
          ? [200, [{ type: 'file', path: '.github/reviewers/own.md' }]]
          : [404, { message: 'Not Found' }],
      );
    answerContents({ [`${MERGE_BASE}:.github/reviewers/own.md`]: 'base\n' });
    const files = await reader().readConfiguration(CONFIGURATION_PATHS, SIGNAL);
    expect([...files.keys()]).toEqual(['.github/reviewers/own.md']);
  });

  it('is never taken for absent when the base cannot be read', async () => {
    answerChange([makeFile('a.ts')]);
    hub().get(`/repos/acme/shop/git/trees/${MERGE_BASE}`).query(true).reply(403, {});
    await expect(reader().readConfiguration(CONFIGURATION_PATHS, SIGNAL)).rejects.toMatchObject({
      status: 403,
    });
  });
});
