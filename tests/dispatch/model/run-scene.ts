import { runModels } from '../../../src/dispatch/model/run-models.ts';
import type { PlanOutcome } from '../../../src/dispatch/run-plan.ts';
import type {
  AgentReport,
  ChangedFile,
  ModelTier,
  PullRequestContext,
  ReviewerDefinition,
} from '../../../src/model.ts';
import { makePlan } from '../../../src/plan/make-plan.ts';
import { chooseModels } from '../../../src/plan/model-plan/choose-models.ts';
import { BUILT_IN_PRICES } from '../../../src/plan/model-plan/prices.ts';
import type { ModelAnswer, ModelClient, ModelRequest } from '../../../src/ports.ts';
import { makeAnalyzedFile } from '../../analyzers/make-analyzed-file.ts';
import { makeContext } from '../../make-changed-file.ts';
import { makeFakeClock, makeFakeProgress, quietLog } from '../fake-ports.ts';
import { makeFakeRandom, makeMaterial, makeReviewer } from './material.ts';

export interface RunScene {
  readonly files: readonly ChangedFile[];
  readonly reviewers?: readonly ReviewerDefinition[];
  readonly context?: Partial<PullRequestContext>;
  readonly models?: Partial<Readonly<Record<ModelTier, string>>>;
  /** Parse the files, so that functions and calls are known. */
  readonly withTrees?: boolean;
  readonly answer: (request: ModelRequest) => ModelAnswer;
}

const analyzersOf = (reviewer: ReviewerDefinition): AgentReport => ({
  name: reviewer.name,
  engine: 'analyzers',
  status: 'done',
  required: true,
  model: null,
  ms: 1,
  tokens: { input: 0, cacheWritten: 0, cacheRead: 0, output: 0 },
  costUsd: 0,
  findings: { raised: 0, rejected: 0, refuted: 0, shown: 0 },
});

/** The models' part of a run over some files, with what the models were asked. */
export async function runScene(scene: RunScene) {
  const { files, answer, reviewers = [makeReviewer('correctness')] } = scene;
  const asked: ModelRequest[] = [];
  const client: ModelClient = {
    call: (request, _signal, onFirstEvent) => {
      asked.push(request);
      onFirstEvent?.();
      return Promise.resolve(answer(request));
    },
  };
  const context = makeContext(files, scene.context);
  const phases = [{ name: 'all', reviewers: reviewers.map((one) => one.name), needs: [] }];
  const plan = makePlan(context, { name: 'test', description: '', phases, source: '' }, reviewers);
  const { evidence } = makeMaterial(files);
  const done: PlanOutcome = {
    findings: [],
    agents: reviewers.map(analyzersOf),
    coverage: {
      reviewed: files.map(({ path }) => ({ path, by: ['text'] })),
      excluded: [],
      notReviewed: [],
    },
    notes: [],
    ms: 1,
    evidence,
    analyzed: scene.withTrees === true ? await Promise.all(files.map(makeAnalyzedFile)) : [],
    maskedHeads: new Map(
      files.map(({ path, head }) => [path, head.kind === 'text' ? head.text : null] as const),
    ),
  };
  const setup = {
    client,
    profile: 'anthropic' as const,
    choices: chooseModels(scene.models),
    prices: BUILT_IN_PRICES,
    random: makeFakeRandom(),
  };
  const ports = { clock: makeFakeClock(), progress: makeFakeProgress(), log: quietLog };
  const { outcome } = await runModels(context, plan, done, setup, ports, new AbortController().signal);
  const agent = (name: string) => outcome.agents.find((one) => one.name === name);
  /** What a reviewer was asked after the last cache mark, in the order of the questions. */
  const rolesOf = (title: string) =>
    asked
      .map((request) => request.messages.at(-1)?.content.at(-1)?.text ?? '')
      .filter((text) => text.startsWith(`# Your role: ${title}\n`));
  return { outcome, asked, agent, rolesOf, seen: ports.progress.seen };
}
