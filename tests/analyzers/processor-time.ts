/**
 * Milliseconds of processor time that a piece of work takes: the suite shares the machine. Slow work is done again, warmed
 * up, up to three times; the best counts.
 * @param prepare makes what the work needs, anew each time, so that nothing it remembers helps; not measured
 */
export async function processorTime<Given>(
  limitMs: number,
  prepare: () => Given,
  work: (given: Given) => unknown,
): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3 && best > limitMs; round++) {
    const given = prepare();
    const before = process.threadCpuUsage();
    await work(given);
    const { user, system } = process.threadCpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** Milliseconds of processor time that this thread has used. */
export function processorNow(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** What the reference work takes on an idle machine of the kind the limits were set on (two cores, Node 24). */
const REFERENCE_MS = 24;
const REFERENCE_TEXT = 'const a1 = b.c(d) + "e"; // f g h\n'.repeat(30_000);

/**
 * A limit of the product on this machine, at this moment: a processor that others keep busy does the same work in more of
 * its own time, and a virtual machine counts moments as ours that were given to another. So the limit as it is where the
 * reference work takes its usual time, and more where that takes more.
 */
export function limitHere(limitMs: number): number {
  referenceTime();
  const slowness = Math.max(...Array.from({ length: 5 }, referenceTime)) / REFERENCE_MS;
  return limitMs * Math.max(1, slowness);
}

/** Scanning a megabyte as analyzers do: an expression, characters one by one, and lines kept by their text. */
function referenceTime(): number {
  const before = processorNow();
  const lines = new Map<string, number>();
  let sum = 0;
  for (const { 0: word } of REFERENCE_TEXT.matchAll(/[A-Za-z_]\w*/g)) sum += word.length;
  for (let index = 0; index < REFERENCE_TEXT.length; index += 1) sum += REFERENCE_TEXT.charCodeAt(index);
  for (const line of REFERENCE_TEXT.split('\n')) lines.set(line + (sum % 7), lines.size);
  return processorNow() - before;
}
