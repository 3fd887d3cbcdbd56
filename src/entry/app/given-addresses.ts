import { ReviewError } from '../../errors.ts';

/**
 * An address of the web as the environment gives it.
 * @param name of the variable
 * @returns it without slashes at its end
 * @throws ReviewError `bad-usage`; a password in the address is not repeated
 */
export function checkAddress(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.username === '' &&
    url.search === '' &&
    url.hash === ''
  )
    return text.replace(/\/+$/, '');
  throw new ReviewError(
    'bad-usage',
    `${name} does not take "${withoutPassword(text)}".`,
    'It takes an address that begins with https:// (or http://), without user name, query and fragment.',
  );
}

/**
 * The server that DATABASE_URL names.
 * @returns null when the variable is empty
 * @throws ReviewError `bad-usage`; the password is not repeated
 */
export function databaseUrl(text: string): string | null {
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && /^postgres(?:ql)?:$/.test(url.protocol) && url.hostname !== '') return text;
  throw new ReviewError(
    'bad-usage',
    `DATABASE_URL does not take "${withoutPassword(text)}".`,
    'It takes the address of a PostgreSQL server, such as postgres://user:password@localhost:5432/reviews.',
  );
}

function withoutPassword(text: string): string {
  return text.slice(0, 200).replace(/\/\/[^/@]{0,200}@/, '//…@');
}
