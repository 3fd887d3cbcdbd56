import type { AgentStatus } from '../model.ts';
import type { Metrics, Progress } from '../ports.ts';

/** The live count of one review's agents. */
export interface AgentMeter extends Progress {
  /** The review is over, or the process that ran it is gone: none of its agents is at work any more. */
  close(): void;
}

/**
 * Counts the agents that are at work, from what a review tells of its progress. One meter per review, in the process
 * that is scraped: a process that dies cannot take its own agents back.
 */
export function meterAgents(metrics: Metrics): AgentMeter {
  /** Agent → the model it is counted under. */
  const active = new Map<string, string | null>();
  const stop = (agent: string) => {
    const model = active.get(agent);
    if (model === undefined) return;
    active.delete(agent);
    metrics.record({ kind: 'agent-stopped', agent, model });
  };
  return {
    agent({ agent, state, ...status }: AgentStatus) {
      const model = status.model ?? null;
      if (state === 'running' && active.get(agent) === model) return;
      stop(agent);
      if (state !== 'running') return;
      active.set(agent, model);
      metrics.record({ kind: 'agent-started', agent, model });
    },
    close() {
      for (const agent of [...active.keys()]) stop(agent);
    },
  };
}
