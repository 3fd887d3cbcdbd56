import { writeFile } from 'node:fs/promises';
import type { GitSource } from '../../adapters/git/git-source.ts';
import type { BuiltIns } from '../../config/built-ins.ts';
import { messageOf, ReviewError } from '../../errors.ts';
import type { Report } from '../../model.ts';
import { makeSecretFilter, mapTexts } from '../../render/secret-filter.ts';
import { review } from '../../review.ts';
import { loadBuiltIns } from '../load-built-ins.ts';
import { openGrammars } from '../open-grammars.ts';
import { type ModelOrder, openModels } from '../open-models.ts';
import { silentLog, systemClock } from '../system-ports.ts';
import type { Invocation } from './commands.ts';
import { describeProblem } from './describe-problem.ts';
import { type ExitCode, exitCodeOf } from './exit-code.ts';
import { renderReport } from './render-report.ts';
import type { ConfigText, ReviewOptions } from './review-options.ts';
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
  if (options.configText) await checkGivenConfiguration(options.configText, builtIns);
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
    const models = modelsOfEnvironment();
    const ports = {
      source,
      grammars,
      progress,
      clock: systemClock,
      log: silentLog,
      openModels: models === null ? null : () => openModels(models),
    };
    const found = await review(order, ports, interrupt.signal);
    const report = models === null ? found : mapTexts(found, makeSecretFilter([models.apiKey]));
    progress.end();
    await writeReport(report, options, invocation);
    return exitCodeOf(report.gate);
  } finally {
    progress.end();
    process.removeListener('SIGINT', stop);
    await Promise.all([grammars.close(), source.close()]);
  }
}

/** Models review when the environment holds a key; `--no-model` is a setting and stands above it. */
function modelsOfEnvironment(): ModelOrder | null {
  const apiKey = process.env.ANTHROPIC_API_KEY?.trim() ?? '';
  if (apiKey === '') return null;
  const baseUrl = process.env.ANTHROPIC_BASE_URL ?? '';
  return { apiKey, baseUrl, profile: 'anthropic', models: {}, prices: '' };
}

/**
 * A configuration that is given by hand can be mended by hand: it is refused as a whole.
 * @throws ReviewError that lists every problem
 */
async function checkGivenConfiguration({ name, text }: ConfigText, builtIns: BuiltIns): Promise<void> {
  const { loadConfiguration } = await import('../../config/load-configuration.ts');
  const { problems } = loadConfiguration(new Map([['.github/multi-agent-review.yml', text]]), builtIns);
  if (problems.length === 0) return;
  const lines = problems.map((problem) => describeProblem({ ...problem, file: name }));
  throw new ReviewError(
    'bad-configuration',
    `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n  ${lines.join('\n  ')}`,
    'Mend it, or leave --config out to review with the configuration of the base commit.',
  );
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
