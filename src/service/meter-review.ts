import type { Clock, Metrics, ProcessEnd, ProcessEvent, ReviewTrigger } from '../ports.ts';
import { meterAgents } from './meter-agents.ts';
import { recordAgents, recordReport } from './record-report.ts';

/** What is known of a review before it starts. */
export interface MeteredReview {
  /** GitHub's limits are those of an installation. */
  readonly installationId: number;
  readonly trigger: ReviewTrigger;
}

/** Counts one try of one review. */
export interface ReviewMeter {
  /** Hears everything that the review process says. */
  hear(event: ProcessEvent): void;
  /**
   * The try is over, however it ended; call it once.
   * @param what `again`: it will be tried again, and counts then; `superseded`: a newer push took its place
   */
  end(end: ProcessEnd, what: 'final' | 'again' | 'superseded'): void;
}

/** Makes the meter of a review that starts now. */
export function meterReview(
  { installationId, trigger }: MeteredReview,
  { metrics, clock }: { readonly metrics: Metrics; readonly clock: Pick<Clock, 'steady'> },
): ReviewMeter {
  const agents = meterAgents(metrics);
  const began = clock.steady();
  return {
    hear(event) {
      if (event.kind === 'agent') agents.agent(event.status);
      if (event.kind === 'rate-limit') metrics.record({ ...event, owner: `${installationId}` });
    },
    end(end, what) {
      agents.close();
      if (what === 'again') return;
      const seconds = (clock.steady() - began) / 1_000;
      const isReplaced =
        what === 'superseded' ||
        end.kind === 'halted' ||
        (end.kind === 'reviewed' && end.published.outcome === 'superseded');
      if (end.kind === 'reviewed' && !isReplaced) recordReport(end.report, { trigger, seconds }, metrics);
      else if (isReplaced || end.kind === 'failed') {
        // Nobody sees its findings, but its agents worked.
        if (end.kind === 'reviewed') recordAgents(end.report, metrics);
        const gate = isReplaced ? 'superseded' : 'failed';
        metrics.record({ kind: 'review-ended', gate, verdict: null, trigger, seconds });
      }
    },
  };
}
