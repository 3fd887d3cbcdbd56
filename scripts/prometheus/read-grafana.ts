import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const FOLDER = join(import.meta.dirname, '..', '..', 'grafana');
export const ALERTS_FILE = join(FOLDER, 'alerts.yml');

const target = z.object({ refId: z.string(), expr: z.string(), legendFormat: z.string() });
const panel = z.object({
  id: z.int(),
  type: z.string(),
  title: z.string().min(1),
  description: z.string().optional(),
  gridPos: z.object({ x: z.int(), y: z.int(), w: z.int(), h: z.int() }),
  fieldConfig: z.object({ defaults: z.object({ unit: z.string(), thresholds: z.unknown() }) }).optional(),
  datasource: z.unknown().optional(),
  targets: z.array(target).optional(),
});
const dashboard = z.object({
  uid: z.string(),
  title: z.string(),
  schemaVersion: z.int(),
  annotations: z.object({ list: z.array(z.object({ expr: z.string() })) }),
  templating: z.object({
    list: z.array(
      z.object({
        name: z.string(),
        type: z.string(),
        definition: z.string().optional(),
      }),
    ),
  }),
  panels: z.array(panel),
});
const alerts = z.object({
  groups: z.array(
    z.object({
      rules: z.array(
        z.object({
          alert: z.string(),
          expr: z.string(),
          for: z.string(),
          labels: z.record(z.string(), z.string()),
          annotations: z.object({ summary: z.string(), description: z.string() }),
        }),
      ),
    }),
  ),
});

export type Dashboard = z.infer<typeof dashboard>;
export type Alert = z.infer<typeof alerts>['groups'][number]['rules'][number];

export function readDashboard(): Dashboard {
  return dashboard.parse(JSON.parse(readFileSync(join(FOLDER, 'dashboard.json'), 'utf8')));
}

export function readAlerts(): readonly Alert[] {
  return alerts.parse(parse(readFileSync(ALERTS_FILE, 'utf8'))).groups.flatMap(({ rules }) => rules);
}

/** A query of the dashboard as Grafana would send it. */
export interface PanelQuery {
  readonly panel: string;
  readonly expr: string;
}

/**
 * Every query of every panel, the variables replaced by what a person would choose.
 * @param job the one that is looked at
 */
export function panelQueries({ panels }: Dashboard, job: string): readonly PanelQuery[] {
  const values = new Map([
    ['job', job],
    ['agent', '.*'],
    ['model', '.*'],
    ['window', '1h'],
    ['__range', '6h'],
  ]);
  return panels.flatMap(({ title, targets = [] }) =>
    targets.map(({ refId, expr }) => ({
      panel: targets.length > 1 ? `${title} (${refId})` : title,
      expr: expr.replaceAll(/\$(\w+)/g, (variable, name: string) => {
        const value = values.get(name);
        if (value === undefined) throw new Error(`Panel "${title}" uses ${variable}, which has no value.`);
        return value;
      }),
    })),
  );
}
