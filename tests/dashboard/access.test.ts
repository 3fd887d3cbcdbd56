import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BANK, type DashboardScene, SHOP, setDashboard } from './scene.ts';

let scene: DashboardScene;
let ofShop: string;
let ofBank: string;
beforeAll(async () => {
  scene = await setDashboard();
  ofShop = await scene.startReview(SHOP, { title: 'A change of the shop' });
  ofBank = await scene.startReview(BANK, { title: 'A secret of the bank', author: 'banker' });
}, 60_000);
afterAll(() => scene.close());
beforeEach(() => {
  scene.rights.set('ada', [{ ...SHOP, mayWrite: true }]);
  scene.rights.set('sam', [{ ...BANK, mayWrite: false }]);
});

const post = (
  path: string,
  cookie: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
) =>
  fetch(scene.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: scene.url, ...headers },
    body: new URLSearchParams(form),
  });
const tokenIn = (text: string) => /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '';

describe('R38 who sees what', () => {
  it('shows a person what GitHub lets them see', async () => {
    const ada = await scene.signIn('ada');
    const home = await scene.get('/', ada);
    expect(home.status).toBe(200);
    expect(home.text).toContain('A change of the shop');
    expect((await scene.get(`/reviews/${ofShop}`, ada)).text).toContain('A change of the shop');
    expect((await scene.get('/repositories/101/1', ada)).text).toContain('owner-101/repository-1');
  });

  it('ends what is open in other windows when a person signs out', async () => {
    const ada = await scene.signIn('ada');
    const stop = new AbortController();
    const stream = await fetch(`${scene.url}/reviews/${ofShop}/events`, {
      headers: { cookie: ada },
      signal: stop.signal,
    });
    const reader = stream.body?.getReader();
    const read = async () => {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      return done ? null : new TextDecoder().decode(value);
    };
    try {
      let text = '';
      while (!text.includes('event: ')) text += (await read()) ?? 'it ended event: ';
      expect(text).not.toContain('it ended');
      const token = tokenIn((await scene.get('/', ada)).text);
      await post('/sign-out', ada, { token });
      await scene.database.notify(
        'review-progress',
        JSON.stringify({
          reviewId: ofShop,
          installationId: SHOP.installationId,
          repositoryId: SHOP.repositoryId,
        }),
      );
      expect(await read()).toBeNull();
    } finally {
      stop.abort();
    }
  });

  it('answers everything of another installation like what does not exist', async () => {
    const ada = await scene.signIn('ada');
    const nothing = await scene.get('/reviews/00000000-0000-4000-8000-000000000000', ada);
    expect(nothing.status).toBe(404);
    const paths = [
      `/reviews/${ofBank}`,
      `/reviews/${ofBank}/events`,
      '/repositories/202/2',
      '/repositories/101/2',
      '/repositories/202/1',
      '/reviews/no-uuid',
      "/reviews/' or 1=1--",
    ];
    for (const path of paths) {
      const answer = await scene.get(path, ada);
      expect([path, answer.status, answer.text === nothing.text]).toEqual([path, 404, true]);
    }
    for (const path of ['/', '/?search=bank', '/?search=banker', '/repositories', '/reviewers']) {
      const { status, text } = await scene.get(path, ada);
      expect([path, status]).toEqual([path, 200]);
      expect(text).not.toContain('secret of the bank');
      expect(text).not.toContain('owner-202');
    }
  });

  it('does not let anybody order a review of what they may not write to', async () => {
    const ada = await scene.signIn('ada');
    const sam = await scene.signIn('sam');
    const adasToken = tokenIn((await scene.get('/', ada)).text);
    const samsToken = tokenIn((await scene.get('/', sam)).text);
    expect((await post(`/reviews/${ofBank}/again`, ada, { token: adasToken })).status).toBe(404);
    expect((await post(`/reviews/${ofBank}/again`, sam, { token: samsToken })).status).toBe(403);
    expect(scene.asked).toEqual([]);
    expect((await post(`/reviews/${ofShop}/again`, ada, { token: adasToken })).status).toBe(303);
    expect(scene.asked).toEqual([{ reviewId: ofShop, ...SHOP, askedBy: 'ada' }]);
  });

  it('asks GitHub again after a minute', async () => {
    const ada = await scene.signIn('ada');
    expect((await scene.get(`/reviews/${ofShop}`, ada)).status).toBe(200);
    scene.rights.set('ada', []);
    scene.later(61_000);
    expect((await scene.get(`/reviews/${ofShop}`, ada)).status).toBe(404);
    expect((await scene.get('/', ada)).text).not.toContain('A change of the shop');
  });

  it('ends the session of a token that GitHub no longer takes', async () => {
    const ada = await scene.signIn('ada');
    scene.rights.delete('ada');
    scene.later(61_000);
    expect((await scene.get('/', ada)).headers.get('location')).toBe('/sign-in');
    scene.rights.set('ada', [{ ...SHOP, mayWrite: true }]);
    expect((await scene.get('/', ada)).headers.get('location')).toBe('/sign-in');
  });
});

