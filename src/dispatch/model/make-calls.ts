import { messageOf } from '../../errors.ts';
import type { AgentOutcome, ModelTier, Tokens } from '../../model.ts';
import type { ModelChoice } from '../../plan/model-plan/choose-models.ts';
import { addTokens, NO_TOKENS } from '../../plan/model-plan/tokens.ts';
import type { Progress } from '../../ports.ts';
import { runFanOut } from './fan-out.ts';
import { type ModelCall, secondsOf } from './plan-calls.ts';
import { type ModelAgentRun, type ModelSurroundings, runModelAgent } from './run-model-agent.ts';

/** What counts of a run for the report. */
export type CallEnd = Omit<ModelAgentRun, 'reviewer' | 'facts'>;

export interface EndedCall {
  readonly call: ModelCall;
  readonly run: CallEnd;
}

/**
 * Makes the calls of a run, each bundle's leader first.
 * @param calls the most valuable first
 * @param atOnce calls under way at once; the fan-out's own number when undefined
 * @returns one end per call, in order; never rejects
 */
export async function makeCalls(
  calls: readonly ModelCall[],
  choices: Readonly<Record<ModelTier, ModelChoice>>,
  around: ModelSurroundings & { readonly progress: Progress },
  atOnce: number | undefined,
  signal: AbortSignal,
): Promise<readonly EndedCall[]> {
  const sizes = new Map(calls.map((call) => [call.group, call.prefixTokens]));
  const led = new Set<string>();
  const orders = calls.map((call) => {
    const expectCached = led.has(call.group);
    led.add(call.group);
    return { ...call, prefix: call.bundle.prefix, expectCached, seconds: secondsOf(call, calls, choices) };
  });
  const open = new Map<string, number>();
  for (const { reviewer } of orders) open.set(reviewer, (open.get(reviewer) ?? 0) + 1);
  const used = new Map<string, Tokens>();
  const answered = (reviewer: string, model: string, spent: Tokens) => {
    const left = (open.get(reviewer) ?? 1) - 1;
    const tokens = addTokens(used.get(reviewer) ?? NO_TOKENS, spent);
    open.set(reviewer, left);
    used.set(reviewer, tokens);
    const task = left > 0 ? `asking ${model}` : 'answered, its findings are checked';
    const status = { agent: reviewer, state: 'running', task, model, tokens } as const;
    around.progress.agent({ ...status, progress: left > 0 ? 70 : 90, blockers: [], findings: 0 });
  };
  const results = await runFanOut(
    orders.map((order) => ({
      name: order.reviewer,
      group: order.group,
      run: async (onFirstEvent: () => void): Promise<CallEnd> => {
        around.progress.agent({
          agent: order.reviewer,
          state: 'running',
          task: `asking ${order.model}`,
          model: order.model,
          progress: 50,
          blockers: [],
          findings: 0,
        });
        const run = await runModelAgent(order, around, signal, onFirstEvent);
        answered(order.reviewer, order.model, run.tokens);
        return run;
      },
    })),
    {
      estimatePrefixTokens: (group) => sizes.get(group) ?? 0,
      clock: around.clock,
      ...(atOnce === undefined ? {} : { atOnce }),
    },
  );
  return calls.flatMap((call, index) => {
    const result = results[index];
    if (result === undefined) return [];
    const run = result.kind === 'ended' ? result.value : endWithout('failed', messageOf(result.thrown));
    return [{ call, run }];
  });
}

/** The end of a call that was not made. */
export function endWithout(status: AgentOutcome, reason: string): CallEnd {
  return {
    status,
    reason,
    tokens: NO_TOKENS,
    costUsd: 0,
    models: [],
    ms: 0,
    findings: [],
    rejected: [],
    missed: [],
    notes: [],
  };
}
