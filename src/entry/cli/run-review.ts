import type { GitSource } from '../../adapters/git/git-source.ts';
import { makeAdvisories } from '../../adapters/osv/make-advisories.ts';
import type { BuiltIns } from '../../config/built-ins.ts';
import { readConfiguration } from '../../context/read-configuration.ts';
import type { Settings } from '../../model.ts';
import { makeSecretFilter, mapTexts } from '../../render/secret-filter.ts';
import { review } from '../../review.ts';
import { loadBuiltIns } from '../load-built-ins.ts';
import { openGrammars } from '../open-grammars.ts';
import { openModels } from '../open-models.ts';
import { silentLog, systemClock } from '../system-ports.ts';
import { checkGivenConfiguration } from './check-given-configuration.ts';
import type { Invocation } from './commands.ts';
import { type ExitCode, exitCodeOf } from './exit-code.ts';
import type { ReviewOptions } from './review-options.ts';
import { showProgress } from './show-progress.ts';
import { writeReport } from './write-report.ts';

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
      // A local review speaks to nobody unless it is told to.
      overrides: {
        advisories: 'off' as const,
        ...(await withDeadline(options, source, builtIns, interrupt.signal)),
      },
      config: options.configText ?? null,
      given: options.given,
    };
    const { models } = options;
    const ports = {
      source,
      grammars,
      advisories: makeAdvisories(),
      progress,
      clock: systemClock,
      log: silentLog,
      openModels: models === null ? null : () => openModels(models),
    };
    const { report: found } = await review(order, ports, interrupt.signal);
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

/** `--deadline` stands above the configuration; the other budgets stay as they are there. */
async function withDeadline(
  { overrides, deadlineSeconds, configText }: ReviewOptions,
  source: GitSource,
  builtIns: BuiltIns,
  signal: AbortSignal,
): Promise<Partial<Settings>> {
  if (deadlineSeconds === null) return overrides;
  const { settings } = await readConfiguration(source, configText ?? null, builtIns, signal);
  return { ...overrides, budgets: { ...settings.budgets, runSeconds: deadlineSeconds } };
}
