import { randomUUID } from 'node:crypto';
import type {
  Accepted,
  Delivery,
  InstallationRecord,
  JobQueue,
  NewReview,
  RepositoryRecord,
  SqlDatabase,
  SqlRunner,
} from '../../ports.ts';
import { holdInstallation, isGone } from './gone-installations.ts';
import { type KnownNames, keepNames } from './keep-names.ts';
import { textIn } from './rows.ts';
import { storableJson, storableText } from './storable.ts';
import { supersedeQueued } from './supersede-queued.ts';
import { type TenantQuery, tenantQuery } from './tenant-query.ts';

/** What a delivery asks for. */
export interface Work {
  readonly repository: RepositoryRecord;
  readonly installation: InstallationRecord;
  readonly review: NewReview;
}

/**
 * Takes a delivery in, all of it or nothing: after an error, or a process that was killed, GitHub's next try of the same
 * delivery finds no trace of the first.
 */
export async function acceptDelivery(
  database: SqlDatabase,
  queue: JobQueue,
  delivery: Delivery,
  work: Work | null,
): Promise<Accepted> {
  if (work !== null) refuseMixedUp(delivery, work);
  const accepted = await database
    .transaction<Accepted>(async (runner) => {
      if (work === null) return noteDelivery(runner, delivery);
      const { isGone: gone, isNew, round, known } = await beginWork(runner, delivery, work);
      if (gone) return { kind: 'gone' };
      if (!isNew) return { kind: 'duplicate' };
      if (known.installation && known.repository) return claimReview(runner, queue, work.review, round);
      if (await holdInstallation(runner, work.installation.id)) throw new GoneMeanwhile();
      await keepNames(runner, work, known);
      // Of an installation's first deliveries all but one waited for its row, and what they knew of turns is old.
      return claimReview(runner, queue, work.review, await roundNow(runner, work.review));
    })
    .catch((error: unknown): Accepted => {
      if (error instanceof GoneMeanwhile) return { kind: 'gone' };
      throw error;
    });
  if (accepted.kind === 'queued') queue.announce();
  return accepted;
}

/** Takes back what the transaction has written. */
class GoneMeanwhile extends Error {
  constructor() {
    super('The installation was taken away while its delivery was taken in.');
  }
}

/** Numbers that contradict each other are never written: a row would be seen by people of the wrong repository (R38). */
function refuseMixedUp(delivery: Delivery, { repository, installation, review }: Work): void {
  const installations = [delivery.installationId, repository.installationId, review.installationId];
  const repositories = [delivery.repositoryId, review.repositoryId];
  if (
    installations.some((id) => id !== installation.id) ||
    repositories.some((id) => id !== repository.repositoryId)
  ) {
    throw new Error(`The numbers of delivery ${delivery.id} contradict each other.`);
  }
}

async function noteDelivery(runner: SqlRunner, delivery: Delivery): Promise<Accepted> {
  const { rows } = await runner.query(
    `with noted as (${NOTE_DELIVERY})
     select exists (select 1 from noted) as is_new, ${isGone('$4')} as is_gone`,
    [delivery.id, delivery.event, delivery.action, delivery.installationId, delivery.repositoryId],
  );
  if (rows[0]?.is_gone === true) return { kind: 'gone' };
  return { kind: rows[0]?.is_new === true ? 'noted' : 'duplicate' };
}

/** Nothing when it was seen before, or comes from an installation that was taken away. */
const NOTE_DELIVERY = `insert into delivery (id, event, action, installation_id, repository_id)
  select $1, $2, $3, $4::bigint, $5::bigint where not ${isGone('$4')} on conflict (id) do nothing returning id`;

async function claimReview(
  runner: SqlRunner,
  queue: JobQueue,
  review: NewReview,
  round: number,
): Promise<Accepted> {
  const query = tenantQuery(runner, review);
  const jobId = randomUUID();
  const inserted = await insertReview(query, review, round, jobId);
  if (inserted === null) return { kind: 'claimed', reviewId: await claimedBy(query, review) };
  const { reviewId, othersWait, isLate } = inserted;
  if (review.trigger === 'push' && isLate) {
    await endLate(query, reviewId);
    return { kind: 'noted' };
  }
  const superseded =
    review.trigger === 'push' && othersWait
      ? await supersedeQueued(query, runner, queue, review.pullNumber, {
          reason: `superseded by ${review.headSha?.slice(0, 7) ?? 'a newer push'}`,
          except: reviewId,
          notAfter: review.eventAt,
        })
      : [];
  const { installationId, repositoryId } = review;
  await queue.send({ reviewId, installationId, repositoryId }, { id: jobId, round, runner });
  return { kind: 'queued', reviewId, superseded };
}

/** What has to be known before a review is claimed. */
interface Begun {
  /** The installation was taken away. */
  readonly isGone: boolean;
  /** The delivery was not seen before. */
  readonly isNew: boolean;
  /** The review's turn. */
  readonly round: number;
  readonly known: KnownNames;
}

