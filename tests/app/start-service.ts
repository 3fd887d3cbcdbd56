import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Stage } from '../action/run-action.ts';
import type { App, Installation } from '../fakes/github/app-state.ts';
import type { Delivery } from '../fakes/github/events.ts';
import type { FromService, ToService } from './service-process.ts';
import { PUBLIC_URL } from './service-scene.ts';

/** The App on the stand-in, where the service is a process of its own. */
export interface InstalledApp {
  readonly stage: Stage;
  readonly app: App;
  readonly installation: Installation;
}

/** A service that can be killed. */
export interface StartedService {
  deliver(delivery: Delivery, id: string): Promise<string>;
  look(): Promise<Extract<FromService, { readonly kind: 'seen' }>>;
  /** As kill -9 does; resolves when it is gone. */
  kill(): Promise<void>;
}

export function installApp(stage: Stage): InstalledApp {
  const app = stage.fake.addApp({ slug: 'reviewer' });
  return { stage, app, installation: stage.fake.installApp({ app, account: 'octo' }) };
}

/** @param database a folder or the address of a server, as the environment names them */
export async function startService(
  { stage, app, installation }: InstalledApp,
  database: { readonly DATA_FOLDER: string } | { readonly DATABASE_URL: string },
): Promise<StartedService> {
  const child = fork(fileURLToPath(new URL('./service-process.ts', import.meta.url)), [], {
    execArgv: [],
    env: {
      APP_ID: String(app.id),
      PRIVATE_KEY: app.privateKey,
      WEBHOOK_SECRET: app.webhookSecret ?? '',
      GITHUB_CLIENT_ID: 'Iv1.tests',
      GITHUB_CLIENT_SECRET: app.clientSecret,
      GITHUB_API_URL: stage.fake.url,
      GITHUB_GRAPHQL_URL: stage.fake.graphqlUrl,
      GITHUB_SERVER_URL: 'https://github.example',
      PUBLIC_URL,
      WRITE_SPACING_MS: '0',
      ...database,
    },
  });
  onTestFinished(() => kill(child));
  const heard: FromService[] = [];
  let wake = () => {};
  child.on('message', (message: FromService) => {
    heard.push(message);
    wake();
  });
  child.on('exit', () => wake());
  const answered = async <Kind extends FromService['kind']>(kind: Kind) => {
    while (heard.length === 0) {
      if (isGone(child)) throw new Error(`The service ended (${child.signalCode ?? child.exitCode}).`);
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const message = heard.shift();
    if (message?.kind !== kind) throw new Error(`The service said "${message?.kind}" and not "${kind}".`);
    return message as Extract<FromService, { readonly kind: Kind }>;
  };
  await answered('ready');
  const ask = (message: ToService) => child.send(message);
  return {
    async deliver({ name, payload }, id) {
      const whole = { installation: { id: installation.id }, ...payload };
      ask({ kind: 'deliver', id, name, payload: whole });
      return (await answered('accepted')).outcome;
    },
    look() {
      ask({ kind: 'look' });
      return answered('seen');
    },
    kill: () => kill(child),
  };
}

function isGone({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function kill(child: ChildProcess): Promise<void> {
  if (isGone(child)) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
