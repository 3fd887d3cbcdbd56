import { describe, expect, it } from 'vitest';
import { secretsAnalyzer } from '../../../src/analyzers/secrets/secrets-analyzer.ts';
import { addedFile } from './added-file.ts';
import { fakePem, fakeSecrets } from './fake-secrets.ts';

describe('secretsAnalyzer', () => {
  it('shows the type and at most four characters, and quotes the line exactly', async () => {
    for (const { secret, line } of fakeSecrets()) {
      const [finding] = await secretsAnalyzer.run(addedFile('src/config.ts', `// top\n${line}\n`));

      const words = `${finding?.title} ${finding?.explanation} ${finding?.failureScenario} ${finding?.fix}`;
      expect(finding).toMatchObject({
        startLine: 2,
        side: 'new',
        quote: line,
        category: 'secrets',
        reviewer: 'security',
      });
      expect(finding?.title.length).toBeLessThanOrEqual(80);
      for (let index = 0; index + 6 <= secret.length; index += 1) {
        expect(words).not.toContain(secret.slice(index, index + 6));
      }
    }
  });

  it('reports added lines only', async () => {
    const text = `${fakeSecrets()[0]?.line}\n${fakeSecrets()[6]?.line}`;

    const findings = await secretsAnalyzer.run(addedFile('a.ts', text, { added: [2] }));

    expect(findings.map((finding) => finding.startLine)).toEqual([2]);
  });

  it('reports a private key of which only a line in the middle is new', async () => {
    const findings = await secretsAnalyzer.run(addedFile('key.pem', fakePem(), { added: [5] }));

    expect(findings).toMatchObject([{ startLine: 5, severity: 'critical', ruleId: 'private-key' }]);
  });

  it('takes guesses in tests less seriously, vendors’ keys still seriously', async () => {
    const find = (kind: string) => fakeSecrets().find((one) => one.kind === kind)?.line ?? '';

    const guess = await secretsAnalyzer.run(addedFile('tests/a.test.ts', find('generic')));
    const key = await secretsAnalyzer.run(addedFile('tests/a.test.ts', find('stripe')));

    expect(guess.map((finding) => finding.severity)).toEqual(['low']);
    expect(key.map((finding) => finding.severity)).toEqual(['high']);
  });
});
