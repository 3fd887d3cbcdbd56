import { METRIC_TABLE } from '../../src/adapters/metrics/metric-table.ts';

const METRIC = 'agent_task_duration_seconds';
const MINUTE = 60;
/** Runs of each reviewer per minute, and the bound under which all of them stay: on a busy machine too the App is faster. */
const PER_MINUTE = 2;
const USUAL_SECONDS = 60;

/**
 * What Prometheus would have kept of the hours before, in the OpenMetrics text format: runs of reviewers that took their
 * usual time. Without a history nothing is unusual, and the alert on durations has nothing to compare with.
 * @param now seconds since the epoch
 */
export function historyText(jobs: readonly string[], reviewers: readonly string[], now: number): string {
  const times = Array.from({ length: 120 }, (_, index) => Math.floor(now) - (190 - index) * MINUTE);
  const bounds = [...METRIC_TABLE[METRIC].buckets.map(String), '+Inf'];
  const series = jobs.flatMap((job) =>
    reviewers.flatMap((agent) => {
      const labels = `job="${job}",instance="before",agent_id="${agent}",model="none"`;
      const samples = (name: string, extra: string, step: number) =>
        times.map((time, index) => `${name}{${labels}${extra}} ${index * step} ${time}`);
      return [
        ...bounds.flatMap((le) =>
          samples(`${METRIC}_bucket`, `,le="${le}"`, Number(le) < USUAL_SECONDS ? 0 : PER_MINUTE),
        ),
        ...samples(`${METRIC}_sum`, '', PER_MINUTE * USUAL_SECONDS),
        ...samples(`${METRIC}_count`, '', PER_MINUTE),
      ];
    }),
  );
  return `${[`# TYPE ${METRIC} histogram`, ...series, '# EOF'].join('\n')}\n`;
}
