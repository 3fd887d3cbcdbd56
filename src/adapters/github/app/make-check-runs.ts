import type { CheckAnnotation, CheckReport, CheckRuns } from '../../../ports.ts';
import { lookBeforeResend } from '../look-before-resend.ts';
import { type ClientOptions, makeClient } from '../make-client.ts';
import type { Repository } from '../repository.ts';

export interface CheckRunsOptions extends ClientOptions, Repository {
  /** Shown to people, and what branch protection knows it by. */
  readonly name: string;
}

/** GitHub takes so many in one request; the next request adds to them (facts/github.md, fact 24). */
const ANNOTATIONS = 50;
/** Counted in bytes, above which GitHub refuses (facts/github.md, 1.3). */
const SUMMARY_BYTES = 65_535;
const MESSAGE_BYTES = 60_000;
const TITLE_CHARACTERS = 255;

/** Check runs of one name in one repository. The token needs `checks: write`. */
export function makeCheckRuns(options: CheckRunsOptions): CheckRuns {
  const { owner, repo, name } = options;
  const client = makeClient(options);
  const where = { owner, repo };

  /** Annotations are appended by every update, so an update whose answer is lost is looked for before it is repeated. */
  const update = (
    id: number,
    change: Readonly<Record<string, unknown>>,
    expected: { readonly annotations: number; readonly completed: boolean },
    signal: AbortSignal,
  ) =>
    lookBeforeResend(
      async () => {
        await client.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
          ...where,
          check_run_id: id,
          ...change,
          request: { signal, once: true },
        });
        return true;
      },
      async () => {
        const { data } = await client.request('GET /repos/{owner}/{repo}/check-runs/{check_run_id}', {
          ...where,
          check_run_id: id,
          request: { signal },
        });
        const isCompleted = data.status === 'completed' || !expected.completed;
        return Number(data.output.annotations_count) >= expected.annotations && isCompleted ? true : null;
      },
    );

  return {
    start: async ({ headSha, externalId, detailsUrl, mayExist = false }, signal) => {
      const find = async () => {
        const { data } = await client.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
          ...where,
          ref: headSha,
          check_name: name,
          filter: 'all',
          per_page: 100,
          request: { signal },
        });
        const own = data.check_runs.find((run) => run.external_id === externalId);
        return own === undefined ? null : Number(own.id);
      };
      const known = mayExist ? await find() : null;
      if (known !== null) return known;
      return lookBeforeResend(async () => {
        const { data } = await client.request('POST /repos/{owner}/{repo}/check-runs', {
          ...where,
          name,
          head_sha: headSha,
          status: 'in_progress',
          external_id: externalId,
          ...(detailsUrl === null ? {} : { details_url: detailsUrl }),
          request: { signal },
        });
        return Number(data.id);
      }, find);
    },

    complete: async (id, report, signal) => {
      const { annotations } = report;
      const output = { title: cutTitle(report.title), summary: cutBytes(report.summary, SUMMARY_BYTES) };
      for (let start = 0; ; start += ANNOTATIONS) {
        const part = annotations.slice(start, start + ANNOTATIONS).map(toAnnotation);
        const isLast = start + ANNOTATIONS >= annotations.length;
        await update(
          id,
          {
            ...(isLast ? ending(report) : {}),
            output: { ...output, ...(part.length === 0 ? {} : { annotations: part }) },
          },
          { annotations: start + part.length, completed: isLast },
          signal,
        );
        if (isLast) return;
      }
    },
  };
}

function ending({ conclusion, buttons }: CheckReport): Readonly<Record<string, unknown>> {
  return {
    status: 'completed',
    conclusion,
    actions: buttons.map(({ label, description, identifier }) => ({ label, description, identifier })),
  };
}

function toAnnotation(annotation: CheckAnnotation) {
  return {
    path: annotation.path,
    start_line: annotation.startLine,
    end_line: annotation.endLine,
    annotation_level: annotation.level,
    title: cutTitle(annotation.title),
    message: cutBytes(annotation.message, MESSAGE_BYTES),
  };
}

function cutTitle(title: string): string {
  const characters = [...title];
  return characters.length <= TITLE_CHARACTERS
    ? title
    : `${characters.slice(0, TITLE_CHARACTERS - 1).join('')}…`;
}

/** At most so many bytes of UTF-8, cut between characters; a cut text says so. */
function cutBytes(text: string, most: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= most) return text;
  const note = '\n\n… (cut: longer than GitHub takes)';
  let end = most - Buffer.byteLength(note);
  // bytes that go on with a character begin with the bits 10
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return `${bytes.subarray(0, end).toString('utf8')}${note}`;
}
