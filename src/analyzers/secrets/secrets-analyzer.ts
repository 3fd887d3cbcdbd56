import { isTestPath } from '../../diff/is-test-path.ts';
import type { Severity } from '../../model.ts';
import type { AnalyzedFile, AnalyzerFinding, FileAnalyzer } from '../analyzer.ts';
import { onNewLine } from '../on-new-line.ts';
import { findSecrets } from './find-secrets.ts';
import type { SecretSpan } from './secret-span.ts';

/** Reports secrets on added lines: type and at most the last four characters, never the value. */
export const secretsAnalyzer: FileAnalyzer = {
  name: 'secrets',
  async run(file) {
    if (file.map.addedLines.length === 0) return [];
    const findings: AnalyzerFinding[] = [];
    for (const span of await findSecrets(file.text)) {
      const line = changedLineOf(file, span);
      if (line > 0) findings.push(toFinding(file, span, line));
    }
    return findings;
  },
};

/** First changed line that the secret touches, or 0. */
function changedLineOf(file: AnalyzedFile, span: SecretSpan): number {
  const lineFeeds = file.text.slice(span.start, span.end).trimEnd().split('\n').length - 1;
  return file.map.firstChangedIn('new', span.line, span.line + lineFeeds);
}

function toFinding(file: AnalyzedFile, span: SecretSpan, line: number): AnalyzerFinding {
  const value = file.text.slice(span.start, span.end);
  const tail = tailOf(value);
  const path = file.file.path;
  const isTest = isTestPath(path);
  return {
    reviewer: 'security',
    ruleId: span.ruleId,
    category: 'secrets',
    cwe: 'CWE-798',
    severity: isTest ? severityInTests(span) : span.severity,
    confidence: isTest ? Math.max(30, span.confidence - 20) : span.confidence,
    ...onNewLine(file, line),
    title: `${capitalised(span.kind)} committed to the repository${tail}`.slice(0, 80),
    explanation:
      `This line holds what looks like a live credential: ${span.kind}${tail}. Everyone who can read the repository, ` +
      'its forks, its build logs or an old clone can use it, and it stays in the history when the line is removed.',
    failureScenario: `Someone reads the repository or a leaked copy of it, takes the ${span.kind} and acts with its rights until it is revoked.`,
    fix: 'Revoke or rotate the credential now, then read it at run time from the environment or a secret store and commit only its name.',
    proof: [{ path, line, text: `matches the format of: ${span.kind}` }],
  };
}

/** Vendors' tokens stay serious in tests: real ones end up there. Guesses from names do not. */
function severityInTests(span: SecretSpan): Severity {
  const isGuess =
    /^(?:generic-secret|hard-coded-password|authorization-header|command-password|markup-secret|kubernetes-secret|jwt|.*url-password|connection-string.*)$/.test(
      span.ruleId,
    );
  if (isGuess) return 'low';
  return span.severity === 'critical' ? 'high' : span.severity;
}

/** ` (ends in …abcd)` for long one-line values; short or many-line ones show nothing. */
function tailOf(value: string): string {
  const isPlain = value.length >= 20 && /^[\x21-\x7e]*$/.test(value);
  return isPlain ? ` (ends in …${value.slice(-4)})` : '';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
