import { describe, expect, it } from 'vitest';
import type { AnalyzerFinding, ChangeAnalyzer, FileAnalyzer } from '../../src/analyzers/analyzer.ts';
import type { AnalyzerEngine } from '../../src/analyzers/engine.ts';
import { readYamlTree } from '../../src/analyzers/readers/read-yaml-tree.ts';
import { DEFAULT_SETTINGS } from '../../src/config/default-settings.ts';
import { runPlan } from '../../src/dispatch/run-plan.ts';
import type { Budgets, ChangedFile, ReviewerDefinition, WorkflowPhase } from '../../src/model.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import type { Grammars } from '../../src/ports.ts';
import { makeRaised } from '../evidence/make-raised.ts';
import { makeChangedFile, makeContext } from '../make-changed-file.ts';
import { makeFakeClock, makeFakeEngine, makeFakeProgress, noGrammars, quietLog } from './fake-ports.ts';

function reviewer(name: string, more: Partial<ReviewerDefinition> = {}): ReviewerDefinition {
  return {
    name,
    title: name,
    description: name,
    expertise: [],
    model: 'fast',
    paths: [],
    categories: [],
    analyzers: [name],
    minConfidence: 0,
    sees: ['diff'],
    required: true,
    instructions: 'look',
    source: `reviewers/${name}/reviewer.md`,
    builtIn: true,
    ...more,
  };
}

function found(path: string, more: Partial<AnalyzerFinding> = {}): AnalyzerFinding {
  const { origin: _origin, ...raised } = makeRaised({ path, startLine: 1, endLine: 1, quote: 'one' });
  return { ...raised, ...more };
}

/** Raises one finding per file for each of the groups. */
const findsFor = (...groups: string[]): FileAnalyzer => ({
  name: 'finder',
  run: ({ file }) => groups.map((group) => found(file.path, { reviewer: group })),
});

const FILES = ['a.ts', 'b.ts', 'c.py'].map((path) => makeChangedFile(path, null, 'one\ntwo\n'));

interface Setting {
  readonly budgets?: Partial<Budgets>;
  readonly reviewers?: readonly ReviewerDefinition[];
  readonly phases?: readonly WorkflowPhase[];
  readonly engine?: Partial<AnalyzerEngine>;
  readonly signal?: AbortSignal;
  readonly grammars?: Grammars;
  readonly files?: readonly ChangedFile[];
  readonly openModels?: object | null;
}

function start({
  reviewers = [reviewer('security'), reviewer('style')],
  phases,
  engine,
  signal,
  grammars = noGrammars,
  files = FILES,
  budgets = {},
  openModels = null,
}: Setting) {
  const clock = makeFakeClock();
  const progress = makeFakeProgress();
  const settings = { ...DEFAULT_SETTINGS, budgets: { ...DEFAULT_SETTINGS.budgets, ...budgets } };
  const context = makeContext(files, { settings });
  const workflow = {
    name: 'default',
    description: '',
    phases: phases ?? [{ name: 'review', reviewers: reviewers.map((one) => one.name), needs: [] }],
    source: '',
  };
  const plan = makePlan(context, workflow, reviewers);
  const ports = { grammars, clock, progress, log: quietLog, openModels };
  const outcome = runPlan(
    context,
    plan,
    makeFakeEngine(engine),
    ports,
    signal ?? new AbortController().signal,
  );
  return { outcome, clock, progress };
}

