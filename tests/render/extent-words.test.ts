import { describe, expect, it } from 'vitest';
import type { Report, ReviewExtent } from '../../src/model.ts';
import { extentWords } from '../../src/render/extent-words.ts';

const SINCE = { head: 'a', fixed: [], notChecked: 0, dismissed: [], endedDismissals: [] };

function words(extent: Partial<ReviewExtent>, since: Report['since'] | null = SINCE): string | null {
  const whole: ReviewExtent = { kind: 'changed', reasons: [], carriedFiles: 0, askedFiles: 0, ...extent };
  return extentWords({ extent: whole, ...(since === null ? {} : { since }) } as Report);
}

describe('how much was looked at', () => {
  it('every reason to look at everything again is named', () => {
    expect(words({ kind: 'full', reasons: ['the base moved from a to b', 'the models changed'] })).toBe(
      'Models looked at every file again: the base moved from a to b; the models changed.',
    );
  });

  it('what was looked at and what was taken over', () => {
    expect(words({ askedFiles: 1, carriedFiles: 99 })).toBe(
      'Models looked at 1 changed file; results for 99 files were taken over.',
    );
  });

  it('who was asked about a small push', () => {
    const glance = { lines: 3, reviewers: ['correctness'] };
    expect(words({ askedFiles: 2, glance })).toBe(
      'Models looked at 2 changed files. The push is small (3 lines since all reviewers looked): only correctness was asked.',
    );
  });

  it('nothing on a first review and when nothing was asked', () => {
    expect(words({ kind: 'full', reasons: ['there is no earlier review'] }, null)).toBeNull();
    expect(words({ carriedFiles: 3 })).toBeNull();
  });
});
