import { readAsset } from './load-built-ins.ts';

/** At how many judged places a rule was right, and how many were judged (docs/rules.md says where). */
export interface Measure {
  readonly right: number;
  readonly judged: number;
}

/** What `scripts/build.ts` writes: rule or check → right, judged. Rules that fired at no judged place are absent. */
export type ShippedMeasures = Readonly<Record<string, readonly [right: number, judged: number]>>;

/** Where the measures lie below the folder of the built assets. */
export const MEASURES_FILE = 'measured.json';

/**
 * How precise a built-in rule or check was.
 * @param assets folder of the built assets
 * @returns null when it fired at no judged place
 * @throws ReviewError when the file is not there
 */
export async function measureOf(id: string, assets: URL): Promise<Measure | null> {
  const measures = new Map(Object.entries(await readAsset<ShippedMeasures>(assets, MEASURES_FILE)));
  const [right = 0, judged = 0] = measures.get(id) ?? [];
  return judged === 0 ? null : { right, judged };
}
