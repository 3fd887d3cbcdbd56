import { wireAnswer, wireFinding } from '../dispatch/model/material.ts';
import type { Delivery } from '../fakes/github/events.ts';
import type { WireRequest } from '../fakes/messages/check-request.ts';
import type { Behaviour } from '../fakes/messages/start-messages-server.ts';
import { answer, isVerifier, nothing, roleOf, type Scene, setScene, textOf } from './model-scene.ts';
import type { ActionRun } from './run-action.ts';

/** What a model finds wherever it is shown the line, and its verifier confirms. */
interface Flaw {
  readonly line: RegExp;
  readonly severity: string;
  readonly title: string;
  readonly category: string;
}

const FLAWS: readonly Flaw[] = [
  { line: /discount \/ 100/, severity: 'critical', title: 'The discount is not applied', category: 'logic' },
  { line: /items \+ 1/, severity: 'high', title: 'Every shelf counts one too many', category: 'logic' },
];

const filler = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `export const ${name}${index} = ${index * 7};`).join('\n');

/** The files of the pull request as they are first pushed. */
export const FIRST: Files = {
  'src/price.js': `export function price(amount, discount) {
  return amount - discount / 100;
}
${filler('step', 6)}
`,
  'src/users.js': `export function listUsers(app, db) {
  app.get('/users', async (request, response) => {
    response.json(await db.query("SELECT * FROM users WHERE name = '" + request.query.name + "'"));
  });
}
${filler('role', 6)}
`,
  'src/stock.js': `export function count(shelves) {
  let sum = 0;
  for (let index = 0; index < shelves.length; index += 1) {
    sum += shelves[index].items + 1;
  }
  return sum;
}
${filler('shelf', 6)}
`,
};

/** At the base already, so that no finding speaks of tests. */
const TESTS = `import { price } from '../src/price.js';
import { count } from '../src/stock.js';
import { listUsers } from '../src/users.js';

test('works', () => expect([price(1, 0), count([]), listUsers]).toHaveLength(3));
`;

export type Files = Readonly<Record<string, string>>;

/** One step of the story, as the transcript tells it. */
export interface Told {
  readonly title: string;
  readonly what: string;
  readonly run: ActionRun;
  /** Paths whose text a model was shown. */
  readonly asked: readonly string[];
  readonly calls: number;
  readonly status: string;
  readonly comment: string;
  /** Our comments in the conversation, and comments beside lines. */
  readonly comments: number;
  readonly inline: number;
  /** First lines of those that were edited since they were posted. */
  readonly edited: readonly string[];
  readonly answers: readonly string[];
}

/** The pull request, the files that are at its head, and what was told so far. */
export interface Story {
  readonly scene: Scene;
  readonly told: Told[];
  /** Runs the Action on an event and keeps what came of it. */
  tell(title: string, what: string, event: () => Delivery): Promise<Told>;
}

export async function beginStory(): Promise<Story> {
  const scene = await setScene(behave, {
    before: { 'tests/shop.test.js': TESTS },
    after: FIRST,
    pull: { headRef: 'feature' },
  });
  const { stage, server } = scene;
  const told: Told[] = [];
  return {
    scene,
    told,
    async tell(title, what, event) {
      const before = server.seen.length;
      const answered = stage.fake.comments.length;
      const run = await scene.run(
        {},
        { event: event(), environment: { GITHUB_RUN_ID: String(100 + told.length) } },
      );
      const asked = server.seen.slice(before).map(({ request }) => request);
      const step: Told = {
        title,
        what,
        run,
        asked: pathsShown(asked.filter((request) => !isVerifier(request))),
        calls: asked.length,
        status: stage.statuses().at(-1) ?? 'none',
        comment: stage.ownComments()[0] ?? '',
        comments: stage.ownComments().length,
        inline: stage.fake.reviewComments.filter(({ user }) => user.login === 'github-actions[bot]').length,
        edited: editedLines(stage.fake.reviewComments.map(({ body }) => body)),
        answers: stage.fake.comments
          .slice(answered)
          .filter(({ user, body }) => user.login === 'github-actions[bot]' && body.includes('answer'))
          .map(({ body }) => body),
      };
      told.push(step);
      return step;
    },
  };
}

/** What the comments say whose finding was fixed or came back. */
function editedLines(bodies: readonly string[]): readonly string[] {
  return bodies
    .filter((body) => /^<!-- multi-agent-review finding .* (fixed|reopened) -->/.test(body))
    .map(firstWords);
}

