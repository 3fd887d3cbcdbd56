import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { readAppSettings } from '../../src/entry/app/app-settings.ts';
import { credentialsPath } from '../../src/entry/app/credentials-file.ts';
import { SIGN_IN_PATH, WEBHOOKS_PATH } from '../../src/entry/app/paths.ts';
import { HANDED_ON } from '../../src/entry/app/start-work.ts';
import { DASHBOARD_PATHS } from '../../src/service/dashboard/make-dashboard.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const PAGE = read('docs/app.md');
const SETTINGS = PAGE.split('## Settings')[1]?.split('\n## ')[0] ?? '';
/** Names in the table; a test of the manifest holds it to the code. */
const VARIABLES = new Set(
  [...SETTINGS.matchAll(/^\|([^|]+)\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name = '']) => name),
  ),
);

interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string };
}
interface Container {
  readonly args: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value: string }[];
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  readonly startupProbe: Probe;
  readonly readinessProbe: Probe;
  readonly livenessProbe: Probe;
  readonly securityContext: unknown;
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
}
interface PodSpec {
  readonly automountServiceAccountToken: boolean;
  readonly securityContext: unknown;
  readonly terminationGracePeriodSeconds: number;
  readonly containers: readonly Container[];
  readonly volumes: readonly { readonly name: string; readonly emptyDir?: unknown }[];
}
interface RoutedPath {
  readonly path: string;
  readonly pathType: string;
}

const manifests = parseAllDocuments(read('deploy/kubernetes/multi-agent-review.yml')).map((document) => {
  expect(document.errors).toEqual([]);
  return document.toJS();
});
const pods: readonly PodSpec[] = manifests
  .filter(({ kind }) => kind === 'Deployment')
  .map(({ spec }) => spec.template.spec);
const containers = pods.flatMap((pod) => pod.containers);

describe('the documentation of the settings', () => {
  it('names the defaults that the code has', () => {
    const settings = readAppSettings([], {});
    const defaults = {
      'HOST, PORT': `${settings.host}, ${settings.port}`,
      REVIEW_CONCURRENCY: `${settings.reviewConcurrency}`,
      DEADLINE_SECONDS: `${settings.deadlineSeconds}`,
      WRITE_SPACING_MS: `${settings.writeSpacingMs}`,
      STATUS_CONTEXT: settings.statusContext,
      RETENTION_DAYS: `${settings.retentionDays}`,
      STOP_SECONDS: `${settings.stopSeconds}`,
      ALLOW_REMOTE_SETUP: `${settings.remoteSetUp}`,
      LOG_LEVEL: settings.logLevel,
    };
    const rows = [...SETTINGS.matchAll(/^\| (.+?) \| (.+?) \|/gm)].map(([, names = '', said = '']) => [
      names.replaceAll('`', ''),
      said.replaceAll('`', ''),
    ]);
    expect(Object.fromEntries(rows)).toMatchObject(defaults);
  });

  it('names the file that registering writes, and what review processes are given', () => {
    expect(PAGE).toContain(basename(credentialsPath('data')));
    for (const name of HANDED_ON) expect(PAGE, name).toContain(`\`${name}\``);
  });
});

describe('git', () => {
  it.each(['/data/', '/deploy/app.env'])('leaves %s out: keys stand there', (path) => {
    expect(read('.gitignore').split('\n')).toContain(path);
  });
});

describe('the image', () => {
  const lines = read('Dockerfile')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n');
  const instructions = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));

  it('copies files that exist and that its context holds', () => {
    const context = read('.dockerignore').trim().split('\n');
    const sources = instructions('COPY')
      .filter((line) => !line.startsWith('--from='))
      .flatMap((line) => line.split(' ').slice(0, -1));
    expect(sources.sort()).toEqual(
      [...new Set(context.slice(1))]
        .map((line) => line.slice(1))
        .concat('package.json')
        .sort(),
    );
    for (const source of sources) expect(existsSync(join(ROOT, source)), source).toBe(true);
    expect(context[0]).toBe('*');
  });

  it('runs the built App as a user without rights, and asks whether it lives', () => {
    expect(instructions('ENTRYPOINT').map((line) => JSON.parse(line))).toEqual([['node', 'dist/app/app.js']]);
    expect(existsSync(join(ROOT, 'dist/app/app.js'))).toBe(true);
    expect(instructions('USER').at(-1)).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(instructions('HEALTHCHECK').join()).toContain('/healthz');
    for (const name of instructions('ENV')
      .join(' ')
      .matchAll(/([A-Z_]+)=/g))
      expect(['NODE_ENV', ...VARIABLES]).toContain(name[1]);
  });
});

