import type { SqlAnswer, SqlRunner, Tenant } from '../../ports.ts';

/** Runs statements about one repository. `$1` and `$2` are its numbers, the statement's own values begin with `$3`. */
export type TenantQuery = (text: string, values?: readonly unknown[]) => Promise<SqlAnswer>;

/** Tables whose rows belong to a repository. */
const TENANT_TABLES = /\b(?:from|join|update|into)\s+(?:review|agent|finding)\b/gi;

/** What holds a statement to the repository: it reads, changes and writes rows of these two numbers only. */
const HELD = [
  /\bwhere (?:[a-z]+\.)?installation_id = \$1 and (?:[a-z]+\.)?repository_id = \$2\b/i,
  /^\s*insert into [a-z]+ \(installation_id, repository_id, [^)]+\)\s+values \(\$1, \$2,/i,
];

/**
 * The one way to the rows of a repository. Who writes a statement without the two numbers gets an error at its first run,
 * so that a test of it fails (R38).
 * @param runner the database, or a transaction in it
 */
export function tenantQuery(runner: SqlRunner, { installationId, repositoryId }: Tenant): TenantQuery {
  return async (text, values = []) => {
    const tables = text.match(TENANT_TABLES)?.length ?? 0;
    const held = HELD.some((pattern) => pattern.test(text)) && !/\bor\b/i.test(withoutParentheses(text));
    if (!held || tables === 0) throw new Error(`A statement is not held to its repository: ${text}`);
    return runner.query(text, [installationId, repositoryId, ...values]);
  };
}

/** An `or` inside of parentheses narrows; one outside would let in rows of everybody. */
function withoutParentheses(text: string): string {
  const shorter = text.replaceAll(/\([^()]*\)/g, '');
  return shorter === text ? text : withoutParentheses(shorter);
}
