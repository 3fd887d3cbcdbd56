import type { Log, MetricEvent, Metrics } from '../../src/ports.ts';

/** A log that keeps its lines. */
export function recordedLog(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = [];
  const keep = (message: string, fields?: Readonly<Record<string, unknown>>) => {
    lines.push(`${message} ${JSON.stringify(fields ?? {})}`);
  };
  return { log: { debug: keep, info: keep, warn: keep }, lines };
}

/** Metrics that keep their events. */
export function recordedMetrics(): { readonly metrics: Metrics; readonly events: MetricEvent[] } {
  const events: MetricEvent[] = [];
  return { metrics: { record: (event) => void events.push(event) }, events };
}
