import type { ModelSetup } from '../../dispatch/model/run-models.ts';
import { ForgeError, messageOf } from '../../errors.ts';
import type { Clock, Log, PullRequestReader, StatusBoard } from '../../ports.ts';
import { type Claim, stillOurs } from '../../publish/claim.ts';
import { RunHalted } from './run-halted.ts';

/** A long run looks this often, so that an abort ends also a question that is under way. */
const EVERY_MS = 10_000;
/**
 * A look, or the claim itself, is good for this long: the review of a small change, which is over in less, costs no
 * request more (design, section 8), and what happened meanwhile is seen before anything is published.
 */
const FRESH_MS = 5_000;

/** Watches whether a run still owns its commit. */
export interface ClaimWatch {
  /** Aborted as soon as the run does not. */
  readonly signal: AbortSignal;
  /** Why the run has to stop; null while it may go on. */
  halted(): RunHalted | null;
  /** The same models, each asked only while the run owns its commit. */
  guard(setup: ModelSetup): ModelSetup;
  /** No more is looked at. */
  end(): void;
}

/** What a watch looks at. */
export interface WatchedRun {
  readonly own: Claim;
  readonly reader: PullRequestReader;
  readonly statuses: StatusBoard;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Watches the newest status and the head of a pull request while a review runs. It looks before models are asked, once
 * for each phase, and every ten seconds. What cannot be looked at stops nothing.
 */
export function watchClaim(run: WatchedRun, signal: AbortSignal): ClaimWatch {
  const { own, clock, log } = run;
  const controller = new AbortController();
  let halted: RunHalted | null = null;
  let looked = clock.steady();
  let underWay: Promise<void> | null = null;
  let isEnded = !own.canWrite;
  let cancel = () => {};
  const look = async () => {
    try {
      const found = await reasonToStop(run, signal);
      if (found === null || isEnded) return;
      halted = found;
      controller.abort(found);
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      log.debug('the claim could not be looked at', { reason: messageOf(error) });
    } finally {
      looked = clock.steady();
      underWay = null;
    }
  };
  const lookOnce = async () => {
    const isFresh = clock.steady() - looked < FRESH_MS;
    if (isEnded || halted !== null || isFresh) return;
    underWay ??= look();
    await underWay;
  };
  const next = () => {
    if (isEnded) return;
    cancel = clock.after(EVERY_MS, () => void lookOnce().then(next, next));
  };
  next();
  return {
    signal: controller.signal,
    halted: () => halted,
    guard: (setup) => ({
      ...setup,
      client: {
        call: async (request, callSignal, onFirstEvent) => {
          await lookOnce();
          return setup.client.call(request, callSignal, onFirstEvent);
        },
      },
    }),
    end: () => {
      isEnded = true;
      cancel();
    },
  };
}

async function reasonToStop(
  { own, reader, statuses }: WatchedRun,
  signal: AbortSignal,
): Promise<RunHalted | null> {
  const { headSha, newestStatus } = await reader.now(signal);
  // The two ways to ask may lag behind each other: a head counts as moved when both say so.
  if (headSha !== own.sha) {
    const { headSha: by } = await reader.refresh(signal);
    if (by !== own.sha) return new RunHalted({ kind: 'superseded', by: by.slice(0, 7) }, false);
  }
  return (await stillOurs(statuses, own, newestStatus, signal)) ? null : haltedBy(statuses, own, signal);
}

/** Why somebody else's status is the newest. @throws ForgeError */
export async function haltedBy(statuses: StatusBoard, own: Claim, signal: AbortSignal): Promise<RunHalted> {
  const newest = await statuses.newest(own.sha, signal);
  const [, kind, by = null] = /^(aborted|paused) by (.{1,100})$/.exec(newest?.description ?? '') ?? [];
  if (kind === 'aborted' || kind === 'paused') return new RunHalted({ kind, by }, true);
  return new RunHalted({ kind: 'superseded', by: 'a newer run' }, true);
}
