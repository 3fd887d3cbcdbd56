import { createPrivateKey, sign } from 'node:crypto';
import type { App, Installation } from './app-state.ts';
import { type Seen, type Setting, setUp } from './set-up.ts';
import type { FakeGitHubOptions } from './start-fake-github.ts';

/** `set-up.ts` with an App that is installed in octo/shop and not in octo/other. */
export interface AppSetting extends Setting {
  readonly app: App;
  readonly installation: Installation;
  /** Asks with a token: an installation's, or a JSON web token. */
  as(token: string, method: string, path: string, body?: unknown): Promise<Seen>;
  /** A token of the installation, narrowed by `body`. */
  mint(body?: Readonly<Record<string, unknown>>): Promise<string>;
  readonly clock: { now: number };
}

export const START = Date.parse('2026-11-21T10:00:00Z');

/** @param hookUrl where deliveries go */
export async function setUpApp(
  options: FakeGitHubOptions = {},
  hookUrl: string | null = null,
): Promise<AppSetting> {
  const clock = { now: START };
  const setting = await setUp({ now: () => clock.now, ...options });
  const { fake, repository, ask } = setting;
  fake.addRepository({ name: 'octo/other', directory: repository.directory, private: true });
  const app = fake.addApp({
    slug: 'reviewer',
    hookUrl,
    callbackUrls: ['https://review.example/signed-in'],
  });
  const installation = fake.installApp({ app, account: 'octo', repositories: ['octo/shop'] });
  const as: AppSetting['as'] = (token, method, path, body) =>
    ask(method, path, body, { authorization: `Bearer ${token}` });
  const mint: AppSetting['mint'] = async (body) => {
    const path = `/app/installations/${installation.id}/access_tokens`;
    const answer = await as(webToken(app, clock.now), 'POST', path, body);
    return String((answer.body as Record<string, unknown>).token);
  };
  return { ...setting, app, installation, as, mint, clock };
}

/** A JSON web token of the App as GitHub wants it; `claims` and `header` replace its parts. */
export function webToken(
  app: App,
  now: number,
  claims: Readonly<Record<string, unknown>> = {},
  header: Readonly<Record<string, unknown>> = {},
): string {
  const seconds = Math.floor(now / 1000);
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = part({ alg: 'RS256', typ: 'JWT', ...header });
  const body = part({ iat: seconds - 60, exp: seconds + 540, iss: app.id, ...claims });
  const key = createPrivateKey(app.privateKey);
  const signature = sign('RSA-SHA256', Buffer.from(`${head}.${body}`), key).toString('base64url');
  return `${head}.${body}.${signature}`;
}
