import { beforeEach, describe, expect, it } from 'vitest';
import { makeCheckRuns } from '../../../../src/adapters/github/app/make-check-runs.ts';
import {
  type CheckReport,
  type CheckRuns,
  EXPLAIN_BUTTON,
  RERUN_BUTTON,
  REVIEW_PERMISSIONS,
} from '../../../../src/ports.ts';
import { type HostSetting, SIGNAL, setUpHost } from './set-up-host.ts';

const UPDATE = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}';
let setting: HostSetting;
let runs: CheckRuns;

beforeEach(async () => {
  setting = await setUpHost();
  const { host, installation, shopId, fake, hostClock, log } = setting;
  const { token } = await host.mintToken(
    { installationId: installation.id, repositoryId: shopId, permissions: REVIEW_PERMISSIONS },
    SIGNAL,
  );
  const options = { token, apiUrl: fake.url, clock: hostClock, log };
  runs = makeCheckRuns({ ...options, owner: 'octo', repo: 'shop', name: 'review' });
});

const start = () =>
  runs.start({ headSha: setting.pull.headSha, externalId: 'job-1', detailsUrl: null }, SIGNAL);
const report = (more: Partial<CheckReport> = {}): CheckReport => ({
  conclusion: 'failure',
  title: '2 findings',
  summary: 'Look',
  annotations: [],
  buttons: [RERUN_BUTTON, EXPLAIN_BUTTON],
  ...more,
});
const annotations = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    path: 'src/a.ts',
    startLine: index + 1,
    endLine: index + 2,
    level: 'warning' as const,
    title: 'Title',
    message: `finding ${index}`,
  }));

describe('check runs of the App', () => {
  it('begin, and end with annotations in fifties and two buttons', async () => {
    const { fake } = setting;
    const id = await start();
    expect(fake.checkRuns).toMatchObject([{ id, status: 'in_progress', externalId: 'job-1' }]);
    await runs.complete(id, report({ annotations: annotations(120) }), SIGNAL);
    expect(fake.checkRuns).toMatchObject([
      {
        status: 'completed',
        conclusion: 'failure',
        title: '2 findings',
        actions: [{ label: 'Re-run', identifier: 're-run' }, { label: 'Explain' }],
      },
    ]);
    const messages = fake.checkRuns[0]?.annotations.map((one) => one.message);
    expect(messages).toEqual(annotations(120).map((one) => one.message));
    expect(fake.unexpected).toEqual([]);
  });

  it('are not completed before the last annotation is there', async () => {
    const { fake } = setting;
    const id = await start();
    fake.script({ route: UPDATE, effect: { kind: 'fail', status: 422 }, after: 1 });
    await expect(runs.complete(id, report({ annotations: annotations(60) }), SIGNAL)).rejects.toMatchObject({
      status: 422,
    });
    expect(fake.checkRuns).toMatchObject([{ status: 'in_progress', conclusion: null }]);
  });

  it.each([
    ['lose-answer', 1],
    ['drop', 2],
  ] as const)(
    'have each annotation once after %s, of the first and of the last update',
    async (kind, after) => {
      const { fake } = setting;
      const id = await start();
      fake.script({ route: UPDATE, effect: { kind } });
      fake.script({ route: UPDATE, effect: { kind }, after });
      await runs.complete(id, report({ annotations: annotations(60) }), SIGNAL);
      expect(fake.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
      expect(fake.checkRuns[0]?.annotations).toHaveLength(60);
      expect(fake.unusedFaults()).toEqual([]);
    },
  );

  it('begin once, however many answers are lost', async () => {
    const { fake } = setting;
    fake.script({ route: 'POST /repos/{owner}/{repo}/check-runs', effect: { kind: 'lose-answer' } });
    const id = await start();
    expect(fake.checkRuns.map((one) => one.id)).toEqual([id]);
  });

  it('are cut to what GitHub takes, and say so', async () => {
    const { fake } = setting;
    const id = await start();
    const [annotation] = annotations(1);
    if (annotation === undefined) throw new Error('no annotation');
    const long = { ...annotation, title: 'ü'.repeat(300), message: 'é'.repeat(40_000) };
    await runs.complete(id, report({ summary: '😀'.repeat(20_000), annotations: [long] }), SIGNAL);
    const [run] = fake.checkRuns;
    expect(Buffer.byteLength(run?.summary ?? '')).toBeLessThanOrEqual(65_535);
    expect(run?.summary).toMatch(/^(?:😀)+\n\n… \(cut: longer than GitHub takes\)$/u);
    expect([...(run?.annotations[0]?.title ?? '')]).toHaveLength(255);
    expect(run?.annotations[0]?.message).toMatch(/^é+\n\n…/);
    expect(fake.unexpected).toEqual([]);
  });

  it('have buttons that GitHub takes', () => {
    for (const { label, description, identifier } of [RERUN_BUTTON, EXPLAIN_BUTTON]) {
      expect([label.length <= 20, description.length <= 40, identifier.length <= 20]).toEqual([
        true,
        true,
        true,
      ]);
    }
  });
});