/**
 * Notes the delivery, and looks at everything else that the claim needs: each further statement would be another way to
 * the server and back while a webhook waits for its answer.
 *
 * The turn of an installation's next review is one round behind its last that waits, and not before the round that is
 * being served. So each installation has one review a round, however many it sends, and whoever waits is served after at
 * most one of everybody else's (start-time fair queueing).
 *
 * Of two pushes to one pull request that arrive at once, the second waits here for the first, or neither would see the
 * other's review. A second copy of a delivery waits here until the first is through, or gone.
 */
async function beginWork(
  runner: SqlRunner,
  delivery: Delivery,
  { installation, repository, review }: Work,
): Promise<Begun> {
  const { rows } = await runner.query(
    `with noted as (${NOTE_DELIVERY})
     select exists (select 1 from noted) as is_new, ${isGone('$4')} as is_gone,
       exists (select 1 from installation where id = $4 and account_id = $6 and account_login = $7
         and account_type = $8) as installation,
       exists (select 1 from repository where installation_id = $4 and id = $5 and owner = $9 and name = $10
         and is_private = $11) as repository,
       ${nextRound('$4')} as round,
       pg_advisory_xact_lock(hashtextextended($12, 0))`,
    [
      delivery.id,
      delivery.event,
      delivery.action,
      delivery.installationId,
      delivery.repositoryId,
      installation.accountId,
      installation.accountLogin,
      installation.accountType,
      repository.owner,
      repository.name,
      repository.isPrivate,
      `pull ${review.repositoryId} ${review.pullNumber}`,
    ],
  );
  const [found] = rows;
  return {
    isGone: found?.is_gone === true,
    isNew: found?.is_new === true,
    round: Number(found?.round ?? 0),
    known: { installation: found?.installation === true, repository: found?.repository === true },
  };
}

function nextRound(installation: '$1' | '$4'): string {
  return `greatest(coalesce((select min(round) from review where state = 'queued'), 0),
    coalesce((select max(round) + 1 from review where installation_id = ${installation} and state = 'queued'), 0))`;
}

async function roundNow(runner: SqlRunner, { installationId }: NewReview): Promise<number> {
  const { rows } = await runner.query(`select ${nextRound('$1')} as round`, [installationId]);
  return Number(rows[0]?.round ?? 0);
}

interface Inserted {
  readonly reviewId: string;
  /** Other pushes to the pull request wait. */
  readonly othersWait: boolean;
  /** The pull request has changed since: what this delivery tells is old. */
  readonly isLate: boolean;
}

/** @returns null when somebody else has made this review */
async function insertReview(
  query: TenantQuery,
  review: NewReview,
  round: number,
  jobId: string,
): Promise<Inserted | null> {
  const { rows } = await query(
    `insert into review (installation_id, repository_id, pull_number, head_sha, base_sha, config_digest, trigger, occasion,
       title, author, asked_by, event_at, request, round, job_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::jsonb, $14, $15)
     on conflict (installation_id, repository_id, pull_number, head_sha, config_digest, occasion) do nothing
     returning id::text as id, exists (select 1 from review as other where other.installation_id = $1
       and other.repository_id = $2 and other.pull_number = $3 and other.trigger = 'push' and other.state = 'queued')
       as others_wait,
       exists (select 1 from review as newer where newer.installation_id = $1 and newer.repository_id = $2
         and newer.pull_number = $3 and newer.trigger = 'push' and newer.event_at > $12) as is_late`,
    [
      review.pullNumber,
      review.headSha,
      review.baseSha,
      review.configDigest,
      review.trigger,
      review.occasion,
      storableText(review.title),
      storableText(review.author),
      review.askedBy,
      review.eventAt,
      storableJson(review.request),
      round,
      jobId,
    ],
  );
  const [row] = rows;
  if (row === undefined) return null;
  return {
    reviewId: textIn(row, 'id'),
    othersWait: row.others_wait === true,
    isLate: row.is_late === true,
  };
}

/** A push that GitHub sends late, after a newer one: its review would take the place of the newer one's. */
async function endLate(query: TenantQuery, reviewId: string): Promise<void> {
  await query(
    `update review set state = 'superseded', reason = 'superseded by a newer push', finished_at = now(), job_id = null
     where installation_id = $1 and repository_id = $2 and id = $3`,
    [reviewId],
  );
}

async function claimedBy(query: TenantQuery, review: NewReview): Promise<string> {
  const { rows } = await query(
    `select id::text as id from review where installation_id = $1 and repository_id = $2 and pull_number = $3
       and head_sha is not distinct from $4 and config_digest = $5 and occasion = $6`,
    [review.pullNumber, review.headSha, review.configDigest, review.occasion],
  );
  return rows[0] === undefined ? '' : textIn(rows[0], 'id');
}
