import type { SqlRunner } from '../../ports.ts';

/** Whether an installation was taken away; for a statement in which `$n` is its number. */
export function isGone(parameter: '$1' | '$4'): string {
  return `exists (select 1 from gone_installation where gone_installation.id = ${parameter})`;
}

/** Remembers that it was. Numbers of installations are given once. */
export async function markGone(runner: SqlRunner, installationId: number): Promise<void> {
  await runner.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [lockOf(installationId)]);
  await runner.query(
    'insert into gone_installation (id) values ($1) on conflict (id) do update set gone_at = now()',
    [installationId],
  );
}

/**
 * Waits for a deletion that is under way, and keeps one from beginning until the end of the transaction.
 * @returns whether it was taken away
 */
export async function holdInstallation(runner: SqlRunner, installationId: number): Promise<boolean> {
  const lock = lockOf(installationId);
  await runner.query('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [lock]);
  const { rows } = await runner.query(`select ${isGone('$1')} as gone`, [installationId]);
  return rows[0]?.gone === true;
}

function lockOf(installationId: number): string {
  return `installation ${installationId}`;
}
