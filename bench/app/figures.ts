import { availableParallelism, loadavg } from 'node:os';

/** The value below which a share of the numbers lies. @param ascending sorted numbers */
export function at(ascending: readonly number[], share: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))] ?? Number.NaN;
}

export function median(numbers: readonly number[]): number {
  return at(
    [...numbers].sort((left, right) => left - right),
    0.5,
  );
}

/** What else the machine has to do: figures of a machine that is shared mean nothing without it. */
export function loadNow(): string {
  const [minute = 0] = loadavg();
  return `load ${minute.toFixed(1)} on ${availableParallelism()} cores`;
}

/** A line of a table: the first column to the left, the others to the right. */
export function row(first: string, columns: readonly string[], widths: readonly number[]): string {
  return [first.padEnd(46), ...columns.map((text, index) => text.padStart(widths[index] ?? 10))].join(' ');
}

export function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}

/** Least squares through points at equal distances. @returns the rise from one point to the next */
export function slopeOf(values: readonly number[]): number {
  const mean = (values.length - 1) / 2;
  const height = values.reduce((sum, value) => sum + value, 0) / values.length;
  let above = 0;
  let below = 0;
  for (const [index, value] of values.entries()) {
    above += (index - mean) * (value - height);
    below += (index - mean) ** 2;
  }
  return below === 0 ? 0 : above / below;
}
