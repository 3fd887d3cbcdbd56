import { beforeEach, describe, expect, it } from 'vitest';
import { type AppSetting, setUpApp, webToken } from './github/set-up-app.ts';

const RUNS = '/repos/octo/shop/check-runs';
let setting: AppSetting;
let token: string;

beforeEach(async () => {
  setting = await setUpApp();
  token = await setting.mint();
});

const ask = (method: string, path: string, body?: unknown) => setting.as(token, method, path, body);
const create = (more: Readonly<Record<string, unknown>> = {}) =>
  ask('POST', RUNS, { name: 'review', head_sha: setting.pull.headSha, ...more });
const annotations = (count: number, more: Readonly<Record<string, unknown>> = {}) =>
  Array.from({ length: count }, (_, index) => ({
    path: 'src/a.ts',
    start_line: index + 1,
    end_line: index + 1,
    annotation_level: 'warning',
    message: `finding ${index}`,
    ...more,
  }));
const output = (more: Readonly<Record<string, unknown>> = {}) => ({ title: 'T', summary: 'S', ...more });

describe('check runs', () => {
  it('begin, are completed with annotations that add up, and are listed', async () => {
    const { fake, pull, app } = setting;
    const made = await create({ status: 'in_progress', external_id: 'job-1' });
    expect([made.status, made.body]).toMatchObject([
      201,
      { status: 'in_progress', conclusion: null, app: { slug: 'reviewer' }, pull_requests: [{ number: 7 }] },
    ]);
    const path = `${RUNS}/${made.body.id}`;
    await ask('PATCH', path, { output: output({ annotations: annotations(50) }) });
    const done = await ask('PATCH', path, {
      conclusion: 'failure',
      output: output({ annotations: annotations(3) }),
      actions: [{ label: 'Re-run', description: 'Again', identifier: 're-run' }],
    });
    expect(done.body).toMatchObject({
      status: 'completed',
      conclusion: 'failure',
      output: { annotations_count: 53 },
    });
    expect(JSON.parse((await ask('GET', `${path}/annotations?per_page=100`)).text)).toHaveLength(53);
    await create({ status: 'in_progress' });
    await create({ name: 'other' });
    const names = async (query: string) => {
      const answer = await ask('GET', `/repos/octo/shop/commits/${pull.headSha}/check-runs${query}`);
      const { check_runs: runs } = answer.body as unknown as {
        check_runs: { name: string; status: string }[];
      };
      return runs.map((one) => `${one.name} ${one.status}`);
    };
    expect(await names('')).toEqual(['other queued', 'review in_progress']);
    expect(await names('?filter=all&check_name=review')).toEqual(['review in_progress', 'review completed']);
    expect(await names(`?app_id=${app.id + 1}`)).toEqual([]);
    expect(fake.unexpected).toEqual([]);
  });

  it.each([
    ['more than fifty annotations', { output: output({ annotations: annotations(51) }) }],
    ['four buttons', { actions: Array(4).fill({ label: 'a', description: 'b', identifier: 'c' }) }],
    ['a long label', { actions: [{ label: 'a'.repeat(21), description: 'b', identifier: 'c' }] }],
    ['a long description', { actions: [{ label: 'a', description: 'b'.repeat(41), identifier: 'c' }] }],
    ['a long identifier', { actions: [{ label: 'a', description: 'b', identifier: 'c'.repeat(21) }] }],
    ['a summary of too many characters', { output: output({ summary: 'a'.repeat(65_536) }) }],
    ['a summary of too many bytes', { output: output({ summary: 'ä'.repeat(33_000) }) }],
    ['an output without a title', { output: { summary: 'S' } }],
    ['completion without a conclusion', { status: 'completed' }],
    ['lines the wrong way round', { output: output({ annotations: annotations(1, { start_line: 3 }) }) }],
    ['a line zero', { output: output({ annotations: annotations(1, { start_line: 0 }) }) }],
    [
      'columns of several lines',
      { output: output({ annotations: annotations(1, { end_line: 2, start_column: 1 }) }) },
    ],
    ['no message', { output: output({ annotations: annotations(1, { message: '' }) }) }],
    ['a commit that is not there', { head_sha: 'a'.repeat(40) }],
    ['a field nobody knows', { colour: 'green' }],
  ])('are refused with %s', async (_, more) => {
    expect((await create(more)).status).toBe(422);
    expect(setting.fake.checkRuns).toEqual([]);
  });

  it('are changed by the App that made them only, and by nobody who is no App', async () => {
    const { fake, as, clock, pull } = setting;
    const path = `${RUNS}/${(await create()).body.id}`;
    const app = fake.addApp({ slug: 'other' });
    const { id } = fake.installApp({ app, account: 'octo' });
    const minted = await as(webToken(app, clock.now), 'POST', `/app/installations/${id}/access_tokens`);
    const foreign = String((minted.body as Record<string, unknown>).token);
    expect((await as(foreign, 'PATCH', path, { conclusion: 'success' })).status).toBe(403);
    expect((await as(foreign, 'POST', `${path}/rerequest`)).status).toBe(403);
    const body = { name: 'x', head_sha: pull.headSha };
    expect((await setting.ask('POST', RUNS, body)).status).toBe(403);
    expect(fake.checkRuns.map((one) => [one.name, one.conclusion])).toEqual([['review', null]]);
  });

  it('open again when a status other than completed is sent', async () => {
    const path = `${RUNS}/${(await create({ conclusion: 'success' })).body.id}`;
    const again = await ask('PATCH', path, { status: 'in_progress' });
    expect(again.body).toMatchObject({ status: 'in_progress', conclusion: null, completed_at: null });
  });

  it('and their suites can be asked for again', async () => {
    const { fake } = setting;
    const run = await create({ conclusion: 'success' });
    const suite = fake.checkRuns[0]?.suite.id;
    const path = `/repos/octo/shop/check-suites/${suite}`;
    expect((await ask('GET', path)).body).toMatchObject({ status: 'completed', latest_check_runs_count: 1 });
    expect((await ask('POST', `${path}/rerequest`)).status).toBe(201);
    expect((await ask('POST', `${RUNS}/${run.body.id}/rerequest`)).status).toBe(201);
    const open = await create({ status: 'in_progress' });
    expect((await ask('POST', `${RUNS}/${open.body.id}/rerequest`)).status).toBe(422);
    expect(fake.unexpected).toEqual([]);
  });
});