/** Paths of which at least one line was shown as changed. */
function pathsShown(requests: readonly WireRequest[]): readonly string[] {
  const texts = requests.map(textOf);
  const paths = texts.flatMap((text) => [...text.matchAll(/^## File: (\S+)/gm)].map(([, path = '']) => path));
  return [...new Set(paths)].sort();
}

function behave(request: WireRequest): Behaviour {
  const text = textOf(request);
  if (isVerifier(request)) return answer(wireAnswer([], { verdicts: confirmAll(text) }));
  if (roleOf(request) !== 'correctness') return nothing;
  const findings = FLAWS.flatMap(({ line, ...flaw }) => {
    const shown = placeOf(text, line);
    return shown === null
      ? []
      : [
          wireFinding({
            ...flaw,
            ...shown,
            explanation: `${flaw.title}: the line says it.`,
            failureScenario: 'Every call is wrong.',
            fix: 'Write it as it was meant.',
          }),
        ];
  });
  return findings.length === 0 ? nothing : answer(wireAnswer(findings));
}

/** Where a line stands in the numbered change that a model is shown. */
function placeOf(
  text: string,
  wanted: RegExp,
): {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly quote: string;
} | null {
  let path = '';
  for (const row of text.split('\n')) {
    path = /^## File: (\S+)/.exec(row)?.[1] ?? path;
    const [, number, quote] = /^(\d+) \+ (.*)$/.exec(row) ?? [];
    if (number === undefined || quote === undefined || !wanted.test(quote)) continue;
    const startLine = Number(number);
    return { path, startLine, endLine: startLine, quote };
  }
  return null;
}

function confirmAll(text: string): readonly unknown[] {
  return [...text.matchAll(/^(v\d+): \S+ \S+ at (\S+):(\d+) .*\ntitle: .*\nquote: (.*)$/gm)].map(
    ([, finding, path, line, quote]) => ({
      finding,
      verdict: 'confirmed',
      reason: 'Nothing stands between the line and the failure.',
      path,
      line: Number(line),
      quote,
    }),
  );
}

/** A step as docs/lifecycle.md tells it: what was done, and what a person sees afterwards. */
export function tellStep(step: Told, index: number): string {
  const { report } = step.run;
  const head = (report?.head.sha ?? '').slice(0, 7);
  const lines = [
    `## ${index === 0 ? 'The first review' : `${index}. ${step.title}`}`,
    step.what,
    `- Head \`${head}\`, status: **${step.status}**`,
    `- ${sinceLine(step.comment)}`,
    `- ${extentOf(step)}`,
    `- ${step.comments} summary comment, ${step.inline} comments beside lines in all`,
    ...step.edited.map((line) => `- A comment beside a line now begins: ${line}`),
    ...saidOfOrders(step.comment).map((line) => `- ${line}`),
    ...step.answers.map((answered) => `- Answered: ${firstWords(answered)}`),
    '',
    '| Id | State | Severity | Finding | Where |',
    '|---|---|---|---|---|',
    ...(report?.findings ?? []).map(
      ({ id, state, suppressedBy, severity, title, path, startLine }) =>
        `| \`${id}\` | ${suppressedBy ?? state} | ${severity} | ${title} | \`${path}:${startLine}\` |`,
    ),
    ...(report?.since?.fixed ?? []).map(
      ({ id, severity, title, path, fixedBy }) =>
        `| \`${id}\` | fixed by \`${fixedBy.slice(0, 7)}\` | ${severity} | ${title} | \`${path}\` |`,
    ),
  ];
  return `${lines.slice(0, 2).join('\n\n')}\n\n${lines.slice(2).join('\n')}\n`;
}

function sinceLine(comment: string): string {
  return /since the last review: [^\n·]+/.exec(comment)?.[0] ?? 'nothing to compare with';
}

function extentOf({ comment, asked, calls }: Told): string {
  const about = asked.length === 0 ? 'no file' : asked.map((path) => `\`${path}\``).join(', ');
  const words =
    /^Models looked at .*$/m.exec(comment)?.[0] ??
    (calls === 0 ? 'Nobody was asked again.' : 'Models looked at everything for the first time.');
  return `${words} (${calls} model calls about ${about})`;
}

/** What the comment says of an override and of dismissals that ended. */
function saidOfOrders(comment: string): readonly string[] {
  return comment
    .split('\n')
    .filter((line) => /^(> Overridden|- The override by|Dismissed until)/.test(line))
    .map((line) => line.replace(/^(> |- )/, '').replaceAll(/\[([^\]]*)\]\(<[^>]*>\)/g, '$1'));
}

function firstWords(body: string): string {
  return (body.split('\n').find((line) => line.trim() !== '' && !line.startsWith('<!--')) ?? '').slice(
    0,
    300,
  );
}
