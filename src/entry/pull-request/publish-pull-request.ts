import { messageOf } from '../../errors.ts';
import type { PullRequestReader } from '../../ports.ts';
import type { Claim } from '../../publish/claim.ts';
import type { StateKey } from '../../publish/comment-state.ts';
import { type Published, type PublishOptions, publishReport } from '../../publish/publish-report.ts';
import type { Reviewed } from '../../review.ts';
import type { PullRequestWorld } from './world.ts';

/** What publishing needs besides the report. */
export interface Publication {
  readonly reader: PullRequestReader;
  readonly own: Claim;
  /** Whether a key was there. */
  readonly key: PublishOptions['key'];
  /** The comment names the `/review` commands. */
  readonly commands: boolean;
  readonly stateKey: StateKey;
  readonly obeyed: PublishOptions['obeyed'];
  /** Threads of fixed findings are resolved. */
  readonly resolveThreads: boolean;
}

/** Publishes the report of a pull request under a claim: inline comments, sticky comment, final status. */
export async function publishPullRequest(
  { report, memory }: Reviewed,
  { reader, own, key, commands, stateKey, obeyed, resolveThreads }: Publication,
  { forge, say }: Pick<PullRequestWorld, 'forge' | 'say'>,
  signal: AbortSignal,
): Promise<Published> {
  const { number, isFork } = await reader.state(signal);
  const { files } = await reader.changes(signal);
  const sayUnread = (error: unknown) => {
    say.line(`warning: the pull request could not be read again: ${messageOf(error)}`);
    return null;
  };
  const now = await reader.now(signal).catch(sayUnread);
  // What could not be read as a whole may be readable in its parts; the head is the one that matters most.
  const current = now ?? (await reader.refresh(signal).catch(sayUnread));
  const ports = {
    comments: forge.comments(number),
    reviews: forge.reviews(number),
    statuses: forge.statuses,
    threads: forge.threads,
  };
  const options: PublishOptions = {
    claim: own,
    files,
    currentHead: current?.headSha ?? null,
    now,
    key,
    isFork,
    blobUrl: (path, line, endLine) => forge.blobUrl(own.sha, path, line, endLine),
    commands,
    memory,
    stateKey,
    obeyed,
    resolveThreads,
  };
  return publishReport(report, ports, options, signal);
}