describe('the example of the environment', () => {
  it('names variables that the App reads, also those that are only hinted at', () => {
    const names = [...read('deploy/app.env.example').matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(
      ([, name]) => name,
    );
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(VARIABLES).toContain(name);
  });
});

describe('the compose file', () => {
  const text = read('deploy/compose.yml');
  const { services } = parse(text, { merge: true });

  it.each(['web', 'worker'])('runs the role %s read-only and without privileges', (role) => {
    const service = services[role];
    expect(service.command).toEqual(['--role', role]);
    expect(service).toMatchObject({
      build: '..',
      env_file: 'app.env',
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      depends_on: { postgres: { condition: 'service_healthy' } },
    });
    for (const name of Object.keys(service.environment)) expect(VARIABLES).toContain(name);
    const { stopSeconds } = readAppSettings([], {});
    expect(Number.parseInt(service.stop_grace_period, 10)).toBeGreaterThan(stopSeconds + 5);
  });

  it('shows the service and no database to this machine alone', () => {
    expect(services.web.ports).toEqual(['127.0.0.1:3000:3000']);
    expect(services.worker.ports).toBeUndefined();
    expect(services.postgres.ports).toBeUndefined();
  });

  it('has no dollar in the sentence of a variable that is missing: compose would read it as another one', () => {
    for (const [, sentence] of text.matchAll(/\$\{[A-Z_]+:\?([^}]*)\}/g)) expect(sentence).not.toContain('$');
  });
});

describe('the manifests for Kubernetes', () => {
  it('run both roles as a user without rights, on a root that cannot be written', () => {
    expect(containers.map(({ args }) => args)).toEqual([
      ['--role', 'web'],
      ['--role', 'worker'],
    ]);
    for (const pod of pods) {
      expect(pod.automountServiceAccountToken).toBe(false);
      expect(pod.securityContext).toMatchObject({
        runAsNonRoot: true,
        runAsUser: 1000,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      const scratch = pod.volumes.filter(({ emptyDir }) => emptyDir !== undefined).map(({ name }) => name);
      for (const { securityContext, volumeMounts } of pod.containers) {
        expect(securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
        for (const { name } of volumeMounts) expect(scratch).toContain(name);
      }
    }
  });

  it('ask whether it lives and whether it is ready, and name variables that the App reads', () => {
    for (const { startupProbe, readinessProbe, livenessProbe, ports, env = [] } of containers) {
      const paths = [startupProbe, readinessProbe, livenessProbe].map(({ httpGet }) => httpGet.path);
      expect(paths).toEqual(['/healthz', '/readyz', '/healthz']);
      expect(ports).toEqual([{ name: 'http', containerPort: readAppSettings([], {}).port }]);
      for (const { name } of env) expect(VARIABLES).toContain(name);
    }
  });

  it('give a process more time to stop than it takes itself', () => {
    for (const { containers: [only] = [], terminationGracePeriodSeconds } of pods) {
      const own = only?.env?.find(({ name }) => name === 'STOP_SECONDS')?.value;
      const { stopSeconds } = readAppSettings([], own === undefined ? {} : { STOP_SECONDS: own });
      expect(terminationGracePeriodSeconds).toBeGreaterThanOrEqual(stopSeconds + 5);
    }
  });

  it('let in what GitHub and people need, and nothing else', () => {
    const ingress = manifests.find(({ kind }) => kind === 'Ingress');
    const routed: readonly RoutedPath[] = ingress.spec.rules[0].http.paths;
    const isRouted = (path: string) =>
      routed.some(
        (one) => path === one.path || (one.pathType === 'Prefix' && path.startsWith(`${one.path}/`)),
      );
    const pages = [
      WEBHOOKS_PATH,
      SIGN_IN_PATH,
      ...['/', '/events', '/sign-in', '/sign-in/github', '/sign-out', '/assets/a.css', '/reviewers'],
      ...['/reviews/1', '/reviews/1/events', '/reviews/1/again', '/repositories', '/repositories/1/2'],
    ];
    for (const path of pages) expect([path, isRouted(path)]).toEqual([path, true]);
    for (const path of ['/metrics', '/healthz', '/readyz', '/webhooks/x', '/set-up'])
      expect([path, isRouted(path)]).toEqual([path, false]);
    for (const { path, pathType } of routed) {
      const example = pathType === 'Prefix' ? `${path}/x` : path;
      expect([path, example === WEBHOOKS_PATH || DASHBOARD_PATHS.test(example)]).toEqual([path, true]);
    }
  });
});
