import { makeAppHost } from '../../../../src/adapters/github/app/make-app-host.ts';
import type { AppHost, Clock, Log } from '../../../../src/ports.ts';
import { type AppSetting, setUpApp } from '../../../fakes/github/set-up-app.ts';
import type { FakeGitHubOptions } from '../../../fakes/github/start-fake-github.ts';

export const SIGNAL = new AbortController().signal;

export interface HostSetting extends AppSetting {
  readonly host: AppHost;
  readonly hostClock: Clock;
  readonly log: Log;
  /** Everything that was logged. */
  readonly logged: string[];
  readonly shopId: number;
}

/** The App's own client of a stand-in in which it is installed; both have one clock, whose waits end at once. */
export async function setUpHost(
  options: FakeGitHubOptions = {},
  hookUrl: string | null = null,
): Promise<HostSetting> {
  const setting = await setUpApp(options, hookUrl);
  const { app, clock, fake } = setting;
  const logged: string[] = [];
  const line = (message: string, fields?: unknown) => {
    logged.push(`${message} ${JSON.stringify(fields ?? null)}`);
  };
  const log: Log = { debug: line, info: line, warn: line };
  const hostClock: Clock = {
    now: () => clock.now,
    steady: () => clock.now,
    after: (ms, call) => {
      // limits of time never fire
      if (ms === 30_000 || ms === 10_000) return () => undefined;
      clock.now += ms;
      queueMicrotask(call);
      return () => undefined;
    },
  };
  const host = makeAppHost({
    appId: String(app.id),
    privateKey: app.privateKey,
    apiUrl: fake.url,
    clock: hostClock,
    log,
  });
  const shopId = fake.state.repositories.get('octo/shop')?.id ?? 0;
  return { ...setting, host, hostClock, log, logged, shopId };
}
