import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type GitSourceOptions, makeGitSource } from '../../../src/adapters/git/make-git-source.ts';
import type { Blob, FileChange } from '../../../src/model.ts';

/** An environment of the test's own: no configuration of the person who runs it. */
export const ENVIRONMENT = {
  PATH: process.env.PATH,
  HOME: join(tmpdir(), 'multi-agent-review-no-home'),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** A real repository in a folder of its own, removed when the test ends. Dates are fixed, so names of commits are. */
export class TemporaryRepository {
  readonly directory: string;
  #minute = 0;

  constructor(...options: string[]) {
    this.directory = temporaryFolder();
    this.git('init', '--quiet', '--initial-branch=main', ...options);
  }

  git(...command: string[]): string {
    const date = `2026-01-01T00:${String(this.#minute).padStart(2, '0')}:00Z`;
    const output = execFileSync('git', ['-C', this.directory, ...command], {
      env: {
        ...ENVIRONMENT,
        GIT_AUTHOR_NAME: 'Ada',
        GIT_AUTHOR_EMAIL: 'ada@example.test',
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_NAME: 'Ada',
        GIT_COMMITTER_EMAIL: 'ada@example.test',
        GIT_COMMITTER_DATE: date,
        GIT_ALLOW_PROTOCOL: 'file',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 400_000_000,
    });
    return output.toString('utf8').replace(/\n$/, '');
  }

  write(path: string, content: string | Uint8Array): void {
    const file = join(this.directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  /** Writes files and commits everything; returns the commit. */
  commit(message: string, files: Readonly<Record<string, string | Uint8Array>> = {}): string {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
    this.#minute += 1;
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', message);
    return this.git('rev-parse', 'HEAD');
  }

  path(...parts: string[]): string {
    return join(this.directory, ...parts);
  }
}

/** An empty folder, removed when the test ends. */
export function temporaryFolder(): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'git-test-')));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export const SIGNAL = new AbortController().signal;

/** A source that is closed when the test ends. */
export function sourceOf(
  options: GitSourceOptions,
  environment: Record<string, string | undefined> = ENVIRONMENT,
) {
  const source = makeGitSource(options, environment);
  onTestFinished(() => source.close());
  return source;
}

/** `A src/x.ts +1 -0`, one line per changed file. */
export function summary(files: readonly FileChange[]): string[] {
  return files.map((file) => {
    const from = file.oldPath !== null && file.oldPath !== file.path ? `${file.oldPath} -> ` : '';
    return `${file.status} ${from}${file.path} +${file.added} -${file.deleted}`;
  });
}

/** A blob in a word: its text, or what it is instead. */
export function words(blob: Blob | undefined): string {
  if (blob === undefined) return '(no answer)';
  if (blob.kind === 'text') return blob.undecodable ? `undecodable ${blob.text}` : blob.text;
  if (blob.kind === 'symlink') return `symlink to ${blob.target}`;
  if (blob.kind === 'submodule') return `submodule at ${blob.commit}`;
  return blob.kind === 'unreadable' ? `unreadable: ${blob.reason}` : blob.kind;
}

/** Every file below a folder with its bytes, to see whether anything was written there. */
export function fingerprintOf(directory: string): string {
  const lines: string[] = [];
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    lines.push(entry.isFile() ? `${file} ${readFileSync(file).toString('base64')}` : file);
  }
  return lines.sort().join('\n');
}
