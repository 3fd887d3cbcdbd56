import pg from 'pg';

/** What the database says of the reviews. */
export interface Reviews {
  readonly all: number;
  readonly done: number;
  readonly open: number;
  readonly dead: number;
  /** From the start of the first to the end of the last. */
  readonly seconds: number;
}

/** A look at a server's database from outside. The embedded one has room for the App only. */
export async function lookInto(
  url: string,
): Promise<{ reviews(): Promise<Reviews>; close(): Promise<void> }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    async reviews() {
      const { rows } = await client.query<Record<string, number>>(
        `select count(*)::int as all, count(*) filter (where state in ('done', 'answered'))::int as done,
           count(*) filter (where state in ('queued', 'running'))::int as open,
           (select count(*) from pgboss.job where name = 'review-dead')::int as dead,
           coalesce(extract(epoch from max(finished_at) - min(started_at)), 0)::float8 as seconds
         from review`,
      );
      const [found] = rows;
      const number = (name: string) => found?.[name] ?? 0;
      return {
        all: number('all'),
        done: number('done'),
        open: number('open'),
        dead: number('dead'),
        seconds: number('seconds'),
      };
    },
    close: () => client.end(),
  };
}