describe('signing in', () => {
  it('comes first, and leads back', async () => {
    expect((await scene.get('/')).headers.get('location')).toBe('/sign-in');
    const answer = await scene.get(`/reviews/${ofShop}?state=new`);
    expect(answer.headers.get('location')).toBe(
      `/sign-in?back=${encodeURIComponent(`/reviews/${ofShop}?state=new`)}`,
    );
    expect(answer.text).not.toContain('A change');
    for (const path of ['/events', `/reviews/${ofShop}/events`])
      expect((await scene.get(path)).status).toBe(401);
  });

  it('takes back only who began in this browser', async () => {
    const begun = await scene.get('/sign-in/github');
    const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
    expect((await scene.get(`/sign-in/callback?code=ada&state=${state}`)).status).toBe(403);
    const other = (await scene.get('/sign-in/github')).headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await scene.get(`/sign-in/callback?code=ada&state=${state}`, other)).status).toBe(403);
  });

  it('keeps neither token nor session id in the database', async () => {
    const cookie = await scene.signIn('ada');
    const { rows } = await scene.database.query('select * from session');
    const stored = JSON.stringify(rows);
    expect(rows.length).toBeGreaterThan(0);
    expect(stored).not.toContain('token-of-ada');
    expect(stored).not.toContain(cookie.split('=')[1]);
  });

  it('sets a cookie that no script reads', async () => {
    const begun = await scene.get('/sign-in/github');
    expect(begun.headers.getSetCookie()[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/);
  });

  it('ends with the session', async () => {
    const ada = await scene.signIn('ada');
    const token = tokenIn((await scene.get('/', ada)).text);
    expect((await post('/sign-out', ada, { token })).headers.get('location')).toBe('/sign-in');
    expect((await scene.get('/', ada)).headers.get('location')).toBe('/sign-in');
  });
});

describe('R39 forms and frames', () => {
  it('obeys no form of another site, session or shape', async () => {
    const ada = await scene.signIn('ada');
    const sam = await scene.signIn('sam');
    const token = tokenIn((await scene.get('/', ada)).text);
    const others = tokenIn((await scene.get('/', sam)).text);
    expect((await post('/sign-out', ada, {})).status).toBe(403);
    expect((await post('/sign-out', ada, { token: others })).status).toBe(403);
    expect((await post('/sign-out', ada, { token }, { origin: 'https://evil.test' })).status).toBe(403);
    expect((await post('/sign-out', ada, { token }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post('/sign-out', ada, { token, more: 'x'.repeat(10_000) })).status).toBe(400);
    expect((await scene.get('/', ada)).status).toBe(200);
    expect((await fetch(`${scene.url}/`, { method: 'DELETE', headers: { cookie: ada } })).status).toBe(405);
  });

  it('sends the policy with every answer', async () => {
    const ada = await scene.signIn('ada');
    for (const path of [
      '/',
      '/sign-in',
      `/reviews/${ofShop}`,
      '/reviews/none',
      '/sign-in/github',
      '/reviewers',
    ]) {
      const { headers } = await scene.get(path, ada);
      const policy = headers.get('content-security-policy') ?? '';
      expect([path, policy]).toEqual([path, expect.stringContaining("default-src 'none'")]);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });
});
