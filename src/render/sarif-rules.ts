import { type Category, type Finding, SECURITY_CATEGORIES, type Severity, severityRank } from '../model.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { sarifLine, sarifText } from './sarif-text.ts';

export type SarifLevel = 'error' | 'warning' | 'note';

const LEVELS: Readonly<Record<Severity, SarifLevel>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** GitHub reads above 9.0 as critical, from 7.0 as high, from 4.0 as medium, above 0 as low. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
  info: '0.5',
};

const SECURITY: ReadonlySet<Category> = new Set<Category>(SECURITY_CATEGORIES);

/** Level of a result by its severity. */
export function levelOf(severity: Severity): SarifLevel {
  return LEVELS[severity];
}

/** Descriptors of the rules that the findings name, in order of their first finding, and where each one stands. */
export function sarifRules(findings: readonly Finding[]): {
  readonly rules: readonly Readonly<Record<string, unknown>>[];
  readonly indexOf: ReadonlyMap<string, number>;
} {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = byRule.get(finding.ruleId);
    if (known === undefined) byRule.set(finding.ruleId, [finding]);
    else known.push(finding);
  }
  const ids = [...byRule.keys()];
  return {
    rules: ids.map((id) => describeRule(id, byRule.get(id) ?? [])),
    indexOf: new Map(ids.map((id, index) => [id, index])),
  };
}

function describeRule(id: string, findings: readonly Finding[]): Readonly<Record<string, unknown>> {
  const [first] = [...findings].sort((a, b) => severityRank(a.severity) - severityRank(b.severity));
  if (first === undefined) return { id: sarifLine(id, 200) };
  // What an analyzer says is the rule's own text; a model's or an importer's title belongs to one finding alone.
  const own = first.origin === 'analyzer';
  const subject = first.category.replaceAll('-', ' ');
  const title = own
    ? first.title
    : `${subject.charAt(0).toUpperCase()}${subject.slice(1)}, seen by ${first.reviewer}`;
  const [, cwe] = /^CWE-(\d{1,5})$/.exec(first.cwe ?? '') ?? [];
  const name = sarifLine(id, 200);
  const help = own
    ? [first.failureScenario, first.fix].filter((text) => text.trim() !== '').join('\n\n')
    : title;
  return {
    id: name,
    name: ruleName(id),
    shortDescription: { text: sarifLine(title, 200) },
    fullDescription: { text: sarifText(own ? first.explanation : title, 1000) || name },
    ...(cwe === undefined ? {} : { helpUri: `https://cwe.mitre.org/data/definitions/${cwe}.html` }),
    help: { text: sarifText(help) || name, markdown: escapeMarkdown(sarifText(help)) || 'No help.' },
    defaultConfiguration: { level: levelOf(first.severity) },
    properties: ruleProperties(first, cwe),
  };
}

function ruleProperties(finding: Finding, cwe: string | undefined): Readonly<Record<string, unknown>> {
  const security = SECURITY.has(finding.category);
  const tags = [
    ...(security ? ['security'] : []),
    finding.category,
    sarifLine(finding.reviewer, 60),
    ...(cwe === undefined ? [] : [`external/cwe/cwe-${cwe.padStart(3, '0')}`]),
  ];
  return {
    tags: [...new Set(tags)],
    precision: precisionOf(finding.confidence),
    ...(security
      ? { 'security-severity': SECURITY_SEVERITY[finding.severity] }
      : { 'problem.severity': problemSeverity(finding.severity) }),
  };
}

/** `problem.severity` of code scanning knows `recommendation` where a level is called `note`. */
function problemSeverity(severity: Severity): string {
  const level = levelOf(severity);
  return level === 'note' ? 'recommendation' : level;
}

function precisionOf(confidence: number): string {
  if (confidence >= 90) return 'very-high';
  if (confidence >= 75) return 'high';
  return confidence >= 50 ? 'medium' : 'low';
}

function ruleName(id: string): string {
  const words = id.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return name === '' ? 'Rule' : name.slice(0, 200);
}
