import type { Finding, ProofStep } from '../model.ts';
import { cutLine } from './cut-text.ts';
import { locationOf } from './describe-report.ts';
import { levelOf } from './sarif-rules.ts';
import { pathToUri, sarifLine, sarifText } from './sarif-text.ts';

/** A line of a minified file may have megabytes. */
const MOST_SNIPPET = 2_000;

type Json = Readonly<Record<string, unknown>>;

/**
 * A finding as a SARIF result.
 * @param anyPath where a finding about the change as a whole is put: code scanning refuses results without a file
 */
export function sarifResult(finding: Finding, ruleIndex: number, anyPath: string): Json {
  const flow = codeFlow(finding.proof);
  const fix = suggestedFix(finding);
  return {
    ruleId: sarifLine(finding.ruleId, 200),
    ruleIndex,
    level: levelOf(finding.severity),
    rank: Math.min(100, Math.max(0, finding.confidence)),
    message: { text: messageOf(finding) },
    locations: [locationOfResult(finding, anyPath)],
    partialFingerprints: {
      'multiAgentReview/v1': finding.fingerprint,
      // Code scanning recognises an alert again by this key alone; without it, it hashes the line's neighbourhood.
      primaryLocationLineHash: `${finding.fingerprint.replace(/^f1:/, '')}:1`,
    },
    ...(flow === null ? {} : { codeFlows: [flow] }),
    ...(fix === null ? {} : { fixes: [fix] }),
    ...(finding.suppressedBy === undefined ? {} : { suppressions: [suppression(finding.suppressedBy)] }),
    properties: {
      id: finding.id,
      severity: finding.severity,
      category: finding.category,
      confidence: finding.confidence,
      reviewer: finding.reviewer,
      agreedBy: finding.agreedBy,
      origin: finding.origin,
      verdict: finding.verdict,
      state: finding.state,
    },
  };
}

function messageOf(finding: Finding): string {
  const where = pointsAtLine(finding) ? '' : `\n\nAbout: ${locationOf(finding)}`;
  const fix = finding.fix.trim() === '' ? '' : `\n\nFix: ${finding.fix}`;
  const text = `${finding.title.trim()}${/[.!?]$/.test(finding.title.trim()) ? '' : '.'} ${finding.explanation}`;
  return sarifText(
    `${sarifText(text)}${sarifText(where)}${fix === '' ? '' : `\n\n${sarifText(fix)}`}`,
    5_000,
  );
}

/** Lines of the old side do not exist in the commit that code scanning shows. */
function pointsAtLine(finding: Finding): boolean {
  return finding.anchor === 'line' && finding.side !== 'old' && finding.startLine !== undefined;
}

function locationOfResult(finding: Finding, anyPath: string): Json {
  const path = finding.path ?? anyPath;
  if (!pointsAtLine(finding)) return { physicalLocation: physical(path, { startLine: 1 }) };
  const { startLine = 1, endLine = startLine, quote, excerpt } = finding;
  const snippet = quote === undefined ? {} : { snippet: { text: cutLine(quote, MOST_SNIPPET) } };
  const context =
    excerpt === undefined || excerpt.lines.length === 0
      ? {}
      : {
          contextRegion: {
            startLine: Math.max(1, excerpt.startLine),
            endLine: Math.max(1, excerpt.startLine + excerpt.lines.length - 1),
            snippet: { text: excerpt.lines.map((line) => cutLine(line, MOST_SNIPPET)).join('\n') },
          },
        };
  return {
    physicalLocation: {
      ...physical(path, { startLine, endLine: Math.max(startLine, endLine), ...snippet }),
      ...context,
    },
  };
}

function physical(path: string, region: Json): Json {
  return { artifactLocation: { uri: pathToUri(path), uriBaseId: '%SRCROOT%' }, region };
}

/** Steps without a place cannot be shown in a flow; the message of the finding has their text. */
function codeFlow(proof: readonly ProofStep[]): Json | null {
  const locations = proof.slice(0, 100).flatMap((step) => {
    if (step.path === undefined || step.line === undefined || step.line < 1) return [];
    const physicalLocation = physical(step.path, { startLine: step.line });
    return [{ location: { physicalLocation, message: { text: sarifText(step.text, 500) || 'step' } } }];
  });
  return locations.length === 0 ? null : { threadFlows: [{ locations }] };
}

function suggestedFix(finding: Finding): Json | null {
  if (finding.suggestion === undefined || finding.path === undefined || !pointsAtLine(finding)) return null;
  const { startLine = 1, endLine = startLine } = finding;
  const text = sarifText(finding.fix, 500);
  return {
    description: { text: text === '' ? 'Suggested change' : text },
    artifactChanges: [
      {
        artifactLocation: { uri: pathToUri(finding.path), uriBaseId: '%SRCROOT%' },
        replacements: [
          {
            deletedRegion: { startLine, endLine: Math.max(startLine, endLine) },
            insertedContent: { text: finding.suggestion },
          },
        ],
      },
    ],
  };
}

function suppression(reason: string): Json {
  return { kind: 'external', status: 'accepted', justification: sarifText(reason, 500) || 'suppressed' };
}
