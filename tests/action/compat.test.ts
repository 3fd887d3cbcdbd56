import { describe, expect, it } from 'vitest';
import { wireAnswer } from '../dispatch/model/material.ts';
import type { Behaviour, SeenRequest } from '../fakes/messages/start-messages-server.ts';
import {
  critical,
  expectNothingUnexpected,
  isVerifier,
  LARGE,
  last,
  nothing,
  PATH,
  roleOf,
  setScene,
  verdict,
} from './model-scene.ts';

/** Long enough for questions that do not wait for each other to be seen side by side. */
const slowly = (content: string): Behaviour => ({
  kind: 'answer',
  content,
  start: new Promise((resolve) => setTimeout(resolve, 30)),
});
/** A value as a chatty model writes it. */
const inProse = (value: unknown) =>
  slowly(
    `Sure, here is my review!\n\n\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\`\n\nAnything else?`,
  );

/** No question arrived before the answer to the one before it had ended. */
function expectOneAtATime(seen: readonly SeenRequest[]): void {
  for (const [index, { arrivedAt }] of seen.entries()) {
    const before = seen[index - 1];
    if (before !== undefined) expect(arrivedAt).toBeGreaterThanOrEqual(before.endedAt ?? Infinity);
  }
}

describe('a server of the plain Messages API (compat)', () => {
  it('is asked in words, one call at a time, and its JSON inside prose is read', async () => {
    const scene = await setScene(
      (request) =>
        inProse(
          isVerifier(request)
            ? verdict('confirmed')
            : wireAnswer(roleOf(request).includes('secur') ? [critical()] : []),
        ),
      { profile: 'compat', after: { [PATH]: LARGE } },
    );
    const run = await scene.run();
    expect(scene.server.seen).toHaveLength(7);
    expectOneAtATime(scene.server.seen);
    for (const { request } of scene.server.seen) {
      expect(request.output_config).toBeUndefined();
      expect(JSON.stringify(request)).not.toContain('cache_control');
    }
    expect(last(scene.stage)).toMatch(/^failure: 1 critical finding blocks/);
    expect(scene.stage.ownComments()[0]).toContain('The discount is not applied');
    expect(scene.stage.ownComments()[0]).not.toContain('Anything else');
    expect(run.report?.agents.filter((agent) => agent.status !== 'done')).toEqual([]);
    expectNothingUnexpected(scene);
  });

  it('that is chosen for the plain one gets what it understands and nothing more: a clean change is a success', async () => {
    const scene = await setScene(() => inProse(wireAnswer()), { profile: 'compat' });
    const run = await scene.run({ 'model-balanced': 'local-coder', prices: 'local-coder=0/0' });
    expect(scene.server.seen.map(({ request }) => request.model)).toEqual(['local-coder']);
    expect(last(scene.stage)).toMatch(/^success: .*6\/6 reviewers/);
    expect(run.outputs['cost-usd']).toBe('0.0000');
    expectNothingUnexpected(scene);
  });

  it('that is spoken to as if it were the full one: incomplete with its refusal, never a success', async () => {
    const scene = await setScene(() => nothing, { profile: 'compat' });
    await scene.run({ 'model-profile': 'anthropic' });
    expect(scene.server.problems).toContain('output_config in compat');
    expect(last(scene.stage)).toMatch(/^error: incomplete: no model reviewed/);
  });
});
