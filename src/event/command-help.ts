import { codeSpan, escapeMarkdownLine } from '../render/escape-markdown.ts';
import { COMMAND_TABLE } from './command-table.ts';
import type { Command } from './parse-command.ts';

/** The table of all commands in Markdown, for the help and for docs/commands.md. */
export function commandTable(): string {
  const rows = COMMAND_TABLE.map(({ usage, meaning }) => `| ${codeSpan(usage)} | ${meaning} |`);
  return ['| Command | What it does |', '|---|---|', ...rows].join('\n');
}

/**
 * The answer to `/review help`, in Markdown.
 * @param reviewers names that a command may hold, escaped here
 */
export function helpText(reviewers: readonly string[]): string {
  const names = reviewers.map(codeSpan).join(', ');
  const parts = [
    commandTable(),
    ...(names === '' ? [] : [`Reviewers: ${names}.`]),
    'One command per comment, on its first line, in lower case, by people with write permission.',
  ];
  return parts.join('\n\n');
}

/**
 * One sentence for a comment that starts with `/review` and is no command, in Markdown. It quotes one word of the
 * comment, escaped.
 */
export function answerUnknown(command: Extract<Command, { readonly kind: 'unknown' }>): string {
  const { word, nearest, problem } = command;
  const said = `${codeSpan(`/review ${word}`)} ${escapeMarkdownLine(problem)}`;
  return nearest === null
    ? `${said}; ${codeSpan('/review help')} lists all commands.`
    : `${said}; the nearest command is ${codeSpan(usageOf(nearest))}.`;
}

/** One sentence for an option that belongs to the grammar and does nothing yet, in Markdown. */
export function answerNotYet({ option }: Extract<Command, { readonly kind: 'not-yet' }>): string {
  return `${codeSpan(`/review ${option}`)} is not available yet; ${codeSpan('/review help')} lists what is.`;
}

function usageOf(word: string): string {
  return COMMAND_TABLE.find((row) => row.word === word)?.usage ?? `/review ${word}`;
}
