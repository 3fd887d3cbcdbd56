import type { BuiltIns } from '../../config/built-ins.ts';
import { type GivenConfiguration, readConfiguration } from '../../context/read-configuration.ts';
import { ForgeError, messageOf } from '../../errors.ts';
import type { Settings } from '../../model.ts';
import type { Log, PullRequestReader, StatusBoard } from '../../ports.ts';
import { shouldYield } from '../../publish/claim.ts';
import { publishSituation } from '../../publish/publish-report.ts';

/** Whether a review may be published: the settings of the base commit, or why not, as a sentence. */
export type Admission =
  | { readonly admitted: true; readonly base: Settings }
  | { readonly admitted: false; readonly reason: string };

const FINAL_STATUS_MS = 30_000;

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
  readonly log: Log;
}

/**
 * Looks whether a review of a pull request may be published (design, section 3): not on a closed one, not where another
 * tool reviews, and on a draft only when the base configuration says so. A draft gets its status here; so does a head whose
 * pull request or configuration GitHub does not let us read, before the error goes on.
 * @throws ForgeError when GitHub cannot be reached
 */
export async function admitPullRequest(
  reader: PullRequestReader,
  options: AdmissionOptions,
  signal: AbortSignal,
): Promise<Admission> {
  try {
    return await decide(reader, options, signal);
  } catch (error) {
    await sayUnread(reader, options, error);
    throw error;
  }
}

async function decide(
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

/** A required check that never appears looks as if nobody had asked for a review. */
async function sayUnread(
  reader: PullRequestReader,
  { statuses, targetUrl, log }: AdmissionOptions,
  thrown: unknown,
): Promise<void> {
  // The run's own signal may be what ended it.
  const signal = AbortSignal.timeout(FINAL_STATUS_MS);
  try {
    const situation = { kind: 'refused', reason: `not read: ${messageOf(thrown)}`, targetUrl } as const;
    await publishSituation(statuses, await reader.pinnedHead(signal), situation, signal);
  } catch (error) {
    // The first error is the one that is told.
    log.warn('the status could not say that the pull request was not read', { reason: messageOf(error) });
  }
}

function forgiveReadOnly(error: unknown): void {
  if (!(error instanceof ForgeError) || error.status !== 403) throw error;
}
