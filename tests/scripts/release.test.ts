import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { TemporaryRepository, temporaryFolder } from '../adapters/git/temporary-repository.ts';

const WORKFLOW = parse(
  readFileSync(join(import.meta.dirname, '..', '..', '.github', 'workflows', 'release.yml'), 'utf8'),
) as {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { name?: string; run?: string }[] }>>;
};

function script(job: string, name: string): string {
  const step = WORKFLOW.jobs[job]?.steps.find((one) => one.name?.startsWith(name) === true);
  if (step?.run === undefined) throw new Error(`${job} has no step "${name}" with a script`);
  return step.run;
}

/** Stands for GitHub's program: it knows tags, writes down what it is asked to do, and moves nothing. */
const GH = `#!/usr/bin/env bash
case "$*" in
  *matching-refs*) printf '%s\\n' $KNOWN_TAGS ;;
  *"git/ref/tags/"*) [ -n "$MAJOR_EXISTS" ] ;;
  *) printf '%s\\n' "$*" >> "$GH_LOG" ;;
esac
`;

/** Runs a script of the workflow as the runner does, in a checkout of a repository like ours. */
function run(
  text: string,
  tag: string,
  known: { tags?: string; majorExists?: boolean; branch?: string } = {},
) {
  const repository = new TemporaryRepository();
  const files = { 'action.yml': 'name: x\n', LICENSE: 'MIT\n', 'dist/action.js': '1;\n', 'src/x.ts': '1;\n' };
  const main = repository.commit('main', { ...files, 'package.json': '{\n  "version": "1.4.0",\n}\n' });
  repository.git('update-ref', 'refs/remotes/origin/main', main);
  const head = known.branch === 'side' ? repository.commit('side', { 'src/y.ts': '1;\n' }) : main;
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin', 'gh'), GH);
  chmodSync(join(folder, 'bin', 'gh'), 0o755);
  const log = join(folder, 'gh.log');
  const ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', text], {
    cwd: repository.directory,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
      GITHUB_REF_NAME: tag,
      GITHUB_REPOSITORY: 'octo/shop',
      GH_LOG: log,
      KNOWN_TAGS: known.tags ?? '',
      MAJOR_EXISTS: known.majorExists === true ? 'yes' : '',
    },
  });
  return {
    code: ran.status,
    out: `${ran.stdout}${ran.stderr}`,
    asked: existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [],
    directory: repository.directory,
    head,
  };
}

describe('the scripts of a release', () => {
  const check = script('check', 'The tag names');
  const archive = script('release', 'One archive');
  const move = script('release', 'Move the tag');
  const tags = 'refs/tags/v1.3.9 refs/tags/v1.4.0 refs/tags/v1.4.0-rc.1';

  it('go on with a commit of main that has the version of its tag', () => {
    expect(run(check, 'v1.4.0')).toMatchObject({ code: 0, out: '' });
  });

  it.each([
    ['of a commit that nobody merged', 'v1.4.0', 'side', 'v1.4.0 is not on main'],
    ['of another version', 'v1.4.1', 'main', 'another version than v1.4.1'],
  ])('stop at a tag %s', (_what, tag, branch, words) => {
    const { code, out } = run(check, tag, { branch });
    expect(code).toBe(1);
    expect(out).toContain(words);
  });

  it('pack what the Action runs and nothing else, the same bytes each time', () => {
    const packed = [run(archive, 'v1.4.0'), run(archive, 'v1.4.0')].map(({ code, directory }) => {
      expect(code).toBe(0);
      return join(directory, 'multi-agent-review-v1.4.0.tar.gz');
    });
    const list = spawnSync('tar', ['-tzf', packed[0] ?? ''], { encoding: 'utf8' })
      .stdout.trim()
      .split('\n');
    expect(list.filter((name) => !name.endsWith('/')).sort()).toEqual([
      'LICENSE',
      'action.yml',
      'dist/action.js',
    ]);
    expect(readFileSync(packed[0] ?? '').equals(readFileSync(packed[1] ?? ''))).toBe(true);
  });

  it('move the tag of the major version to the released commit', () => {
    const { code, asked, head } = run(move, 'v1.4.0', { tags, majorExists: true });
    expect(code).toBe(0);
    expect(asked).toEqual([
      `api --method PATCH repos/octo/shop/git/refs/tags/v1 -f sha=${head} -F force=true --silent`,
    ]);
  });

  it('make it at the first release', () => {
    const { asked, head } = run(move, 'v1.4.0', { tags });
    expect(asked).toEqual([
      `api --method POST repos/octo/shop/git/refs -f ref=refs/tags/v1 -f sha=${head} --silent`,
    ]);
  });

  it('leave it where it is when an older line gets a fix', () => {
    const { code, asked, out } = run(move, 'v1.3.9', { tags, majorExists: true });
    expect([code, asked]).toEqual([0, []]);
    expect(out).toContain('v1 stays where it is: v1.4.0 is newer than v1.3.9');
  });
});
