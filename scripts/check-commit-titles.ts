import { execFileSync } from 'node:child_process';

/** Conventional Commits 1.0.0: type, optional scope, optional !, a colon, a description. */
const TITLE =
  /^(feat|fix|perf|refactor|docs|test|bench|build|ci|chore|revert)(\([a-z0-9-]+\))?!?: \S.{0,130}$/;

const titles = execFileSync('git', ['log', '--no-merges', '--format=%h %s', '-200'], { encoding: 'utf8' });
const wrong = titles
  .split('\n')
  .filter((line) => line !== '' && !TITLE.test(line.slice(line.indexOf(' ') + 1)));
for (const line of wrong) console.error(`not a conventional commit title: ${line}`);
if (wrong.length > 0) process.exitCode = 1;
else console.log('commit titles are conventional');
