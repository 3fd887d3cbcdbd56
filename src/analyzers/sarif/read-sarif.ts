import type { ImportedResult, Severity } from '../../model.ts';
import {
  field,
  type JsonObject,
  listAt,
  numberAt,
  objectAt,
  objectOf,
  textAt,
} from '../imports/json-value.ts';
import { categoryOfResult } from './category-of-result.ts';
import { cweOfResult, makeRuleLookup, type RuleLookup, type SarifRule, severityIn } from './sarif-rules.ts';
import { locationOfArtifact } from './sarif-uri.ts';

/** What a SARIF file says, or why it says nothing. */
export type SarifFile =
  | {
      readonly kind: 'read';
      readonly results: readonly ImportedResult[];
      /** Suppressed in their source or by the program's own settings. */
      readonly suppressed: number;
      /** They name no line of a file. */
      readonly placeless: number;
      /** The program that says itself it did not get through; null when all did. */
      readonly failed: string | null;
    }
  | { readonly kind: 'broken'; readonly reason: string };

/** Results beyond it are not read: a file with so many speaks of a repository, not of a change. */
const MOST_RESULTS = 200_000;
const LONGEST_MESSAGE = 2_000;
const LONGEST_ARGUMENT = 200;
const LAST_LINE = 10_000_000;
const CRITICAL_FROM = 9;

/**
 * Reads one SARIF file (version 2.1.0). Never throws; single entries that make no sense are left out and counted.
 * @param text the whole file; its size is bounded by whoever reads it
 */
export function readSarif(text: string): SarifFile {
  let log: JsonObject;
  try {
    const value: unknown = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
    log = objectOf(value);
  } catch (thrown) {
    // The message of the parser would show what stands in the file.
    const position = thrown instanceof Error ? /position (\d+)/.exec(thrown.message)?.[1] : undefined;
    const line =
      position === undefined ? '' : ` (line ${text.slice(0, Number(position)).split('\n').length})`;
    return { kind: 'broken', reason: `it is not JSON${line}` };
  }
  const version = textAt(log, 'version', 20);
  if (version !== '2.1.0') {
    const said = version === '' ? 'names no version' : `has version "${version}"`;
    return { kind: 'broken', reason: `it ${said}; only SARIF 2.1.0 is read` };
  }
  if (!Array.isArray(field(log, 'runs'))) return { kind: 'broken', reason: 'it has no list "runs"' };
  const runs = listAt(log, 'runs').map(objectOf);
  const total = runs.reduce((count, run) => count + listAt(run, 'results').length, 0);
  if (total > MOST_RESULTS)
    return { kind: 'broken', reason: `it has ${total} results; at most ${MOST_RESULTS} are read` };
  const failed = runs.find(isFailed);
  const all = runs.flatMap(readRun);
  const results = all.filter((one) => typeof one !== 'string');
  return {
    kind: 'read',
    results,
    suppressed: all.filter((one) => one === 'suppressed').length,
    placeless: all.filter((one) => one === 'placeless').length,
    failed: failed === undefined ? null : toolOf(failed),
  };
}

/** The program says itself that it did not get through (SARIF 2.1.0, section 3.20.14). */
function isFailed(run: JsonObject): boolean {
  return listAt(run, 'invocations').some((one) => field(objectOf(one), 'executionSuccessful') === false);
}

type Read = ImportedResult | 'suppressed' | 'placeless' | 'no-finding';

function readRun(run: JsonObject): readonly Read[] {
  const tool = toolOf(run);
  const ruleOf = makeRuleLookup(objectAt(run, 'tool'));
  const artifacts = listAt(run, 'artifacts');
  const bases = objectAt(run, 'originalUriBaseIds');
  return listAt(run, 'results').map((one): Read => {
    const result = objectOf(one);
    if (isNoFinding(result)) return 'no-finding';
    if (isSuppressed(result)) return 'suppressed';
    const place = placeOf(result, artifacts, bases);
    return place === null ? 'placeless' : resultOf(result, tool, ruleOf, place);
  });
}

