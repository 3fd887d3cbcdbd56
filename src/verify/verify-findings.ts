import { groupSame } from '../aggregate/dedupe-findings.ts';
import type { GatedFinding } from '../aggregate/run-outcome.ts';
import { messageOf } from '../errors.ts';
import type { EvidenceIndex } from '../evidence/evidence-index.ts';
import type { Fence } from '../evidence/model-text/fence.ts';
import { type ModelVerdict, type ParsedAnswer, parseAnswer } from '../evidence/model-text/parse-answer.ts';
import { repairRequest } from '../evidence/model-text/repair-request.ts';
import type { TextShower } from '../evidence/model-text/show-text.ts';
import { WIRE_SCHEMA } from '../evidence/model-text/wire-schema.ts';
import { type AgentOutcome, isAtLeast, type Tokens } from '../model.ts';
import { type BudgetMeter, EXPECTED_OUTPUT } from '../plan/model-plan/budget.ts';
import type { ModelChoice } from '../plan/model-plan/choose-models.ts';
import { estimateTokens } from '../plan/model-plan/estimate-tokens.ts';
import { costOf, type PriceTable } from '../plan/model-plan/prices.ts';
import { addTokens, NO_TOKENS } from '../plan/model-plan/tokens.ts';
import type {
  Clock,
  ModelAnswer,
  ModelClient,
  ModelFailureKind,
  ModelRequest,
  PromptPrefix,
} from '../ports.ts';
import { applyVerdicts } from './apply-verdicts.ts';
import { type Question, showSlices, verifyRole } from './verify-prompt.ts';

/** What is verified, and with what. */
export interface VerifyOrder {
  readonly findings: readonly GatedFinding[];
  /** The same beginning as the reviewers' of this model, so that it is read from the cache. */
  readonly prefix: PromptPrefix & { readonly tokens: number };
  readonly choice: ModelChoice;
  /** Asked once when that one declines or is overloaded; null: nobody. */
  readonly second: ModelChoice | null;
  /** Path → text at head, secrets replaced, without files that are never sent: all that slices may come from. */
  readonly texts: ReadonlyMap<string, string>;
  readonly evidence: EvidenceIndex;
  readonly fence: Fence;
  readonly shower: TextShower;
  /** Asks for JSON in words, for servers without structured output; null elsewhere. */
  readonly jsonReminder: string | null;
}

export interface VerifySurroundings {
  readonly client: ModelClient;
  readonly budget: BudgetMeter;
  readonly prices: PriceTable;
  readonly clock: Clock;
  /** The signal aborted because time ran out. */
  readonly expired: () => boolean;
}

export interface VerifyOutcome {
  /** All findings given, in their order; only model findings of medium or above may have changed. */
  readonly findings: readonly GatedFinding[];
  readonly status: AgentOutcome;
  readonly reason?: string;
  /** Findings that were asked about; what several reviewers say is asked about once. */
  readonly asked: number;
  readonly refuted: number;
  readonly tokens: Tokens;
  readonly costUsd: number;
  /** The models that were asked, in that order. */
  readonly models: readonly string[];
  /** Why another model judged than the one that was meant to; null when none did. */
  readonly replaced: string | null;
  readonly ms: number;
}

/** More in one question and none is looked at well. */
const MOST_FINDINGS = 40;
const ANSWER_TOKENS = 12_000;

/**
 * Asks a model to refute the model findings of medium or above; analyzer findings are not even shown to it. What several
 * reviewers say is one question, and its verdict counts for all of them. One call, one repair or one extra turn with
 * slices. Whatever goes wrong, the findings stay as they were. Never rejects.
 */
