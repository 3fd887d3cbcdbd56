import { issueCommentEvent, pullRequestEvent, reviewCommentEvent } from '../fakes/github/events.ts';
import type { Role } from '../fakes/github/state.ts';
import { INJECTION } from './model-scene.ts';
import { type ActionRun, type RunOptions, type Stage, setStage } from './run-action.ts';

export const USERS_PATH = 'src/users.js';
export const ANSWER = '<!-- multi-agent-review answer ';
const BOT = 'github-actions[bot]';

/** A pull request with one critical finding, reviewed once, and people of every kind. */
export async function setCommandStage(options: Partial<Parameters<typeof setStage>[0]> = {}): Promise<Stage> {
  const stage = await setStage({ after: { [USERS_PATH]: INJECTION }, ...options });
  const roles: readonly Role[] = ['admin', 'maintain', 'write', 'triage', 'read', 'none'];
  for (const role of roles) stage.fake.addUser({ login: `has-${role}`, roles: { 'octo/shop': role } });
  return stage;
}

/** Says something in the conversation and runs the Action on it. */
export async function say(stage: Stage, body: string, login = 'maintainer', run: RunOptions = {}) {
  const comment = stage.fake.addComment({ pull: stage.pull, login, body });
  const event = issueCommentEvent(stage.fake, stage.pull, comment);
  return { comment, event, run: await stage.run({ ...run, event }) };
}

/** Says something in the thread of our first comment beside a line, and runs the Action on it. */
export async function sayBeside(stage: Stage, body: string, login = 'maintainer', run: RunOptions = {}) {
  const first = stage.fake.reviewComments.find((one) => one.user.login === BOT && one.inReplyTo === null);
  if (first === undefined) throw new Error('There is no comment beside a line.');
  const comment = stage.fake.addReply({ pull: stage.pull, to: first, login, body });
  const event = reviewCommentEvent(stage.fake, stage.pull, comment);
  return { first, comment, event, run: await stage.run({ ...run, event }) };
}

/** Moves the head and runs the Action on the push. */
export async function push(stage: Stage, files: Readonly<Record<string, string>>): Promise<ActionRun> {
  stage.fake.moveHead(stage.pull, stage.repository.commit('next', files));
  return stage.run({ event: pullRequestEvent(stage.fake, stage.pull, 'synchronize') });
}

/** Our answers in the conversation, without their markers. */
export function answers(stage: Stage): readonly string[] {
  return stage.fake.comments
    .filter(({ user, body }) => user.login === BOT && body.startsWith(ANSWER))
    .map(({ body }) => body.replace(/^(?:<!--.*-->\n)+/, ''));
}

/** Our answers beside lines. */
export function repliesOf(stage: Stage): readonly string[] {
  return stage.fake.reviewComments
    .filter(({ user, body }) => user.login === BOT && body.startsWith(ANSWER))
    .map(({ body }) => body.replace(/^(?:<!--.*-->\n)+/, ''));
}

/** The id of the critical finding, as the comment shows it. */
export function findingId(stage: Stage): string {
  const [comment = ''] = stage.ownComments();
  const [, id] = /explain ([0-9a-f]{8,})/.exec(comment) ?? [];
  if (id === undefined) throw new Error('The comment shows no finding.');
  return id;
}

/** All that we wrote, to see that nothing was. */
export function written(stage: Stage): readonly unknown[] {
  const { comments, reviewComments, statuses, reactions } = stage.fake;
  const ours = (one: { readonly user: { readonly login: string } }) => one.user.login === BOT;
  return [
    ...comments.filter(ours),
    ...reviewComments.filter(ours),
    ...reactions.filter(ours),
    ...statuses,
  ].map((one) => one.id);
}
