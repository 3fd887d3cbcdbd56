import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type LabelsOf, METRIC_TABLE, type MetricDefinition, type NameOf } from './metric-table.ts';

/** The metrics of the table, by name. */
export interface MetricRegistry {
  readonly contentType: string;
  increase<Name extends NameOf<'counter'>>(name: Name, labels: LabelsOf<Name>, by?: number): void;
  set<Name extends NameOf<'gauge'>>(name: Name, labels: LabelsOf<Name>, value: number): void;
  add(name: 'active_agents', labels: LabelsOf<'active_agents'>, change: number): void;
  observe<Name extends NameOf<'histogram'>>(name: Name, labels: LabelsOf<Name>, seconds: number): void;
  /** Makes a histogram appear with nothing in it. */
  zero<Name extends NameOf<'histogram'>>(name: Name, labels: LabelsOf<Name>): void;
  text(): Promise<string>;
}

/**
 * A registry of its own, so that two in one process do not meet.
 * @param defaultMetrics also those of the process: memory, processor time, event loop
 */
export function makeRegistry(defaultMetrics: boolean): MetricRegistry {
  const registry = new Registry();
  const counters = new Map<string, Counter>();
  const gauges = new Map<string, Gauge>();
  const histograms = new Map<string, Histogram>();
  const definitions: readonly (readonly [string, MetricDefinition])[] = Object.entries(METRIC_TABLE);
  for (const [name, { type, help, labels, buckets }] of definitions) {
    const options = { name, help, labelNames: [...labels], registers: [registry] };
    if (type === 'counter') counters.set(name, new Counter(options));
    else if (type === 'gauge') gauges.set(name, new Gauge(options));
    else histograms.set(name, new Histogram({ ...options, buckets: [...(buckets ?? [])] }));
  }
  if (defaultMetrics) collectDefaultMetrics({ register: registry });
  return {
    contentType: registry.contentType,
    increase: (name, labels, by = 1) => counters.get(name)?.inc({ ...labels }, by),
    set: (name, labels, value) => gauges.get(name)?.set({ ...labels }, value),
    add: (name, labels, change) => gauges.get(name)?.inc({ ...labels }, change),
    observe: (name, labels, seconds) => histograms.get(name)?.observe({ ...labels }, seconds),
    zero: (name, labels) => histograms.get(name)?.zero({ ...labels }),
    text: () => registry.metrics(),
  };
}
