import type { Fence } from '../../evidence/model-text/fence.ts';
import type { ModelTier, PullRequestContext } from '../../model.ts';
import type { PlannedAgent } from '../../plan/make-plan.ts';
import { bundleFiles } from '../../plan/model-plan/bundle-files.ts';
import { type ModelChoice, secondChoice } from '../../plan/model-plan/choose-models.ts';
import { estimateTokens } from '../../plan/model-plan/estimate-tokens.ts';
import { reviewerRank, type WantedCall } from '../../plan/model-plan/fit-budget.ts';
import type { PlanOutcome } from '../run-plan.ts';
import type { SecondModel, SecondModels } from './ask-second-model.ts';
import { buildRole, type RoleMaterial } from './build-messages.ts';
import type { BuiltPrefix, PrefixBuilder } from './build-prefix.ts';
import { showUnchanged } from './show-unchanged.ts';
import type { UnchangedFile } from './unchanged-files.ts';

/** Files that are asked about together. */
export interface Bundle {
  readonly paths: ReadonlySet<string>;
  readonly prefix: BuiltPrefix;
}

/** One reviewer's question about one bundle. */
export interface ModelCall extends WantedCall {
  readonly bundle: Bundle;
  readonly tier: ModelTier;
  readonly choice: ModelChoice;
  readonly role: RoleMaterial;
  readonly paths: readonly string[];
}

export interface FileShares {
  readonly bundles: readonly Bundle[];
  readonly tooLarge: readonly string[];
  readonly heldBack: readonly string[];
}

/** The files that a needed reviewer takes and that the analyzers got to, in bundles. */
export function shareFiles(
  agents: readonly PlannedAgent[],
  done: PlanOutcome,
  builder: PrefixBuilder,
): FileShares {
  const wanted = [...new Set(agents.flatMap((agent) => agent.paths))].filter((path) =>
    done.maskedHeads.has(path),
  );
  const sent = wanted.filter((path) => !builder.isHeldBack(path));
  const { bundles, tooLarge } = bundleFiles(sent.map((path) => ({ path, tokens: builder.sizeOf(path) })));
  return {
    bundles: bundles.map((paths) => ({ paths: new Set(paths), prefix: builder.build(paths) })),
    tooLarge,
    heldBack: wanted.filter((path) => builder.isHeldBack(path)),
  };
}

/** What the roles of a run are made from. */
export interface RoleFrame {
  readonly context: PullRequestContext;
  readonly builder: PrefixBuilder;
  readonly unchanged: readonly UnchangedFile[];
  readonly fence: Fence;
  readonly askForJson: boolean;
  readonly choices: Readonly<Record<ModelTier, ModelChoice>>;
}

/** The most valuable reviewers first, so that they lead their group and are asked while there is budget. */
export function planCalls(
  agents: readonly PlannedAgent[],
  bundles: readonly Bundle[],
  frame: RoleFrame,
): readonly ModelCall[] {
  const byRank = [...agents].sort((a, b) => reviewerRank(b.reviewer.name) - reviewerRank(a.reviewer.name));
  return bundles.flatMap((bundle, index) =>
    byRank.flatMap((agent) => {
      const paths = agent.paths.filter((path) => bundle.paths.has(path));
      if (paths.length === 0) return [];
      const tier = agent.reviewer.model;
      const role = roleOf(agent, paths, frame);
      const choice = frame.choices[tier];
      return [
        {
          reviewer: agent.reviewer.name,
          bundle,
          group: groupOf(choice, index),
          model: choice.model,
          prefixTokens: bundle.prefix.tokens,
          suffixTokens: estimateTokens(buildRole(role)),
          tier,
          choice,
          role,
          paths,
        },
      ];
    }),
  );
}

/** Calls about the same bundle share a prefix when they ask the same model. */
function groupOf(choice: ModelChoice, bundle: number): string {
  return `${choice.model} ${bundle}`;
}

function roleOf({ reviewer }: PlannedAgent, paths: readonly string[], frame: RoleFrame): RoleMaterial {
  const { context, builder, unchanged, fence, askForJson } = frame;
  const { sees } = reviewer;
  const shown = sees.includes('tests') || sees.includes('docs');
  const order = () => ({
    files: unchanged,
    sees,
    words: builder.changedWordsOf(paths),
    diffCharacters: paths.reduce((sum, path) => sum + builder.diffSizeOf(path), 0),
  });
  return {
    reviewer,
    subject: context.subject,
    language: context.settings.language,
    fence,
    shower: builder.shower,
    unchanged: shown ? showUnchanged(order(), fence, builder.shower) : '',
    askForJson,
  };
}

/** Whom to ask when a call's model declines or is overloaded. */
export function secondsOf(
  call: ModelCall,
  calls: readonly ModelCall[],
  choices: Readonly<Record<ModelTier, ModelChoice>>,
): SecondModels {
  const secondFor = (choice: ModelChoice | null): SecondModel | null => {
    if (choice === null) return null;
    const expectCached = calls.some((other) => other.bundle === call.bundle && other.model === choice.model);
    return { choice, expectCached };
  };
  return {
    refused: secondFor(secondChoice(choices, call.tier, 'refused')),
    overloaded: secondFor(secondChoice(choices, call.tier, 'overloaded')),
  };
}
