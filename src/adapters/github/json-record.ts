/** An object of an answer whose shape nothing vouches for. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null;
}

/** The object, or an empty one in place of anything else: what it lacks is undefined. */
export function recordOf(value: unknown): JsonRecord {
  return isRecord(value) ? value : {};
}
