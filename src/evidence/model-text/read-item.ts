import {
  CATEGORIES,
  type Category,
  isAtLeast,
  type ProofStep,
  type RaisedFinding,
  SEVERITIES,
  type Severity,
} from '../../model.ts';
import { isRecord } from './read-json.ts';

/** A finding as a model said it: without reviewer, with its own word on whether the change brought it. */
export interface ModelFinding extends Omit<RaisedFinding, 'reviewer' | 'origin'> {
  readonly introducedByChange: boolean;
}

/** Why an item cannot be used. */
export interface RefusedItem {
  readonly refused: string;
}

/** Longest text of one field that is kept, before the gate shortens it to what is shown. */
const LONGEST_TEXT = 4_000;
const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype'];

/** One field of an item, own properties only. */
export function field(item: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(item, name) ? item[name] : undefined;
}

/** A text field, bounded; empty when it is no text. */
export function textField(item: Readonly<Record<string, unknown>>, name: string): string {
  const value = field(item, name);
  return typeof value === 'string' ? value.slice(0, LONGEST_TEXT).toWellFormed() : '';
}

/** Reads one finding. Fields beside the schema's are not looked at; unknown words of closed lists refuse the item. */
export function readFinding(item: unknown): ModelFinding | RefusedItem {
  if (!isRecord(item)) return { refused: 'it is not an object' };
  if (FORBIDDEN_KEYS.some((key) => Object.hasOwn(item, key))) return { refused: 'it has a forbidden key' };
  const category = CATEGORIES.find((one) => one === field(item, 'category'));
  if (category === undefined) return { refused: 'its category is unknown' };
  const severity = SEVERITIES.find((one) => one === field(item, 'severity'));
  if (severity === undefined) return { refused: 'its severity is unknown' };
  const confidence = field(item, 'confidence');
  if (typeof confidence !== 'number' || !Number.isFinite(confidence)) {
    return { refused: 'its confidence is no number' };
  }
  const anchor = (['line', 'file', 'subject'] as const).find((one) => one === field(item, 'anchor'));
  if (anchor === undefined) return { refused: 'its anchor is unknown' };
  if (textField(item, 'title').trim() === '') return { refused: 'it has no title' };
  const place = readPlace(item, anchor);
  if ('refused' in place) return place;
  return { ...place, ...readTexts(item, category, severity), confidence, anchor };
}

type Place = Pick<RaisedFinding, 'path' | 'startLine' | 'endLine' | 'side' | 'quote' | 'source'>;

function readPlace(
  item: Readonly<Record<string, unknown>>,
  anchor: RaisedFinding['anchor'],
): Place | RefusedItem {
  const quote = textField(item, 'quote');
  if (anchor === 'subject') return { source: textField(item, 'source'), quote };
  const path = textField(item, 'path');
  if (path === '') return { refused: 'it names no file' };
  if (anchor === 'file') return { path };
  const [start, end] = [field(item, 'startLine'), field(item, 'endLine')];
  if (!isLineNumber(start)) return { refused: 'its line is no line number' };
  const side = field(item, 'side');
  if (side !== 'new' && side !== 'old') return { refused: 'its side is unknown' };
  const last = isLineNumber(end) && end >= start && end - start <= 1_000 ? end : start;
  return { path, startLine: start, endLine: last, side, quote };
}

/** Files have fewer lines; larger numbers are made up. */
function isLineNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 && value <= 10_000_000;
}

function readTexts(item: Readonly<Record<string, unknown>>, category: Category, severity: Severity) {
  const failureScenario = textField(item, 'failureScenario');
  // Who cannot say what goes wrong has not shown more than a low finding (facts/models.md C3).
  const unproven = failureScenario.trim() === '' && isAtLeast(severity, 'medium');
  const cwe = /^(?:CWE-)?(\d{1,5})$/i.exec(textField(item, 'cwe').trim())?.[1];
  const suggestion = textField(item, 'suggestion');
  return {
    ruleId: `model/${category}`,
    category,
    ...(cwe === undefined ? {} : { cwe: `CWE-${cwe}` }),
    severity: unproven ? ('low' as const) : severity,
    title: textField(item, 'title'),
    explanation: textField(item, 'explanation'),
    failureScenario,
    fix: textField(item, 'fix'),
    ...(suggestion === '' ? {} : { suggestion }),
    proof: readProof(field(item, 'proof')),
    introducedByChange: field(item, 'introducedByChange') === true,
  };
}

function readProof(value: unknown): readonly ProofStep[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, 12).flatMap((step) => {
    if (!isRecord(step) || textField(step, 'text') === '') return [];
    const [path, line] = [textField(step, 'path'), field(step, 'line')];
    const place = path !== '' && isLineNumber(line) ? { path, line } : {};
    return [{ ...place, text: textField(step, 'text') }];
  });
}
