import type { AnalyzedFile } from '../../../src/analyzers/analyzer.ts';
import { makePrefixBuilder, type PrefixMaterial } from '../../../src/dispatch/model/build-prefix.ts';
import type { ModelAgentOrder, ModelSurroundings } from '../../../src/dispatch/model/run-model-agent.ts';
import { makeEvidenceIndex } from '../../../src/evidence/evidence-index.ts';
import { makeFence } from '../../../src/evidence/model-text/fence.ts';
import type { ChangedFile, ChangeSubject, ReviewerDefinition } from '../../../src/model.ts';
import { makeBudgetMeter } from '../../../src/plan/model-plan/budget.ts';
import { chooseModels } from '../../../src/plan/model-plan/choose-models.ts';
import { BUILT_IN_PRICES } from '../../../src/plan/model-plan/prices.ts';
import type { Clock, ModelAnswer, ModelClient, ModelRequest, Random } from '../../../src/ports.ts';
import { makeChangedFile } from '../../make-changed-file.ts';
import { makeFakeClock, quietLog } from '../fake-ports.ts';

/** Counts up, so that every call gives another value and every run the same ones. */
export function makeFakeRandom(seed = 1): Random {
  let next = seed;
  return {
    hex: (bytes) => {
      next += 1;
      return (next * 0x9e3779b1)
        .toString(16)
        .padStart(bytes * 2, 'a')
        .slice(0, bytes * 2);
    },
  };
}

export function makeReviewer(name: string, more: Partial<ReviewerDefinition> = {}): ReviewerDefinition {
  return {
    name,
    title: name,
    description: name,
    expertise: [],
    model: 'balanced',
    paths: [],
    categories: [],
    analyzers: [],
    minConfidence: 0,
    sees: ['diff'],
    required: true,
    instructions: `Look for ${name}.`,
    source: `reviewers/${name}/reviewer.md`,
    builtIn: true,
    ...more,
  };
}

export const FILES = [
  makeChangedFile('src/b.ts', 'one\ntwo\n', 'one\nsecond\nthird\n'),
  makeChangedFile('src/a.ts', null, 'first\nsecond\nlast\n'),
];

/** Evidence, fence and builder around some files. */
export function makeMaterial(
  files: readonly ChangedFile[] = FILES,
  more: Partial<PrefixMaterial> & {
    secrets?: readonly string[];
    subject?: ChangeSubject;
    seed?: number;
  } = {},
) {
  const secrets = more.secrets ?? [];
  const mask = (text: string) =>
    secrets.reduce((masked, one) => masked.replaceAll(one, '*'.repeat(one.length)), text);
  const facts = files.map((file) => ({
    file,
    maskedHead: file.head.kind === 'text' ? mask(file.head.text) : null,
    symbolAt: () => '',
  }));
  const evidence = makeEvidenceIndex(facts, more.subject ?? null, mask);
  const fence = makeFence(makeFakeRandom(more.seed));
  const analyzed: readonly AnalyzedFile[] = [];
  const material = {
    evidence,
    analyzed,
    instructions: '',
    neverSend: [],
    findings: [],
    unchanged: [],
    fence,
    ...more,
  };
  return { evidence, fence, builder: makePrefixBuilder(material), paths: files.map((file) => file.path) };
}

/** A finding as it comes over the wire, on line 2 of src/a.ts unless said otherwise. */
export function wireFinding(more: Readonly<Record<string, unknown>> = {}) {
  return {
    category: 'logic',
    cwe: '',
    severity: 'high',
    confidence: 90,
    anchor: 'line',
    path: 'src/a.ts',
    startLine: 2,
    endLine: 2,
    side: 'new',
    quote: 'second',
    source: '',
    title: 'It is second',
    explanation: 'It should be first.',
    failureScenario: 'Whoever comes first is second.',
    fix: 'Swap them.',
    suggestion: '',
    proof: [],
    introducedByChange: true,
    ...more,
  };
}

/** An answer as it comes over the wire. */
export function wireAnswer(findings: readonly unknown[] = [], more: Readonly<Record<string, unknown>> = {}) {
  return { findings, verdicts: [], sliceRequests: [], facts: [], remaining: [], ...more };
}

const FACTS = {
  model: 'fake',
  usage: { input: 100, cacheWritten: 0, cacheRead: 0, output: 50 },
  requestId: 'req_1',
  ms: 5,
  tries: 1,
};

export type Scripted = ModelAnswer | 'never' | 'throws';

export const said = (content: unknown): ModelAnswer => ({
  kind: 'answer',
  text: typeof content === 'string' ? content : JSON.stringify(content),
  stopReason: 'end_turn',
  ...FACTS,
});

export const failed = (kind: Exclude<ModelAnswer['kind'], 'answer'>, text = ''): ModelAnswer => ({
  kind,
  reason: `as ordered: ${kind}`,
  text,
  ...FACTS,
});

/** Answers in the order given and keeps what it was asked. */
export function makeFakeClient(
  ...answers: readonly Scripted[]
): ModelClient & { readonly asked: ModelRequest[] } {
  const asked: ModelRequest[] = [];
  return {
    asked,
    call: (request, signal, onFirstEvent) => {
      const answer = answers[asked.length];
      asked.push(request);
      if (answer === undefined) return Promise.reject(new Error(`call ${asked.length} was not expected`));
      if (answer === 'throws') return Promise.reject(new Error('a fault in the client'));
      if (answer === 'never') {
        return new Promise((resolve) =>
          signal.addEventListener('abort', () => resolve(failed('aborted')), { once: true }),
        );
      }
      onFirstEvent?.();
      return Promise.resolve(answer);
    },
  };
}

export function makeOrder(
  material: ReturnType<typeof makeMaterial>,
  reviewer = makeReviewer('correctness'),
  subject: ChangeSubject | null = null,
): ModelAgentOrder {
  return {
    role: {
      reviewer,
      subject,
      language: 'en',
      fence: material.fence,
      shower: material.builder.shower,
      unchanged: '',
      askForJson: false,
    },
    choice: chooseModels()[reviewer.model],
    prefix: material.builder.build(material.paths),
    paths: material.paths,
    expectCached: false,
    seconds: { refused: null, overloaded: null },
  };
}

export function makeSurroundings(
  client: ModelClient,
  material: ReturnType<typeof makeMaterial>,
  clock: Clock = makeFakeClock(),
  limits = { runTokens: 175_000, runDollars: 0.3 },
): ModelSurroundings {
  return {
    client,
    evidence: () => material.evidence,
    budget: makeBudgetMeter(limits, BUILT_IN_PRICES),
    prices: BUILT_IN_PRICES,
    agentSeconds: 120,
    clock,
    log: quietLog,
  };
}
