import { describe, expect, it } from 'vitest';
import type { ReviewProcesses } from '../../src/ports.ts';
import { INJECTION, LARGE } from '../action/model-scene.ts';
import { pullRequestEvent } from '../fakes/github/events.ts';
import { expectOneVoice } from './one-voice.ts';
import { type ServiceScene, setService, shareDatabase, until } from './service-scene.ts';

const CRITICAL = { 'src/users.js': `${INJECTION}${LARGE}` };

shareDatabase();

describe('R35 a review process is killed in the middle of a review', () => {
  it('at ten points: another one starts over, with one comment, one final status and one ended check run', async () => {
    let kill = new AbortController();
    let tries = 0;
    const holder: { scene?: ServiceScene } = {};
    const processes: ReviewProcesses = {
      run: (order, onEvent, signal, allow) => {
        tries += 1;
        const real = (holder.scene as ServiceScene).realProcesses;
        return real.run(order, onEvent, AbortSignal.any([signal, kill.signal]), allow);
      },
      close: async () => undefined,
    };
    const scene = await setService({ after: CRITICAL, processes });
    holder.scene = scene;
    const { fake, repository, pull: base } = scene.stage;
    // The requests of the review process itself are the third to the twelfth.
    for (let index = 0; index < 10; index += 1) {
      const head = repository.commit(`head ${index}`, {
        'src/users.js': `${INJECTION}${LARGE}// ${index}\n`,
      });
      const number = 20 + index;
      const opened = { repository: 'octo/shop', base: base.baseSha, head, number, author: 'ada' };
      const pull = fake.openPullRequest(opened);
      const running = new AbortController();
      kill = running;
      tries = 0;
      // A settings file of the organisation is asked for once a minute, so that later reviews have a request less.
      const after = index + (index === 0 ? 3 : 2);
      fake.script({ route: '*', after, effect: { kind: 'first', action: () => running.abort() } });
      await scene.accept(pullRequestEvent(fake, pull, 'opened'));
      await until(async () => {
        if (running.signal.aborted) kill = new AbortController();
        await scene.database.query("update pgboss.job set start_after = now() where state = 'retry'");
        return (await scene.reviews())[index]?.state === 'done';
      });
      expect(running.signal.aborted).toBe(true);
      expect(tries).toBeLessThanOrEqual(2);
      expectOneVoice(scene, pull);
    }
    expect((await scene.queue.depth()).dead).toBe(0);
  }, 600_000);
});
