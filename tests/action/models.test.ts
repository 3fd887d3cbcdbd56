import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { ENVIRONMENT } from '../adapters/git/temporary-repository.ts';
import { DIST } from '../cli/run-cli.ts';
import { wireAnswer } from '../dispatch/model/material.ts';
import { pullRequestEvent } from '../fakes/github/events.ts';
import {
  answer,
  critical,
  expectNothingUnexpected,
  INJECTION,
  isVerifier,
  KEY,
  LARGE,
  last,
  nothing,
  PATH,
  raise,
  SMALL,
  setScene,
  textOf,
  verdict,
} from './model-scene.ts';

describe('a model finding', () => {
  it('that is confirmed fails the status', async () => {
    const scene = await setScene(raise('confirmed'));
    const run = await scene.run();
    expect(last(scene.stage)).toMatch(/^failure: 1 critical finding blocks/);
    expect(scene.stage.ownComments()[0]).toContain('The discount is not applied');
    expect(scene.stage.fake.reviewComments.map((one) => [one.path, one.line])).toContainEqual([PATH, 2]);
    expect(run.report?.mode).toBe('models');
    expect(run.report?.agents.find((agent) => agent.name === 'correctness')).toMatchObject({
      engine: 'analyzers+model',
      status: 'done',
    });
    expect(Number(run.outputs['cost-usd'])).toBeGreaterThan(0);
    expectNothingUnexpected(scene);
  });

  it('that is refuted blocks nothing and stays in the report', async () => {
    const scene = await setScene(raise('refuted'));
    const run = await scene.run();
    expect(last(scene.stage)).toMatch(/^success/);
    expect(run.report?.findings.map((one) => [one.verdict, one.suppressedBy])).toContainEqual([
      'refuted',
      'refuted by the verifier',
    ]);
    expectNothingUnexpected(scene);
  });

  it('that is uncertain is shown and blocks nothing', async () => {
    const scene = await setScene(raise('uncertain'));
    await scene.run();
    expect(last(scene.stage)).toMatch(/^success: 1 critical/);
    expectNothingUnexpected(scene);
  });

  it('that gets no verdict never fails the gate, and the review is not called complete', async () => {
    const scene = await setScene(raise(null));
    const run = await scene.run();
    expect(last(scene.stage)).toMatch(/^error: incomplete: verifier degraded/);
    expect(run.report?.findings[0]?.verdict).toBe('unverified');
    expect(run.report?.gate).toBe('incomplete');
    expectNothingUnexpected(scene);
  });

  it('whose quote is made up is rejected', async () => {
    const scene = await setScene(raise('confirmed', { quote: 'return everything;' }));
    const run = await scene.run();
    expect(run.report?.findings.filter((one) => one.origin === 'model')).toEqual([]);
    expect(run.report?.agents.find((agent) => agent.name === 'correctness')?.findings.rejected).toBe(1);
    expect(scene.stage.fake.reviews).toEqual([]);
    expect(last(scene.stage)).not.toMatch(/^failure/);
    expectNothingUnexpected(scene);
  });
});

describe('triage', () => {
  it('a small change: one question', async () => {
    const scene = await setScene(() => nothing);
    const run = await scene.run();
    expect(scene.server.seen).toHaveLength(1);
    expect(last(scene.stage)).toMatch(/^success: .*6\/6 reviewers, 1\/1 files/);
    expect(last(scene.stage)).not.toContain('deterministic');
    expect(run.report?.findings.filter((one) => one.origin === 'model')).toEqual([]);
    expect(
      run.report?.agents.filter((agent) => agent.engine !== 'analyzers').map((agent) => agent.name),
    ).toEqual(['correctness']);
  });

  it('a small change of a sensitive file: all reviewers', async () => {
    const scene = await setScene(() => nothing, { after: { 'src/auth/login.js': SMALL } });
    await scene.run();
    expect(scene.server.seen.length).toBeGreaterThan(3);
    expectNothingUnexpected(scene);
  });
});

