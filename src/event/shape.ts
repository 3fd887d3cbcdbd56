/**
 * Readers of parsed JSON that is not trusted. A schema library does the same and more, but loading it took a third of
 * the time to the first request (`bench/action`), and nothing else before that request needs one.
 */
export type Shape<T> = (value: unknown) => T;

/** What a shape throws; it never leaves `safely`. */
class Mismatch extends Error {}

/** What reading came to. */
export type Read<T> = { readonly success: true; readonly data: T } | { readonly success: false };

/** A reader for use outside: says whether the value has the shape. */
export interface SafeShape<T> {
  safeParse(value: unknown): Read<T>;
}

export function safely<T>(shape: Shape<T>): SafeShape<T> {
  return {
    safeParse: (value) => {
      try {
        return { success: true, data: shape(value) };
      } catch (thrown) {
        if (thrown instanceof Mismatch) return { success: false };
        throw thrown;
      }
    },
  };
}

/** An object with these fields; its own only, and only these are read and kept. */
export function object<Fields extends object>(
  fields: {
    readonly [Name in keyof Fields]: Shape<Fields[Name]>;
  },
): Shape<Readonly<Fields>> {
  return (value) => {
    const given = anyFields(value);
    const read: Partial<Fields> = {};
    for (const name in fields)
      read[name] = fields[name](Object.hasOwn(given, name) ? given[name] : undefined);
    return read as Fields;
  };
}

/** An object, whatever its fields. */
export const anyFields: Shape<Readonly<Record<string, unknown>>> = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Mismatch();
  return value as Readonly<Record<string, unknown>>;
};

export const anything: Shape<unknown> = (value) => value;

export const text: Shape<string> = (value) => {
  if (typeof value !== 'string') throw new Mismatch();
  return value;
};

/** A text of this many characters. */
export function textOf(least: number, most = Number.POSITIVE_INFINITY): Shape<string> {
  return (value) => {
    const read = text(value);
    if (read.length < least || read.length > most) throw new Mismatch();
    return read;
  };
}

/** The name of a commit, as SHA-1 or SHA-256. */
export const sha: Shape<string> = (value) => {
  const read = text(value);
  if (!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(read)) throw new Mismatch();
  return read;
};

export const flag: Shape<boolean> = (value) => {
  if (typeof value !== 'boolean') throw new Mismatch();
  return value;
};

/** A whole number that arithmetic is exact on. */
export function integer(least = Number.MIN_SAFE_INTEGER): Shape<number> {
  return (value) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least) throw new Mismatch();
    return value;
  };
}

export function oneOf<Word extends string>(...words: readonly Word[]): Shape<Word> {
  return (value) => {
    const found = words.find((word) => word === value);
    if (found === undefined) throw new Mismatch();
    return found;
  };
}

export function listOf<T>(item: Shape<T>): Shape<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw new Mismatch();
    return value.map((one: unknown) => item(one));
  };
}

/** Null is a value of the field. */
export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value) => (value === null ? null : shape(value));
}

/** The field may be missing. */
export function orMissing<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value) => (value === undefined ? undefined : shape(value));
}
