import type { Report } from '../model.ts';
import { escalationText } from './describe-escalation.ts';
import { headlineOf, headlineText } from './describe-report.ts';
import { toJson } from './render-json.ts';
import { sarifResult } from './sarif-results.ts';
import { sarifRules } from './sarif-rules.ts';
import { pathToUri, sarifText } from './sarif-text.ts';

/** Code scanning shows 5,000 results of a run and refuses files beyond 25,000; the worst come first. */
const MOST_RESULTS = 5_000;
/** Placed on a file that every repository may have, when the change names none. */
const FALLBACK_PATH = 'README.md';

export interface SarifOptions {
  /** Version of the tool. */
  readonly version: string;
  /** Where people read about the tool. */
  readonly informationUri?: string;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * The report as SARIF 2.1.0 for GitHub code scanning. Suppressed findings are results with a suppression, an incomplete
 * review is an unsuccessful invocation that names what is missing: an empty list of results never means "nothing to
 * find" by itself.
 */
export function renderSarif(report: Report, options: SarifOptions): string {
  const shown = report.findings.filter((finding) => finding.suppressedBy === undefined);
  const suppressed = report.findings.filter((finding) => finding.suppressedBy !== undefined);
  const findings = [...shown, ...suppressed].slice(0, MOST_RESULTS);
  const { rules, indexOf } = sarifRules(findings);
  const anyPath = report.coverage.reviewed[0]?.path ?? FALLBACK_PATH;
  const results = findings.map((finding) => sarifResult(finding, indexOf.get(finding.ruleId) ?? 0, anyPath));
  const driver = {
    name: 'multi-agent-review',
    version: options.version,
    ...(options.informationUri === undefined ? {} : { informationUri: options.informationUri }),
    rules,
  };
  const run = {
    tool: { driver },
    automationDetails: { id: 'multi-agent-review/' },
    columnKind: 'utf16CodeUnits',
    invocations: [invocation(report, findings.length)],
    results,
    properties: {
      verdict: report.verdict,
      gate: report.gate,
      mode: report.mode,
      configDigest: report.configDigest,
    },
  };
  return toJson({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] });
}

function invocation(report: Report, written: number): Json {
  const left = report.findings.length - written;
  const execution = [
    ...report.incompleteReasons.map((reason) => notification('error', reason)),
    ...report.coverage.notReviewed.map(({ path, reason }) =>
      notification('error', `Not reviewed: ${reason}`, path),
    ),
    ...(left > 0
      ? [notification('warning', `${left} more findings are left out: code scanning shows ${MOST_RESULTS}.`)]
      : []),
    ...(report.escalations ?? []).map((escalation) =>
      notification('warning', `Needs a person: ${escalationText(escalation)}`),
    ),
    ...report.notes.map((note) => notification('note', note)),
    notification('note', headlineText(headlineOf(report))),
  ];
  const configuration = report.configProblems.map((problem) =>
    notification(
      'error',
      `${problem.key === '' ? '' : `${problem.key}: `}${problem.message}`,
      problem.file,
      problem.line,
    ),
  );
  return {
    executionSuccessful: report.verdict !== 'incomplete',
    toolExecutionNotifications: execution,
    ...(configuration.length === 0 ? {} : { toolConfigurationNotifications: configuration }),
  };
}

function notification(
  level: 'error' | 'warning' | 'note',
  text: string,
  path?: string,
  line?: number | null,
): Json {
  const message = { text: sarifText(text, 1000) || 'no text' };
  if (path === undefined) return { level, message };
  const region = line === undefined || line === null || line < 1 ? {} : { region: { startLine: line } };
  const physicalLocation = { artifactLocation: { uri: pathToUri(path), uriBaseId: '%SRCROOT%' }, ...region };
  return { level, message, locations: [{ physicalLocation }] };
}
