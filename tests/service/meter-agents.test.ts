import { describe, expect, it } from 'vitest';
import type { AgentStatus } from '../../src/model.ts';
import { meterAgents } from '../../src/service/meter-agents.ts';

function metered() {
  const active = new Map<string, number>();
  const meter = meterAgents({
    record(event) {
      if (event.kind !== 'agent-started' && event.kind !== 'agent-stopped')
        throw new Error(`${event.kind} is not expected`);
      const model = event.model ?? 'none';
      active.set(model, (active.get(model) ?? 0) + (event.kind === 'agent-started' ? 1 : -1));
    },
  });
  const tell = (agent: string, state: AgentStatus['state'], model?: string) =>
    meter.agent({
      agent,
      state,
      task: '',
      progress: 0,
      blockers: [],
      findings: 0,
      ...(model === undefined ? {} : { model }),
    });
  return { meter, tell, active: () => Object.fromEntries(active) };
}

describe('agents at work', () => {
  it('are counted once, however often they tell of themselves', () => {
    const { tell, active } = metered();
    tell('security', 'waiting');
    tell('security', 'running');
    tell('security', 'running');
    tell('style', 'running');
    expect(active()).toEqual({ none: 2 });
    tell('security', 'done');
    tell('security', 'done');
    expect(active()).toEqual({ none: 1 });
  });

  it('move to the model that they ask', () => {
    const { tell, active } = metered();
    tell('security', 'running');
    tell('security', 'running', 'strong-model');
    expect(active()).toEqual({ none: 0, 'strong-model': 1 });
    tell('security', 'timed-out');
    expect(active()).toEqual({ none: 0, 'strong-model': 0 });
  });

  it('are gone with their review', () => {
    const { meter, tell, active } = metered();
    tell('security', 'running', 'm');
    tell('style', 'running');
    meter.close();
    meter.close();
    expect(active()).toEqual({ m: 0, none: 0 });
  });
});
