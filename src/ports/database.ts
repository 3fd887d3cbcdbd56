/** One answer of the database. Column names are those of the statement. */
export interface SqlAnswer {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** Rows that were written. */
  readonly affected: number;
}

/** Runs one statement of SQL with numbered parameters (`$1`). Values never go into the text. */
export interface SqlRunner {
  query(text: string, values?: readonly unknown[]): Promise<SqlAnswer>;
}

/** A PostgreSQL database: an embedded one in a folder, or a server. The same code runs on both. */
export interface SqlDatabase extends SqlRunner {
  readonly kind: 'embedded' | 'server';
  /** All of `work` happens, or nothing of it. The runner is of use until `work` ends. */
  transaction<T>(work: (runner: SqlRunner) => Promise<T>): Promise<T>;
  /** Tells every listener of the channel, in every process, once a surrounding transaction is through. */
  notify(channel: string, payload: string, runner?: SqlRunner): Promise<void>;
  /**
   * Listens until the returned function is called. After a lost connection `onReconnect` is called, as messages may have
   * been missed.
   */
  listen(
    channel: string,
    onMessage: (payload: string) => void,
    onReconnect: () => void,
  ): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
