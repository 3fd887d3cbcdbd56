import { Octokit } from '@octokit/rest';
import { onTestFinished } from 'vitest';
import { TemporaryRepository } from '../../adapters/git/temporary-repository.ts';
import { type FakeGitHub, type FakeGitHubOptions, startFakeGitHub } from './start-fake-github.ts';
import type { Pull } from './state.ts';

/** The repository of every test. */
export const O = { owner: 'octo', repo: 'shop' };
const LINES = Array.from({ length: 40 }, (_, index) => `line ${index + 1}`);
const BINARY = Uint8Array.from([0, 1, 2, 255, 0, 7]);

/** One pull request, number 7 of octo/shop, and the token `bot` of an Action. */
export interface Setting {
  readonly fake: FakeGitHub;
  readonly pull: Pull;
  readonly repository: TemporaryRepository;
  /** A client with the token of that name. */
  client(token?: string): Octokit;
  /** A plain request: what GitHub answers before any library has looked at it. */
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Seen>;
}

export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Record<string, never>;
}

const changed = LINES.map((line, index) => (index === 4 ? 'changed 5' : index === 29 ? 'changed 30' : line));

/** A stand-in that checks its own answers too; closed when the test ends. */
export async function setUp(options: FakeGitHubOptions = {}): Promise<Setting> {
  const repository = new TemporaryRepository();
  const base = repository.commit('base', {
    'src/a.ts': `${LINES.join('\n')}\n`,
    'src/gone.ts': 'gone\n',
    'src/old-name.ts': `${LINES.join('\n')} moved\n`,
    'logo.bin': BINARY,
    'README.md': '# Shop\n',
  });
  repository.git('rm', '-q', 'src/gone.ts');
  repository.git('mv', 'src/old-name.ts', 'src/new name.ts');
  const head = repository.commit('head', {
    'src/a.ts': `${changed.join('\n')}\n`,
    'src/added.ts': 'export const added = 1;',
    'logo.bin': Uint8Array.from([0, 9, 9]),
  });
  const fake = await startFakeGitHub({ checkAnswers: true, ...options });
  onTestFinished(() => fake.close());
  fake.addRepository({ name: 'octo/shop', directory: repository.directory });
  fake.addToken({ token: 'bot' });
  const pull = fake.openPullRequest({ repository: 'octo/shop', base, head, number: 7, author: 'ada' });
  const ask: Setting['ask'] = async (method, path, body, headers = {}) => {
    const answer = await fetch(`${fake.url}${path}`, {
      method,
      headers: { authorization: 'token bot', 'user-agent': 'test', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') ?? false;
    return { status: answer.status, headers: answer.headers, text, body: isJson ? JSON.parse(text) : {} };
  };
  const client = (token = 'bot') => new Octokit({ auth: token, baseUrl: fake.url, log: QUIET });
  return { fake, pull, repository, client, ask };
}

const nothing = () => undefined;
const QUIET = { debug: nothing, info: nothing, warn: nothing, error: nothing };

export const REVIEWS = '/repos/octo/shop/pulls/7/reviews';
export const COMMENTS = '/repos/octo/shop/issues/7/comments';

/** Posts a review with one comment; `comment` and `more` replace its parts. */
export function review(
  setting: Setting,
  comment: Record<string, unknown>,
  more: Record<string, unknown> = {},
) {
  return setting.ask('POST', REVIEWS, {
    event: 'COMMENT',
    body: 'Summary',
    commit_id: setting.pull.headSha,
    comments: [{ path: 'src/a.ts', body: 'Look', ...comment }],
    ...more,
  });
}
