import type { Report } from '../model.ts';
import type { CheckAnnotation, CheckConclusion, CheckReport } from '../ports.ts';
import { cutLine, cutText } from './cut-text.ts';
import { escapeMarkdownLine } from './escape-markdown.ts';
import { renderAnnotations } from './render-annotations.ts';
import { COMMENT_MARKER, renderMarkdown } from './render-markdown.ts';
import type { StatusDecision } from './render-status.ts';
import { flattenText } from './reveal-hidden-text.ts';

/** A check run that has ended, as people see it beside the commit. */
export type EndedCheck = Omit<CheckReport, 'buttons'>;

/** GitHub takes 50 annotations with one request and requests cost a second each: the comment holds the rest. */
const MOST_OF_A_LEVEL = 50;
const MOST_TITLE = 200;
/** GitHub takes 65,535 bytes of summary. */
const MOST_SUMMARY = 60_000;

/**
 * The check run of a report. What is incomplete asks for a person and never looks as if it had passed; `on-incomplete:
 * success` and an override let a merge through, so they are neutral and a success, as the status is.
 *
 * @param status the final commit status; null when none belongs there
 */
export function renderCheckRun(
  report: Report,
  status: Pick<StatusDecision, 'state' | 'description'> | null,
): EndedCheck {
  return {
    conclusion: conclusionOf(report, status?.state ?? null),
    title: cutLine(flattenText(status?.description ?? report.verdict), MOST_TITLE),
    summary: renderMarkdown(report, { budget: MOST_SUMMARY }).replace(`${COMMENT_MARKER}\n`, ''),
    annotations: renderAnnotations(report, MOST_OF_A_LEVEL).flatMap(
      ({ level, title, message, path, startLine, endLine }): readonly CheckAnnotation[] =>
        path === undefined || startLine === undefined
          ? []
          : [
              {
                path,
                startLine,
                endLine: endLine ?? startLine,
                level: level === 'error' ? 'failure' : level,
                title,
                message,
              },
            ],
    ),
  };
}

/** A check run that ended without a report. @param reason in words; foreign text in it is made harmless */
export function endedWithout(
  conclusion: Extract<CheckConclusion, 'cancelled' | 'action_required'>,
  title: string,
  reason: string,
): EndedCheck {
  return {
    conclusion,
    title: cutLine(flattenText(title), MOST_TITLE),
    summary: cutText(escapeMarkdownLine(reason), MOST_SUMMARY),
    annotations: [],
  };
}

function conclusionOf(
  { gate, verdict, overriddenBy }: Report,
  state: StatusDecision['state'] | null,
): CheckConclusion {
  if (gate === 'fail' || state === 'failure') return 'failure';
  if (state === 'error' || state === 'pending' || gate === 'incomplete') return 'action_required';
  if (overriddenBy !== undefined) return 'success';
  if (verdict === 'incomplete') return 'neutral';
  return verdict === 'skipped' ? 'neutral' : 'success';
}
