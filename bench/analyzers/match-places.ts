import type { Finding } from '../../src/model.ts';

/** Lines of a file that somebody said something about. */
export interface Place {
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

/** Whether a finding stands at a place or at most so many lines away. */
export function meets(finding: Finding, { path, from, to }: Place, near: number): boolean {
  const start = finding.startLine ?? 0;
  const end = finding.endLine ?? start;
  return path === finding.path && start <= to + near && end >= from - near;
}

/** Which finding serves which place, one to one and as many as possible: place index → finding. */
export function matchOneToOne(
  findings: readonly Finding[],
  places: readonly Place[],
  near: number,
): ReadonlyMap<number, Finding> {
  const placeOf = new Map<Finding, number>();
  const seek = (place: number, tried: Set<Finding>): boolean =>
    findings.some((finding) => {
      const wanted = places[place];
      if (wanted === undefined || tried.has(finding) || !meets(finding, wanted, near)) return false;
      tried.add(finding);
      const taken = placeOf.get(finding);
      if (taken !== undefined && !seek(taken, tried)) return false;
      placeOf.set(finding, place);
      return true;
    });
  for (const place of places.keys()) seek(place, new Set());
  return new Map([...placeOf].map(([finding, place]) => [place, finding]));
}
