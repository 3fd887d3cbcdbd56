import {
  type Answer,
  type Call,
  findRepository,
  json,
  notFound,
  page,
  type Refusal,
  refuse,
} from '../answers.ts';
import { type App, type Grants, type Installation, installedRepositories, type Level } from '../app-state.ts';
import { makeInstallationToken } from '../app-tokens.ts';
import { noWebToken, suspended } from '../authenticate.ts';
import { isGranted } from '../needed-permissions.ts';
import { showApp, showInstallation } from '../show-app.ts';
import { showRepository } from '../show-repository.ts';
import type { Repository } from '../state.ts';

const ONE = '/app/installations/{installation_id}';

/** What an App asks as itself, with a JSON web token. */
export const appRoutes: Readonly<Record<string, (call: Call) => Answer>> = {
  'GET /app': (call) => {
    const app = appOf(call);
    const count = call.state.installations.filter((one) => one.app === app && !one.deleted).length;
    return json(200, { ...showApp(app, call.base), installations_count: count });
  },

  'GET /app/installations': (call) => {
    const app = appOf(call);
    const mine = call.state.installations.filter((one) => one.app === app && !one.deleted);
    return page(call, mine, (one) => showInstallation(one, call.base));
  },

  [`GET ${ONE}`]: (call) => json(200, showInstallation(installationOf(call), call.base)),

  [`POST ${ONE}/access_tokens`]: mint,

  'GET /repos/{owner}/{repo}/installation': (call) => {
    const app = appOf(call);
    const repository = findRepository(call.state, `${call.path.owner}/${call.path.repo}`);
    const found = call.state.installations.find(
      (one) =>
        one.app === app &&
        !one.deleted &&
        repository !== null &&
        installedRepositories(one, call.state.repositories).includes(repository),
    );
    if (found === undefined) throw notFound();
    return json(200, showInstallation(found, call.base));
  },
};

export function appOf(call: Call): App {
  const app = call.token?.app ?? null;
  if (app === null) throw noWebToken();
  return app;
}

function installationOf(call: Call): Installation {
  const app = appOf(call);
  const id = Number(call.path.installation_id);
  const found = call.state.installations.find((one) => one.app === app && one.id === id && !one.deleted);
  if (found === undefined) throw notFound();
  return found;
}

/** A token with no more than is asked for, and never more than the installation has. */
function mint(call: Call): Answer {
  const installation = installationOf(call);
  if (installation.suspendedAt !== null) throw suspended();
  const narrowed = askedRepositories(call, installation);
  const permissions = askedPermissions(call, installation);
  const ids = narrowed === null ? null : new Set(narrowed.map((one) => one.id));
  const token = makeInstallationToken(call.state, installation, { ids, permissions });
  return json(201, {
    token: token.token,
    expires_at: new Date(token.expiresAt ?? 0).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    permissions,
    repository_selection: narrowed === null ? installation.selection : 'selected',
    ...(narrowed === null
      ? {}
      : { repositories: narrowed.map((one) => showRepository(one, call.state, call.base)) }),
  });
}

/** Null: all of the installation. */
function askedRepositories(call: Call, installation: Installation): readonly Repository[] | null {
  const { repository_ids: ids, repositories: names } = call.body;
  if (ids === undefined && names === undefined) return null;
  const reachable = installedRepositories(installation, call.state.repositories);
  const asked = [...listOf(ids), ...listOf(names)];
  const found = reachable.filter((one) => asked.includes(one.id) || asked.includes(one.name));
  if (asked.length > 500 || asked.length === 0 || found.length < asked.length) {
    throw refusedToken(
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    );
  }
  return found;
}

function askedPermissions(call: Call, installation: Installation): Grants {
  const asked = call.body.permissions as Grants | undefined;
  if (asked === undefined) return installation.permissions;
  const granted = { permissions: installation.permissions };
  for (const [name, level] of Object.entries<Level>(asked)) {
    if (!isGranted(granted, `${name}=${level}`)) {
      throw refusedToken('The permissions requested are not granted to this installation.');
    }
  }
  return { metadata: 'read', ...asked };
}

function refusedToken(message: string): Refusal {
  return refuse(422, message);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
