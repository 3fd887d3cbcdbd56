import type { SqlDatabase } from '../../ports.ts';

/** Work that one process at a time does for all. */
export interface Chores {
  /**
   * Takes a chore for some time; who dies with it loses it then.
   * @returns what was noted the last time it was done (null when nothing was), or false when another process has it
   */
  take(name: string, holder: string, seconds: number): Promise<string | null | false>;
  /** Gives it back with a note for the next time. */
  finish(name: string, holder: string, note: string): Promise<void>;
}

/** Chores of all processes that share a database. */
export function makeChores(database: SqlDatabase): Chores {
  return {
    async take(name, holder, seconds) {
      const { rows } = await database.query(
        `insert into chore (name, holder, held_until) values ($1, $2, now() + make_interval(secs => $3))
         on conflict (name) do update set holder = excluded.holder, held_until = excluded.held_until
           where chore.held_until <= now()
         returning note`,
        [name, holder, seconds],
      );
      const [row] = rows;
      if (row === undefined) return false;
      return typeof row.note === 'string' ? row.note : null;
    },
    async finish(name, holder, note) {
      await database.query(
        'update chore set held_until = now(), note = $3 where name = $1 and holder = $2 and held_until > now()',
        [name, holder, note],
      );
    },
  };
}