describe('a run of the plan', () => {
  it('gives each reviewer the findings of its own analyzers', async () => {
    const { outcome } = start({ engine: { fileAnalyzers: [findsFor('security', 'style', 'nobody')] } });
    const { findings, agents, coverage } = await outcome;
    expect(findings.map((finding) => [finding.reviewer, finding.path])).toEqual([
      ...FILES.map((file) => ['security', file.path]),
      ...FILES.map((file) => ['style', file.path]),
    ]);
    expect(findings[0]).toMatchObject({ origin: 'analyzer', symbol: '' });
    expect(agents.map((agent) => [agent.name, agent.status])).toEqual([
      ['security', 'done'],
      ['style', 'done'],
    ]);
    expect(coverage.reviewed.map((file) => file.path)).toEqual(['a.ts', 'b.ts', 'c.py']);
  });

  it('analyses each file once, however many reviewers read it', async () => {
    const read: string[] = [];
    const analyzer: FileAnalyzer = {
      name: 'counter',
      run: ({ file }) => (read.push(file.path) > 0 ? [] : []),
    };
    await start({ engine: { fileAnalyzers: [analyzer] } }).outcome;
    expect(read.sort()).toEqual(['a.ts', 'b.ts', 'c.py']);
  });

  it('marks a reviewer without files in its paths as not needed', async () => {
    const reviewers = [reviewer('security'), reviewer('docs', { paths: ['**/*.md'] })];
    const { agents } = await start({ reviewers }).outcome;
    expect(agents.map((agent) => agent.status)).toEqual(['done', 'not-needed']);
  });

  it('keeps all other findings when one analyzer throws, and says which', async () => {
    const broken: FileAnalyzer = {
      name: 'broken',
      run: ({ file }) => {
        if (file.path === 'b.ts') throw new Error('no such luck');
        return [];
      },
    };
    const { findings, agents } = await start({ engine: { fileAnalyzers: [broken, findsFor('security')] } })
      .outcome;
    expect(findings).toHaveLength(3);
    expect(agents[0]).toMatchObject({ status: 'degraded', reason: 'broken failed on b.ts: no such luck' });
  });

  it('is degraded, naming the file, when a tree was wanted and could not be had', async () => {
    const grammars: Grammars = {
      languages: new Set(['typescript', 'python']),
      parse: async (language) => ({ kind: 'failed', reason: `the grammar for ${language} is missing` }),
      close: async () => undefined,
    };
    const engine = { fileAnalyzers: [findsFor('security')], treeLanguages: new Set(['python']) };
    const { agents, findings, coverage } = await start({ engine, grammars }).outcome;
    expect(agents[0]).toMatchObject({
      status: 'degraded',
      reason: 'c.py was read as text only: the grammar for python is missing',
    });
    expect(findings).toHaveLength(3);
    expect(coverage.reviewed.every((file) => file.by.join() === 'text')).toBe(true);
  });

  const yamlFiles = (text: string) => ({
    engine: { treeLanguages: new Set(['yaml']) },
    grammars: {
      languages: new Set(['yaml']),
      parse: async (_language: string, content: string) =>
        ({ kind: 'tree', tree: readYamlTree(content) }) as const,
      close: async () => undefined,
    },
    files: [makeChangedFile('a.yml', null, text), makeChangedFile('b.yml', null, 'a: 1\n')],
  });

  it('is degraded, naming file and line, when a bound left something of a file out', async () => {
    const { agents, notes } = await start(yamlFiles(`a: 1\nb: ${'['.repeat(200)}`)).outcome;
    expect(agents[0]).toMatchObject({
      status: 'degraded',
      reason:
        'a.yml was read in part: what begins on line 2 was left out, because it is nested deeper than 64 levels',
    });
    expect(notes).toEqual([]);
  });

  it('names the files that could not be parsed in places, and is done', async () => {
    const { agents, notes } = await start(yamlFiles('a: 1\n  what: is this\nb: 2\n')).outcome;
    expect(agents[0]?.status).toBe('done');
    expect(notes).toEqual([
      '1 file has places that could not be parsed; rules about syntax saw the rest of it: a.yml.',
    ]);
  });

  it('shows the analyzers of the whole change only the files that are reviewed', async () => {
    const seen: string[] = [];
    const whole: ChangeAnalyzer = {
      name: 'whole',
      run: (context) => {
        seen.push(...context.files.map((file) => file.path));
        return [];
      },
    };
    const files = [...FILES, makeChangedFile('package-lock.json', null, '{}\n')];
    await start({ engine: { changeAnalyzers: [whole] }, files }).outcome;
    expect(seen).toEqual(['a.ts', 'b.ts', 'c.py']);
  });

  it('counts what the gate refuses', async () => {
    const invented: FileAnalyzer = {
      name: 'invented',
      run: ({ file }) => [found(file.path, { quote: 'not there' }), found(file.path)],
    };
    const { agents, findings } = await start({ engine: { fileAnalyzers: [invented] } }).outcome;
    expect(agents[0]?.findings).toMatchObject({ raised: 6, rejected: 3 });
    expect(findings).toHaveLength(3);
  });

  it('ends at its deadline with what it has, and lists the files it did not get to', async () => {
    const stuck: FileAnalyzer = {
      name: 'stuck',
      run: ({ file }) => (file.path === 'c.py' ? new Promise(() => undefined) : [found(file.path)]),
    };
    const { outcome, clock } = start({ engine: { fileAnalyzers: [stuck] } });
    await new Promise((resolve) => setImmediate(resolve));
    clock.advance(120_000);
    const { agents, findings, coverage } = await outcome;
    expect(agents.map((agent) => [agent.status, agent.reason])).toEqual([
      ['timed-out', 'not finished after 120 seconds (budgets.agent-seconds)'],
      ['timed-out', 'not finished after 120 seconds (budgets.agent-seconds)'],
    ]);
    expect(findings.map((finding) => finding.path)).toEqual(['a.ts', 'b.ts']);
    expect(coverage.notReviewed).toEqual([
      { path: 'c.py', reason: 'not finished after 120 seconds (budgets.agent-seconds)' },
    ]);
  });

  it('says that the time of the run was up, with the seconds and the setting, when that comes first', async () => {
    const stuck: FileAnalyzer = { name: 'stuck', run: () => new Promise(() => undefined) };
    const budgets = { agentSeconds: 500, runSeconds: 90 };
    const { outcome, clock } = start({ engine: { fileAnalyzers: [stuck] }, budgets });
    clock.advance(90_000);
    const { agents } = await outcome;
    expect(agents.map(({ status }) => status)).toEqual(['timed-out', 'timed-out']);
    expect(agents[0]?.reason).toMatch(
      /^the time of the whole run was up after 90 seconds \(budgets\.run-seconds/,
    );
  });

  it('is cancelled from outside', async () => {
    const controller = new AbortController();
    const stuck: FileAnalyzer = { name: 'stuck', run: () => new Promise(() => undefined) };
    const { outcome } = start({ engine: { fileAnalyzers: [stuck] }, signal: controller.signal });
    controller.abort(new Error('interrupted'));
    const { agents, coverage } = await outcome;
    expect(agents.map((agent) => agent.status)).toEqual(['cancelled', 'cancelled']);
    expect(coverage.reviewed).toEqual([]);
    expect(coverage.notReviewed).toHaveLength(3);
  });

  it('starts a phase when those it needs have ended, and says what it waits for', async () => {
    const phases = [
      { name: 'first', reviewers: ['security'], needs: [] },
      { name: 'second', reviewers: ['style'], needs: ['first'] },
    ];
    const { outcome, progress } = start({ phases });
    await outcome;
    const states = progress.seen
      .filter((one) => one.progress === 0 || one.progress === 100)
      .map((one) => `${one.agent} ${one.state}`);
    expect(states.indexOf('security done')).toBeLessThan(states.indexOf('style running'));
    expect(progress.seen.find((one) => one.agent === 'style')?.blockers).toEqual(['phase first']);
  });

  it('says that nobody has ended while models are still to be asked', async () => {
    const { outcome, progress } = start({ openModels: () => null });
    const { agents } = await outcome;
    expect(agents.map(({ status }) => status)).toEqual(['done', 'done']);
    expect(new Set(progress.seen.map(({ state }) => state))).toEqual(new Set(['waiting', 'running']));
    expect(Math.max(...progress.seen.map((one) => one.progress))).toBe(50);
  });

  it('runs the reviewers of a phase at the same time', async () => {
    const { outcome, progress } = start({});
    await outcome;
    const order = progress.seen.map((one) => `${one.agent} ${one.state}`);
    expect(order.indexOf('style running')).toBeLessThan(order.indexOf('security done'));
  });
});

describe('R15 secrets of the change', () => {
  it('stand in no finding, whichever field quotes them', async () => {
    const secret = ['sk', 'live', 'abcdef0123456789'].join('_');
    const file = makeChangedFile('pay.ts', `old('${secret}x');\n`, `pay('${secret}');\n`);
    const engine = makeFakeEngine({
      findSecrets: async (text) => {
        const start = text.indexOf(secret);
        return start < 0 ? [] : [{ start, end: start + secret.length }];
      },
      maskSecrets: (text, places) =>
        places.reduce(
          (masked, { start, end }) => masked.slice(0, start) + '*'.repeat(end - start) + masked.slice(end),
          text,
        ),
      fileAnalyzers: [
        {
          name: 'quoting',
          run: () => [found('pay.ts', { quote: `pay('${secret}');`, explanation: `It is ${secret}.` })],
        },
        { name: 'old', run: () => [found('pay.ts', { side: 'old', quote: `old('${secret}x');` })] },
      ],
    });
    const context = makeContext([file]);
    const workflow = {
      name: 'w',
      description: '',
      source: '',
      phases: [{ name: 'p', reviewers: ['security'], needs: [] }],
    };
    const plan = makePlan(context, workflow, [reviewer('security')]);
    const ports = {
      grammars: noGrammars,
      clock: makeFakeClock(),
      progress: makeFakeProgress(),
      log: quietLog,
    };
    const { findings } = await runPlan(context, plan, engine, ports, new AbortController().signal);
    expect(findings).toHaveLength(2);
    expect(JSON.stringify(findings)).not.toContain(secret);
    expect(findings[0]).toMatchObject({ startLine: 1, quote: `pay('${'*'.repeat(secret.length)}');` });
  });
});
