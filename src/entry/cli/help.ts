import { COMMANDS, type CommandSpec } from './commands.ts';

const PROGRAM = 'multi-agent-review';

/** The page of `--help`. */
export function generalHelp(): string {
  const widest = Math.max(...COMMANDS.map((command) => command.name.length));
  const commands = COMMANDS.map((command) => `  ${command.name.padEnd(widest)}  ${command.summary}`);
  return `${PROGRAM}: six reviewers look at a change at once, one report, one honest verdict.

Usage: ${PROGRAM} <command> [options]

Commands
${commands.join('\n')}

Start here
  ${PROGRAM} demo      a review of a small shop full of defects
  ${PROGRAM} review    your branch against its merge base, and what is not committed yet
  ${PROGRAM} <command> --help

Exit codes
  0  passed        nothing at or above --fail-on, and everything was reviewed
  1  gate failed   a finding at or above --fail-on (default: critical)
  2  incomplete    something that should have been reviewed was not: never taken for a pass
  3  usage         a wrong option, revision or configuration file

Works with no key and no network; with ANTHROPIC_API_KEY models review as well, and review --pr reads a pull request
over the API. Nothing of the reviewed code is executed.
`;
}

/** The page of `<command> --help`. */
export function commandHelp(command: CommandSpec): string {
  const rows = Object.entries(command.options).map(([name, option]) => {
    const short = option.short === undefined ? '    ' : `-${option.short}, `;
    const value = option.value === undefined ? '' : ` ${option.value}`;
    return [`  ${short}--${name}${value}`, option.help] as const;
  });
  rows.push(['  -h, --help', 'this page']);
  const widest = Math.max(...rows.map(([left]) => left.length));
  const usage = [PROGRAM, command.name, command.usage, '[options]'].filter((word) => word !== '').join(' ');
  const examples = command.examples.map(([words, meaning]) => `  ${PROGRAM} ${words}\n      ${meaning}`);
  return `${PROGRAM} ${command.name}: ${command.summary}

Usage: ${usage}

Options
${rows.map(([left, right]) => `${left.padEnd(widest)}  ${right}`).join('\n')}

Examples
${examples.join('\n')}
`;
}
