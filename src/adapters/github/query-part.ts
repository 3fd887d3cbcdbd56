/** A part of a query on the repository: it goes alone, or with a query of contents. */
export interface QueryPart {
  readonly declarations: string;
  readonly selections: string;
  readonly variables: Readonly<Record<string, string | number>>;
}

/** A part that goes with a query of contents. */
export interface Rider extends QueryPart {
  /** Called once: with the repository as answered, or null when the query failed. */
  arrive(repository: unknown): void;
}
