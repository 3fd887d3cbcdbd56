import { makeAdvisories } from '../../adapters/osv/make-advisories.ts';
import type { GivenConfiguration } from '../../context/read-configuration.ts';
import type { GivenFiles } from '../../context/read-imports.ts';
import type { ModelSetup } from '../../dispatch/model/run-models.ts';
import type { Settings } from '../../model.ts';
import type { Progress, PullRequestReader, PullRequestState } from '../../ports.ts';
import { mapTexts } from '../../render/secret-filter.ts';
import type { Reviewed, ReviewPorts } from '../../review.ts';
import { openGrammars } from '../open-grammars.ts';
import { type ModelOrder, openModels } from '../open-models.ts';
import { systemClock } from '../system-ports.ts';
import { skipReason } from './skip-reason.ts';
import type { PullRequestWorld } from './world.ts';

declare const __VERSION__: string;

/** How a pull request is to be reviewed. */
export interface ReviewOrder {
  /** What inputs or options change of the settings. */
  readonly overrides: Partial<Settings>;
  /** Most seconds for the review as a whole. */
  readonly runSeconds: number;
  /** Most dollars for it, whatever the settings allow; absent or null leaves it to them. */
  readonly mostDollars?: number | null;
  /** A settings file that stands in place of the base commit's. */
  readonly config: GivenConfiguration | null;
  /** Files of other programs and of an earlier review; null without any. */
  readonly given: GivenFiles | null;
  /** Null without a key. */
  readonly models: ModelOrder | null;
  /** Why a model that was expected cannot be asked; null when none is missing. */
  readonly modelMissing: string | null;
}

/** How one run goes about an order. */
export interface ReviewRun {
  /** The settings of the base commit. */
  readonly base: Settings;
  readonly order: ReviewOrder;
  readonly progress: Progress;
  /** Looks up the last review; null where none is published. */
  readonly recall: ReviewPorts['recall'];
  readonly pendingFor?: ReviewPorts['pendingFor'];
  /** Stands between the review and its models; absent where nothing is claimed. */
  readonly guard?: (setup: ModelSetup) => ModelSetup;
}

/**
 * Reviews one pull request and writes nothing.
 * @returns the report and what the next review has to know, without our own secrets
 */
export async function runPullRequestReview(
  reader: PullRequestReader,
  { base, order, progress, recall, pendingFor, guard = (setup) => setup }: ReviewRun,
  world: Omit<PullRequestWorld, 'forge'>,
  signal: AbortSignal,
): Promise<Reviewed> {
  const overrides = overridesOf(order, base, await reader.state(signal), world.say.line);
  // The analyzers are most of the program: loaded when the first requests are answered.
  const { review } = await import('../../review.ts');
  const grammars = world.grammars ?? openGrammars(world.assets);
  try {
    const { builtIns, patterns } = world.shipped;
    const { models, modelMissing, config, given } = order;
    const tool = { name: 'multi-agent-review', version: __VERSION__ };
    const ports = {
      source: reader,
      grammars,
      advisories: makeAdvisories(),
      progress,
      clock: systemClock,
      log: world.log,
      recall: recall ?? null,
      pendingFor: pendingFor ?? null,
      openModels: models === null ? null : async () => guard(await openModels(models)),
    };
    const { report, memory } = await review(
      { overrides, modelMissing, tool, builtIns, patterns, config, given },
      ports,
      signal,
    );
    const { findings, carried, ...keys } = memory;
    const texts = mapTexts({ report, findings, carried }, world.hide);
    return {
      report: texts.report,
      memory: { ...keys, findings: texts.findings, carried: texts.carried },
    };
  } finally {
    if (grammars !== world.grammars) await grammars.close();
  }
}

/** An order stands above the base configuration; a pull request that this skips has all its files filtered out. */
function overridesOf(
  order: ReviewOrder,
  base: Settings,
  state: PullRequestState,
  say: (line: string) => void,
): Partial<Settings> {
  const skipped = skipReason(base.skip, state);
  if (skipped !== null) say(`skipped by configuration: ${skipped}`);
  return {
    ...order.overrides,
    budgets: {
      ...base.budgets,
      runSeconds: order.runSeconds,
      runDollars: Math.min(base.budgets.runDollars, order.mostDollars ?? Number.POSITIVE_INFINITY),
    },
    ...(skipped === null ? {} : { skip: { ...base.skip, paths: ['**'] } }),
  };
}
