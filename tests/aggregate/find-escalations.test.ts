import { describe, expect, it } from 'vitest';
import { type EscalationFacts, findEscalations } from '../../src/aggregate/find-escalations.ts';
import { DEFAULT_SETTINGS } from '../../src/config/default-settings.ts';
import type { Settings } from '../../src/model.ts';
import { makeChangedFile, makeContext } from '../make-changed-file.ts';
import { COVERED, makeAgent } from '../make-finding.ts';

const CALM: EscalationFacts = {
  agents: [makeAgent(), makeAgent({ name: 'style' })],
  coverage: COVERED,
  reviewers: [],
  ms: 1,
  pendingMs: null,
};

function asked(
  paths: readonly string[],
  facts: Partial<EscalationFacts> = {},
  settings: Partial<Settings> = {},
) {
  const files = paths.map((path) => makeChangedFile(path, null, 'x\n'));
  const context = makeContext(files, { settings: { ...DEFAULT_SETTINGS, ...settings } });
  return findEscalations(context, [], { ...CALM, ...facts });
}

describe('what a person is asked to look at', () => {
  it('is nothing in an ordinary change', () => {
    expect(asked(['src/price.ts', 'README.md', 'src/list.py', 'AUTHORS', 'src/author.ts'])).toEqual([]);
  });

  it.each([
    '.github/workflows/ci.yml',
    'src/auth/token.ts',
    'lib/crypto/seal.go',
    'db/migrations/7.py',
    'db/all.sql',
    'src/payments/charge.ts',
    'Dockerfile',
    'src/login.ts',
    'app/UserAuthService.java',
    'src/authorization.ts',
    '.github/CODEOWNERS',
    'Jenkinsfile',
  ])('by default includes %s', (path) => {
    expect(asked([path, 'src/a.ts'])).toEqual([
      { role: 'code owners', paths: [path], reason: 'A security-sensitive file was changed.' },
    ]);
  });

  it('includes a file that was moved out of a sensitive place', () => {
    const file = makeChangedFile('src/plain.ts', 'x\n', 'y\n');
    const moved = { ...file, change: { ...file.change, oldPath: 'src/auth/token.ts' } };
    expect(findEscalations(makeContext([moved]), [], CALM)).toHaveLength(1);
  });

  it('follows the setting', () => {
    const escalation = { paths: ['core/**'], pendingMinutes: 15 };
    expect(asked(['src/auth/token.ts', 'core/a.ts'], {}, { escalation })).toMatchObject([
      { paths: ['core/a.ts'] },
    ]);
    expect(asked(['core/a.ts'], {}, { escalation: { ...escalation, paths: [] } })).toEqual([]);
  });

  it('is a security review with a hole, of the built-in reviewer or of the repository’s own', () => {
    const failed = [makeAgent({ status: 'timed-out' }), makeAgent({ name: 'style', status: 'failed' })];
    expect(asked([], { agents: failed }).map(({ reason }) => reason)).toEqual([
      'The security review is incomplete: security ended as timed out.',
    ]);
    const unread = { ...COVERED, notReviewed: [{ path: 'src/auth/a.ts', reason: 'too large' }] };
    expect(asked([], { coverage: unread })).toMatchObject([{ paths: ['src/auth/a.ts'] }]);
  });

  it('is a contradiction', () => {
    const conflict = { findings: ['a', 'b'], reason: 'x' };
    expect(findEscalations(makeContext([]), [conflict], CALM)).toMatchObject([{ role: 'maintainers' }]);
  });

  it('is a review that took too long, or was left pending for too long', () => {
    const minutes = (count: number) => count * 60_000;
    expect(asked([], { ms: minutes(15), pendingMs: minutes(15) })).toEqual([]);
    expect(asked([], { ms: minutes(16.5) })[0]?.reason).toBe(
      'This review took 16 min; escalation.pending-minutes is 15.',
    );
    expect(asked([], { pendingMs: minutes(70) })[0]?.reason).toBe(
      'An earlier review of this commit was pending for 70 min; escalation.pending-minutes is 15.',
    );
  });
});
