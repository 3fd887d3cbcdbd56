/** What a tool says of one file; `line` counts from 1. */
export interface Spot {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly severity: string;
  /** Number of the weakness, such as 89; 0 when the tool names none. */
  readonly cwe: number;
  /** Of our findings: whose they are. */
  readonly reviewer?: string;
}

/** A tool that is measured: ours, or one that a user could take in its place. */
export interface Contestant {
  readonly name: string;
  /** Languages of the corpora it can read; null for all. */
  readonly languages: readonly string[] | null;
  /** Looks at files as if one change had added them all. */
  find(files: ReadonlyMap<string, string>): Promise<readonly Spot[]>;
}
