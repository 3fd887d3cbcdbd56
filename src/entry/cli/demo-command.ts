import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeGitSource } from '../../adapters/git/make-git-source.ts';
import type { DemoFiles } from '../demo/demo-files.ts';
import { makeDemoRepository } from '../demo/make-demo-repository.ts';
import { readAsset } from '../load-built-ins.ts';
import type { Invocation } from './commands.ts';
import type { ExitCode } from './exit-code.ts';
import { stringOption } from './option-values.ts';
import { readReviewOptions } from './review-options.ts';
import { runReview } from './run-review.ts';
import { startReading } from './start-reading.ts';

/** `demo`: a throw-away repository whose last commit has defects of every kind, reviewed. */
export async function demoCommand(invocation: Invocation): Promise<ExitCode> {
  const options = await readReviewOptions(invocation.options, process.env);
  const files = await readAsset<DemoFiles>(invocation.assets, 'demo.json');
  const kept = stringOption(invocation.options, 'keep');
  const temporary = kept === undefined ? await mkdtemp(join(tmpdir(), 'multi-agent-review-')) : null;
  const directory = temporary === null ? resolve(kept ?? '.') : join(temporary, 'demo-shop');
  try {
    const { base, head } = await makeDemoRepository(directory, files);
    const source = makeGitSource({ directory, kind: 'range', base, head }, process.env);
    return await runReview(startReading(source, invocation.assets), options, invocation);
  } finally {
    if (temporary !== null) await rm(temporary, { recursive: true, force: true });
    else invocation.terminal.err(`the demo repository is in ${directory}\n`);
  }
}
