import type { GatedFinding } from '../../aggregate/run-outcome.ts';
import { messageOf } from '../../errors.ts';
import type { EvidenceIndex } from '../../evidence/evidence-index.ts';
import { type ParsedAnswer, parseAnswer } from '../../evidence/model-text/parse-answer.ts';
import { repairRequest } from '../../evidence/model-text/repair-request.ts';
import type { AgentOutcome, Tokens } from '../../model.ts';
import { type BudgetMeter, EXPECTED_OUTPUT } from '../../plan/model-plan/budget.ts';
import type { ModelChoice } from '../../plan/model-plan/choose-models.ts';
import { estimateTokens } from '../../plan/model-plan/estimate-tokens.ts';
import { costOf, type PriceTable } from '../../plan/model-plan/prices.ts';
import type { Clock, Log, ModelAnswer, ModelClient, ModelRequest } from '../../ports.ts';
import { type Deadline, startDeadline, untilAborted } from '../deadline.ts';
import { buildRequest, type RoleMaterial } from './build-messages.ts';
import type { BuiltPrefix } from './build-prefix.ts';
import { type GatedAnswer, gateAnswer, type RefusedFinding } from './gate-answer.ts';

/** One reviewer's question about one bundle of files. */
export interface ModelAgentOrder {
  readonly role: RoleMaterial;
  readonly choice: ModelChoice;
  readonly prefix: BuiltPrefix;
  /** The bundle's files that are this reviewer's. */
  readonly paths: readonly string[];
  /** Another call of the run writes the prefix: this one is expected to read it. */
  readonly expectCached: boolean;
}

/** What all model agents of a run share. */
export interface ModelSurroundings {
  readonly client: ModelClient;
  readonly evidence: () => EvidenceIndex;
  readonly budget: BudgetMeter;
  readonly prices: PriceTable;
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
  readonly model: string;
  readonly ms: number;
  readonly facts: ParsedAnswer['facts'];
}

const NO_TOKENS: Tokens = { input: 0, cacheWritten: 0, cacheRead: 0, output: 0 };

/**
 * Asks one reviewer's model, reads the answer (one repair round, then what can be salvaged) and puts each finding
 * through the mechanical gate, under a deadline.
 * @param onFirstEvent called when the answer begins
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
  let reading: Reading;
  const asking = ask(order, around, deadline, bill, onFirstEvent);
  try {
    reading = await untilAborted(asking, deadline.signal);
  } catch (thrown) {
    if (deadline.signal.aborted) await endsSoon(asking, around.clock);
    const failure = deadline.signal.aborted ? stopped(deadline) : failed(messageOf(thrown));
    reading = { parsed: null, ...failure };
  } finally {
    deadline.close();
  }
  const gated =
    reading.parsed === null ? { findings: [], rejected: [] } : gate(reading.parsed, order, around);
  const { status, reason } = judge(reading, gated);
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
    model: order.choice.model,
    ms: Math.round(around.clock.steady() - began),
    facts: reading.parsed?.facts ?? [],
  };
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

/** Filled call by call, so that a deadline loses nothing of it. */
interface Bill {
  tokens: Tokens;
  costUsd: number;
}

interface Reading {
  /** Null when there is nothing to gate. */
  readonly parsed: ParsedAnswer | null;
  readonly status: AgentOutcome;
  readonly reason?: string;
}

async function ask(
  order: ModelAgentOrder,
  around: ModelSurroundings,
  deadline: Deadline,
  bill: Bill,
  onFirstEvent: (() => void) | undefined,
): Promise<Reading> {
  const notAfter = around.clock.steady() + around.agentSeconds * 1000;
  const request = { ...buildRequest(order.prefix, order.role, order.choice), notAfter };
  const size = order.prefix.tokens + textTokens(request) - estimateTokens(order.prefix.shared.text);
  if (size > order.choice.promptLimit) {
    return {
      parsed: null,
      ...failed(`its question is too long for ${order.choice.model}: about ${size} tokens`),
    };
  }
  const first = await pay(request, order, around, deadline, bill, order.expectCached, onFirstEvent);
  if (typeof first === 'string') return { parsed: null, status: 'over-budget', reason: first };
  const reading = readAnswer(first, deadline);
  if (first.kind !== 'answer' || reading.parsed === null || !needsRepair(reading.parsed)) return reading;
  const problem =
    reading.parsed.problem ?? 'most of its items hold words or numbers that the schema does not allow';
  const second = await pay(repairRequest(request, first.text, problem), order, around, deadline, bill, true);
  if (typeof second === 'string' || second.kind !== 'answer') return reading;
  const repaired = readAnswer(second, deadline);
  return better(reading, repaired);
}

