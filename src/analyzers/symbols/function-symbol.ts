/** A function or method of a file, as the analyzers of complexity, tests and documentation see it. */
export interface FunctionSymbol {
  /** `load`, or `Store.load` for a method. */
  readonly name: string;
  /** The last part of the name: what callers and tests write. */
  readonly shortName: string;
  readonly node: number;
  /** The node of the body. */
  readonly body: number;
  /** 1-based lines of the whole definition, decorators and `export` included. */
  readonly startLine: number;
  readonly endLine: number;
  /** Line that holds the name. */
  readonly nameLine: number;
  /** Reachable from other files: exported, public, or by its name (Go, Python). */
  readonly exported: boolean;
  /** Names of plain parameters; destructured ones are the empty string. */
  readonly parameters: readonly string[];
  /** Text of the parameter list and return type, spaces folded. */
  readonly signature: string;
  /** The documentation comment or docstring and its first line, or null. */
  readonly documentation: { readonly text: string; readonly startLine: number } | null;
}
