import type { GatedFinding } from '../../aggregate/run-outcome.ts';
import { messageOf } from '../../errors.ts';
import type { EvidenceIndex } from '../../evidence/evidence-index.ts';
import type { ParsedAnswer } from '../../evidence/model-text/parse-answer.ts';
import type { AgentOutcome, Tokens } from '../../model.ts';
import type { ModelChoice } from '../../plan/model-plan/choose-models.ts';
import { NO_TOKENS } from '../../plan/model-plan/tokens.ts';
import type { Clock, Log } from '../../ports.ts';
import { type Deadline, startDeadline, untilAborted } from '../deadline.ts';
import {
  type AskSurroundings,
  askModel,
  type Bill,
  type Question,
  type Reading,
  stopped,
} from './ask-model.ts';
import { askSecondModel, type SecondModels, secondReason, type Trail } from './ask-second-model.ts';
import { buildRole, type RoleMaterial } from './build-messages.ts';
import type { BuiltPrefix } from './build-prefix.ts';
import { type GatedAnswer, gateAnswer, type RefusedFinding } from './gate-answer.ts';
import { type Remaining, readRemaining } from './read-remaining.ts';

/** One reviewer's question about one bundle of files. */
export interface ModelAgentOrder {
  readonly role: RoleMaterial;
  readonly choice: ModelChoice;
  readonly prefix: BuiltPrefix;
  /** The bundle's files that are this reviewer's. */
  readonly paths: readonly string[];
  /** Another call of the run writes the prefix: this one is expected to read it. */
  readonly expectCached: boolean;
  /** Who is asked when that model declines or is overloaded. */
  readonly seconds: SecondModels;
}

/** What all model agents of a run share. */
export interface ModelSurroundings extends AskSurroundings {
  readonly evidence: () => EvidenceIndex;
  readonly agentSeconds: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** What one reviewer's model run came to. Never a rejection: a failure is a status with a reason. */
export interface ModelAgentRun {
  readonly reviewer: string;
  readonly findings: readonly GatedFinding[];
  readonly rejected: readonly RefusedFinding[];
  readonly status: AgentOutcome;
  readonly reason?: string;
  readonly tokens: Tokens;
  /** 0 when the model's price is unknown. */
  readonly costUsd: number;
  /** The models that were asked, in that order. */
  readonly models: readonly string[];
  readonly ms: number;
  readonly facts: ParsedAnswer['facts'];
  /** Files of the question that the model says it did not get to. */
  readonly missed: readonly string[];
  /** What a reader of the report should know although the run may be done. */
  readonly notes: readonly string[];
}

/**
 * Asks one reviewer's model, and once another one when the first declines or is overloaded; reads the answer and puts
 * each finding through the mechanical gate, under a deadline.
 * @param onFirstEvent called when the answer begins, or when the first model's answer is not to be had
 */
export async function runModelAgent(
  order: ModelAgentOrder,
  around: ModelSurroundings,
  signal: AbortSignal,
  onFirstEvent?: () => void,
): Promise<ModelAgentRun> {
  const began = around.clock.steady();
  const deadline = startDeadline(around.agentSeconds, signal, around.clock);
  const bill: Bill = { tokens: NO_TOKENS, costUsd: 0 };
  const trail: Trail = { models: [order.choice.model], firstFailed: null };
  let reading: Reading;
  const asking = ask(order, around, deadline, bill, trail, onFirstEvent);
  try {
    reading = await untilAborted(asking, deadline.signal);
  } catch (thrown) {
    if (deadline.signal.aborted) await endsSoon(asking, around.clock);
    reading = { parsed: null, ...endOf(thrown, deadline, trail) };
  } finally {
    deadline.close();
  }
  const gated =
    reading.parsed === null ? { findings: [], rejected: [] } : gate(reading.parsed, order, around);
  const remaining = remainingOf(reading, order, around);
  const { status, reason } = judge(reading, gated, remaining, order.paths.length);
  const reviewer = order.role.reviewer.name;
  for (const refused of gated.rejected)
    around.log.debug('model finding rejected', { reviewer, why: refused.reason });
  return {
    reviewer,
    ...gated,
    status,
    ...(reason === undefined ? {} : { reason }),
    tokens: bill.tokens,
    costUsd: bill.costUsd,
    models: trail.models,
    ms: Math.round(around.clock.steady() - began),
    facts: reading.parsed?.facts ?? [],
    missed: remaining.missed,
    notes: notesOf(reviewer, reading, remaining, trail),
  };
}

async function ask(
  order: ModelAgentOrder,
  around: ModelSurroundings,
  deadline: Deadline,
  bill: Bill,
  trail: Trail,
  onFirstEvent: (() => void) | undefined,
): Promise<Reading> {
  const question: Question = {
    prefix: order.prefix,
    role: buildRole(order.role),
    choice: order.choice,
    expectCached: order.expectCached,
    notAfter: around.clock.steady() + around.agentSeconds * 1000,
  };
  const first = await askModel(question, around, deadline, bill, onFirstEvent);
  if (secondReason(first) === null) return first;
  // Whoever waits for this one's prefix waits in vain.
  onFirstEvent?.();
  return askSecondModel(first, question, order, around, deadline, bill, trail);
}

/** How a run ended that did not come to an answer; a second model's end does not hide why it was asked. */
function endOf(thrown: unknown, deadline: Deadline, trail: Trail): Pick<Reading, 'status' | 'reason'> {
  const end = deadline.signal.aborted
    ? stopped(deadline)
    : { status: 'failed' as const, reason: messageOf(thrown) };
  if (trail.firstFailed === null) return end;
  return { ...end, reason: `${trail.firstFailed}; then ${trail.models.at(-1)}: ${end.reason}` };
}

/** A client that was told to stop answers at once, and its bill belongs to the report; one that does not is left. */
const LAST_WORDS_MS = 1_000;

function endsSoon(asking: Promise<unknown>, clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(LAST_WORDS_MS, resolve);
    const end = () => {
      cancel();
      resolve();
    };
    asking.then(end, end);
  });
}

