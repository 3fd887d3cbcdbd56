import { messageOf, ReviewError } from '../../errors.ts';

/** Classes 28 and 3D of PostgreSQL's error codes: wrong credentials, a database that does not exist. */
const REFUSALS = /^(28|3D)/;

/**
 * Says why no connection to a server came about.
 * @param url as configured; its password is left out of what is said
 */
export function explainConnection(url: string, error: unknown): ReviewError {
  const place = placeOf(url);
  const code = codeOf(error);
  if (code !== null && REFUSALS.test(code)) {
    return new ReviewError(
      'database-refused',
      `The database server at ${place} refused: ${messageOf(error)}.`,
      'Check user, password and database name in DATABASE_URL.',
      { cause: error },
    );
  }
  return new ReviewError(
    'database-unreachable',
    `No connection to the database server at ${place}: ${messageOf(error) || code || 'no answer'}.`,
    'Check that the server runs and that host and port in DATABASE_URL are right, or leave DATABASE_URL out to use the embedded database.',
    { cause: error },
  );
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** Host, port and database of an address; no user, password or parameters. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'the address in DATABASE_URL, which is no URL';
  const { host, pathname } = new URL(url);
  return `${host || 'the local socket'}${pathname}`;
}
