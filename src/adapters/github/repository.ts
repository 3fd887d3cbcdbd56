/** A repository by name; the part of every route. */
export interface Repository {
  readonly owner: string;
  readonly repo: string;
}
