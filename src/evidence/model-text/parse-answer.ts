import { field, type ModelFinding, type RefusedItem, readFinding, textField } from './read-item.ts';
import { isRecord, LONGEST_ANSWER, readJsonObject, salvageItems } from './read-json.ts';

/** What a verifier said of one finding; nothing of it is checked yet. */
export interface ModelVerdict {
  readonly finding: string;
  readonly verdict: 'confirmed' | 'refuted' | 'uncertain';
  readonly reason: string;
  readonly path: string;
  readonly line: number;
  readonly quote: string;
}

export interface SliceRequest {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
}

/** A model's answer, as far as it could be read. */
export interface ParsedAnswer {
  readonly findings: readonly ModelFinding[];
  /** Items of `findings` and `verdicts` that cannot be used, one reason each. */
  readonly rejected: readonly { readonly reason: string }[];
  readonly verdicts: readonly ModelVerdict[];
  readonly sliceRequests: readonly SliceRequest[];
  readonly facts: readonly { readonly path: string; readonly text: string }[];
  /** Files the model says it did not get to. */
  readonly remaining: readonly string[];
  /** Items of `remaining` that are no text, or too many. */
  readonly remainingUnread: number;
  /** The whole answer was one JSON object with the lists of the schema; otherwise items were salvaged. */
  readonly complete: boolean;
  /** What is wrong with the answer as a whole, for the repair request; null when complete. */
  readonly problem: string | null;
}

/** More items than any honest answer has. */
const MOST_ITEMS = 200;
/** As many files as GitHub lists of a pull request. */
const MOST_REMAINING = 3_000;
const LONGEST_PATH = 4_096;

/**
 * Reads a model's answer: the whole as JSON; else item by item what stands in its lists. Never throws, takes linear
 * time, follows no key that is not asked for.
 */
export function parseAnswer(text: string): ParsedAnswer {
  if (text.length > LONGEST_ANSWER) return nothing(`it is longer than ${LONGEST_ANSWER} characters`);
  if (text.trim() === '') return nothing('it is empty');
  const whole = readJsonObject(text);
  const findings = whole === undefined ? undefined : field(whole, 'findings');
  const verdicts = whole === undefined ? undefined : field(whole, 'verdicts');
  if (whole !== undefined && Array.isArray(findings)) {
    const overflow = findings.length > MOST_ITEMS;
    return {
      ...readItems(findings.slice(0, MOST_ITEMS), asList(verdicts)),
      ...readLists(whole),
      complete: !overflow,
      problem: overflow ? `it has more than ${MOST_ITEMS} findings` : null,
    };
  }
  const salvaged = salvageItems(text, 'findings', MOST_ITEMS);
  const judged = salvageItems(text, 'verdicts', MOST_ITEMS);
  const problem =
    whole !== undefined
      ? 'it has no list "findings"'
      : text.includes('"findings"')
        ? 'it is not one whole JSON object'
        : 'it holds no JSON object with "findings"';
  return { ...readItems(salvaged.items, judged.items), ...readLists({}), complete: false, problem };
}

function readItems(findings: readonly unknown[], verdicts: readonly unknown[]) {
  const kept: ModelFinding[] = [];
  const rejected: { reason: string }[] = [];
  for (const item of findings) {
    const finding = readFinding(item);
    if ('refused' in finding) rejected.push({ reason: finding.refused });
    else kept.push(finding);
  }
  const judged: ModelVerdict[] = [];
  for (const item of verdicts) {
    const verdict = readVerdict(item);
    if ('refused' in verdict) rejected.push({ reason: verdict.refused });
    else judged.push(verdict);
  }
  return { findings: kept, verdicts: judged, rejected };
}

function readVerdict(item: unknown): ModelVerdict | RefusedItem {
  if (!isRecord(item)) return { refused: 'a verdict is not an object' };
  const verdict = (['confirmed', 'refuted', 'uncertain'] as const).find(
    (one) => one === field(item, 'verdict'),
  );
  if (verdict === undefined) return { refused: 'a verdict is none of confirmed, refuted, uncertain' };
  const line = field(item, 'line');
  return {
    finding: textField(item, 'finding'),
    verdict,
    reason: textField(item, 'reason'),
    path: textField(item, 'path'),
    line: typeof line === 'number' && Number.isSafeInteger(line) ? line : 0,
    quote: textField(item, 'quote'),
  };
}

function readLists(whole: Readonly<Record<string, unknown>>) {
  const records = (name: string) => asList(field(whole, name)).filter(isRecord);
  return {
    sliceRequests: records('sliceRequests')
      .slice(0, 20)
      .flatMap((item) => {
        const [startLine, endLine] = [field(item, 'startLine'), field(item, 'endLine')];
        if (!Number.isSafeInteger(startLine) || !Number.isSafeInteger(endLine)) return [];
        return [{ path: textField(item, 'path'), startLine: Number(startLine), endLine: Number(endLine) }];
      }),
    facts: records('facts')
      .slice(0, 50)
      .map((item) => ({ path: textField(item, 'path'), text: textField(item, 'text') }))
      .filter((fact) => fact.text !== ''),
    ...readRemaining(asList(field(whole, 'remaining'))),
  };
}

function readRemaining(items: readonly unknown[]) {
  const remaining = items
    .slice(0, MOST_REMAINING)
    .filter((path) => typeof path === 'string')
    .filter((path) => path.length <= LONGEST_PATH);
  return { remaining, remainingUnread: items.length - remaining.length };
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function nothing(problem: string): ParsedAnswer {
  return { ...readItems([], []), ...readLists({}), complete: false, problem };
}
