import { setPriority } from 'node:os';
import { mergeGroupEvent, pullRequestEvent } from '../../tests/fakes/github/events.ts';
import { startFakeGitHub } from '../../tests/fakes/github/start-fake-github.ts';
import { makeHeads } from './make-heads.ts';

/** What the bench tells the stand-in of GitHub, which lives in a process of its own. */
export type ToStandIn =
  | {
      readonly kind: 'open';
      readonly directory: string;
      readonly size: StandInSize;
      readonly isNice: boolean;
    }
  | { readonly kind: 'count'; readonly pulls: number };

export interface StandInSize {
  /** Commits to review. */
  readonly heads: number;
  /** Pull requests that stand open, each for a head of its own. */
  readonly pulls: number;
}

/** What it answers. */
export type FromStandIn = ({ readonly kind: 'opened' } & Opened) | ({ readonly kind: 'counted' } & Counted);

/** The App as it is registered with the stand-in, and two payloads that others are made from. */
export interface Opened {
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  readonly serverUrl: string;
  readonly app: {
    readonly id: number;
    readonly privateKey: string;
    readonly webhookSecret: string;
    readonly clientId: string;
    readonly clientSecret: string;
  };
  readonly heads: readonly string[];
  readonly pullPayload: string;
  readonly groupPayload: string;
}

/** What stands on the first pull requests. */
export interface Counted {
  /** Pull requests whose newest status is final, and which have exactly one such. */
  readonly settled: number;
  readonly pending: number;
  readonly severalFinal: number;
  readonly oneComment: number;
  readonly severalComments: number;
  readonly requests: number;
  /** Final statuses on all heads. */
  readonly finals: number;
  readonly unexpected: readonly string[];
  /** Seconds of processor time that the stand-in has taken. */
  readonly cpuSeconds: number;
}

const REPOSITORY = 'octo/shop';
const UNBOUND = { writesPerMinute: 1_000_000, writesPerHour: 1_000_000 };

const [, , latency = '0'] = process.argv;
const fake = await startFakeGitHub({ limits: UNBOUND, latencyMs: Number(latency) });
let heads: readonly string[] = [];

process.on('message', (message: ToStandIn) => {
  tell(message.kind === 'open' ? open(message) : count(message.pulls));
});
process.once('disconnect', () => process.exit(0));

function tell(message: FromStandIn): void {
  process.send?.(message);
}

function open({ directory, size, isNice }: Extract<ToStandIn, { readonly kind: 'open' }>): FromStandIn {
  fake.addUser({ login: 'ada', roles: { [REPOSITORY]: 'write' } });
  fake.addUser({ login: 'merge-queue[bot]' });
  fake.addRepository({ name: REPOSITORY, directory });
  const made = makeHeads(directory, size.heads);
  heads = made.heads;
  const opened = heads.slice(0, size.pulls).map((head, index) =>
    fake.openPullRequest({
      repository: REPOSITORY,
      base: made.base,
      head,
      number: index + 1,
      title: `Change ${index + 1}`,
      author: 'ada',
      headRef: `change-${index}`,
    }),
  );
  const app = fake.addApp({ slug: 'multi-agent-review' });
  const installation = fake.installApp({ app, account: 'octo' });
  // A stand-in that counts as GitHub does would end the bench after some hundred reviews.
  setInterval(() => {
    installation.rate.used = 0;
    installation.rate.writes.length = 0;
    app.token.used = 0;
  }, 500).unref();
  const [first] = opened;
  if (first === undefined) throw new Error('A bench takes at least one pull request.');
  const named = { id: installation.id, node_id: 'bench' };
  const payloadOf = (payload: object) => JSON.stringify({ installation: named, ...payload });
  // Whatever git has to be asked for is asked now: its processes are no part of what is measured.
  for (const pull of opened) pullRequestEvent(fake, pull, 'opened');
  if (isNice) setPriority(10);
  return {
    kind: 'opened',
    apiUrl: fake.url,
    graphqlUrl: fake.graphqlUrl,
    serverUrl: fake.serverUrl,
    app: {
      id: app.id,
      privateKey: app.privateKey,
      webhookSecret: app.webhookSecret ?? '',
      clientId: app.clientId,
      clientSecret: app.clientSecret,
    },
    heads,
    pullPayload: payloadOf(pullRequestEvent(fake, first, 'opened').payload),
    groupPayload: payloadOf(mergeGroupEvent(fake, first, first.headSha).payload),
  };
}

function count(pulls: number): FromStandIn {
  const finals = new Map<string, number>();
  const newest = new Map<string, string>();
  for (const { sha, state } of fake.statuses) {
    newest.set(sha, state);
    if (state !== 'pending') finals.set(sha, (finals.get(sha) ?? 0) + 1);
  }
  const comments = new Map<number, number>();
  for (const { number } of fake.comments) comments.set(number, (comments.get(number) ?? 0) + 1);
  const looked = heads.slice(0, pulls);
  const having = (holds: (head: string, number: number) => boolean) =>
    looked.filter((head, index) => holds(head, index + 1)).length;
  const { user, system } = process.cpuUsage();
  return {
    kind: 'counted',
    settled: having((head) => newest.get(head) !== 'pending' && finals.get(head) === 1),
    pending: having((head) => newest.get(head) === 'pending'),
    severalFinal: having((head) => (finals.get(head) ?? 0) > 1),
    oneComment: having((_, number) => comments.get(number) === 1),
    severalComments: having((_, number) => (comments.get(number) ?? 0) > 1),
    requests: fake.requests.length,
    finals: [...finals.values()].reduce((sum, one) => sum + one, 0),
    unexpected: [...new Set(fake.unexpected)].slice(0, 5),
    cpuSeconds: (user + system) / 1e6,
  };
}
