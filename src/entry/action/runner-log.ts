import { debug, error, notice } from '@actions/core';
import type { Log } from '../../ports.ts';

/** Characters that would start a line of their own, or colour, in the runner's log. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/**
 * Text of a change on one line, so that no part of it can be read as a command of the runner. The runner takes a line
 * that begins with `::` or `##[` for one (R23).
 */
export function logLine(text: string): string {
  const flat = text.replace(UNSAFE, ' ').slice(0, 2_000);
  return /^\s*(::|##\[)/.test(flat) ? `| ${flat.trimStart()}` : flat;
}

let hide: (text: string) => string = (text) => text;

/** From now on no line of the log holds what the filter hides (R14). */
export function hideInLog(filter: (text: string) => string): void {
  hide = filter;
}

/** A line of the log. */
export function printLine(text: string): void {
  process.stdout.write(`${logLine(hide(text))}\n`);
}

/** A notice beside the run. */
export function printNotice(text: string): void {
  notice(logLine(hide(text)));
}

/** An error beside the run. */
export function printError(text: string): void {
  error(logLine(hide(text)));
}

/** Debug lines of the runner: shown when a person switches step debugging on. */
export const runnerLog: Log = {
  debug: (message, fields) =>
    debug(logLine(hide(`${message} ${fields === undefined ? '' : JSON.stringify(fields)}`))),
  info: (message, fields) =>
    debug(logLine(hide(`${message} ${fields === undefined ? '' : JSON.stringify(fields)}`))),
  warn: (message, fields) =>
    printLine(`warning: ${message} ${fields === undefined ? '' : JSON.stringify(fields)}`),
};
