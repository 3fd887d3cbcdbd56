import { describe, expect, it } from 'vitest';
import type { AgentStatus } from '../../src/model.ts';
import { displayWidth } from '../../src/render/display-width.ts';
import { describeStatus, renderProgress } from '../../src/render/render-progress.ts';
import { INVISIBLE, NAUGHTY_STRINGS } from './naughty-strings.ts';

function status(changes: Partial<AgentStatus> = {}): AgentStatus {
  return {
    agent: 'security',
    state: 'running',
    task: 'reading src/a.ts',
    progress: 50,
    blockers: [],
    findings: 2,
    ...changes,
  };
}

const plain = { color: false, width: 80, frame: 0 };

describe('live progress', () => {
  it('has one line per agent with mark, bar, findings and task', () => {
    const lines = renderProgress(
      [status(), status({ agent: 'docs', state: 'done', progress: 3, findings: 0, task: '' })],
      plain,
    );
    expect(lines).toEqual([
      '⠋ security ━━━━━━────── 2 findings  reading src/a.ts',
      '✓ docs     ━━━━━━━━━━━━',
    ]);
  });

  it('moves with the frame and never counts beyond it', () => {
    const [first] = renderProgress([status()], plain);
    const [second] = renderProgress([status()], { ...plain, frame: 1 });
    expect(first).not.toBe(second);
    expect(renderProgress([status()], { ...plain, frame: 10 })).toEqual([first]);
    expect(renderProgress([status({ progress: Number.NaN }), status({ progress: 400 })], plain)).toHaveLength(
      2,
    );
  });

  it.each([40, 60, 100])('keeps to %i columns', (width) => {
    for (const text of NAUGHTY_STRINGS) {
      const lines = renderProgress([status({ agent: text, task: text, blockers: [text], eta: 3_000 })], {
        ...plain,
        width,
      });
      expect(lines).toHaveLength(1);
      for (const line of lines) {
        expect(displayWidth(line)).toBeLessThanOrEqual(Math.max(width, 48));
        expect(INVISIBLE.test(line)).toBe(false);
      }
    }
  });
});

describe('progress in a pipe', () => {
  it('is one plain sentence', () => {
    expect(describeStatus(status({ eta: 1_200 }))).toBe(
      'security: running, 2 findings, reading src/a.ts · 1.2 s left',
    );
    expect(describeStatus(status({ state: 'timed-out', findings: 0, task: '' }))).toBe('security: timed out');
    expect(
      describeStatus(status({ state: 'waiting', task: '', blockers: ['a free slot'], findings: 0 })),
    ).toBe('security: waiting, blocked by a free slot');
  });

  it.each(NAUGHTY_STRINGS)('%j keeps to one inert line', (text) => {
    const line = describeStatus(status({ agent: text, task: text }));
    expect(INVISIBLE.test(line)).toBe(false);
    expect(line).not.toMatch(/\n|^::|^##\[/);
  });
});