export async function verifyFindings(
  order: VerifyOrder,
  around: VerifySurroundings,
  signal: AbortSignal,
): Promise<VerifyOutcome> {
  const began = around.clock.steady();
  const wanted = groupSame(order.findings.filter(mayBeVerified));
  const chosen = wanted.slice(0, MOST_FINDINGS);
  const bill: Bill = { tokens: NO_TOKENS, costUsd: 0 };
  const reading: Reading =
    chosen.length === 0
      ? { verdicts: [], status: 'not-needed', reason: 'no model finding of medium or above', models: [] }
      : await askInTurn(chosen, order, around, signal, bill);
  const judged = applyVerdicts(chosen, reading.verdicts, order);
  const byOriginal = new Map(judged.flat().map(({ before, after }) => [before, after]));
  const findings = order.findings.map((finding) => byOriginal.get(finding) ?? finding);
  const words = judged.flatMap(([first]) => first?.after.verdict ?? []);
  const { status, reason } = settle(reading, words, wanted.length);
  return {
    findings,
    status,
    ...(reason === undefined ? {} : { reason }),
    asked: chosen.length,
    refuted: words.filter((word) => word === 'refuted').length,
    tokens: bill.tokens,
    costUsd: bill.costUsd,
    models: reading.models,
    replaced: reading.replaced ?? null,
    ms: Math.round(around.clock.steady() - began),
  };
}

/** A finding that the verifier looks at: of a model, not judged yet, medium or above. */
export function mayBeVerified(finding: GatedFinding): boolean {
  return (
    finding.origin === 'model' && finding.verdict === 'unverified' && isAtLeast(finding.severity, 'medium')
  );
}

interface Bill {
  tokens: Tokens;
  costUsd: number;
}

interface Answered {
  readonly verdicts: readonly ModelVerdict[];
  readonly status: AgentOutcome;
  readonly reason?: string;
  /** How the first call failed, when it did. */
  readonly failure?: ModelFailureKind;
}

interface Reading extends Answered {
  readonly models: readonly string[];
  readonly replaced?: string;
}

/** Failures that another model may not meet (facts/models.md A4, C6). */
const WORTH_ANOTHER: readonly (ModelFailureKind | undefined)[] = ['refused', 'overloaded', 'rate-limited'];

/** Asks the model that is meant to judge and, when it declines or is overloaded, the other one once. */
async function askInTurn(
  questions: readonly Question[],
  order: VerifyOrder,
  around: VerifySurroundings,
  signal: AbortSignal,
  bill: Bill,
): Promise<Reading> {
  const ask = (one: VerifyOrder) =>
    converse(questions, one, around, signal, bill).catch(
      (thrown: unknown): Answered => ({ verdicts: [], status: 'failed', reason: messageOf(thrown) }),
    );
  const { choice, second } = order;
  const first = await ask(order);
  const isWorth = WORTH_ANOTHER.includes(first.failure) && !signal.aborted;
  if (!isWorth || second === null || second.model === choice.model)
    return { ...first, models: [choice.model] };
  const why = `${choice.model}: ${first.reason ?? first.status}`;
  const other = await ask({ ...order, choice: second });
  const because = other.reason ?? other.status;
  if (other.status === 'over-budget')
    return { ...first, reason: `${why}; ${second.model} was not asked: ${because}`, models: [choice.model] };
  const models = [choice.model, second.model];
  if (other.status === 'done')
    return { ...other, models, replaced: `${why}; ${second.model} was asked instead` };
  return { ...other, reason: `${why}; then ${second.model}: ${because}`, models };
}

async function converse(
  questions: readonly Question[],
  order: VerifyOrder,
  around: VerifySurroundings,
  signal: AbortSignal,
  bill: Bill,
): Promise<Answered> {
  const request = firstRequest(questions, order);
  const first = await pay(request, order, around, signal, bill);
  if (typeof first === 'string') return { verdicts: [], status: 'over-budget', reason: first };
  const parsed = parseAnswer(first.kind === 'answer' || first.kind === 'truncated' ? first.text : '');
  if (first.kind !== 'answer') return failureOf(first, parsed, around, signal);
  const next = followUp(request, first.text, parsed, order);
  if (next === null) return { verdicts: parsed.verdicts, status: 'done' };
  const second = await pay(next, order, around, signal, bill);
  const again = typeof second !== 'string' && second.kind === 'answer' ? parseAnswer(second.text) : null;
  const latest = again?.verdicts ?? [];
  const said = new Set(latest.map((one) => one.finding.trim()));
  const verdicts = [...latest, ...parsed.verdicts.filter((one) => !said.has(one.finding.trim()))];
  if (again?.complete === true) return { verdicts, status: 'done' };
  if (again === null && parsed.complete) {
    const reason = typeof second === 'string' ? second : 'the slices it asked for were not answered';
    return { verdicts, status: 'degraded', reason };
  }
  return { verdicts, status: 'unparsable', reason: 'its answer could not be read' };
}

