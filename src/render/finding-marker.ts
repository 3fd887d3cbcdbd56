/** What an inline comment hides on its first line, so that it is known again. */
export interface FindingMarker {
  /** `f1:…` of the finding that the comment was written for. */
  readonly fingerprint: string;
  /** Finds the finding again when its line was edited; null in a comment that does not say it. */
  readonly placeKey: string | null;
  readonly state: MarkedState;
}

const STATES = ['open', 'fixed', 'resolved', 'reopened'] as const;
/**
 * `fixed`: the comment says so. `resolved`: so it does, and we resolved its thread, which is done once: who opens it
 * again wants it open. `reopened`: it said so once, and no longer does.
 */
export type MarkedState = (typeof STATES)[number];

const PATTERN =
  /^<!-- multi-agent-review finding (f1:[0-9a-f]{8,64})(?: place:([0-9a-f]{8,64}))?(?: (fixed|resolved|reopened))? -->$/;

/** The marker as the first line of a comment. Anyone may type it: it counts in comments of our own account alone. */
export function writeFindingMarker({ fingerprint, placeKey, state }: FindingMarker): string {
  const place = placeKey === null ? '' : ` place:${placeKey}`;
  return `<!-- multi-agent-review finding ${fingerprint}${place}${state === 'open' ? '' : ` ${state}`} -->`;
}

/** Reads the marker of a comment; null when its first line is none. */
export function readFindingMarker(body: string): FindingMarker | null {
  const [line = ''] = body.split(/\r?\n/, 1);
  const [, fingerprint, placeKey = null, word] = PATTERN.exec(line) ?? [];
  if (fingerprint === undefined) return null;
  return { fingerprint, placeKey, state: STATES.find((state) => state === word) ?? 'open' };
}
