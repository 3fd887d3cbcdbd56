import nock from 'nock';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { makeGitHub } from '../../../src/adapters/github/make-github.ts';
import type { Clock, Forge } from '../../../src/ports.ts';

export const API = 'https://ghe.example/api/v3';
export const HEAD = 'a'.repeat(40);
export const BASE = 'b'.repeat(40);
export const MERGE_BASE = 'c'.repeat(40);
export const SIGNAL = new AbortController().signal;

/** No network, and every answer that a test prepared must have been asked for. */
export function useNock(): void {
  beforeAll(() => nock.disableNetConnect());
  afterEach(() => {
    const open = nock.pendingMocks();
    nock.cleanAll();
    expect(open).toEqual([]);
  });
  afterAll(() => nock.restore());
}

/** A clock whose waits end at once and are kept; time goes on by what was waited. Time limits never fire. */
export function makeImpatientClock(start = 1_000_000_000): Clock & { readonly waits: number[] } {
  let now = start;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    steady: () => now,
    after: (ms, call) => {
      if (ms === ANSWER_MS) return () => undefined;
      waits.push(ms);
      now += ms;
      queueMicrotask(call);
      return () => undefined;
    },
  };
}

const ANSWER_MS = 30_000;

export function makeForge(clock: Clock = makeImpatientClock()): Forge {
  return makeGitHub({
    token: 'example-token',
    apiUrl: API,
    serverUrl: 'https://ghe.example',
    graphqlUrl: 'https://ghe.example/api/graphql',
    owner: 'acme',
    repo: 'shop',
    clock,
    log: { debug: () => undefined, info: () => undefined, warn: () => undefined },
  });
}

export const hub = () => nock(API);
export const graphql = () => nock('https://ghe.example/api');

/** The pull request as GitHub shows it. */
export function makePull(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    number: 5,
    title: 'Add search',
    body: null,
    state: 'open',
    draft: false,
    locked: false,
    head: { sha: HEAD, ref: 'search', repo: { id: 42 } },
    base: { sha: BASE, ref: 'main', repo: { id: 42 } },
    user: { login: 'jane', id: 7 },
    labels: [{ name: 'feature' }],
    changed_files: 1,
    html_url: 'https://ghe.example/acme/shop/pull/5',
    ...changes,
  };
}

export function makeFile(filename: string, changes: Readonly<Record<string, unknown>> = {}) {
  return {
    filename,
    status: 'modified',
    additions: 1,
    deletions: 1,
    patch: '@@ -1,2 +1,2 @@\n a\n-b\n+c',
    ...changes,
  };
}

/** Answers the two requests by which a change is pinned. */
export function answerChange(files: readonly unknown[], pull: Record<string, unknown> = {}): void {
  hub()
    .get('/repos/acme/shop/pulls/5')
    .reply(200, makePull({ changed_files: files.length, ...pull }));
  hub()
    .get(`/repos/acme/shop/compare/${BASE}...${HEAD}`)
    .query(true)
    .reply(200, { merge_base_commit: { sha: MERGE_BASE }, files });
}

type Entries = Readonly<Record<string, string>>;

/** Answers the tree of a commit; path → mode. */
export function answerTree(sha: string, entries: Entries, truncated = false): void {
  const tree = Object.entries(entries).map(([path, mode]) => ({
    path,
    mode,
    type: mode === '160000' ? 'commit' : 'blob',
    sha: `${'d'.repeat(39)}1`,
  }));
  hub()
    .get(`/repos/acme/shop/git/trees/${sha}`)
    .query({ recursive: '1' })
    .reply(200, { sha, tree, truncated });
}

export interface Query {
  readonly query: string;
  readonly variables: Readonly<Record<string, string | number>>;
}

/** Answers one query of contents; expression → text or answer. Keeps the expressions that were asked for. */
export function answerContents(contents: Readonly<Record<string, unknown>>, asked: string[] = []): void {
  graphql()
    .post('/graphql')
    .reply(200, (_uri, body) => {
      const { variables } = body as unknown as Query;
      const repository: Record<string, unknown> = {};
      for (const [name, expression] of Object.entries(variables)) {
        if (!/^e\d+$/.test(name) || typeof expression !== 'string') continue;
        asked.push(expression);
        const content = contents[expression] ?? null;
        repository[name.replace('e', 'f')] =
          typeof content === 'string'
            ? {
                oid: 'e'.repeat(40),
                byteSize: content.length,
                isBinary: false,
                isTruncated: false,
                text: content,
              }
            : content;
      }
      return { data: { repository } };
    });
}