function firstRequest(questions: readonly Question[], order: VerifyOrder): ModelRequest {
  const role = verifyRole(questions, order.fence, order.shower);
  const text = order.jsonReminder === null ? role : `${role}\n\n${order.jsonReminder}`;
  return {
    model: order.choice.model,
    system: order.prefix.system,
    messages: [{ role: 'user', content: [order.prefix.shared, { text, cacheMark: false }] }],
    maxTokens: ANSWER_TOKENS,
    effort: order.choice.effort,
    schema: WIRE_SCHEMA,
  };
}

/** The one further turn: a repair when the answer could not be read, else the slices it asks for; null when neither. */
function followUp(
  request: ModelRequest,
  answer: string,
  parsed: ParsedAnswer,
  { texts, fence, shower }: VerifyOrder,
): ModelRequest | null {
  if (!parsed.complete) return repairRequest(request, answer, parsed.problem ?? 'it is incomplete');
  if (parsed.sliceRequests.length === 0) return null;
  const slices = showSlices(parsed.sliceRequests, texts, fence, shower);
  return {
    ...request,
    messages: [
      ...request.messages,
      { role: 'assistant', content: [{ text: answer, cacheMark: false }] },
      { role: 'user', content: [{ text: slices, cacheMark: false }] },
    ],
  };
}

async function pay(
  request: ModelRequest,
  order: VerifyOrder,
  around: VerifySurroundings,
  signal: AbortSignal,
  bill: Bill,
): Promise<ModelAnswer | string> {
  const { model, promptLimit } = order.choice;
  const texts = request.messages.flatMap((message) => message.content.map((block) => block.text));
  const input = estimateTokens(...texts) - estimateTokens(order.prefix.shared.text);
  const tokens = { input, cacheWritten: 0, cacheRead: order.prefix.tokens, output: EXPECTED_OUTPUT };
  if (order.prefix.tokens + input > promptLimit)
    return `its question is too long for ${model}: about ${order.prefix.tokens + input} tokens`;
  const reserved = around.budget.reserve({ model, tokens });
  if (reserved.kind === 'refused') return reserved.reason;
  let used = NO_TOKENS;
  try {
    const answer = await around.client.call(request, signal);
    used = answer.usage;
    return answer;
  } finally {
    around.budget.settle(reserved.id, model, used);
    bill.tokens = addTokens(bill.tokens, used);
    bill.costUsd += costOf(around.prices, model, used) ?? 0;
  }
}

function failureOf(
  answer: Exclude<ModelAnswer, { kind: 'answer' }>,
  parsed: ParsedAnswer,
  around: VerifySurroundings,
  signal: AbortSignal,
): Answered {
  const { kind, reason } = answer;
  if (kind === 'truncated') return { verdicts: parsed.verdicts, status: 'truncated', reason };
  const none = { verdicts: [], reason, failure: kind };
  if (kind === 'refused') return { ...none, status: 'refused' };
  if (kind === 'timed-out') return { ...none, status: 'timed-out' };
  if (kind === 'aborted' && signal.aborted) {
    const status = around.expired() ? 'timed-out' : 'cancelled';
    return { ...none, status, reason: messageOf(signal.reason) };
  }
  if (kind === 'aborted') return { ...none, status: around.expired() ? 'timed-out' : 'cancelled' };
  return { ...none, status: 'failed', reason: `${kind}: ${reason}` };
}

function settle(
  { status, reason }: Answered,
  words: readonly GatedFinding['verdict'][],
  wanted: number,
): Pick<VerifyOutcome, 'status' | 'reason'> {
  if (status !== 'done') return { status, ...(reason === undefined ? {} : { reason }) };
  const open = words.filter((word) => word === 'unverified').length + wanted - words.length;
  return open === 0
    ? { status }
    : { status: 'degraded', reason: `${open} of ${wanted} findings got no verdict` };
}
