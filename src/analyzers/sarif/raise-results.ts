import { type ImportedResult, type RaisedFinding, severityRank } from '../../model.ts';
import type { AnalyzedFile } from '../analyzer.ts';
import { anchorToChange, type ChangeAnchor } from '../anchor-to-change.ts';
import type { PathFinder } from '../imports/find-path.ts';
import { shorten } from '../shorten.ts';

/** What became of imported results. */
export interface RaisedResults {
  readonly findings: readonly RaisedFinding[];
  /** They speak of files or lines that the change does not touch. */
  readonly elsewhere: number;
  /** The file does not say at head what they say it does. */
  readonly stale: number;
  /** Beyond the most that are taken in. */
  readonly beyond: number;
}

/** More results on changed lines than a person will read: the worst are taken. */
export const MOST_FINDINGS = 500;
/** Programs state a certainty rarely; one that reports is believed as much as a rule of ours. */
const CONFIDENCE = 70;
/** Shorter snippets, such as a brace, stand everywhere. */
const SHORTEST_SNIPPET = 3;

/**
 * Findings of imported results on changed lines. The quote is the real line; the gate looks at it like at every other.
 * @param files the files that were read
 */
export function raiseResults(
  results: readonly ImportedResult[],
  files: readonly AnalyzedFile[],
  findPath: PathFinder,
): RaisedResults {
  const byPath = new Map(files.map((file) => [file.file.path, file]));
  const found: RaisedFinding[] = [];
  const seen = new Set<string>();
  let elsewhere = 0;
  let stale = 0;
  for (const result of results) {
    const file = byPath.get(findPath(result.location) ?? '');
    const anchor = file === undefined ? null : anchorToChange(file, result.startLine, result.endLine);
    if (file === undefined || anchor === null) {
      elsewhere += 1;
    } else if (!fits(result, file)) {
      stale += 1;
    } else {
      const key = JSON.stringify([
        result.tool,
        result.rule,
        file.file.path,
        anchor.startLine,
        result.message,
      ]);
      if (!seen.has(key)) found.push(findingOf(result, file.file.path, anchor));
      seen.add(key);
    }
  }
  const ranked = found.sort((a, b) => severityRank(a.severity) - severityRank(b.severity));
  return {
    findings: ranked.slice(0, MOST_FINDINGS),
    elsewhere,
    stale,
    beyond: Math.max(0, ranked.length - MOST_FINDINGS),
  };
}

/** A result about another version of the file would put true words on a wrong line. */
function fits({ snippet, startLine }: ImportedResult, file: AnalyzedFile): boolean {
  const line = file.lines[startLine - 1];
  if (line === undefined) return false;
  const said = squeeze(snippet ?? '');
  return said.length < SHORTEST_SNIPPET || file.file.partial || squeeze(line).includes(said);
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

function findingOf(result: ImportedResult, path: string, anchor: ChangeAnchor): RaisedFinding {
  const { tool, rule, category, cwe, severity, message, description, help } = result;
  const ruleId = `${tool}: ${shorten(rule.replace(/[^\x20-\x7e]+/g, ' '), 120)}`;
  const text = message || description || `${tool} reports its rule ${rule} here.`;
  return {
    reviewer: `sarif/${tool}`,
    ruleId,
    category,
    ...(cwe === undefined ? {} : { cwe }),
    severity,
    confidence: CONFIDENCE,
    anchor: 'line',
    path,
    startLine: anchor.startLine,
    endLine: anchor.endLine,
    side: 'new',
    quote: anchor.quote,
    title: shorten(firstSentence(text), 80),
    explanation: [text, description === text ? '' : description].filter((part) => part !== '').join(' '),
    failureScenario: `${tool} does not say what goes wrong; its rule is ${shorten(rule, 120)}.`,
    fix: help || `See what ${tool} says of ${shorten(rule, 120)}.`,
    proof: [{ path, line: anchor.startLine, text: `reported by ${ruleId}` }],
    origin: 'sarif',
  };
}

function firstSentence(text: string): string {
  const line = text.split('\n', 1)[0]?.trim() ?? '';
  const end = /[.!?](?:\s|$)/.exec(line)?.index ?? line.length;
  return line.slice(0, end) || line;
}
