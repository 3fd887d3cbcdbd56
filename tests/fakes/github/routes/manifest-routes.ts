import { randomBytes } from 'node:crypto';
import { type Answer, type Call, json, notFound } from '../answers.ts';
import type { Grants } from '../app-state.ts';
import { addApp, newPrivateKey } from '../build-app.ts';
import { buttons, html, type PageCall, redirect } from '../pages.ts';
import { showApp } from '../show-app.ts';
import type { User } from '../state.ts';

const CODE_MS = 3_600_000;

type Manifest = Readonly<Record<string, unknown>>;

/**
 * The pages that a manifest is posted to. Whoever is signed in owns the App, or the organisation of the address; the App
 * exists once the code is exchanged.
 */
export const manifestPages: Readonly<Record<string, (call: PageCall) => Answer>> = {
  'POST /settings/apps/new': newApp,
  'POST /organizations/{org}/settings/apps/new': newApp,
};

function newApp({ form, url, path, state }: PageCall): Answer {
  const manifest = manifestOf(form.get('manifest') ?? '');
  if (typeof manifest === 'string') return html(422, 'Invalid GitHub App configuration', manifest);
  const returnTo = form.get('state') ?? url.searchParams.get('state') ?? undefined;
  const person = state.browser.user ?? state.users.get(form.get('login') ?? '') ?? null;
  if (person === null) {
    const people = [...state.users.values()].filter((one) => one.type === 'User').map((one) => one.login);
    const hidden = { manifest: form.get('manifest') ?? '', state: returnTo ?? '' };
    return html(
      200,
      `Create GitHub App ${String(manifest.name)}`,
      buttons(url.pathname, hidden, 'login', people),
    );
  }
  const owner = path.org === undefined ? person : state.users.get(path.org);
  if (owner === undefined || (path.org !== undefined && owner.type !== 'Organization')) {
    return html(404, 'Page not found', 'There is no such organisation.');
  }
  const code = randomBytes(20).toString('hex');
  state.manifestCodes.set(code, { owner, manifest, expiresAt: state.milliseconds() + CODE_MS });
  return redirect(String(manifest.redirect_url), { code, state: returnTo });
}

export const manifestRoutes: Readonly<Record<string, (call: Call) => Answer>> = {
  'POST /app-manifests/{code}/conversions': (call) => {
    const { state } = call;
    const code = call.path.code ?? '';
    const found = state.manifestCodes.get(code);
    state.manifestCodes.delete(code);
    if (found === undefined || state.milliseconds() >= found.expiresAt) throw notFound();
    const { manifest, owner } = found;
    const name = String(manifest.name);
    const userNamed = (login: string): User => {
      const known = login === owner.login ? owner : state.users.get(login);
      if (known !== undefined) return known;
      const bot: User = {
        id: state.nextId() % 1_000_000_000,
        login,
        type: 'Bot',
        roles: new Map(),
        association: null,
      };
      state.users.set(login, bot);
      return bot;
    };
    const hook = manifest.hook_attributes as { readonly url?: string } | undefined;
    const app = addApp(state, userNamed, {
      slug: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
      name,
      owner: owner.login,
      privateKey: newPrivateKey(),
      hookUrl: hook?.url ?? null,
      webhookSecret: hook === undefined ? null : randomBytes(20).toString('hex'),
      callbackUrls: (manifest.callback_urls as readonly string[] | undefined) ?? [],
      permissions: (manifest.default_permissions as Grants | undefined) ?? {},
      events: (manifest.default_events as readonly string[] | undefined) ?? [],
    });
    return json(201, {
      ...showApp(app, call.base),
      client_secret: app.clientSecret,
      webhook_secret: app.webhookSecret,
      pem: app.privateKey,
    });
  },
};

/** The fields that GitHub's documentation of manifests names. */
const FIELDS: ReadonlySet<string> = new Set([
  'name',
  'url',
  'hook_attributes',
  'redirect_url',
  'callback_urls',
  'setup_url',
  'description',
  'public',
  'default_events',
  'default_permissions',
  'request_oauth_on_install',
  'setup_on_update',
]);

/**
 * The permission without which GitHub refuses a manifest that names the event, comments on pull requests included.
 * Events of the App's own life (`installation`) can be named with none (GitHub's documentation of webhook events).
 */
const NEEDED_FOR: Readonly<Record<string, string>> = {
  check_run: 'checks',
  check_suite: 'checks',
  issue_comment: 'issues',
  merge_group: 'merge_queues',
  pull_request: 'pull_requests',
  pull_request_review_comment: 'pull_requests',
};

/** The manifest, or what is wrong with it. */
function manifestOf(text: string): Manifest | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'The manifest is no JSON.';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'The manifest is no object.';
  const manifest = value as Manifest;
  const unknown = Object.keys(manifest).filter((name) => !FIELDS.has(name));
  if (unknown.length > 0) return `The manifest has unknown fields: ${unknown.join(', ')}.`;
  for (const name of ['name', 'url', 'redirect_url']) {
    if (typeof manifest[name] !== 'string' || manifest[name] === '') return `The manifest lacks "${name}".`;
  }
  if (String(manifest.name).length > 34) return 'Name is too long (maximum is 34 characters).';
  const grants = (manifest.default_permissions as Grants | undefined) ?? {};
  const events = (manifest.default_events as readonly string[] | undefined) ?? [];
  const unsupported = events.filter((event) => grants[NEEDED_FOR[event] ?? ''] === undefined);
  if (unsupported.length > 0)
    return `Default events are not supported by permissions: ${unsupported.join(', ')}`;
  return manifest;
}
