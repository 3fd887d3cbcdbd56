import type { GitSource } from '../../adapters/git/git-source.ts';
import { makeAdvisories } from '../../adapters/osv/make-advisories.ts';
import type { BuiltIns } from '../../config/built-ins.ts';
import { readConfiguration } from '../../context/read-configuration.ts';
import type { Settings } from '../../model.ts';
import { makeSecretFilter, mapTexts } from '../../render/secret-filter.ts';
import { review } from '../../review.ts';
import { loadBuiltIns } from '../load-built-ins.ts';
import { openModels } from '../open-models.ts';
import { silentLog, systemClock } from '../system-ports.ts';
import { checkGivenConfiguration } from './check-given-configuration.ts';
import type { Invocation } from './commands.ts';
import { type ExitCode, exitCodeOf } from './exit-code.ts';
import type { ReviewOptions } from './review-options.ts';
import { showProgress } from './show-progress.ts';
import type { Reading } from './start-reading.ts';
import { writeReport } from './write-report.ts';

declare const __VERSION__: string;

/**
 * Reviews a change and writes the report.
 * @param reading is closed in any case
 * @returns the exit code that says the gate
 */
export async function runReview(
  reading: Reading,
  options: ReviewOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { terminal, assets } = invocation;
  const { source, grammars, signal } = reading;
  const progress = showProgress(terminal, options.quiet);
  try {
    const { builtIns, patterns } = await loadBuiltIns(assets);
    if (options.configText) await checkGivenConfiguration(options.configText, builtIns);
    const order = {
      tool: { name: 'multi-agent-review', version: __VERSION__ },
      builtIns,
      patterns,
      // A local review speaks to nobody unless it is told to.
      overrides: {
        advisories: 'off' as const,
        ...(await withDeadline(options, source, builtIns, signal)),
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
    const { report: found } = await review(order, ports, signal);
    const report = models === null ? found : mapTexts(found, makeSecretFilter([models.apiKey]));
    progress.end();
    await writeReport(report, options, invocation);
    return exitCodeOf(report.gate);
  } finally {
    progress.end();
    await reading.close();
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
