import type { CommentStore, ForgeComment, ThreadStore } from '../ports.ts';
import { cutText } from '../render/cut-text.ts';

/** GitHub refuses bodies above 65,536 characters. */
const MOST_CHARACTERS = 60_000;
const START = '<!-- multi-agent-review answer ';

/** An answer to one command. */
export interface CommandAnswer {
  /** Id of the comment that is the command. */
  readonly commentId: number;
  /** Markdown; everything foreign in it is escaped. */
  readonly text: string;
  /** What is said once, however many commands ask for it: a refusal. Our own words, no foreign text. */
  readonly once?: string;
}

/**
 * Answers a command in one comment. An event that comes again, and a run that is repeated, find the answer by our own
 * author id and its first line and say nothing twice.
 * @param comments where the command stands: the conversation, or a review thread
 * @param listed what was said there, as read a moment ago
 * @param authorId our own account
 */
export async function answerCommand(
  comments: ThreadStore & Partial<Pick<CommentStore, 'remove'>>,
  { commentId, text, once }: CommandAnswer,
  listed: readonly ForgeComment[],
  authorId: number,
  signal: AbortSignal,
): Promise<'answered' | 'said before'> {
  const first = `${START}${commentId} -->`;
  const second = once === undefined ? null : `<!-- ${once} -->`;
  const isSaid = (one: ForgeComment) => {
    const [marker = '', next = ''] = one.body.split(/\r?\n/, 2);
    if (one.authorId !== authorId || !marker.startsWith(START)) return false;
    return marker === first || (second !== null && next === second);
  };
  if (listed.some(isSaid)) return 'said before';
  const head = second === null ? first : `${first}\n${second}`;
  const created = await comments.create(`${head}\n${cutText(text, MOST_CHARACTERS)}\n`, authorId, signal);
  // Two runs of one event at once: the lower id stays.
  const earlier = (await comments.list(signal)).some((one) => isSaid(one) && one.id < created.id);
  if (!earlier) return 'answered';
  await comments.remove?.(created.id, signal);
  return 'said before';
}
