import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../adapters/git/temporary-repository.ts';
import { makeLog, makeResult } from '../analyzers/sarif/make-log.ts';
import { nothing, PATH, setScene, textOf } from './model-scene.ts';
import { setStage } from './run-action.ts';

const CODE = 'export function run(a) {\n  const b = 1;\n  return a;\n}\n';

/** A workspace into which other programs wrote. */
function makeWorkspace(): string {
  const workspace = temporaryFolder();
  mkdirSync(join(workspace, 'reports'));
  const tool = {
    driver: { name: 'Scanner', rules: [{ id: 'r/1', properties: { 'security-severity': '9.5' } }] },
  };
  const result = makeResult(`file://${workspace}/src/run.js`, 2, {
    ruleId: 'r/1',
    message: { text: 'b is bad.' },
  });
  writeFileSync(join(workspace, 'reports/scan.sarif'), JSON.stringify(makeLog([result], { tool })));
  writeFileSync(
    join(workspace, 'lcov.info'),
    `SF:${workspace}/src/run.js\nDA:1,1\nDA:2,0\nDA:3,0\nend_of_record\n`,
  );
  return workspace;
}

it('results of another program stand in the comment and on their line, and fail only where that is asked for', async () => {
  const workspace = makeWorkspace();
  const environment = { GITHUB_WORKSPACE: workspace };
  const shown = await setStage({ after: { 'src/run.js': CODE } });
  const inputs = { sarif: 'reports/*.sarif', coverage: 'lcov.info' };
  const run = await shown.run({ inputs, environment });
  expect(run.report?.incompleteReasons).toEqual([]);
  expect(shown.ownComments()[0]).toContain('scanner: r/1');
  expect(shown.fake.reviewComments.map((one) => [one.path, one.line])).toContainEqual(['src/run.js', 2]);
  expect(run.report?.findings.map((one) => one.ruleId)).toContain('never-run-lines');
  expect(shown.statuses().at(-1)).toMatch(/^success/);
  const gated = await setStage({ after: { 'src/run.js': CODE } });
  await gated.run({ inputs: { ...inputs, 'sarif-gates': 'true' }, environment });
  expect(gated.statuses().at(-1)).toMatch(/^failure: 1 critical finding blocks/);
});

it('a file outside of the workspace, a link out of it or a missing one leaves the review incomplete', async () => {
  const workspace = makeWorkspace();
  const outside = makeWorkspace();
  symlinkSync(join(outside, 'reports/scan.sarif'), join(workspace, 'link.sarif'));
  const stage = await setStage({ after: { 'src/run.js': CODE } });
  const sarif = `link.sarif, ${join(outside, 'reports/scan.sarif')}\n../x.sarif, missing.sarif`;
  const run = await stage.run({ inputs: { sarif }, environment: { GITHUB_WORKSPACE: workspace } });
  expect(run.report?.verdict).toBe('incomplete');
  expect(run.report?.incompleteReasons).toEqual([
    expect.stringMatching(/^sarif: link\.sarif cannot be used: it is a link that leads out/),
    expect.stringMatching(/outside of the workspace/),
    expect.stringMatching(/\.\.\/x\.sarif cannot be used: it lies outside/),
    expect.stringMatching(/missing\.sarif cannot be used: there is no such file/),
  ]);
  expect(stage.statuses().at(-1)).toMatch(/^error: incomplete/);
});

it('models are told what another program reported, and their silence takes nothing away', async () => {
  const workspace = temporaryFolder();
  const result = makeResult(PATH, 2, { message: { text: 'The division loses cents.' } });
  writeFileSync(join(workspace, 'x.sarif'), JSON.stringify(makeLog([result])));
  const scene = await setScene(() => nothing);
  const run = await scene.run({ sarif: 'x.sarif' }, { environment: { GITHUB_WORKSPACE: workspace } });
  const asked = scene.server.seen.map(({ request }) => textOf(request).split('# Already reported')[1] ?? '');
  expect(asked.length).toBeGreaterThan(0);
  for (const text of asked)
    expect(text).toContain(`${PATH}:2 code-execution (eslint: no-eval): The division loses cents`);
  expect(run.report?.findings.filter((one) => one.origin === 'sarif')).toHaveLength(1);
});
