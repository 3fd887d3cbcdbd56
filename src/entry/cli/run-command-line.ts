import { parseArgs } from 'node:util';
import { didYouMean } from '../../config/suggest.ts';
import { type ErrorCode, messageOf, ReviewError } from '../../errors.ts';
import { COMMANDS, type CommandSpec, parseArgsOptions } from './commands.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { commandHelp, generalHelp } from './help.ts';
import { processTerminal, type Terminal } from './terminal.ts';

declare const __VERSION__: string;

/** Nothing that other words would mend: the review could not be done, or not be finished. */
const NOT_FINISHED: ReadonlySet<ErrorCode> = new Set([
  'aborted',
  'timed-out',
  'internal',
  'forge-limited',
  'forge-unavailable',
  'forge-refused',
]);

/**
 * Runs one command line to its end.
 * @param words arguments after the program's name
 * @param assets folder of the built assets
 * @returns the exit code; errors a person can mend are printed, never thrown
 */
export async function runCommandLine(words: readonly string[], assets: URL): Promise<ExitCode> {
  const terminal = processTerminal();
  try {
    return await runWords(words, assets, terminal);
  } catch (thrown) {
    return printError(thrown, terminal);
  }
}

async function runWords(words: readonly string[], assets: URL, terminal: Terminal): Promise<ExitCode> {
  const [first, ...rest] = words;
  if (first === '--version' || first === '-V') {
    terminal.out(`${__VERSION__}\n`);
    return EXIT.pass;
  }
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    const topic = first === 'help' ? COMMANDS.find((command) => command.name === rest[0]) : undefined;
    terminal.out(topic === undefined ? generalHelp() : commandHelp(topic));
    return EXIT.pass;
  }
  const command = commandNamed(first);
  const { values, positionals } = parseWords(command, rest);
  if (values.help === true) {
    terminal.out(commandHelp(command));
    return EXIT.pass;
  }
  const run = await command.load();
  return run({ options: values, positionals, terminal, assets });
}

function commandNamed(word: string): CommandSpec {
  const found = COMMANDS.find((command) => command.name === word);
  if (found !== undefined) return found;
  const names = COMMANDS.map((command) => command.name);
  const hint = `The commands are ${names.join(', ')}.${didYouMean(word, names)}`;
  throw new ReviewError('bad-usage', `There is no command "${word}".`, hint);
}

function parseWords(command: CommandSpec, words: readonly string[]) {
  const names = Object.keys(command.options).map((name) => `--${name}`);
  try {
    const parsed = parseArgs({
      args: [...words],
      options: parseArgsOptions(command),
      allowPositionals: true,
      strict: true,
    });
    if (parsed.positionals.length > command.mostPositionals) {
      const extra = parsed.positionals[command.mostPositionals];
      throw new ReviewError(
        'bad-usage',
        `${command.name} does not take "${extra}".`,
        `See: ${command.name} --help`,
      );
    }
    return {
      values: parsed.values as Record<string, string | boolean | undefined>,
      positionals: parsed.positionals,
    };
  } catch (thrown) {
    if (thrown instanceof ReviewError) throw thrown;
    const wrong = words.find((word) => word.startsWith('--') && !names.includes(word.split('=', 1)[0] ?? ''));
    const hint = `See: ${command.name} --help${wrong === undefined ? '' : didYouMean(wrong, names)}`;
    const sentence = messageOf(thrown).split('. ', 1)[0] ?? '';
    throw new ReviewError('bad-usage', `${sentence.replace(/\.$/, '')}.`, hint, { cause: thrown });
  }
}

/** Prints what happened and what to do; a fault of ours shows its stack, since it should be reported. */
function printError(thrown: unknown, terminal: Terminal): ExitCode {
  if (thrown instanceof ReviewError) {
    terminal.err(`error: ${thrown.message}\n${thrown.remedy === '' ? '' : `  ${thrown.remedy}\n`}`);
    return NOT_FINISHED.has(thrown.code) ? EXIT.incomplete : EXIT.usage;
  }
  const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  terminal.err(`error: the review stopped on a fault of its own. Nothing was reviewed.\n${detail}\n`);
  terminal.err('  Please report this with the lines above and the command that you ran.\n');
  return EXIT.incomplete;
}
