import type { SqlRunner } from '../../../ports.ts';
import { dateIn, numberIn, textIn } from '../rows.ts';

/** A person who signed in. */
export interface Session {
  /** SHA-256 of the id in the cookie: what the database holds opens nothing. */
  readonly idHash: string;
  readonly userId: number;
  readonly login: string;
  /** The person's tokens, encrypted by the service. */
  readonly sealedTokens: string;
  readonly expiresAt: Date;
}

export async function saveSession(database: SqlRunner, session: Session): Promise<void> {
  await database.query(
    'insert into session (id_hash, user_id, login, sealed_tokens, expires_at) values ($1, $2, $3, $4, $5)',
    [session.idHash, session.userId, session.login, session.sealedTokens, session.expiresAt],
  );
}

/** Null when there is none, or when it ended before `now`. */
export async function findSession(database: SqlRunner, idHash: string, now: Date): Promise<Session | null> {
  const { rows } = await database.query('select * from session where id_hash = $1 and expires_at > $2', [
    idHash,
    now,
  ]);
  const [row] = rows;
  if (row === undefined) return null;
  return {
    idHash,
    userId: numberIn(row, 'user_id'),
    login: textIn(row, 'login'),
    sealedTokens: textIn(row, 'sealed_tokens'),
    expiresAt: dateIn(row, 'expires_at'),
  };
}

/** Ends a session, and all that ran out before `now`. */
export async function endSession(database: SqlRunner, idHash: string, now: Date): Promise<void> {
  await database.query('delete from session where id_hash = $1 or expires_at < $2', [idHash, now]);
}
