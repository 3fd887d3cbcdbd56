import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';

/** Where a job is scraped. */
export interface Target {
  readonly job: string;
  readonly address: string;
}

export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A running Prometheus. */
export interface Prometheus {
  /** Evaluates an expression now. @throws Error with the answer of Prometheus when it refuses the expression */
  query(expression: string): Promise<readonly Sample[]>;
  /** Names of the alert rules that it loaded. */
  alertRules(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

const sample = z.object({
  metric: z.record(z.string(), z.string()),
  value: z.tuple([z.number(), z.string()]),
});
const answer = z.object({
  status: z.string(),
  error: z.string().optional(),
  data: z.object({ resultType: z.literal('vector'), result: z.array(sample) }).optional(),
});
const rules = z.object({
  data: z.object({ groups: z.array(z.object({ rules: z.array(z.object({ name: z.string() })) })) }),
});

/** Runs promtool. @throws Error with what it printed when it ends with anything but 0 */
export function promtool(args: readonly string[], input?: string): string {
  const run = spawnSync('promtool', args, { encoding: 'utf8', ...(input === undefined ? {} : { input }) });
  if (run.status !== 0) throw new Error(`promtool ${args.join(' ')}\n${run.stdout}${run.stderr}`);
  return run.stdout;
}

/**
 * Starts Prometheus in an empty folder, with a history and a scrape every second.
 * @param folder that it may fill
 * @param history in the OpenMetrics text format
 */
export async function startPrometheus(
  folder: string,
  targets: readonly Target[],
  rulesFile: string,
  history: string,
): Promise<Prometheus> {
  const data = join(folder, 'data');
  mkdirSync(data);
  writeFileSync(join(folder, 'history.txt'), history);
  promtool(['tsdb', 'create-blocks-from', 'openmetrics', join(folder, 'history.txt'), data]);
  const configuration = {
    global: { scrape_interval: '1s', scrape_timeout: '1s' },
    rule_files: [rulesFile],
    scrape_configs: targets.map(({ job, address }) => ({
      job_name: job,
      static_configs: [{ targets: [address] }],
    })),
  };
  // JSON is YAML.
  writeFileSync(join(folder, 'prometheus.yml'), JSON.stringify(configuration));
  const address = `127.0.0.1:${await freePort()}`;
  const child = spawn(
    'prometheus',
    [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${data}`,
      `--web.listen-address=${address}`,
      '--log.level=error',
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const get = async (path: string) => (await fetch(`http://${address}/api/v1/${path}`)).json();
  return {
    async query(expression) {
      const parsed = answer.parse(await get(`query?query=${encodeURIComponent(expression)}`));
      if (parsed.data === undefined) throw new Error(`${parsed.error}: ${expression}`);
      return parsed.data.result.map(({ metric, value }) => ({ labels: metric, value: Number(value[1]) }));
    },
    async alertRules() {
      const { groups } = rules.parse(await get('rules?type=alert')).data;
      return groups.flatMap((group) => group.rules.map(({ name }) => name));
    },
    stop: () => end(child),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
