import { messageOf } from '../../errors.ts';
import { type ParsedAnswer, parseAnswer } from '../../evidence/model-text/parse-answer.ts';
import { repairRequest } from '../../evidence/model-text/repair-request.ts';
import type { AgentOutcome, Tokens } from '../../model.ts';
import { type BudgetMeter, EXPECTED_OUTPUT } from '../../plan/model-plan/budget.ts';
import type { ModelChoice } from '../../plan/model-plan/choose-models.ts';
import { estimateTokens } from '../../plan/model-plan/estimate-tokens.ts';
import { costOf, type PriceTable } from '../../plan/model-plan/prices.ts';
import { addTokens, NO_TOKENS } from '../../plan/model-plan/tokens.ts';
import type { ModelAnswer, ModelClient, ModelFailureKind, ModelRequest } from '../../ports.ts';
import type { Deadline } from '../deadline.ts';
import { buildRequest } from './build-messages.ts';
import type { BuiltPrefix } from './build-prefix.ts';

/** One question to one model. */
export interface Question {
  readonly prefix: BuiltPrefix;
  /** The text after the shared beginning. */
  readonly role: string;
  readonly choice: ModelChoice;
  /** Another call of the run writes the prefix for this model: this one is expected to read it. */
  readonly expectCached: boolean;
  /** Time on the steady clock after which an answer is of no use. */
  readonly notAfter: number;
}

export interface AskSurroundings {
  readonly client: ModelClient;
  readonly budget: BudgetMeter;
  readonly prices: PriceTable;
}

/** Filled call by call, so that a deadline loses nothing of it. */
export interface Bill {
  tokens: Tokens;
  costUsd: number;
}

/** What came of a question. */
export interface Reading {
  /** Null when there is nothing to gate. */
  readonly parsed: ParsedAnswer | null;
  readonly status: AgentOutcome;
  readonly reason?: string;
  /** How the call failed, when it did. */
  readonly failure?: ModelFailureKind;
}

/**
 * Asks one model once and reads the answer: one repair round when it is broken, then what can be salvaged.
 * @param onFirstEvent called when the answer begins
 */
export async function askModel(
  question: Question,
  around: AskSurroundings,
  deadline: Deadline,
  bill: Bill,
  onFirstEvent?: () => void,
): Promise<Reading> {
  const { prefix, role, choice, notAfter } = question;
  const request = { ...buildRequest(prefix, role, choice), notAfter };
  const size = prefix.tokens + restTokens(request, prefix);
  if (size > choice.promptLimit) {
    const reason = `its question is too long for ${choice.model}: about ${size} tokens`;
    return { parsed: null, status: 'failed', reason };
  }
  const first = await pay(request, question, around, deadline, bill, onFirstEvent);
  if (typeof first === 'string') return { parsed: null, status: 'over-budget', reason: first };
  const reading = readAnswer(first, deadline);
  if (first.kind !== 'answer' || reading.parsed === null || !needsRepair(reading.parsed)) return reading;
  const problem =
    reading.parsed.problem ?? 'most of its items hold words or numbers that the schema does not allow';
  const repair = repairRequest(request, first.text, problem);
  const second = await pay(repair, { ...question, expectCached: true }, around, deadline, bill);
  if (typeof second === 'string' || second.kind !== 'answer') return reading;
  return better(reading, readAnswer(second, deadline));
}

/** Makes one call if the budget allows it. @returns the reason when it does not */
async function pay(
  request: ModelRequest,
  { prefix, choice, expectCached }: Question,
  around: AskSurroundings,
  deadline: Deadline,
  bill: Bill,
  onFirstEvent?: () => void,
): Promise<ModelAnswer | string> {
  const { model } = choice;
  const tokens = {
    input: restTokens(request, prefix),
    cacheWritten: expectCached ? 0 : prefix.tokens,
    cacheRead: expectCached ? prefix.tokens : 0,
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
    bill.tokens = addTokens(bill.tokens, used);
    bill.costUsd += costOf(around.prices, model, used) ?? 0;
  }
}

function readAnswer(answer: ModelAnswer, deadline: Deadline): Reading {
  if (answer.kind === 'answer') return { parsed: parseAnswer(answer.text), status: 'done' };
  const { kind: failure, reason } = answer;
  if (failure === 'aborted') return { parsed: null, ...stopped(deadline), failure };
  if (failure === 'truncated') {
    return { parsed: parseAnswer(answer.text), status: 'truncated', reason, failure };
  }
  if (failure === 'refused' || failure === 'timed-out') {
    return { parsed: null, status: failure, reason, failure };
  }
  return { parsed: null, status: 'failed', reason: `${failure}: ${reason}`, failure };
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

/** How an agent ended whose deadline passed, or whose run was stopped. */
export function stopped(deadline: Deadline): Pick<Reading, 'status' | 'reason'> {
  return {
    status: deadline.expired() ? 'timed-out' : 'cancelled',
    reason: messageOf(deadline.signal.reason),
  };
}

/** Estimated tokens of a request beside its shared beginning. */
function restTokens(request: ModelRequest, prefix: BuiltPrefix): number {
  const texts = request.messages.flatMap((message) => message.content.map((block) => block.text));
  return Math.max(0, estimateTokens(...texts) - estimateTokens(prefix.shared.text));
}
