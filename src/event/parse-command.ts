import { suggest } from '../config/suggest.ts';
import { COMMAND_TABLE } from './command-table.ts';
import { firstOwnLine } from './first-own-line.ts';

/** What a comment asks for. */
export type Command =
  | {
      readonly kind: 'review';
      /** `changed`: what changed or did not finish; when nothing did, everything. */
      readonly extent: 'changed' | 'full';
      /** Only these reviewers; null means all. */
      readonly reviewers: readonly string[] | null;
    }
  | { readonly kind: 'status' | 'abort' | 'pause' | 'resume' | 'help' }
  /** `id`: 8 to 24 hex characters, the beginning of a fingerprint's body (without `f1:`). */
  | { readonly kind: 'explain' | 'undismiss'; readonly id: string }
  /** `reason`: 1 to 200 characters on one line, none of them invisible; still foreign text, to be escaped. */
  | { readonly kind: 'dismiss'; readonly id: string; readonly reason: string }
  | { readonly kind: 'override'; readonly reason: string }
  /** Belongs to the grammar, and cannot be done before there are workflows to choose. */
  | { readonly kind: 'not-yet'; readonly option: Option }
  /** Starts with `/review` and goes on with what the grammar does not allow. */
  | {
      readonly kind: 'unknown';
      /** The word that does not fit, hostile, cut short. */
      readonly word: string;
      /** A command, an option or a reviewer; the command itself when only what follows it is wrong. */
      readonly nearest: string | null;
      /** What is wrong and what is allowed, in our own words: the rest of a sentence that starts with the word. */
      readonly problem: string;
    };

const OPTIONS = ['--workflow', '--strategy', '--agents'] as const;
export type Option = (typeof OPTIONS)[number];

const COMMAND_WORDS = COMMAND_TABLE.map((row) => row.word).filter((word) => word !== '');

/** Room for the longest command with its reason; what is longer is text, not a command. */
const MOST_LINE = 500;
const MOST_REASON = 200;
const MOST_WORD = 60;

/** A short id as the comment shows it, or a fingerprint. */
const ID = /^(?:f1:)?([0-9a-f]{8,24})$/;

/** Controls, bidi and other format characters, lone surrogates, fillers and variation selectors. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

const ID_RULE = 'an id of 8 to 24 characters (0 to 9, a to f) as the comment shows it';
const REASON_RULE = `a reason of 1 to ${MOST_REASON} characters on the same line`;
const NO_MORE = 'takes no further words';

/**
 * Reads the command of a comment: the first line that is not empty, quoted or in a fence is `/review`, alone or
 * followed by words of a closed grammar, in lower case. Everything else is no command, so that a comment which talks
 * about commands starts nothing (R11, R13).
 *
 * @param body the comment, hostile
 * @param reviewers names that may follow
 * @returns null when the comment holds no command
 */
export function parseCommand(body: string, reviewers: readonly string[]): Command | null {
  const line = firstOwnLine(body);
  if (line === null || (line !== '/review' && !line.startsWith('/review '))) return null;
  const words = line.split(/[ \t]+/).filter((word) => word !== '');
  const [, word = '', ...rest] = words;
  if (line.length > MOST_LINE)
    return unknown(
      word,
      COMMAND_WORDS,
      `goes on for more than ${MOST_LINE} characters, the most on one line`,
    );
  switch (word) {
    case '':
      return { kind: 'review', extent: 'changed', reviewers: null };
    case 'status':
    case 'abort':
    case 'pause':
    case 'resume':
    case 'help':
      return rest.length === 0 ? { kind: word } : misused(word, NO_MORE);
    case 'explain':
    case 'undismiss':
      return parseIdCommand(word, rest);
    case 'dismiss':
      return parseDismiss(rest);
    case 'override': {
      const reason = readReason(rest);
      return reason === null ? misused(word, `takes ${REASON_RULE}`) : { kind: word, reason };
    }
    default:
      return parseReview([word, ...rest], reviewers);
  }
}

/** The command for a log: words of the closed grammar only, nothing that somebody wrote freely. */
export function commandName(command: Command): string {
  if (command.kind === 'not-yet') return command.option;
  if (command.kind !== 'review') return command.kind;
  if (command.extent === 'full') return 'review full';
  return ['review', ...(command.reviewers ?? [])].join(' ');
}

function parseIdCommand(kind: 'explain' | 'undismiss', rest: readonly string[]): Command {
  const id = readId(rest[0]);
  return id === null || rest.length > 1 ? misused(kind, `takes ${ID_RULE}, and nothing else`) : { kind, id };
}

function parseDismiss([first, ...rest]: readonly string[]): Command {
  const id = readId(first);
  const reason = readReason(rest);
  if (id === null || reason === null) return misused('dismiss', `takes ${ID_RULE}, and ${REASON_RULE}`);
  return { kind: 'dismiss', id, reason };
}

/** `full`, names of reviewers, and options each with its value. */
function parseReview(words: readonly string[], reviewers: readonly string[]): Command {
  const names = words.filter((word, index) => !isOption(word) && !isOption(words[index - 1]));
  const strange = names.find((word) => word !== 'full' && !reviewers.includes(word));
  if (strange !== undefined) {
    const allowed = [...COMMAND_WORDS, ...OPTIONS, ...reviewers];
    return unknown(strange, allowed, 'is neither a command nor the name of a reviewer');
  }
  const option = words.find(isOption);
  if (option !== undefined) return { kind: 'not-yet', option };
  if (!names.includes('full')) return { kind: 'review', extent: 'changed', reviewers: [...new Set(names)] };
  return names.length === 1
    ? { kind: 'review', extent: 'full', reviewers: null }
    : misused('full', 'stands alone: all reviewers take part');
}

function isOption(word: string | undefined): word is Option {
  return OPTIONS.some((option) => option === word);
}

function readId(word: string | undefined): string | null {
  return ID.exec(word ?? '')?.[1] ?? null;
}

function readReason(words: readonly string[]): string | null {
  const reason = words.join(' ').replace(/\s+/gu, ' ').replace(INVISIBLE, '').replace(/ {2,}/g, ' ').trim();
  return reason === '' || reason.length > MOST_REASON ? null : reason;
}

/** A known command with words that it does not take. */
function misused(word: string, problem: string): Command {
  return { kind: 'unknown', word, nearest: word, problem };
}

function unknown(word: string, allowed: readonly string[], problem: string): Command {
  const cut = word.slice(0, MOST_WORD).toWellFormed();
  return { kind: 'unknown', word: cut, nearest: suggest(word, allowed), problem };
}
