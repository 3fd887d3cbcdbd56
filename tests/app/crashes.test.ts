import { describe, expect, it, vi } from 'vitest';
import { INJECTION, LARGE } from '../action/model-scene.ts';
import { setStage } from '../action/run-action.ts';
import { temporaryFolder } from '../adapters/git/temporary-repository.ts';
import { pullRequestEvent } from '../fakes/github/events.ts';
import { expectOneVoice } from './one-voice.ts';
import { until } from './service-scene.ts';
import { installApp, startService } from './start-service.ts';

vi.setConfig({ testTimeout: 600_000 });

const CRITICAL = { 'src/users.js': `${INJECTION}${LARGE}` };

describe('R35 the service is killed in the middle of a review, and started again', () => {
  it('at ten points: one comment, one final status, one ended check run, no lost job', async () => {
    const installed = installApp(await setStage({ after: CRITICAL }));
    const { fake, repository, pull: base } = installed.stage;
    const database = { DATA_FOLDER: temporaryFolder() };
    let service = await startService(installed, database);
    // A review makes some sixteen requests, from the question for the installation to the end of its token.
    for (const [index, after] of [1, 3, 5, 6, 7, 9, 10, 11, 12, 14].entries()) {
      const head = repository.commit(`head ${index}`, {
        'src/users.js': `${INJECTION}${LARGE}// ${index}\n`,
      });
      const number = 20 + index;
      const pull = fake.openPullRequest({
        repository: 'octo/shop',
        base: base.baseSha,
        head,
        number,
        author: 'ada',
      });
      let died: Promise<void> | null = null;
      const running = service;
      const action = () => {
        died = running.kill();
      };
      fake.script({ route: '*', after, effect: { kind: 'first', action } });
      await running.deliver(pullRequestEvent(fake, pull, 'opened'), `delivery-${index}`);
      await until(() => died !== null);
      await died;
      service = await startService(installed, database);
      await until(async () => (await service.look()).open === 0);
      expect(await service.look()).toMatchObject({ states: Array(index + 1).fill('done'), dead: 0 });
      expectOneVoice(installed, pull);
    }
    expect(fake.unexpected).toEqual([]);
  });
});
