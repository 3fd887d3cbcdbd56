import { checkRunEvent } from '../../tests/fakes/github/app-events.ts';
import type { CheckRun } from '../../tests/fakes/github/app-state.ts';
import { type Delivery, issueCommentEvent, pullRequestEvent } from '../../tests/fakes/github/events.ts';
import type { Pull } from '../../tests/fakes/github/state.ts';
import { type Behaviour, startMessagesServer } from '../../tests/fakes/messages/start-messages-server.ts';
import { type AppDemo, startAppDemo } from '../app-demo/start-app-demo.ts';
import type { Scraped } from './scraped.ts';

/** The built App, which Prometheus scrapes as the job `multi-agent-review`. */
export interface ScrapedApp extends Scraped {
  /**
   * What the dashboard asks for happens: webhooks, reviews in which models answer, a finding that a person dismisses, a
   * push that fixes findings. To be called while Prometheus scrapes: it cannot see an increase that came before.
   */
  work(): Promise<void>;
  /** Models fail, and GitHub has little left of the limit of the installation: some alerts are about that. */
  getIntoTrouble(): Promise<void>;
}

const NOTHING_FOUND = { findings: [], verdicts: [], sliceRequests: [], facts: [], remaining: [] };
const MAINTAINER = 'maria';
const REVIEW_MS = 60_000;

/** Starts `dist/app/app.js` beside stand-ins of GitHub and of the Messages API. */
export async function startScraped(): Promise<ScrapedApp> {
  let behaviour: Behaviour = { kind: 'answer', content: NOTHING_FOUND };
  const models = await startMessagesServer({ behave: () => behaviour });
  const environment = { ANTHROPIC_API_KEY: 'none', ANTHROPIC_BASE_URL: models.url, LOG_LEVEL: 'warn' };
  const demo = await startAppDemo({ environment });
  // In both repositories, unlike anybody of the demo.
  demo.fake.addUser({ login: MAINTAINER, roles: { 'octo/shop': 'write', 'octo/billing': 'write' } });
  return {
    address: new URL(demo.url).host,
    work: () => work(demo),
    async getIntoTrouble() {
      behaviour = { kind: 'error', status: 400, message: 'as ordered' };
      for (const { rate } of demo.fake.installations) rate.used = 4_700;
      for (const run of runsWithModels(demo))
        await demo.tell(checkRunEvent(demo.fake, run, 'rerequested', MAINTAINER));
    },
    async stop() {
      await demo.close();
      await models.close();
    },
  };
}

async function work(demo: AppDemo): Promise<void> {
  const { fake, pulls } = demo;
  await demo.open(pulls);
  await demo.settled(pulls, REVIEW_MS);
  const [all, vouchers, docs] = pulls;
  if (all === undefined || vouchers === undefined || docs === undefined)
    throw new Error('The demo has fewer pull requests than this scene needs.');
  const body = `/review dismiss ${findingOf(all, demo)} known and accepted`;
  const comment = fake.addComment({ pull: all, login: MAINTAINER, body });
  await reviewedAfter(issueCommentEvent(fake, all, comment), all, demo);
  // What stands in the change of the third pull request has none of the findings of the second.
  fake.moveHead(vouchers, docs.headSha);
  await reviewedAfter(pullRequestEvent(fake, vouchers, 'synchronize'), vouchers, demo);
}

/** Tells the App, and waits for the status of the review that follows. */
async function reviewedAfter(delivery: Delivery, pull: Pull, demo: AppDemo): Promise<void> {
  const { statuses } = demo.fake;
  const before = statuses.length;
  await demo.tell(delivery);
  const begun = () => statuses.slice(before).some(({ sha }) => sha === pull.headSha);
  await demo.until(begun, REVIEW_MS);
  await demo.settled([pull], REVIEW_MS);
}

/** The id of a finding that the comment shows. */
function findingOf(pull: Pull, { fake }: AppDemo): string {
  const shown = fake.comments.filter(
    ({ number, repository }) => number === pull.number && repository === pull.repository,
  );
  for (const { body } of shown) {
    const [, id] = /explain ([0-9a-f]{8,})/.exec(body) ?? [];
    if (id !== undefined) return id;
  }
  throw new Error(`No comment on pull request ${pull.number} shows a finding.`);
}

/** The check runs of heads for which every reviewer asks its model: of documents alone only some do. */
function runsWithModels({ fake, pulls }: AppDemo): readonly CheckRun[] {
  const heads = pulls.map(({ headSha }) => headSha);
  const ofOne = heads.filter((head) => heads.indexOf(head) === heads.lastIndexOf(head));
  return ofOne.flatMap((head) => fake.checkRuns.findLast(({ headSha }) => headSha === head) ?? []);
}
