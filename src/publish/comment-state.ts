import { digestOf } from '../evidence/digest.ts';
import type { Report } from '../model.ts';

/**
 * What we remember in our own comment. A hint and nothing more (R21): it may keep us from saying the same thing twice; it
 * never keeps a file from being reviewed.
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
}

const START = '<!-- multi-agent-review state ';
const END = ' -->';
/** Newest are kept; the whole stays below 20,000 characters. */
const MOST_POSTED = 350;
/** No text is shown in greater length. */
const MOST_COMPARED = 2_500;

/** The comment with its state hidden at the end. */
export function withState(text: string, state: Omit<CommentState, 'text'>): string {
  const visible = text.trimEnd();
  const posted = state.posted.filter(isFingerprint).slice(-MOST_POSTED);
  const json = JSON.stringify({
    v: 1,
    head: state.head,
    report: state.report,
    text: digestOfText(visible),
    posted,
  });
  return `${visible}\n\n${START}${btoa(json)}${END}\n`;
}

/** Most characters that `withState` adds for so many fingerprints. */
export function stateLength(posted: number): number {
  return 500 + Math.min(posted, MOST_POSTED) * 50;
}

/** Splits a comment into its visible text and its state; the state is null when it is absent or makes no sense. */
export function readState(body: string): { readonly text: string; readonly state: CommentState | null } {
  const normal = body.replaceAll('\r\n', '\n');
  const start = normal.lastIndexOf(START);
  if (start === -1) return { text: normal.trimEnd(), state: null };
  const text = normal.slice(0, start).trimEnd();
  const end = normal.indexOf(END, start);
  return { text, state: end === -1 ? null : parse(normal.slice(start + START.length, end)) };
}

/** Whether the visible text is the one we wrote. */
export function isUntouched(text: string, state: CommentState): boolean {
  return digestOfText(text) === state.text;
}

/** Digest of all that the report says of the change: equal for two runs that found the same. */
export function digestOfReport(report: Report): string {
  const stable = {
    ...report,
    usage: null,
    agents: report.agents.map(({ ms: _ms, tokens: _tokens, costUsd: _cost, ...agent }) => agent),
  };
  const cut = (_key: string, value: unknown) =>
    typeof value === 'string' ? value.slice(0, MOST_COMPARED) : value;
  return digestOf(JSON.stringify(stable, cut)).slice(0, 32);
}

function digestOfText(text: string): string {
  return digestOf(text.trimEnd()).slice(0, 32);
}

function parse(encoded: string): CommentState | null {
  if (encoded.length > 30_000) return null;
  try {
    const value: unknown = JSON.parse(atob(encoded));
    if (typeof value !== 'object' || value === null) return null;
    const { head, report, text, posted } = { head: null, report: null, text: null, posted: null, ...value };
    if (typeof head !== 'string' || typeof report !== 'string' || typeof text !== 'string') return null;
    const list: readonly unknown[] = Array.isArray(posted) ? posted : [];
    return { head, report, text, posted: list.filter(isFingerprint) };
  } catch {
    // Not ours, or damaged: the same as no state.
    return null;
  }
}

function isFingerprint(value: unknown): value is string {
  return typeof value === 'string' && /^f1:[0-9a-f]{8,32}$/.test(value);
}
