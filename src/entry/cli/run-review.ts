import { writeFile } from 'node:fs/promises';
import type { GitSource } from '../../adapters/git/git-source.ts';
import { messageOf, ReviewError } from '../../errors.ts';
import type { Report } from '../../model.ts';
import { review } from '../../review.ts';
import { loadBuiltIns } from '../load-built-ins.ts';
import { openGrammars } from '../open-grammars.ts';
import { silentLog, systemClock } from '../system-ports.ts';
import type { Invocation } from './commands.ts';
import { type ExitCode, exitCodeOf } from './exit-code.ts';
import { renderReport } from './render-report.ts';
import type { ReviewOptions } from './review-options.ts';
import { showProgress } from './show-progress.ts';

declare const __VERSION__: string;

/**
 * Reviews a source and writes the report.
 * @returns the exit code that says the gate
 */
export async function runReview(
  source: GitSource,
  options: ReviewOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { terminal, assets } = invocation;
  const { builtIns, patterns } = await loadBuiltIns(assets);
  const grammars = openGrammars(assets);
  const progress = showProgress(terminal, options.quiet);
  const interrupt = new AbortController();
  const stop = () => interrupt.abort(new Error('interrupted'));
  process.once('SIGINT', stop);
  try {
    const order = {
      tool: { name: 'multi-agent-review', version: __VERSION__ },
      builtIns,
      patterns,
      overrides: options.overrides,
      config: options.configText ?? null,
    };
    const ports = { source, grammars, progress, clock: systemClock, log: silentLog };
    const report = await review(order, ports, interrupt.signal);
    progress.end();
    await writeReport(report, options, invocation);
    return exitCodeOf(report.gate);
  } finally {
    progress.end();
    process.removeListener('SIGINT', stop);
    await Promise.all([grammars.close(), source.close()]);
  }
}

async function writeReport(report: Report, options: ReviewOptions, { terminal }: Invocation): Promise<void> {
  const text = await renderReport(report, options.format, terminal, options.output === null);
  if (options.output === null) {
    terminal.out(text);
    return;
  }
  try {
    await writeFile(options.output, text);
  } catch (thrown) {
    throw new ReviewError(
      'output-unwritable',
      `The report cannot be written to "${options.output}": ${messageOf(thrown)}`,
      'Give a path in a folder that exists and that you may write to.',
      { cause: thrown },
    );
  }
  terminal.err(
    `${report.verdict}, gate ${report.gate}: ${options.format} report written to ${options.output}\n`,
  );
}
