import { afterEach, expect, it, vi } from 'vitest';
import { processTerminal } from '../../../src/entry/cli/terminal.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it('R14 nothing that the command line prints holds the key of the environment', () => {
  const key = ['sk', 'ant', 'Qw12Er34Ty56Ui78Op90'].join('-');
  vi.stubEnv('ANTHROPIC_API_KEY', ` ${key}\n`);
  let out = '';
  let err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
  const terminal = processTerminal();

  terminal.out(`report of ${key}\n`);
  terminal.err(`error: 401 for ${Buffer.from(key).toString('hex')}\n`);

  expect(out).toBe('report of [hidden]\n');
  expect(err).toBe('error: 401 for [hidden]\n');
});
