import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerUnknown, commandTable, helpText } from '../../src/event/command-help.ts';
import { parseCommand } from '../../src/event/parse-command.ts';

function answerTo(line: string): string {
  const command = parseCommand(line, ['security', 'style']);
  if (command?.kind !== 'unknown') throw new Error(`${line} is known`);
  return answerUnknown(command);
}

describe('the help', () => {
  it('lists every command and the reviewers', () => {
    const help = helpText(['security', 'style']);
    expect(help).toContain(commandTable());
    expect(help).toContain('Reviewers: `security`, `style`.');
    expect(help).toContain('write permission');
    expect(helpText([])).not.toContain('Reviewers');
  });

  it('is a table whose cells hold no pipe, and whose first line is no command', () => {
    for (const row of commandTable().split('\n')) expect(row.split('|')).toHaveLength(4);
    expect(parseCommand(helpText(['security']), ['security'])).toBeNull();
  });

  it('makes names of reviewers inert', () => {
    expect(helpText(['@acme/all', 'a`b'])).toContain('Reviewers: `@acme/all`, ``a`b``.');
  });

  it('stands in docs/commands.md as it is', () => {
    const page = readFileSync(new URL('../../docs/commands.md', import.meta.url), 'utf8');
    expect(page).toContain(`\n\n${commandTable()}\n\n`);
  });
});

describe('the answer to an unknown command', () => {
  it.each([
    [
      '/review statsu',
      '`/review statsu` is neither a command nor the name of a reviewer; the nearest command is `/review status`.',
    ],
    [
      '/review stile',
      '`/review stile` is neither a command nor the name of a reviewer; the nearest command is `/review style`.',
    ],
    [
      '/review elephant',
      '`/review elephant` is neither a command nor the name of a reviewer; `/review help` lists all commands.',
    ],
    [
      '/review dismiss it',
      '`/review dismiss` takes an id of 8 to 24 characters (0 to 9, a to f) as the comment shows it, and a reason of 1 to 200 characters on the same line; the nearest command is `/review dismiss <id> <reason>`.',
    ],
  ])('to %j is one sentence', (line, answer) => {
    expect(answerTo(line)).toBe(answer);
  });

  it.each(['@acme/all', '`@acme`', '``#1', '<img/src=x>', '![x](//e.example)', '$x$', '-->'])(
    'quotes %j inside a code span only',
    (word) => {
      const answer = answerTo(`/review ${word}`);
      const [, fence = ''] = /^(`+)/.exec(answer) ?? [];
      const outside = answer.slice(answer.indexOf(fence, fence.length) + fence.length);
      expect(outside).toMatch(/^ (?:[a-z ,]+); (?:the nearest command is )?`\/review [a-z]+`[a-z ]*\.$/);
    },
  );

  it('is no command of its own', () => {
    expect(parseCommand(answerTo('/review elephant'), [])).toBeNull();
  });
});
