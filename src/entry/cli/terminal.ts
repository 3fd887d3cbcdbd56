import { makeSecretFilter } from '../../render/secret-filter.ts';

/** Where the command line writes, and what it may use there. Read once, at the start. */
export interface Terminal {
  out(text: string): void;
  /** Progress and errors: never part of the report. */
  err(text: string): void;
  /** Colour on standard output. */
  readonly color: boolean;
  /** Colour and a live display on standard error. */
  readonly live: boolean;
  readonly errColor: boolean;
  readonly width: number;
}

/**
 * The process's own terminal; nothing written to it holds our own key or token (R14). `NO_COLOR` and `FORCE_COLOR` are
 * obeyed (no-color.org); in CI progress is plain lines.
 */
export function processTerminal(): Terminal {
  const { NO_COLOR, FORCE_COLOR, TERM, CI } = process.env;
  const { ANTHROPIC_API_KEY = '', GITHUB_TOKEN = '', GH_TOKEN = '' } = process.env;
  const hide = makeSecretFilter([ANTHROPIC_API_KEY.trim(), GITHUB_TOKEN.trim(), GH_TOKEN.trim()]);
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0';
  const allowed = (NO_COLOR === undefined || NO_COLOR === '') && FORCE_COLOR !== '0' && TERM !== 'dumb';
  const colorOn = (stream: { isTTY?: boolean }) => allowed && (forced || stream.isTTY === true);
  return {
    out: (text) => void process.stdout.write(hide(text)),
    err: (text) => void process.stderr.write(hide(text)),
    color: colorOn(process.stdout),
    errColor: colorOn(process.stderr),
    live: process.stderr.isTTY === true && TERM !== 'dumb' && (CI === undefined || CI === ''),
    width: Math.min(140, Math.max(60, process.stdout.columns ?? 100)),
  };
}
