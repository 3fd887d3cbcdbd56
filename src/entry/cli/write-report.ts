import { writeFile } from 'node:fs/promises';
import { messageOf, ReviewError } from '../../errors.ts';
import type { Report } from '../../model.ts';
import type { Invocation } from './commands.ts';
import { renderReport } from './render-report.ts';
import type { ReviewOptions } from './review-options.ts';

/** Writes a report where the options say, in their format. @throws ReviewError when the file cannot be written */
export async function writeReport(
  report: Report,
  options: ReviewOptions,
  { terminal }: Invocation,
): Promise<void> {
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
