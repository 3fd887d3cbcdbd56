import type { Report } from '../model.ts';
import { reportJsonSchema } from './report-schema.ts';

/** Characters that change how a terminal or an editor shows the line: JSON can spell them out. */
const HIDDEN =
  /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/gu;

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
}

/**
 * The report as JSON in the published format: keys in the order of the schema whatever the order in memory, two spaces
 * of indentation, invisible characters escaped, a line feed at the end. The same report gives the same bytes.
 */
export function renderJson(report: Report): string {
  return toJson(inSchemaOrder(report, reportJsonSchema() as SchemaNode));
}

/** JSON for people and machines: invisible characters as `\uXXXX`, a line feed at the end. */
export function toJson(value: unknown): string {
  return `${escapeHidden(JSON.stringify(value, null, 2))}\n`;
}

function escapeHidden(json: string): string {
  return json.replace(HIDDEN, (character) => {
    const first = unicodeEscape(character.charCodeAt(0));
    return character.length === 1 ? first : first + unicodeEscape(character.charCodeAt(1));
  });
}

function unicodeEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

function inSchemaOrder(value: unknown, schema: SchemaNode | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => inSchemaOrder(item, schema?.items));
  if (typeof value !== 'object' || value === null || schema?.properties === undefined) return value;
  const source = new Map(Object.entries(value));
  return Object.fromEntries(
    Object.entries(schema.properties)
      .filter(([key]) => source.get(key) !== undefined)
      .map(([key, property]) => [key, inSchemaOrder(source.get(key), property)]),
  );
}