function toolOf(run: JsonObject): string {
  const name = textAt(objectAt(objectAt(run, 'tool'), 'driver'), 'name', 60);
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return words === '' ? 'linter' : words.slice(0, 40);
}

function isNoFinding(result: JsonObject): boolean {
  const kind = textAt(result, 'kind', 20);
  return kind === 'pass' || kind === 'notApplicable' || textAt(result, 'baselineState', 20) === 'absent';
}

/** Suppressed unless a suppression waits for review or was rejected (SARIF 2.1.0, section 3.35.3). */
function isSuppressed(result: JsonObject): boolean {
  const suppressions = listAt(result, 'suppressions');
  if (suppressions.length === 0) return false;
  return suppressions.every((one) => ['', 'accepted'].includes(textAt(objectOf(one), 'status', 20)));
}

interface Place {
  readonly location: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly snippet?: string;
}

function placeOf(result: JsonObject, artifacts: readonly unknown[], bases: JsonObject): Place | null {
  const physical = objectAt(objectOf(listAt(result, 'locations')[0]), 'physicalLocation');
  const given = objectAt(physical, 'artifactLocation');
  const index = numberAt(given, 'index', 0);
  const listed = index === null ? {} : objectAt(objectOf(artifacts[index]), 'location');
  const location = locationOfArtifact(field(given, 'uri') === undefined ? listed : given, bases);
  const region = objectAt(physical, 'region');
  const startLine = numberAt(region, 'startLine', 1);
  if (location === '' || startLine === null || startLine > LAST_LINE) return null;
  const endLine = Math.min(LAST_LINE, Math.max(startLine, numberAt(region, 'endLine', 1) ?? startLine));
  const snippet =
    textAt(objectAt(region, 'snippet'), 'text', LONGEST_MESSAGE).split('\n', 1)[0]?.trim() ?? '';
  return { location, startLine, endLine, ...(snippet === '' ? {} : { snippet }) };
}

function resultOf(result: JsonObject, tool: string, ruleOf: RuleLookup, place: Place): ImportedResult {
  const rule = ruleOf(result);
  const level =
    textAt(result, 'level', 20) || (textAt(result, 'kind', 20) === 'informational' ? 'note' : rule.level);
  const cwe = cweOfResult(result) ?? rule.cwe;
  const score = severityIn(objectAt(result, 'properties')) ?? rule.securitySeverity;
  return {
    tool,
    rule: rule.id === '' ? 'unnamed rule' : rule.id,
    category: categoryOfResult(cwe, rule.id, level, rule.isSecurity),
    ...(cwe === null ? {} : { cwe: `CWE-${cwe}` }),
    severity: severityOf(level, score),
    ...place,
    message: messageOf(result, rule),
    description: rule.fullText || rule.shortText,
    help: rule.help,
  };
}

/** By the design: a security severity from 9 on is critical; else the level decides. */
function severityOf(level: string, score: number | null): Severity {
  if (score !== null && score >= CRITICAL_FROM) return 'critical';
  if (level === 'error') return 'high';
  if (level === 'note') return 'low';
  return level === 'none' ? 'info' : 'medium';
}

/** The text of a result, its own or by its id among those of the rule, with its arguments in place. */
function messageOf(result: JsonObject, rule: SarifRule): string {
  const message = objectAt(result, 'message');
  const template = textAt(objectAt(rule.messages, textAt(message, 'id', 100)), 'text', LONGEST_MESSAGE);
  const text = textAt(message, 'text', LONGEST_MESSAGE) || template;
  const values = listAt(message, 'arguments');
  const filled = text.replace(/\{(\d{1,2})\}/g, (placeholder, position: string) => {
    const value = values[Number(position)];
    return typeof value === 'string' ? value.slice(0, LONGEST_ARGUMENT) : placeholder;
  });
  return filled.slice(0, LONGEST_MESSAGE).trim() || rule.shortText || rule.fullText;
}
