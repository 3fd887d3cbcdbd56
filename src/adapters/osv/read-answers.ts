import type { AdvisorySeverity, KnownVulnerability } from '../../ports/advisories.ts';

/** Ids of vulnerabilities; anything else is not shown and not asked for. */
const ID = /^[A-Za-z][A-Za-z0-9_.:-]{2,60}$/;
const MOST_IDS = 100;
const LONGEST_SUMMARY = 200;

type Json = Readonly<Record<string, unknown>>;

function recordOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/**
 * Reads the answer of `querybatch`: ids, one list for each question.
 * @throws Error when it is no such answer, so that "nothing known" is never a misunderstanding
 */
export function readBatch(text: string, questions: number): readonly (readonly string[])[] {
  const results = recordOf(JSON.parse(text)).results;
  if (!Array.isArray(results) || results.length !== questions)
    throw new Error('the answer of OSV does not fit the question');
  return results.map((result) =>
    listOf(recordOf(result).vulns)
      .map((one) => textOf(recordOf(one).id))
      .filter((id) => ID.test(id))
      .slice(0, MOST_IDS),
  );
}

/** Reads one vulnerability. What is missing is left empty. @throws Error when it is no JSON */
export function readVulnerability(text: string, id: string): KnownVulnerability {
  const answer = recordOf(JSON.parse(text));
  const word = textOf(recordOf(answer.database_specific).severity).toLowerCase();
  const summary = textOf(answer.summary) || (textOf(answer.details).split('\n', 1)[0] ?? '');
  return {
    id,
    summary: summary.replace(/\s+/g, ' ').trim().slice(0, LONGEST_SUMMARY),
    severity: SEVERITIES.get(word) ?? 'unknown',
    fixedIn: fixedIn(answer),
  };
}

const SEVERITIES: ReadonlyMap<string, AdvisorySeverity> = new Map([
  ['critical', 'critical'],
  ['high', 'high'],
  ['moderate', 'medium'],
  ['medium', 'medium'],
  ['low', 'low'],
]);

/** The last version that is named as fixed: the first of a row may belong to an older line. */
function fixedIn(answer: Json): string {
  const fixed = listOf(answer.affected)
    .flatMap((affected) => listOf(recordOf(affected).ranges))
    .flatMap((range) => listOf(recordOf(range).events))
    .map((event) => textOf(recordOf(event).fixed))
    .filter((version) => /^[\w.+-]{1,40}$/.test(version));
  return fixed.at(-1) ?? '';
}
