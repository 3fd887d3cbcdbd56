import { readMemory, writeMemory } from '../aggregate/memory-text.ts';
import { digestOf } from '../evidence/digest.ts';
import type { ObeyedCommand, Order, Report, ReviewMemory } from '../model.ts';
import type { StateSeal } from '../ports.ts';
import { keepObeyed, keepOrders, readObeyed, readOrders, writeObeyed } from './order-state.ts';

/**
 * What we remember in our own comment. Unsigned it is a hint and nothing more (R21): it may keep us from saying the same
 * thing twice and name what was fixed; it never keeps a file from being reviewed.
 */
export interface CommentState {
  /** Reviewed commit. */
  readonly head: string;
  /** Digest of what the report says, without times and costs. */
  readonly report: string;
  /** Digest of the visible text, so that an edited comment is written anew. */
  readonly text: string;
  /** Fingerprints of findings that were posted inline. */
  readonly posted: readonly string[];
  /** What the next review has to know; null when it did not fit. */
  readonly memory: ReviewMemory | null;
  /** What people ordered; each is looked up again before it counts. */
  readonly orders: readonly Order[];
  /** Commands of the last day that were obeyed. */
  readonly obeyed: readonly ObeyedCommand[];
}

/** Nothing known: of a pull request that was not reviewed yet. */
export const EMPTY_STATE: Omit<CommentState, 'text'> = {
  head: '',
  report: '',
  posted: [],
  memory: null,
  orders: [],
  obeyed: [],
};

/** A comment taken apart. */
export interface ReadComment {
  /** What people see. */
  readonly text: string;
  /** Null when it is absent or makes no sense. */
  readonly state: CommentState | null;
  /** The state was signed by us, about this pull request. */
  readonly isSigned: boolean;
}

/** The seal, and the pull request that a state belongs to. */
export interface StateKey {
  readonly seal: StateSeal;
  /** Repository id and number of the pull request. */
  readonly about: string;
}

const START = '<!-- multi-agent-review state ';
const END = ' -->';
/** Newest are kept. */
const MOST_POSTED = 350;
/** DESIGN section 6: what is larger is left out, and the next review looks at everything. */
const MOST_PACKED = 20_000;
/** GitHub refuses bodies above 65,536 characters (facts: body limits). */
const MOST_CHARACTERS = 65_400;
/** No text is shown in greater length. */
const MOST_COMPARED = 2_500;

/** The comment with its state hidden at the end. */
export function withState(text: string, state: Omit<CommentState, 'text'>, key: StateKey): string {
  const visible = text.trimEnd();
  return `${visible}\n\n${START}${packState({ ...state, text: digestOfText(visible) }, key)}${END}\n`;
}

/** Another visible text above the same state: that is kept as it stands, signature and all. */
export function withSameState(text: string, body: string): string {
  const { packed } = takeApart(body);
  return packed === null ? text : `${text.trimEnd()}\n\n${START}${packed}${END}\n`;
}

/** What people see of a comment. */
export function visibleText(body: string): string {
  return takeApart(body).text;
}

/**
 * The same visible text above a state with other orders. Whether the text is the one we wrote stays as it was.
 * @param read the comment as it is; without a state nothing but the orders is remembered
 */
export function withOrders(
  read: ReadComment,
  orders: readonly Order[],
  obeyed: readonly ObeyedCommand[],
  key: StateKey,
): string {
  const state = { ...EMPTY_STATE, text: '', ...read.state, memory: memoryOf(read, key), orders, obeyed };
  const bodyWith = (memory: ReviewMemory | null) =>
    `${read.text.trimEnd()}\n\n${START}${packState({ ...state, memory }, key)}${END}\n`;
  const body = bodyWith(state.memory);
  return body.length <= MOST_CHARACTERS ? body : bodyWith(null);
}

/** Characters that `withState` adds. */
export function stateLength(state: Omit<CommentState, 'text'>, key: StateKey): number {
  // The digest of the text has the same length for every text; compression makes a few bytes of difference.
  return packState({ ...state, text: digestOfText('') }, key).length + START.length + END.length + 64;
}

/** Splits a comment into its visible text and its state. */
export function readComment(body: string, { seal, about }: StateKey): ReadComment {
  const { text, packed } = takeApart(body);
  const opened = packed === null ? null : seal.open(packed, about);
  const state = opened === null ? null : parse(opened.text);
  return { text, state, isSigned: state !== null && opened?.isSigned === true };
}

