import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeTimeline } from '../../src/service/dashboard/timeline.ts';

const span = (name: string, start: number, end: number) => ({ name, start, end });

describe('the timeline of a review', () => {
  it('is none without any span', () => {
    expect(makeTimeline([])).toBeNull();
  });

  it('names the chain that decided how long it took', () => {
    const timeline = makeTimeline([
      span('style', 100, 150),
      span('security', 100, 400),
      span('tests', 400, 700),
      span('docs', 150, 650),
    ]);
    expect(timeline).toMatchObject({ wall: 600, sum: 1_150, saved: 550, widest: 2 });
    expect(timeline?.criticalPath).toEqual(['security', 'tests']);
  });

  it('counts what ends as another begins as one after the other', () => {
    const timeline = makeTimeline([span('a', 0, 10), span('b', 10, 30)]);
    expect(timeline).toMatchObject({ wall: 30, sum: 30, saved: 0, widest: 1 });
    expect(timeline?.criticalPath).toEqual(['a', 'b']);
  });

  it('takes an end before its start as a start', () => {
    expect(makeTimeline([span('a', 10, 5)])).toMatchObject({ wall: 0, sum: 0, widest: 1 });
  });

  it('never saves more than there was, and its critical path never overlaps', () => {
    const spans = fc.array(
      fc
        .record({ start: fc.nat(1_000), ms: fc.nat(500) })
        .map(({ start, ms }) => ({ start, end: start + ms })),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(spans, (some) => {
        const named = some.map((one, index) => ({ ...one, name: `agent-${index}` }));
        const timeline = makeTimeline(named);
        if (timeline === null) throw new Error('there are spans');
        expect(timeline.saved).toBe(Math.max(0, timeline.sum - timeline.wall));
        const path = timeline.criticalPath.map((name) => named.find((one) => one.name === name));
        for (const [index, next] of path.entries()) {
          const before = path[index - 1];
          if (before !== undefined && next !== undefined) expect(before.end).toBeLessThanOrEqual(next.start);
        }
        expect(path.at(-1)?.end).toBe(timeline.start + timeline.wall);
      }),
      { seed: 7 },
    );
  });
});
