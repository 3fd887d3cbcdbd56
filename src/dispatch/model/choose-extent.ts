import type { GatedFinding } from '../../aggregate/run-outcome.ts';
import { importedNames, moduleNameOf } from '../../analyzers/symbols/module-name.ts';
import { compileGlobs } from '../../config/compile-glob.ts';
import { digestOf } from '../../evidence/digest.ts';
import type { EvidenceIndex } from '../../evidence/evidence-index.ts';
import { fileKeyOf, signatureKeyOf } from '../../evidence/file-keys.ts';
import { makeExcerpt } from '../../evidence/make-excerpt.ts';
import type { AgentReport, EarlierReview, PullRequestContext } from '../../model.ts';
import { decideExtent, type Extent } from '../../plan/incremental/decide-extent.ts';
import type { PlannedAgent } from '../../plan/make-plan.ts';
import type { PlanOutcome } from '../run-plan.ts';
import { mergeAgent } from './merge-agents.ts';
import type { ModelSetup } from './run-models.ts';

/** What the last review left, and by what it is compared with this one. */
export interface EarlierRun {
  /** Null on the first review of a pull request. */
  readonly earlier: EarlierReview | null;
  readonly configDigest: string;
}

/** Digest of which models are asked, and how: another model may see what this one did not. */
export function modelsDigestOf({ choices, profile }: Pick<ModelSetup, 'choices' | 'profile'>): string {
  const { fast, balanced, strong } = choices;
  return digestOf(profile, JSON.stringify([fast, balanced, strong])).slice(0, 32);
}

/** How much the models look at in this run. */
export function chooseExtent(
  context: PullRequestContext,
  agents: readonly PlannedAgent[],
  done: PlanOutcome,
  setup: ModelSetup,
  { earlier, configDigest }: EarlierRun,
): Extent {
  if (earlier === null) return decideExtent(NOTHING, null);
  const files = new Map(context.files.map((file) => [file.path, fileKeyOf(file)]));
  const signatures = new Map(
    done.analyzed.flatMap((file): [string, string][] => {
      const key = signatureKeyOf(file);
      return key === null ? [] : [[file.file.path, key]];
    }),
  );
  const imports = done.analyzed.map((file) => ({ path: file.file.path, names: importedNames(file.text) }));
  const sensitive = context.settings.escalation.paths;
  const usersOf = (path: string) => {
    const name = moduleNameOf(path);
    return imports.filter((one) => one.path !== path && one.names.has(name)).map((one) => one.path);
  };
  const keys = {
    base: context.base.sha ?? '',
    baseLabel: context.base.label,
    configDigest,
    modelsDigest: modelsDigestOf(setup),
    reviewers: agents.map(({ reviewer }) => reviewer.name),
    files,
    signatures,
    usersOf,
    isSensitive: sensitive.length === 0 ? () => false : compileGlobs(sensitive),
  };
  return decideExtent(keys, earlier);
}

const NOTHING = {
  base: '',
  baseLabel: '',
  configDigest: '',
  modelsDigest: '',
  reviewers: [],
  files: new Map<string, string>(),
  signatures: new Map<string, string>(),
  usersOf: () => [],
  isSensitive: () => false,
};

/** The first review of a pull request. */
export const FIRST_RUN: EarlierRun = { earlier: null, configDigest: '' };

/** A reviewer's share of what is looked at again. */
export function askedAgain(agent: PlannedAgent, extent: Extent): PlannedAgent {
  const { name } = agent.reviewer;
  return { ...agent, paths: agent.paths.filter((path) => extent.asks(name, path)) };
}

/** What is taken over from the last review. */
export interface CarriedOver {
  readonly findings: readonly GatedFinding[];
  /** Files of which at least one reviewer's results were taken over. */
  readonly paths: ReadonlySet<string>;
  /** Reviewers whose results were taken over. */
  readonly agents: ReadonlySet<string>;
}

/**
 * Takes over what is not asked again. A finding is as true as it was: the key of its file proves that path, content and
 * patch are those that the mechanical gate saw.
 */
export function carryOver(
  extent: Extent,
  needed: readonly PlannedAgent[],
  evidence: EvidenceIndex,
): CarriedOver {
  const kept = needed.map(({ reviewer, paths }) => ({
    name: reviewer.name,
    paths: paths.filter((path) => !extent.asks(reviewer.name, path)),
  }));
  const agents = new Set(kept.filter(({ paths }) => paths.length > 0).map(({ name }) => name));
  const findings = extent.carried.flatMap((finding) => {
    const { path = '', reviewer } = finding;
    const file = evidence.file(path);
    if (file === undefined || !agents.has(reviewer) || extent.asks(reviewer, path)) return [];
    const excerpt = makeExcerpt(finding, file, evidence);
    return [{ ...finding, ...(excerpt === undefined ? {} : { excerpt }) }];
  });
  return { findings, paths: new Set(kept.flatMap(({ paths }) => paths)), agents };
}

/** A reviewer whose model had nothing to look at again. */
export function asCarried(
  report: AgentReport,
  needed: readonly PlannedAgent[],
  choices: ModelSetup['choices'],
): AgentReport {
  const tier = needed.find(({ reviewer }) => reviewer.name === report.name)?.reviewer.model ?? 'balanced';
  return mergeAgent(report, { model: choices[tier].model, runs: [] });
}
