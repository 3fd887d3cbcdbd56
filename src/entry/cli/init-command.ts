import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { STARTER_CONFIG, STARTER_WORKFLOW } from '../../config/starter-files.ts';
import { messageOf, ReviewError } from '../../errors.ts';
import type { Invocation } from './commands.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { stringOption } from './option-values.ts';

const FILES: readonly (readonly [path: string, text: string])[] = [
  ['.github/workflows/review.yml', STARTER_WORKFLOW],
  ['.github/multi-agent-review.yml', STARTER_CONFIG],
];

/** `init`: writes the starter files; what is there already is left alone unless `--force` is given. */
export async function initCommand({ options, terminal }: Invocation): Promise<ExitCode> {
  const directory = resolve(stringOption(options, 'repo') ?? '.');
  for (const [path, text] of FILES) {
    const written = await writeStarter(join(directory, path), text, options.force === true);
    terminal.out(written ? `wrote ${path}\n` : `left ${path} as it is (--force replaces it)\n`);
  }
  terminal.out(
    '\nCommit both files. From the next pull request on, the workflow reviews it; it needs no key.\n' +
      'Every setting is explained in .github/multi-agent-review.yml; "multi-agent-review validate" checks your changes.\n',
  );
  return EXIT.pass;
}

async function writeStarter(path: string, text: string, force: boolean): Promise<boolean> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: force ? 'w' : 'wx' });
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST') return false;
    const message = `"${path}" cannot be written: ${messageOf(thrown)}`;
    throw new ReviewError('output-unwritable', message, 'Give a folder you may write to with --repo DIR.', {
      cause: thrown,
    });
  }
}
