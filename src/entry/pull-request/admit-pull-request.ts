import type { BuiltIns } from '../../config/built-ins.ts';
import { type GivenConfiguration, readConfiguration } from '../../context/read-configuration.ts';
import { ForgeError } from '../../errors.ts';
import type { Settings } from '../../model.ts';
import type { PullRequestReader, StatusBoard } from '../../ports.ts';
import { shouldYield } from '../../publish/claim.ts';
import { publishSituation } from '../../publish/publish-report.ts';

/** Whether a review may be published: the settings of the base commit, or why not, as a sentence. */
export type Admission =
  | { readonly admitted: true; readonly base: Settings }
  | { readonly admitted: false; readonly reason: string };

/** Where and for whom a review would be published. */
export interface AdmissionOptions {
  readonly statuses: StatusBoard;
  readonly builtIns: BuiltIns;
  /** A settings file that stands in place of the base commit's. */
  readonly config: GivenConfiguration | null;
  /** Login of another tool's account that goes first; empty for none. */
  readonly yieldTo: string;
  /** Where a status points to. */
  readonly targetUrl: string | null;
}

/**
 * Looks whether a review of a pull request may be published (design, section 3): not on a closed one, not where another
 * tool reviews, and on a draft only when the base configuration says so. A draft gets its status here.
 * @throws ForgeError when GitHub cannot be reached
 */
export async function admitPullRequest(
  reader: PullRequestReader,
  { statuses, builtIns, config, yieldTo, targetUrl }: AdmissionOptions,
  signal: AbortSignal,
): Promise<Admission> {
  const state = await reader.state(signal);
  if (state.state === 'closed') return refused('The pull request is closed.');
  const sha = await reader.pinnedHead(signal);
  if (await shouldYield(statuses, sha, yieldTo, signal)) return refused(`${yieldTo} reviews this commit.`);
  const base = (await readConfiguration(reader, config, builtIns, signal)).settings;
  if (!state.draft || base.drafts) return { admitted: true, base };
  await publishSituation(statuses, sha, { kind: 'draft', targetUrl }, signal).catch(forgiveReadOnly);
  return refused('A draft is reviewed when it is ready.');
}

function refused(reason: string): Admission {
  return { admitted: false, reason };
}

function forgiveReadOnly(error: unknown): void {
  if (!(error instanceof ForgeError) || error.status !== 403) throw error;
}
