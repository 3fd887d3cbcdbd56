import { LINE_KEY_LENGTH } from '../evidence/line-keys.ts';
import {
  CATEGORIES,
  type CarriedFinding,
  type RememberedFinding,
  type ReviewMemory,
  SEVERITIES,
} from '../model.ts';

/** Longer texts are not read: what we write ourselves is far shorter. */
const LONGEST = 2_000_000;
const MOST_ENTRIES = 5_000;
const STATES = ['open', 'fixed', 'dismissed'] as const;
const ORIGINS = ['analyzer', 'model', 'sarif'] as const;
const ANCHORS = ['line', 'file', 'subject'] as const;
const SIDES = ['new', 'old'] as const;
const VERDICTS = ['confirmed', 'refuted', 'uncertain', 'unverified'] as const;

/** A memory as JSON. */
export function writeMemory(memory: ReviewMemory): string {
  const { files, glanced, signatures, lines } = memory;
  const keys = {
    files: [...files],
    glanced: [...glanced],
    signatures: [...signatures],
    lines: [...lines].join(''),
  };
  return JSON.stringify({ ...memory, ...keys });
}

/**
 * Reads a memory back. The text comes from a comment that others may have edited: every field is checked, what does not
 * fit makes the whole unusable.
 * @returns null when it is no memory
 */
export function readMemory(text: string): ReviewMemory | null {
  if (text.length > LONGEST) return null;
  try {
    return memoryOf(JSON.parse(text));
  } catch (error) {
    // Damaged, or written by a later version: the same as no memory.
    if (error instanceof SyntaxError || error instanceof Unfit) return null;
    throw error;
  }
}

class Unfit extends Error {}

type Fields = Readonly<Record<string, unknown>>;

function memoryOf(value: unknown): ReviewMemory {
  const fields = fieldsOf(value);
  return {
    head: string(fields, 'head'),
    base: string(fields, 'base'),
    baseLabel: string(fields, 'baseLabel'),
    configDigest: string(fields, 'configDigest'),
    modelsDigest: fields.modelsDigest === null ? null : string(fields, 'modelsDigest'),
    rounds: count(fields, 'rounds'),
    finished: strings(fields, 'finished'),
    files: new Set(strings(fields, 'files')),
    glanced: new Set(strings(fields, 'glanced')),
    seenHead: string(fields, 'seenHead'),
    signatures: new Set(strings(fields, 'signatures')),
    lines: readLineKeys(string(fields, 'lines')),
    findings: list(fields, 'findings').map(rememberedOf),
    carried: list(fields, 'carried').map(carriedOf),
  };
}

/** Written without anything between them: there are many. */
function readLineKeys(text: string): ReadonlySet<string> {
  if (text.length % LINE_KEY_LENGTH !== 0 || !/^[0-9a-f]*$/.test(text)) throw new Unfit();
  const keys = new Set<string>();
  for (let at = 0; at < text.length; at += LINE_KEY_LENGTH) keys.add(text.slice(at, at + LINE_KEY_LENGTH));
  return keys;
}

function rememberedOf(value: unknown): RememberedFinding {
  const fields = fieldsOf(value);
  const fingerprint = string(fields, 'fingerprint');
  if (!/^f1:[0-9a-f]{8,64}$/.test(fingerprint)) throw new Unfit();
  return {
    fingerprint,
    codeKey: string(fields, 'codeKey'),
    placeKey: string(fields, 'placeKey'),
    state: oneOf(fields, 'state', STATES),
    ...optional(fields, 'fixedBy', string),
    reviewer: string(fields, 'reviewer'),
    ruleId: string(fields, 'ruleId'),
    origin: oneOf(fields, 'origin', ORIGINS),
    severity: oneOf(fields, 'severity', SEVERITIES),
    title: string(fields, 'title'),
    ...optional(fields, 'path', string),
    ...optional(fields, 'line', count),
    ...optional(fields, 'side', (from, name) => oneOf(from, name, SIDES)),
  };
}

function carriedOf(value: unknown): CarriedFinding {
  const fields = fieldsOf(value);
  return {
    reviewer: string(fields, 'reviewer'),
    ruleId: string(fields, 'ruleId'),
    category: oneOf(fields, 'category', CATEGORIES),
    ...optional(fields, 'cwe', string),
    severity: oneOf(fields, 'severity', SEVERITIES),
    confidence: count(fields, 'confidence'),
    anchor: oneOf(fields, 'anchor', ANCHORS),
    ...optional(fields, 'path', string),
    ...optional(fields, 'startLine', count),
    ...optional(fields, 'endLine', count),
    ...optional(fields, 'side', (from, name) => oneOf(from, name, SIDES)),
    ...optional(fields, 'quote', string),
    ...optional(fields, 'source', string),
    title: string(fields, 'title'),
    explanation: string(fields, 'explanation'),
    failureScenario: string(fields, 'failureScenario'),
    fix: string(fields, 'fix'),
    ...optional(fields, 'suggestion', string),
    proof: list(fields, 'proof').map((step) => {
      const parts = fieldsOf(step);
      return {
        ...optional(parts, 'path', string),
        ...optional(parts, 'line', count),
        text: string(parts, 'text'),
      };
    }),
    origin: oneOf(fields, 'origin', ORIGINS),
    verdict: oneOf(fields, 'verdict', VERDICTS),
    symbol: string(fields, 'symbol'),
    agreedBy: strings(fields, 'agreedBy'),
  };
}

function fieldsOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unfit();
  return { ...value };
}

function string(fields: Fields, name: string): string {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (typeof value !== 'string') throw new Unfit();
  return value;
}

function count(fields: Fields, name: string): number {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new Unfit();
  return value;
}

function list(fields: Fields, name: string): readonly unknown[] {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!Array.isArray(value) || value.length > MOST_ENTRIES) throw new Unfit();
  return value;
}

function strings(fields: Fields, name: string): readonly string[] {
  return list(fields, name).map((value) => {
    if (typeof value !== 'string') throw new Unfit();
    return value;
  });
}

function oneOf<T extends string>(fields: Fields, name: string, allowed: readonly T[]): T {
  const value = string(fields, name);
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Unfit();
  return found;
}

function optional<Name extends string, Value>(
  fields: Fields,
  name: Name,
  read: (fields: Fields, name: Name) => Value,
): Partial<Readonly<Record<Name, Value>>> {
  if (!Object.hasOwn(fields, name) || fields[name] === undefined) return {};
  const made: Partial<Record<Name, Value>> = {};
  made[name] = read(fields, name);
  return made;
}