/** Makes one call if the budget allows it. @returns the reason when it does not */
async function pay(
  request: ModelRequest,
  order: ModelAgentOrder,
  around: ModelSurroundings,
  deadline: Deadline,
  bill: Bill,
  expectCached: boolean,
  onFirstEvent?: () => void,
): Promise<ModelAnswer | string> {
  const { model } = order.choice;
  const prefix = order.prefix.tokens;
  const rest = Math.max(0, textTokens(request) - estimateTokens(order.prefix.shared.text));
  const tokens = {
    input: rest,
    cacheWritten: expectCached ? 0 : prefix,
    cacheRead: expectCached ? prefix : 0,
    output: EXPECTED_OUTPUT,
  };
  const reserved = around.budget.reserve({ model, tokens });
  if (reserved.kind === 'refused') return reserved.reason;
  let used = NO_TOKENS;
  try {
    const answer = await around.client.call(request, deadline.signal, onFirstEvent);
    used = answer.usage;
    return answer;
  } finally {
    around.budget.settle(reserved.id, model, used);
    bill.tokens = sum(bill.tokens, used);
    bill.costUsd += costOf(around.prices, model, used) ?? 0;
  }
}

function readAnswer(answer: ModelAnswer, deadline: Deadline): Reading {
  if (answer.kind === 'answer') return { parsed: parseAnswer(answer.text), status: 'done' };
  if (answer.kind === 'aborted') return { parsed: null, ...stopped(deadline) };
  if (answer.kind === 'truncated') {
    return { parsed: parseAnswer(answer.text), status: 'truncated', reason: answer.reason };
  }
  if (answer.kind === 'refused') return { parsed: null, status: 'refused', reason: answer.reason };
  if (answer.kind === 'timed-out') return { parsed: null, status: 'timed-out', reason: answer.reason };
  return { parsed: null, ...failed(`${answer.kind}: ${answer.reason}`) };
}

/** Broken as a whole, or most of its items unusable. */
function needsRepair(parsed: ParsedAnswer): boolean {
  return !parsed.complete || parsed.rejected.length > parsed.findings.length;
}

function better(first: Reading, second: Reading): Reading {
  const worth = ({ parsed }: Reading) =>
    parsed === null ? -1 : (parsed.complete ? 1_000 : 0) + parsed.findings.length - parsed.rejected.length;
  return worth(second) >= worth(first) ? second : first;
}

function judge(
  reading: Reading,
  { findings, rejected }: GatedAnswer,
): Pick<ModelAgentRun, 'status' | 'reason'> {
  const { parsed, status, reason } = reading;
  if (status !== 'done' || parsed === null) return { status, ...(reason === undefined ? {} : { reason }) };
  const invalid = rejected.filter((one) => one.invalid).length;
  if (!parsed.complete && parsed.findings.length === 0) {
    return { status: 'unparsable', reason: `its answer could not be read: ${parsed.problem}` };
  }
  if (!parsed.complete) {
    return {
      status: 'degraded',
      reason: `only ${parsed.findings.length} findings of its answer could be read: ${parsed.problem}`,
    };
  }
  if (invalid > findings.length) {
    return {
      status: 'degraded',
      reason: `${invalid} of its ${invalid + findings.length} findings could not be proven`,
    };
  }
  if (parsed.remaining.length > 0) {
    return { status: 'degraded', reason: `it did not get to ${parsed.remaining.length} of its files` };
  }
  return { status: 'done' };
}

function gate(parsed: ParsedAnswer, order: ModelAgentOrder, around: ModelSurroundings): GatedAnswer {
  return gateAnswer(parsed, {
    reviewer: order.role.reviewer.name,
    paths: new Set(order.paths),
    evidence: around.evidence(),
    shower: order.role.shower,
  });
}

function stopped(deadline: Deadline): Pick<Reading, 'status' | 'reason'> {
  return {
    status: deadline.expired() ? 'timed-out' : 'cancelled',
    reason: messageOf(deadline.signal.reason),
  };
}

function failed(reason: string): Pick<Reading, 'status' | 'reason'> {
  return { status: 'failed', reason };
}

function textTokens(request: ModelRequest): number {
  return estimateTokens(...request.messages.flatMap((message) => message.content.map((block) => block.text)));
}

function sum(a: Tokens, b: Tokens): Tokens {
  return {
    input: a.input + b.input,
    cacheWritten: a.cacheWritten + b.cacheWritten,
    cacheRead: a.cacheRead + b.cacheRead,
    output: a.output + b.output,
  };
}
