import type { Db } from 'pg-boss';
import type { SqlRunner } from '../../ports.ts';

/** What pg-boss runs its statements with: the database, or one transaction in it. */
export function bossDatabase(runner: SqlRunner): Db {
  return {
    async executeSql(text, values) {
      const { rows } = await runner.query(text, values);
      return { rows: [...rows] };
    },
  };
}