/** Whether the visible text is the one we wrote. */
export function isUntouched(text: string, state: CommentState): boolean {
  return digestOfText(text) === state.text;
}

function takeApart(body: string): { readonly text: string; readonly packed: string | null } {
  const normal = body.replaceAll('\r\n', '\n');
  const start = normal.lastIndexOf(START);
  if (start === -1) return { text: normal.trimEnd(), packed: null };
  const end = normal.indexOf(END, start);
  const packed = end === -1 ? null : normal.slice(start + START.length, end);
  return { text: normal.slice(0, start).trimEnd(), packed };
}

/**
 * What a state holds of the last review. Unsigned it is no more than words: a signature of ours must not make the rest
 * true.
 */
export function memoryOf({ state, isSigned }: ReadComment, { seal, about }: StateKey): ReviewMemory | null {
  const memory = state?.memory ?? null;
  if (memory === null || isSigned) return memory;
  const wouldSign = seal.open(seal.pack('', about), about)?.isSigned === true;
  return wouldSign ? hintsOf(memory) : memory;
}

const NO_KEYS: ReadonlySet<string> = new Set();

function hintsOf(memory: ReviewMemory): ReviewMemory {
  const noKeys = { files: NO_KEYS, glanced: NO_KEYS, signatures: NO_KEYS, lines: NO_KEYS };
  return { ...memory, ...noKeys, carried: [], finished: [] };
}

/**
 * What does not fit goes, the cheapest loss first: the keys of lines (a few comments more), the texts of carried findings
 * (models are asked again), the keys of files, all memory.
 */
function packState(state: CommentState, { seal, about }: StateKey): string {
  const { memory } = state;
  const forgetful = (): (ReviewMemory | null)[] =>
    memory === null
      ? [null]
      : [
          memory,
          { ...memory, lines: NO_KEYS },
          { ...memory, lines: NO_KEYS, carried: [], finished: [] },
          hintsOf(memory),
          null,
        ];
  for (const kept of forgetful()) {
    const packed = seal.pack(textOf({ ...state, memory: kept }), about);
    if (packed.length <= MOST_PACKED) return packed;
  }
  return seal.pack(textOf({ ...state, memory: null, posted: [] }), about);
}

function textOf({ head, report, text, posted, memory, ...state }: CommentState): string {
  const said = posted.filter(isFingerprint).slice(-MOST_POSTED);
  const kept = memory === null ? null : writeMemory(memory);
  const orders = keepOrders(state.orders);
  const obeyed = writeObeyed(keepObeyed(state.obeyed));
  return JSON.stringify({ v: 3, head, report, text, posted: said, orders, obeyed, memory: kept });
}

/**
 * Digest of all that the report says of the change: equal for two runs that found the same. How the findings compare
 * with the last review is no part: the second run on a head finds nothing new, and has nothing new to say.
 */
export function digestOfReport(report: Report): string {
  const { usage: _usage, since: _since, extent: _extent, ...said } = report;
  const stable = {
    ...said,
    findings: report.findings.map(({ state: _state, ...finding }) => finding),
    agents: report.agents
      .filter(({ status }) => status !== 'done' && status !== 'not-needed')
      .map(({ name, status, reason }) => [name, status, reason]),
  };
  return digestOf(JSON.stringify(stable, canonical)).slice(0, 32);
}

/** Keys in order, so that a finding reads the same whichever way it came; long texts cut. */
function canonical(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, MOST_COMPARED);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}

function digestOfText(text: string): string {
  return digestOf(text.trimEnd()).slice(0, 32);
}

function parse(json: string): CommentState | null {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value !== 'object' || value === null) return null;
    const none = { head: null, report: null, text: null, posted: null, memory: null };
    const { head, report, text, posted, memory, orders, obeyed }: Record<string, unknown> = {
      ...none,
      ...value,
    };
    if (typeof head !== 'string' || typeof report !== 'string' || typeof text !== 'string') return null;
    const list: readonly unknown[] = Array.isArray(posted) ? posted : [];
    const kept = typeof memory === 'string' ? readMemory(memory) : null;
    return {
      head,
      report,
      text,
      posted: list.filter(isFingerprint),
      memory: kept,
      orders: readOrders(orders),
      obeyed: readObeyed(obeyed),
    };
  } catch (error) {
    // Not ours, or damaged: the same as no state.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isFingerprint(value: unknown): value is string {
  return typeof value === 'string' && /^f1:[0-9a-f]{8,32}$/.test(value);
}
