/** When an agent ran, in milliseconds since the epoch. */
export interface Span {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface Timeline {
  readonly start: number;
  /** Milliseconds from the first start to the last end. */
  readonly wall: number;
  /** Milliseconds of all spans one after the other. */
  readonly sum: number;
  /** Milliseconds that running side by side saved; never negative. */
  readonly saved: number;
  /** Most spans that ran at one moment. */
  readonly widest: number;
  /** Names of the chain that decided how long it took, first to last. */
  readonly criticalPath: readonly string[];
  readonly spans: readonly Span[];
}

/**
 * What a review's agents did beside each other.
 * @returns null without any span
 */
export function makeTimeline(spans: readonly Span[]): Timeline | null {
  const sorted = spans
    .map((span) => ({ ...span, end: Math.max(span.start, span.end) }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.name.localeCompare(b.name));
  const [first] = sorted;
  if (first === undefined) return null;
  const end = sorted.reduce((latest, span) => Math.max(latest, span.end), first.end);
  const sum = sorted.reduce((total, span) => total + span.end - span.start, 0);
  const wall = end - first.start;
  return {
    start: first.start,
    wall,
    sum,
    saved: Math.max(0, sum - wall),
    widest: widestOf(sorted),
    criticalPath: criticalPathOf(sorted),
    spans: sorted,
  };
}

function widestOf(spans: readonly Span[]): number {
  // An end at the same moment as a start comes first: the two did not run beside each other.
  const edges = spans
    .flatMap(({ start, end }) => [
      { at: start, by: 1 },
      { at: end, by: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.by - b.by);
  let open = 0;
  let widest = Math.min(1, spans.length);
  for (const { by } of edges) {
    open += by;
    widest = Math.max(widest, open);
  }
  return widest;
}

/** From the span that ended last, back to the one that ended last before it began, and so on. */
function criticalPathOf(spans: readonly Span[]): readonly string[] {
  const path: string[] = [];
  let current = latestOf(spans);
  while (current !== null) {
    path.unshift(current.name);
    const { start, name } = current;
    current = latestOf(spans.filter((span) => span.end <= start && span.name !== name && span.start < start));
  }
  return path;
}

function latestOf(spans: readonly Span[]): Span | null {
  return spans.reduce<Span | null>(
    (latest, span) => (latest === null || span.end > latest.end ? span : latest),
    null,
  );
}
