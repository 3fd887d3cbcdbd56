import type { RunOutcome } from '../aggregate/run-outcome.ts';
import type { AgentReport } from '../model.ts';
import { addTokens } from '../plan/model-plan/tokens.ts';
import type { Progress } from '../ports.ts';
import {
  mayBeVerified,
  type VerifyOrder,
  type VerifyOutcome,
  type VerifySurroundings,
  verifyFindings,
} from './verify-findings.ts';

/** What the models found, bundle by bundle, and what their findings are checked against. */
export interface VerifyMaterial {
  /** Analyzers and models together, without the models' findings. */
  readonly outcome: RunOutcome;
  readonly bundles: readonly Pick<VerifyOrder, 'prefix' | 'findings'>[];
  readonly frame: Omit<VerifyOrder, 'prefix' | 'findings'>;
}

const NAME = 'verifier';

/**
 * Tries to refute the models' findings, one question per bundle, and lays all findings together. A verifier that fails
 * is an agent of the report that failed; one that had nothing to do is not listed.
 */
export async function verifyRun(
  { outcome, bundles, frame }: VerifyMaterial,
  around: VerifySurroundings & { readonly progress: Progress },
  signal: AbortSignal,
): Promise<RunOutcome> {
  const wanted = bundles.flatMap((bundle) => bundle.findings).filter(mayBeVerified).length;
  if (wanted > 0) {
    const { model } = frame.choice;
    const task = `trying to refute ${wanted} finding${wanted === 1 ? '' : 's'}`;
    const status = { agent: NAME, state: 'running', task, model, progress: 10 } as const;
    around.progress.agent({ ...status, blockers: [], findings: 0 });
  }
  const verified = await Promise.all(
    bundles.map((bundle) => verifyFindings({ ...frame, ...bundle }, around, signal)),
  );
  const findings = [...outcome.findings, ...verified.flatMap((one) => one.findings)];
  const asked = verified.filter((one) => one.status !== 'not-needed');
  if (asked.length === 0) return { ...outcome, findings };
  const report = reportOf(asked, frame.choice.model);
  const replaced = [...new Set(asked.flatMap((one) => one.replaced ?? []))];
  around.progress.agent({
    agent: NAME,
    state: report.status,
    task: report.reason ?? 'finished',
    progress: 100,
    blockers: [],
    findings: 0,
    tokens: report.tokens,
  });
  const notes = [...outcome.notes, ...replaced.map((why) => `${NAME}: ${why}.`)];
  return { ...outcome, findings, agents: [...outcome.agents, report], notes };
}

function reportOf(asked: readonly VerifyOutcome[], model: string): AgentReport {
  const failed = asked.filter((one) => one.status !== 'done');
  const worst = failed.find((one) => one.status !== 'degraded') ?? failed[0];
  const reasons = [...new Set(failed.flatMap((one) => one.reason ?? []))];
  return {
    name: NAME,
    engine: 'model',
    status: worst?.status ?? 'done',
    required: true,
    ...(reasons.length === 0 ? {} : { reason: reasons.join('; ') }),
    model: [...new Set([model, ...asked.flatMap((one) => one.models)])].join(', '),
    ms: Math.max(...asked.map((one) => one.ms)),
    tokens: asked.map((one) => one.tokens).reduce(addTokens),
    costUsd: asked.reduce((sum, one) => sum + one.costUsd, 0),
    findings: { raised: 0, rejected: 0, refuted: asked.reduce((sum, one) => sum + one.refuted, 0), shown: 0 },
  };
}
