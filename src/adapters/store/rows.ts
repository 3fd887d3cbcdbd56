import type { SqlAnswer, Tenant } from '../../ports.ts';

export type Row = SqlAnswer['rows'][number];

/** A number however the driver hands it over: whole numbers of 64 bits come as text from a server. */
export function numberIn(row: Row, column: string): number {
  const value = Number(row[column] ?? 0);
  return Number.isFinite(value) ? value : 0;
}

/** The same where the database may know none. */
export function numberOrNull(row: Row, column: string): number | null {
  return row[column] === null || row[column] === undefined ? null : numberIn(row, column);
}

export function textIn(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : '';
}

export function textOrNull(row: Row, column: string): string | null {
  const value = row[column];
  return typeof value === 'string' ? value : null;
}

/** A moment; null when the column is empty. */
export function dateOrNull(row: Row, column: string): Date | null {
  const value = row[column];
  if (value instanceof Date) return value;
  return typeof value === 'string' ? new Date(value) : null;
}

export function dateIn(row: Row, column: string): Date {
  return dateOrNull(row, column) ?? new Date(0);
}

/** Strings of a JSON list. */
export function textsIn(row: Row, column: string): readonly string[] {
  const value = row[column];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** The repositories a person may see, as the first two parameters of every statement of the dashboard. */
export function pairsOf(allowed: readonly Tenant[]): readonly [readonly number[], readonly number[]] {
  return [
    allowed.map(({ installationId }) => installationId),
    allowed.map(({ repositoryId }) => repositoryId),
  ];
}

/** Joins a table with those repositories and with nothing else (R38). */
export function mayReach(table: string): string {
  return `join unnest($1::bigint[], $2::bigint[]) as may (installation_id, repository_id)
    on ${table}.installation_id = may.installation_id and ${table}.repository_id = may.repository_id`;
}
