import { QueryError } from './execute-query.ts';

/** Arguments of every connection. */
export const PAGED = { first: false, last: false, after: false, before: false };

/** One page of a connection. */
export interface Page {
  readonly nodes: readonly unknown[];
  readonly start: number;
  readonly end: number;
  readonly total: number;
}

export function cursor(place: number): string {
  return Buffer.from(`cursor:v2:${place}`).toString('base64');
}

function placeOf(value: unknown, otherwise: number): number {
  if (typeof value !== 'string') return otherwise;
  return Number(Buffer.from(value, 'base64').toString('utf8').split(':')[2]);
}

/** Every connection wants `first` or `last`, at most 100. */
export function connection(
  name: string,
  all: readonly unknown[],
  given: Readonly<Record<string, unknown>>,
): Page {
  const size = given.first ?? given.last;
  if (typeof size !== 'number') {
    const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`;
    throw new QueryError(message, { type: 'MISSING_PAGINATION_BOUNDARIES' });
  }
  if (size > 100 || size < 1) {
    const message = `Requesting ${size} records on the \`${name}\` connection exceeds the \`first\` limit of 100 records.`;
    throw new QueryError(message, { type: 'EXCESSIVE_PAGINATION' });
  }
  const low = placeOf(given.after, 0);
  const high =
    given.before === undefined || given.before === null ? all.length : placeOf(given.before, 1) - 1;
  const start = typeof given.first === 'number' ? low : Math.max(high - size, low);
  const end = typeof given.first === 'number' ? Math.min(low + size, high) : high;
  return { nodes: all.slice(start, end), start, end, total: all.length };
}
