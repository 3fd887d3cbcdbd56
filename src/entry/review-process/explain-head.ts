import { readConfiguration } from '../../context/read-configuration.ts';
import type { ExplainRequest } from '../../event/app-event.ts';
import { type RememberedFinding, severityRank } from '../../model.ts';
import type { CommentStore, CommitStatus, ForgeComment, ProcessOrder, StatusState } from '../../ports.ts';
import { readComment } from '../../publish/comment-state.ts';
import { ownComments } from '../../publish/upsert-comment.ts';
import { codeSpan, escapeMarkdownLine, markdownLink } from '../../render/escape-markdown.ts';
import { explainRemembered } from '../pull-request/commands/explain-remembered.ts';
import { stateKeyOf } from '../pull-request/recall-review.ts';
import type { PullRequestWorld } from '../pull-request/world.ts';

const MOST_EXPLAINED = 5;

const MEANING: Readonly<Record<StatusState, string>> = {
  success: 'The review was completed and nothing in it blocks the merge.',
  failure: 'A proven finding is as severe as the base configuration allows no merge with, or worse.',
  error: 'The review is not complete: a part of it is missing, so that nobody can say that nothing is wrong.',
  pending: 'A review of this commit is on its way, or waits until the draft is ready.',
};

/** First line of an explanation: one for each commit, whoever asks how often. */
const markerOf = (headSha: string) => `<!-- multi-agent-review explanation ${headSha} -->`;

/**
 * Explains in the conversation of a pull request why the gate of a commit stands as it does, and the findings that weigh
 * most, from the status and from what our comment remembers. No model is asked. Asked again, the same comment is brought
 * up to date.
 * @returns the Markdown, inert
 * @throws ForgeError
 */
export async function explainHead(
  { pullNumber, headSha }: ExplainRequest,
  { stateSecret }: Pick<ProcessOrder, 'stateSecret'>,
  { forge, shipped }: Pick<PullRequestWorld, 'forge' | 'shipped'>,
  signal: AbortSignal,
): Promise<string> {
  const reader = forge.pullRequest(pullNumber, headSha);
  const configuration = await readConfiguration(reader, null, shipped.builtIns, signal);
  const { comments } = await reader.conversation(signal);
  const newest = await forge.statuses.newest(headSha, signal);
  const authorId = newest?.creatorId ?? 0;
  const [sticky = null] = ownComments(comments, authorId);
  const stateKey = await stateKeyOf(reader, stateSecret, signal);
  const memory = sticky === null ? null : (readComment(sticky.body, stateKey).state?.memory ?? null);
  const open = [...(memory?.findings ?? [])].filter((one) => one.state === 'open').sort(bySeverity);
  const explained = open
    .slice(0, MOST_EXPLAINED)
    .map((finding) => explainRemembered(finding, memory, configuration, []));
  const left = open.length - explained.length;
  const more =
    sticky === null
      ? []
      : [
          `${left > 0 ? `${left} more stand in` : 'All of it stands in'} ${markdownLink('the comment of the review', sticky.url)}.`,
        ];
  const text = [gateWords(headSha, newest), ...explained, ...more].join('\n\n---\n\n');
  await say(text, { store: forge.comments(pullNumber), comments, authorId, headSha }, signal);
  return text;
}

function gateWords(headSha: string, newest: CommitStatus | null): string {
  const commit = codeSpan(headSha.slice(0, 7));
  if (newest === null) return `${commit} was not reviewed.`;
  return `${commit} **${newest.state}: ${escapeMarkdownLine(newest.description)}**\n\n${MEANING[newest.state]}`;
}

interface Place {
  readonly store: CommentStore;
  readonly comments: readonly ForgeComment[];
  /** Our own account; 0 when nobody can tell. */
  readonly authorId: number;
  readonly headSha: string;
}

async function say(
  text: string,
  { store, comments, authorId, headSha }: Place,
  signal: AbortSignal,
): Promise<void> {
  const marker = markerOf(headSha);
  const body = `${marker}\n${text}\n`;
  const before = comments.find(
    (one) => one.authorId === authorId && authorId !== 0 && one.body.split(/\r?\n/, 1)[0] === marker,
  );
  if (before === undefined) await store.create(body, authorId, signal);
  else if (before.body !== body) await store.update(before.id, body, signal);
}

function bySeverity(left: RememberedFinding, right: RememberedFinding): number {
  return severityRank(left.severity) - severityRank(right.severity);
}
