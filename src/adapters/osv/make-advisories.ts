import { messageOf } from '../../errors.ts';
import type {
  Advisories,
  AdvisoryAnswer,
  AdvisoryQuestion,
  KnownVulnerability,
} from '../../ports/advisories.ts';
import { readBatch, readVulnerability } from './read-answers.ts';

/** OSV, the open database of vulnerabilities (osv.dev/docs). A constant: nothing of a repository can point elsewhere. */
const OSV = 'https://api.osv.dev';

/** OSV takes at most this many questions at once (POST /v1/querybatch). */
const BATCH = 1_000;
/** More packages than this are asked for in no review. */
const MOST_QUESTIONS = 5_000;
/** A batch names only ids; what they mean is fetched for at most so many. */
const MOST_DETAILS = 40;
const DETAILS_AT_ONCE = 8;
const MOST_CHARACTERS = 10_000_000;

export interface AdvisoriesOptions {
  /** For one look-up as a whole. 6,000 when absent. */
  readonly timeLimitMs?: number;
}

/** Makes the `Advisories` port. Answers are kept for the life of the value, so each package is asked for once. */
export function makeAdvisories({ timeLimitMs = 6_000 }: AdvisoriesOptions = {}): Advisories {
  const known = new Map<string, readonly string[]>();
  const details = new Map<string, KnownVulnerability>();
  return {
    lookUp: async (questions, signal): Promise<AdvisoryAnswer> => {
      if (questions.length > MOST_QUESTIONS)
        return { kind: 'unavailable', reason: `more than ${MOST_QUESTIONS} packages change at once` };
      const limit = AbortSignal.any([signal, AbortSignal.timeout(timeLimitMs)]);
      try {
        const open = questions.filter((one) => !known.has(keyOf(one)));
        for (let start = 0; start < open.length; start += BATCH) {
          const batch = open.slice(start, start + BATCH);
          const ids = await askBatch(batch, limit);
          for (const [index, one] of batch.entries()) known.set(keyOf(one), ids[index] ?? []);
        }
        const wanted = [...new Set(questions.flatMap((one) => known.get(keyOf(one)) ?? []))];
        await fetchDetails(wanted.filter((id) => !details.has(id)).slice(0, MOST_DETAILS), details, limit);
        const vulnerabilities = questions.map((one) =>
          (known.get(keyOf(one)) ?? []).map((id) => details.get(id) ?? bare(id)),
        );
        return { kind: 'checked', vulnerabilities };
      } catch (thrown) {
        return { kind: 'unavailable', reason: reasonOf(thrown, timeLimitMs) };
      }
    },
  };
}

const keyOf = ({ ecosystem, name, version }: AdvisoryQuestion) => `${ecosystem}\n${name}\n${version}`;

function bare(id: string): KnownVulnerability {
  return { id, summary: '', severity: 'unknown', fixedIn: '' };
}

async function askBatch(
  batch: readonly AdvisoryQuestion[],
  signal: AbortSignal,
): Promise<readonly (readonly string[])[]> {
  const queries = batch.map(({ ecosystem, name, version }) => ({ package: { ecosystem, name }, version }));
  const text = await request('/v1/querybatch', signal, JSON.stringify({ queries }));
  return readBatch(text, batch.length);
}

/** A detail that does not come costs its words, not the finding. */
async function fetchDetails(
  ids: readonly string[],
  details: Map<string, KnownVulnerability>,
  signal: AbortSignal,
): Promise<void> {
  for (let start = 0; start < ids.length; start += DETAILS_AT_ONCE) {
    const some = ids.slice(start, start + DETAILS_AT_ONCE);
    const answers = await Promise.allSettled(
      some.map((id) => request(`/v1/vulns/${encodeURIComponent(id)}`, signal)),
    );
    for (const [index, answer] of answers.entries()) {
      const id = some[index] ?? '';
      details.set(id, answer.status === 'fulfilled' ? readVulnerability(answer.value, id) : bare(id));
    }
  }
}

async function request(path: string, signal: AbortSignal, body?: string): Promise<string> {
  const response = await fetch(`${OSV}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    // The answer of another host is not OSV's.
    redirect: 'error',
    signal,
    ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
  });
  if (!response.ok) throw new Error(`OSV answered ${response.status}`);
  const text = await response.text();
  if (text.length > MOST_CHARACTERS) throw new Error('the answer of OSV is too long');
  return text;
}

function reasonOf(thrown: unknown, timeLimitMs: number): string {
  if (thrown instanceof Error && thrown.name === 'TimeoutError')
    return `OSV took longer than ${timeLimitMs} ms`;
  if (thrown instanceof Error && thrown.name === 'TypeError') return 'OSV could not be reached';
  return messageOf(thrown);
}
