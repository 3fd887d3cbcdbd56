import type { FieldType } from './execute-query.ts';

/** A field that gives a value. */
export function scalar<S>(resolve: (source: S) => unknown): FieldType {
  return { type: null, resolve };
}

/** A field that gives an object of the type, a list of them, or null. */
export function object<S>(
  type: string,
  resolve: (source: S, given: Readonly<Record<string, unknown>>) => unknown,
  given: Readonly<Record<string, boolean>> = {},
): FieldType {
  return { type, resolve, arguments: given };
}
