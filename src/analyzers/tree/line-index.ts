/** Where the lines of one text begin. Lines end at a line feed; a carriage return belongs to its line. */
export interface LineIndex {
  /** 1-based number of the line that holds the offset (a UTF-16 unit). */
  lineOf(offset: number): number;
  /** Offset of the first unit of a 1-based line; the text's length for lines after the last. */
  startOf(line: number): number;
  readonly count: number;
}

/** Builds the index of a text from its lines (`text.split('\n')`). Takes linear time; do it once per file. */
export function makeLineIndex(lines: readonly string[]): LineIndex {
  const starts = new Uint32Array(lines.length + 1);
  lines.forEach((line, index) => {
    starts[index + 1] = (starts[index] ?? 0) + line.length + 1;
  });
  return {
    count: lines.length,
    startOf: (line) => starts[Math.min(Math.max(line - 1, 0), lines.length)] ?? 0,
    lineOf: (offset) => {
      let low = 0;
      let high = Math.max(lines.length - 1, 0);
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return low + 1;
    },
  };
}

/** One index per list of lines: files are looked at by several analyzers. */
const known = new WeakMap<readonly string[], LineIndex>();

/** The line index of a file's lines, built when first asked for. */
export function lineIndexOf(lines: readonly string[]): LineIndex {
  const found = known.get(lines) ?? makeLineIndex(lines);
  known.set(lines, found);
  return found;
}
