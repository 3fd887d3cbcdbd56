import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { messageOf, ReviewError } from '../../errors.ts';
import { firstLine } from './first-line.ts';

/** Largest output that is held in memory, in bytes. */
export const MAX_OUTPUT = 300 * 1024 * 1024;

export interface GitCall {
  readonly file: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly input?: Uint8Array;
  /** Output beyond this many bytes ends the program; default 300 MB. */
  readonly maxBytes?: number;
  readonly signal: AbortSignal;
}

export interface GitOutput {
  readonly code: number;
  readonly output: Buffer;
  /** First line of what git said on its error stream, control characters escaped. */
  readonly complaint: string;
}

/**
 * Runs git once and gives its output, whatever its exit code. No shell; the current directory is the system's folder
 * for temporary files, never the reviewed repository.
 *
 * @throws ReviewError `aborted`, `git-missing` when the program cannot be started, `git-failed` when the output is too
 * large or a signal ended it
 */
export function runGit(call: GitCall): Promise<GitOutput> {
  const maxBytes = call.maxBytes ?? MAX_OUTPUT;
  return new Promise((resolve, reject) => {
    if (call.signal.aborted) return reject(aborted());
    const child = spawn(call.file, call.arguments, {
      cwd: tmpdir(),
      env: { ...call.environment },
      stdio: ['pipe', 'pipe', 'pipe'],
      shell: false,
      windowsHide: true,
    });
    const chunks: Buffer[] = [];
    const complaints: Buffer[] = [];
    let size = 0;
    let complaintSize = 0;
    const stop = () => child.kill('SIGKILL');
    call.signal.addEventListener('abort', stop, { once: true });
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) stop();
      else chunks.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complaintSize += chunk.length;
      if (complaintSize <= 65_536) complaints.push(chunk);
    });
    // Git may end before it has read all of its input; its exit code and complaint tell the story then.
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => {
      call.signal.removeEventListener('abort', stop);
      reject(
        new ReviewError('git-missing', `${call.file} could not be started: ${messageOf(error)}.`, INSTALL, {
          cause: error,
        }),
      );
    });
    child.on('close', (code, endedBy) => {
      call.signal.removeEventListener('abort', stop);
      if (call.signal.aborted) return reject(aborted());
      if (size > maxBytes) return reject(tooLarge(maxBytes));
      const complaint = firstLine(Buffer.concat(complaints).toString('utf8'));
      if (code === null) return reject(killed(endedBy, complaint));
      resolve({ code, output: Buffer.concat(chunks), complaint });
    });
    child.stdin.end(call.input);
  });
}

const INSTALL = 'Check that git works: run `git --version` in a terminal.';

function aborted(): ReviewError {
  return new ReviewError('aborted', 'The review was stopped while git was running.', 'Start it again.');
}

function tooLarge(maxBytes: number): ReviewError {
  return new ReviewError(
    'git-failed',
    `The change is too large: git's output is over ${Math.round(maxBytes / 1_048_576)} MB.`,
    'Review a smaller range: choose a later --base, or split the change.',
  );
}

function killed(endedBy: string | null, complaint: string): ReviewError {
  return new ReviewError(
    'git-failed',
    `git was ended by ${endedBy ?? 'an unknown signal'}${complaint === '' ? '' : `; it said: ${complaint}`}.`,
    'Run the command again; if it repeats, check free memory and disk space.',
  );
}
