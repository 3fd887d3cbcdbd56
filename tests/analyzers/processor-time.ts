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
