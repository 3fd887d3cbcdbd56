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
import { keepNames } from './keep-names.ts';
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
  const accepted = await database.transaction<Accepted>(async (runner) => {
    if (!(await noteDelivery(runner, delivery))) return { kind: 'duplicate' };
    if (work === null) return { kind: 'noted' };
    await keepNames(runner, work.installation, work.repository);
    return claimReview(runner, queue, work.review);
  });
  if (accepted.kind === 'queued') queue.announce();
  return accepted;
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

/** A second copy waits here until the first is through, or gone. @returns false when it was seen before */
async function noteDelivery(runner: SqlRunner, delivery: Delivery): Promise<boolean> {
  const { affected } = await runner.query(
    `insert into delivery (id, event, action, installation_id, repository_id) values ($1, $2, $3, $4, $5)
     on conflict (id) do nothing`,
    [delivery.id, delivery.event, delivery.action, delivery.installationId, delivery.repositoryId],
  );
  return affected > 0;
}

async function claimReview(runner: SqlRunner, queue: JobQueue, review: NewReview): Promise<Accepted> {
  const query = tenantQuery(runner, review);
  const round = await nextRound(runner, review);
  const jobId = randomUUID();
  const reviewId = await insertReview(query, review, round, jobId);
  if (reviewId === null) return { kind: 'claimed', reviewId: await claimedBy(query, review) };
  const superseded =
    review.trigger === 'push'
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

/**
 * The turn of an installation's next review: one round behind its last that waits, and not before the round that is
 * being served. So each installation has one review a round, however many it sends, and whoever waits is served after at
 * most one of everybody else's (start-time fair queueing).
 *
 * Of two pushes to one pull request that arrive at once, the second waits here for the first, or neither would see the
 * other's review.
 */
async function nextRound(runner: SqlRunner, review: NewReview): Promise<number> {
  const { rows } = await runner.query(
    `select greatest(
         coalesce((select min(round) from review where state = 'queued'), 0),
         coalesce((select max(round) + 1 from review where installation_id = $1 and state = 'queued'), 0)) as round,
       pg_advisory_xact_lock(hashtextextended($2, 0))`,
    [review.installationId, `pull ${review.repositoryId} ${review.pullNumber}`],
  );
  return Number(rows[0]?.round ?? 0);
}

async function insertReview(
  query: TenantQuery,
  review: NewReview,
  round: number,
  jobId: string,
): Promise<string | null> {
  const { rows } = await query(
    `insert into review (installation_id, repository_id, pull_number, head_sha, base_sha, config_digest, trigger, occasion,
       title, author, asked_by, event_at, request, round, job_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::jsonb, $14, $15)
     on conflict (installation_id, repository_id, pull_number, head_sha, config_digest, occasion) do nothing
     returning id::text as id`,
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
  return rows[0] === undefined ? null : textIn(rows[0], 'id');
}

async function claimedBy(query: TenantQuery, review: NewReview): Promise<string> {
  const { rows } = await query(
    `select id::text as id from review where installation_id = $1 and repository_id = $2 and pull_number = $3
       and head_sha is not distinct from $4 and config_digest = $5 and occasion = $6`,
    [review.pullNumber, review.headSha, review.configDigest, review.occasion],
  );
  return rows[0] === undefined ? '' : textIn(rows[0], 'id');
}
