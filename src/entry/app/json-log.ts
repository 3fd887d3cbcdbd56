import type { Log } from '../../ports.ts';
import type { LogLevel } from './app-settings.ts';

export interface JsonLogOptions {
  readonly level: LogLevel;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Takes our own secrets out of a line. */
  readonly hide: (text: string) => string;
  /** Gets each line with its end. */
  readonly write: (line: string) => void;
}

const RANK: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, silent: 3 };
const MOST_CHARACTERS = 8_000;

/** A log of one JSON object per line. JSON leaves no line break of foreign text in place, so nobody adds lines (R23). */
export function makeJsonLog({ level, now, hide, write }: JsonLogOptions): Log {
  const at = (line: Exclude<LogLevel, 'silent'>) => {
    if (RANK[line] < RANK[level]) return () => undefined;
    return (message: string, fields?: Readonly<Record<string, unknown>>) => {
      const entry = { time: new Date(now()).toISOString(), level: line, message, ...fields };
      // What is cut is said, and stays valid JSON.
      const text = JSON.stringify(entry);
      const whole =
        text.length <= MOST_CHARACTERS
          ? text
          : JSON.stringify({ ...entry, message: `${message.slice(0, 2_000)} …`, ...cut(fields) });
      write(`${hide(whole)}\n`);
    };
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn') };
}

function cut(fields: Readonly<Record<string, unknown>> | undefined): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields ?? {}).map(([name, value]) => [name, String(JSON.stringify(value)).slice(0, 500)]),
  );
}
