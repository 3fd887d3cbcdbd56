/** A JSON object of a stranger. Only its own fields are ever read. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The value as an object, or an empty one. */
export function objectOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

/** A field of an object; undefined when it is not its own. */
export function field(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** An object in a field, or an empty one. */
export function objectAt(object: JsonObject, name: string): JsonObject {
  return objectOf(field(object, name));
}

/** A list in a field, or an empty one. */
export function listAt(object: JsonObject, name: string): readonly unknown[] {
  const value = field(object, name);
  return Array.isArray(value) ? value : [];
}

/** A text in a field, cut to `longest` characters; empty when there is none. */
export function textAt(object: JsonObject, name: string, longest: number): string {
  const value = field(object, name);
  return typeof value === 'string' ? value.slice(0, longest) : '';
}

/** A whole number from `least` on in a field, or null. */
export function numberAt(object: JsonObject, name: string, least: number): number | null {
  const value = field(object, name);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least ? value : null;
}
