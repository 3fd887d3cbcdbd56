import { readConfiguration } from '../../context/read-configuration.ts';
import type { ExplainRequest } from '../../event/app-event.ts';
import { type RememberedFinding, severityRank } from '../../model.ts';
import type { ProcessOrder, StatusState } from '../../ports.ts';
import { readComment } from '../../publish/comment-state.ts';
import { ownComments } from '../../publish/upsert-comment.ts';
import { escapeMarkdownLine, markdownLink } from '../../render/escape-markdown.ts';
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

/**
 * Explains why the gate of a commit stands as it does, and the findings that weigh most, from the status and from what
 * our comment remembers. No model is asked and nothing is written.
 * @returns Markdown that is inert
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
  const gate =
    newest === null
      ? 'This commit was not reviewed.'
      : `**${newest.state}: ${escapeMarkdownLine(newest.description)}**\n\n${MEANING[newest.state]}`;
  const [sticky = null] = newest?.creatorId == null ? [] : ownComments(comments, newest.creatorId);
  if (sticky === null) return gate;
  const { state } = readComment(sticky.body, await stateKeyOf(reader, stateSecret, signal));
  const memory = state?.memory ?? null;
  const open = [...(memory?.findings ?? [])].filter((one) => one.state === 'open').sort(bySeverity);
  const explained = open
    .slice(0, MOST_EXPLAINED)
    .map((finding) => explainRemembered(finding, memory, configuration, []));
  const left = open.length - explained.length;
  const more = `${left > 0 ? `${left} more stand in` : 'All of it stands in'} ${markdownLink('the comment of the review', sticky.url)}.`;
  return [gate, ...explained, more].join('\n\n---\n\n');
}

function bySeverity(left: RememberedFinding, right: RememberedFinding): number {
  return severityRank(left.severity) - severityRank(right.severity);
}
