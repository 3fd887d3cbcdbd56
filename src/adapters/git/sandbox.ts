import { rmSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ReviewError } from '../../errors.ts';
import { sandboxEnvironment } from './git-environment.ts';
import { ifPresent } from './if-present.ts';
import type { Repository } from './repository.ts';
import { type GitOutput, runGit } from './run-git.ts';

/**
 * A throw-away git directory beside the reviewed repository. It borrows the repository's objects and has a configuration
 * of our own making, so nothing that the repository configures or carries can take effect: no hooks, filters, external
 * diffs, text conversions, fsmonitor or aliases exist here, and no attribute can hide a file from the diff. What is
 * written (objects of uncommitted files, an index) is written here and never into the reviewed repository.
 */
export interface Sandbox {
  readonly directory: string;
  /** Runs git in the sandbox and gives its output, whatever its exit code. */
  run(command: readonly string[], options: SandboxRun): Promise<GitOutput>;
  /** Runs git in the sandbox. @throws ReviewError `git-failed` when its exit code is not 0 */
  output(command: readonly string[], options: SandboxRun): Promise<Buffer>;
  close(): void;
}

export interface SandboxRun {
  readonly signal: AbortSignal;
  readonly input?: Uint8Array;
  readonly maxBytes?: number;
  /** Look at the reviewed working tree, with this index file. */
  readonly index?: string;
}

/** Settings that tell how the file system behaves; safe to take over, and needed to see no false changes. */
const KEPT = [
  'core.filemode',
  'core.symlinks',
  'core.ignorecase',
  'core.precomposeunicode',
  'core.trustctime',
  'core.checkstat',
  'core.autocrlf',
  'core.eol',
];

/** What these settings may be; anything else would only make git stop. */
const PLAIN_VALUE = /^(true|false|yes|no|on|off|0|1|input|lf|crlf|native|default|minimal)$/i;

/** What is written here need not survive a power cut, nor be small. */
const THROW_AWAY = ['fsync = none', 'compression = 0'];

/** Wins over every `.gitattributes` (gitattributes, "info/attributes has the highest precedence"). */
const ATTRIBUTES = '* !filter !diff !ident !working-tree-encoding\n';

/** Makes the sandbox. It is removed by `close`, or when the process ends. */
export async function makeSandbox(repository: Repository): Promise<Sandbox> {
  const directory = await mkdtemp(join(tmpdir(), 'multi-agent-review-'));
  const remove = () => rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', remove);
  const emptyFile = join(directory, 'empty');
  const excluded = join(repository.gitDirectory, 'info', 'exclude');
  await Promise.all(
    ['objects/info', 'refs', 'info'].map((name) => mkdir(join(directory, name), { recursive: true })),
  );
  await Promise.all([
    writeFile(emptyFile, ''),
    writeFile(join(directory, 'HEAD'), 'ref: refs/heads/review\n'),
    writeFile(join(directory, 'config'), configurationText(repository)),
    writeFile(join(directory, 'info', 'attributes'), ATTRIBUTES),
    writeFile(join(directory, 'objects', 'info', 'alternates'), `${quoted(repository.objects)}\n`),
    copySharedIndexes(repository, directory),
    // Optional; but one that cannot be read would let files in that the person keeps out.
    ifPresent(excluded, copyFile(excluded, join(directory, 'info', 'exclude'))),
  ]);
  const variables = sandboxEnvironment(repository.program, repository.environment, directory, emptyFile);
  const run: Sandbox['run'] = (command, options) => {
    const place = options.index === undefined ? {} : placeOf(repository, options.index);
    return runGit({
      file: repository.program.file,
      arguments: ['--no-pager', ...command],
      environment: { ...variables, GIT_DIR: directory, ...place },
      signal: options.signal,
      ...(options.input === undefined ? {} : { input: options.input }),
      ...(options.maxBytes === undefined ? {} : { maxBytes: options.maxBytes }),
    });
  };
  return {
    directory,
    run,
    output: async (command, options) => {
      const answer = await run(command, options);
      if (answer.code === 0) return answer.output;
      throw gitFailed(command.find((word) => /^[a-z]+-?[a-z]+$/.test(word)) ?? '', answer, repository);
    },
    close: () => {
      process.removeListener('exit', remove);
      remove();
    },
  };
}

function placeOf(repository: Repository, index: string): Record<string, string> {
  return repository.workingTree === null
    ? { GIT_INDEX_FILE: index }
    : { GIT_INDEX_FILE: index, GIT_WORK_TREE: repository.workingTree };
}

function configurationText(repository: Repository): string {
  const lines = ['[core]', 'bare = true', 'safecrlf = false', 'quotePath = false', ...THROW_AWAY];
  for (const name of KEPT) {
    const value = repository.configuration.get(name);
    if (value !== undefined && PLAIN_VALUE.test(value))
      lines.push(`${name.slice('core.'.length)} = ${quoted(value)}`);
  }
  lines.push(`excludesFile = ${quoted(ignoreFileOf(repository))}`);
  const format = repository.objectFormat;
  lines.push(`repositoryformatversion = ${format === 'sha256' ? 1 : 0}`);
  if (format === 'sha256') lines.push('[extensions]', 'objectformat = sha256');
  return `${lines.join('\n')}\n`;
}

/** The person's own ignore file, as git finds it (gitignore, `core.excludesFile`). */
function ignoreFileOf(repository: Repository): string {
  const { environment } = repository;
  const home = environment.HOME ?? environment.USERPROFILE ?? '';
  const configured = repository.configuration.get('core.excludesfile');
  if (configured !== undefined) return configured.replace(/^~(?=[/\\])/, () => home);
  const folder = environment.XDG_CONFIG_HOME || join(home, '.config');
  return join(folder, 'git', 'ignore');
}

/** A split index keeps most of its entries in files beside it. */
async function copySharedIndexes(repository: Repository, directory: string): Promise<void> {
  const folder = dirname(repository.index);
  const names = (await ifPresent(folder, readdir(folder))) ?? [];
  await Promise.all(
    names
      .filter((name) => name.startsWith('sharedindex.'))
      .map((name) => copyFile(join(folder, name), join(directory, name))),
  );
}

/** In git's own quoting, which its configuration and `alternates` share for these characters. */
function quoted(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, '\\t')}"`;
}

function gitFailed(command: string, answer: GitOutput, repository: Repository): ReviewError {
  const partial = [...repository.configuration.keys()].some((name) =>
    /^(remote\..*\.promisor|extensions\.partialclone)$/i.test(name),
  );
  return new ReviewError(
    'git-failed',
    `git ${command} failed (exit code ${answer.code}): ${answer.complaint || 'it gave no reason'}.`,
    partial
      ? 'This is a partial clone and the review never downloads: fetch the missing objects first with `git fetch --refetch --no-filter`.'
      : 'Run `git fsck` in the repository; if it is sound, please report this message.',
  );
}