function remainingOf(reading: Reading, order: ModelAgentOrder, around: ModelSurroundings): Remaining {
  if (reading.parsed === null) return { missed: [], ignored: 0 };
  const frame = { evidence: around.evidence(), shower: order.role.shower };
  return readRemaining(reading.parsed, order.paths, frame);
}

function judge(
  reading: Reading,
  { findings, rejected }: GatedAnswer,
  { missed }: Remaining,
  asked: number,
): Pick<ModelAgentRun, 'status' | 'reason'> {
  const { parsed, status, reason } = reading;
  if (status !== 'done' || parsed === null) return { status, ...(reason === undefined ? {} : { reason }) };
  const invalid = rejected.filter((one) => one.invalid).length;
  if (!parsed.complete && parsed.findings.length === 0) {
    return { status: 'unparsable', reason: `its answer could not be read: ${parsed.problem}` };
  }
  const reasons = [
    ...(parsed.complete
      ? []
      : [`only ${parsed.findings.length} findings of its answer could be read: ${parsed.problem}`]),
    ...(parsed.complete && invalid > findings.length
      ? [`${invalid} of its ${invalid + findings.length} findings could not be proven`]
      : []),
    ...missedReason(missed, asked),
  ];
  return reasons.length === 0 ? { status: 'done' } : { status: 'degraded', reason: reasons.join('; ') };
}

function missedReason(missed: readonly string[], asked: number): readonly string[] {
  const [first] = missed;
  if (first === undefined) return [];
  const others = missed.length === 1 ? '' : ` and ${missed.length - 1} more`;
  return [`its model says it did not get to ${missed.length} of its ${asked} files: ${first}${others}`];
}

function notesOf(
  reviewer: string,
  { status }: Reading,
  { ignored }: Remaining,
  { models, firstFailed }: Trail,
): readonly string[] {
  const answered = firstFailed !== null && (status === 'done' || status === 'degraded');
  const entries = ignored === 1 ? '1 entry' : `${ignored} entries`;
  return [
    ...(answered ? [`${reviewer}: ${firstFailed}; ${models.at(-1)} was asked instead.`] : []),
    ...(ignored === 0
      ? []
      : [`${reviewer}: ${entries} of what its model says it left out name no file of its question.`]),
  ];
}

function gate(parsed: ParsedAnswer, order: ModelAgentOrder, around: ModelSurroundings): GatedAnswer {
  return gateAnswer(parsed, {
    reviewer: order.role.reviewer.name,
    paths: new Set(order.paths),
    evidence: around.evidence(),
    shower: order.role.shower,
  });
}
