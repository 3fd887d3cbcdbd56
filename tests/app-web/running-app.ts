import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readAppSettings } from '../../src/entry/app/app-settings.ts';
import { makeJsonLog } from '../../src/entry/app/json-log.ts';
import { type RunningApp, startApp } from '../../src/entry/app/start-app.ts';
import { systemClock, systemRandom } from '../../src/entry/system-ports.ts';
import { type Stage, setStage } from '../action/run-action.ts';
import { temporaryFolder } from '../adapters/git/temporary-repository.ts';
import type { App, Installation } from '../fakes/github/app-state.ts';

/** The whole App in this process, on a stand-in of GitHub, with an embedded database of its own. */
export interface AppScene {
  readonly stage: Stage;
  readonly app: App;
  readonly installation: Installation;
  readonly running: RunningApp;
  readonly lines: readonly string[];
  /** Where webhooks are sent. */
  readonly hookUrl: string;
}

export interface AppSceneOptions {
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Is called before the App starts. */
  readonly before?: (app: App) => void;
}

const ROOT = new URL('../../', import.meta.url);
const REVIEW_PROCESS = new URL('../app/review-process-from-source.ts', import.meta.url);

export async function startScene({
  args = [],
  environment = {},
  before,
}: AppSceneOptions = {}): Promise<AppScene> {
  const stage = await setStage({ after: { 'src/a.ts': 'export const a = 1;\n' } });
  const app = stage.fake.addApp({ slug: 'reviewer' });
  const installation = stage.fake.installApp({ app, account: 'octo' });
  before?.(app);
  const settings = readAppSettings(args, {
    APP_ID: String(app.id),
    PRIVATE_KEY: app.privateKey,
    WEBHOOK_SECRET: app.webhookSecret ?? '',
    GITHUB_CLIENT_ID: app.clientId,
    GITHUB_CLIENT_SECRET: app.clientSecret,
    GITHUB_API_URL: stage.fake.url,
    GITHUB_GRAPHQL_URL: stage.fake.graphqlUrl,
    GITHUB_SERVER_URL: stage.fake.serverUrl,
    DATA_FOLDER: join(temporaryFolder(), 'data'),
    PORT: '0',
    WRITE_SPACING_MS: '0',
    STOP_SECONDS: '0',
    ...environment,
  });
  const { credentials } = settings;
  if (credentials === null) throw new Error('The scene has no credentials.');
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const log = makeJsonLog({ level: 'debug', now: systemClock.now, hide: (text) => text, write });
  const running = await startApp({
    settings: { ...settings, credentials },
    root: ROOT,
    reviewProcess: REVIEW_PROCESS,
    clock: systemClock,
    random: systemRandom,
    log,
  });
  onTestFinished(() => running.stop());
  const hookUrl = `${running.url}/webhooks`;
  return { stage, app, installation, running, lines, hookUrl };
}