describe('models that fail', () => {
  it('one of them: incomplete, the others’ findings are posted', async () => {
    const scene = await setScene(
      (request) => {
        if (isVerifier(request)) return answer(verdict('confirmed'));
        const role = /# Your role: (.+)/.exec(textOf(request))?.[1] ?? '';
        if (/performance/i.test(role)) return { kind: 'error', status: 500 };
        return /correct/i.test(role) ? answer(wireAnswer([critical({ severity: 'high' })])) : nothing;
      },
      { after: { [PATH]: LARGE } },
    );
    await scene.run();
    expect(last(scene.stage)).toMatch(/^error: incomplete: performance failed/);
    expect(scene.stage.ownComments()[0]).toContain('The discount is not applied');
    expectNothingUnexpected(scene);
  });

  it('all of them: analyzer results are posted, and no model is said to have reviewed', async () => {
    const scene = await setScene(() => ({ kind: 'error', status: 500 }), {
      after: { 'src/users.js': `${INJECTION}${LARGE}` },
    });
    const run = await scene.run();
    expect(last(scene.stage)).toMatch(/^failure: .*incomplete: no model reviewed/);
    expect(scene.stage.ownComments()[0]).toContain('No model reviewed this change');
    expect(scene.stage.ownComments()[0]).toContain('Input reaches an SQL statement');
    expect(run.code).toBe(0);
    expectNothingUnexpected(scene);
  });

  it.each([
    ['nonsense every time', answer('I like this change.')],
    ['overload', { kind: 'error', status: 529 } as const],
    ['a login page', { kind: 'html' } as const],
    ['a refused key', { kind: 'error', status: 401 } as const],
  ])('%s: error, never success', async (_what, behaviour) => {
    const scene = await setScene(() => behaviour);
    const run = await scene.run();
    expect(last(scene.stage)).toMatch(/^error: incomplete: no model reviewed/);
    expect(run.report?.verdict).toBe('incomplete');
    expectNothingUnexpected(scene);
  });

  it('no answer at all: the deadline ends it', async () => {
    const scene = await setScene(() => ({ kind: 'never' }));
    const run = await scene.run({ 'deadline-seconds': '4' });
    expect(last(scene.stage)).toMatch(/^error: incomplete: no model reviewed/);
    const asked = run.report?.agents.find((agent) => agent.name === 'correctness');
    expect(asked).toMatchObject({
      status: 'timed-out',
      reason: expect.stringMatching(/whole run was up after 4 seconds \(budgets\.run-seconds/),
    });
    expect(run.report?.notes.join()).toContain('Models were asked for correctness only');
    expectNothingUnexpected(scene);
  });
});

describe('the key', () => {
  it('given but empty: incomplete, with the reason', async () => {
    const scene = await setScene(() => nothing);
    const run = await scene.run({ 'anthropic-api-key': '' });
    expect(last(scene.stage)).toMatch(/^error: incomplete: the model key is empty/);
    expect(run.report?.incompleteReasons[0]).toContain('anthropic-api-key');
    expect(run.report?.gate).toBe('incomplete');
    expect(scene.server.seen).toEqual([]);
  });

  it('empty on a fork: deterministic, and said so', async () => {
    const scene = await setScene(() => nothing, { pull: { headRepository: null } });
    await scene.run({ 'anthropic-api-key': '' });
    expect(last(scene.stage)).toMatch(/^success: .*deterministic mode \(fork, no key\)/);
    expect(scene.server.seen).toEqual([]);
  });

  it('"unset", the default: deterministic', async () => {
    const scene = await setScene(() => nothing);
    await scene.run({ 'anthropic-api-key': 'unset' });
    expect(last(scene.stage)).toMatch(/^success: .*deterministic mode$/);
    expect(scene.server.seen).toEqual([]);
  });
});

describe('the command line', () => {
  const words = ['review', '--base', 'HEAD~1', '--head', 'HEAD', '--format', 'json', '--quiet'];
  it.each([
    ['a key in the environment: models', words, 1, 'models', 'confirmed'],
    ['--no-model: analyzers alone', [...words, '--no-model'], 0, 'deterministic', undefined],
  ])('%s', async (_what, given, code, mode, word) => {
    const { stage, server } = await setScene(raise('confirmed'));
    const child = spawn(process.execPath, [join(DIST, 'cli.js'), ...given], {
      cwd: stage.repository.directory,
      env: { ...ENVIRONMENT, ANTHROPIC_API_KEY: KEY, ANTHROPIC_BASE_URL: server.url },
    });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(code);
    const report = JSON.parse(out) as Report;
    expect(report.mode).toBe(mode);
    expect(report.findings.find((one) => one.origin === 'model')?.verdict).toBe(word);
    expect(server.problems).toEqual([]);
  });
});

describe('R14 own secrets never leave', () => {
  const base64 = Buffer.from(KEY).toString('base64');
  const hex = Buffer.from(KEY).toString('hex');
  it.each([
    ['whole', KEY, KEY],
    ['without its last seven characters', KEY.slice(0, -7), KEY.slice(0, -7)],
    ['reversed', [...KEY].reverse().join(''), [...KEY].reverse().join('')],
    ['base64', base64, base64],
    [
      'base64 of a part',
      Buffer.from(KEY.slice(8)).toString('base64'),
      Buffer.from(KEY.slice(8)).toString('base64'),
    ],
    ['hexadecimal', hex, hex],
    ['percent-encoded', hex.replace(/../g, '%$&'), hex.replace(/../g, '%$&')],
    ['split', [...KEY].join('\u200b'), KEY],
  ])('%s', async (form, said, wanted) => {
    const scene = await setScene(
      raise('confirmed', { explanation: `The key is ${said} indeed.`, title: `Key ${said.slice(0, 60)}` }),
    );
    const run = await scene.run();
    const out = run.out.replace(/^::add-mask::.*$/gm, '');
    const everything = [
      JSON.stringify(run.report),
      out,
      run.summary,
      JSON.stringify(run.outputs),
      ...scene.stage.ownComments(),
      ...scene.stage.statuses(),
      ...scene.stage.fake.reviewComments.map((one) => one.body),
    ]
      .join('\n')
      .replace(/[\u200b\\]/g, '');
    expect(everything).toContain('[hidden]');
    // Twelve characters of the key, in the characters that its form takes for them.
    const size = /percent/.test(form) ? 36 : form === 'hexadecimal' ? 24 : 12;
    for (let start = 0; start + size <= wanted.length; start += 1)
      expect(everything).not.toContain(wanted.slice(start, start + size));
  });

  it('in an error of the service that repeats it', async () => {
    const message = `invalid key ${KEY}, did you mean ${KEY.slice(0, -7)}?`;
    const scene = await setScene(() => ({ kind: 'error', status: 401, message }));
    const run = await scene.run();
    const sent = scene.stage.fake.requests.map((one) => JSON.stringify(one.body ?? null));
    const out = run.out.replace(/^::add-mask::.*$/gm, '');
    const everything = [...sent, out, run.summary, JSON.stringify(run.report)].join('\n');
    for (let start = 0; start + 12 <= KEY.length; start += 1)
      expect(everything).not.toContain(KEY.slice(start, start + 12));
    expect(last(scene.stage)).toMatch(/^error: incomplete/);
  });
});

it('a repeat on the same head says nothing twice', async () => {
  const scene = await setScene(raise('confirmed'));
  await scene.run();
  const comments = scene.stage.fake.reviewComments.length;
  await scene.stage.run({
    event: pullRequestEvent(scene.stage.fake, scene.stage.pull, 'reopened'),
    inputs: { 'anthropic-api-key': KEY },
    environment: { ANTHROPIC_BASE_URL: scene.server.url },
  });
  expect(scene.stage.ownComments()).toHaveLength(1);
  expect(scene.stage.fake.reviewComments).toHaveLength(comments);
  expect(last(scene.stage)).toMatch(/^failure/);
  expectNothingUnexpected(scene);
});
