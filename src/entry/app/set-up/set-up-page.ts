import { createHash } from 'node:crypto';
import { type Html, html, ready } from '../../../service/dashboard/html.ts';
import { LOGO } from '../../../service/dashboard/pages/frame.ts';
import { STYLE } from '../../../service/dashboard/style.ts';

/** What the page with the button needs. */
export interface RegisterPage {
  readonly serverUrl: string;
  /** Login of an organisation; empty for the person's own account. */
  readonly organisation: string;
  readonly publicUrl: string;
  readonly state: string;
  readonly manifest: Readonly<Record<string, unknown>>;
  /** Address of the page before. */
  readonly back: string;
}

/** The look of the dashboard, and of forms that only stand here. It holds nothing from elsewhere. */
const SET_UP_STYLE = `${STYLE}
.door { max-width: 46rem; margin-top: 2rem; } .door label { display: block; font-weight: 600; margin: 1.3rem 0 .35rem; } .door input { width: 100%; font-size: 1rem; padding: .5rem .75rem; }
.door .steps { color: var(--muted); font-size: .88rem; margin: 0 0 .3rem; } .door small { display: block; color: var(--muted); margin-top: .3rem; } .door button { margin-top: 1.5rem; padding: .6rem 1.2rem; font-size: 1rem; } .door ol { padding-left: 1.3rem; margin-top: .9rem; } .door ol li { margin: .5rem 0; }
.permissions { margin-top: 1rem; } .door .fold { margin: 1.1rem 0 0; } .door pre { overflow-x: auto; } .problem { border-left: 4px solid var(--fail); padding-left: .8rem; }
`;

/** The only style that a page of the set-up may have, for its policy. */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(SET_UP_STYLE).digest('base64')}'`;

/** What each permission is for, in the words of docs/app.md. */
const PURPOSES: ReadonlyMap<string, string> = new Map([
  ['metadata', 'names of repositories, and what a person who commands may do there'],
  ['contents', 'the change, the files around it, the configuration at the base commit'],
  ['pull_requests', 'the comment, the inline review, reactions, answers to commands'],
  ['statuses', 'the commit status'],
  ['checks', 'the check run'],
  ['issues', 'comments on pull requests: GitHub sends them only to Apps that may read issues'],
  ['merge_queues', 'merge groups'],
]);

/** The first step: where the service is reached and whose App it becomes. */
export function startPage(action: string, publicUrl: string, problem: string | null): Html {
  return page(
    'Register the App',
    html`<p class="steps">Step 1 of 2</p><h1>Register the App</h1>
<p>This service has no credentials yet. Two steps make a GitHub App of your own: GitHub shows what it asks for, and the credentials come back to this machine. Nobody else sees them.</p>
${problem === null ? null : html`<p class="problem" role="alert">${problem}</p>`}
<form method="get" action="${action}">
<input type="hidden" name="step" value="2">
<label for="public">Address at which GitHub reaches this service</label>
<input id="public" name="public-url" type="url" required placeholder="https://reviews.example.com" value="${publicUrl}" aria-describedby="public-note">
<small id="public-note">Webhooks go there. On a machine behind a router this is the address of a tunnel.</small>
<label for="organisation">Organisation that owns the App</label>
<input id="organisation" name="organisation" type="text" pattern="[A-Za-z0-9](?:[A-Za-z0-9\\-]*)" maxlength="39" autocapitalize="none" spellcheck="false" aria-describedby="organisation-note">
<small id="organisation-note">Leave it empty to own the App yourself.</small>
<button>Continue</button>
</form>`,
  );
}

/** The second step: a form that only the browser of this person can send, to GitHub alone. */
export function registerPage({
  serverUrl,
  organisation,
  publicUrl,
  state,
  manifest,
  back,
}: RegisterPage): Html {
  const owner = organisation === '' ? '' : `/organizations/${encodeURIComponent(organisation)}`;
  const action = `${serverUrl}${owner}/settings/apps/new?state=${encodeURIComponent(state)}`;
  return page(
    'Register the App',
    html`<p class="steps">Step 2 of 2</p><h1>Register the App</h1>
<p>Webhooks will go to <code>${publicUrl}</code>. The App will belong to ${organisation === '' ? 'you' : html`<b>${organisation}</b>`} and ask for no more than this; GitHub shows it again and lets you change the name.</p>
${permissionTable(manifest)}
<details class="fold"><summary>Everything that is sent to GitHub</summary><div class="inside"><pre tabindex="0">${JSON.stringify(manifest, null, 2)}</pre></div></details>
<form method="post" action="${action}">
<input type="hidden" name="manifest" value="${JSON.stringify(manifest)}">
<button>Register on ${new URL(serverUrl).host}</button>
</form>
<p><a href="${back}">Back</a></p>`,
  );
}

function permissionTable({ default_permissions: permissions }: RegisterPage['manifest']): Html {
  const rows = Object.entries(permissions ?? {}).map(
    ([name, access]) =>
      html`<tr><th scope="row"><code>${name}</code></th><td>${String(access)}</td><td>${PURPOSES.get(name) ?? '–'}</td></tr>`,
  );
  return html`<table class="permissions"><thead><tr><th scope="col">Permission</th><th scope="col">Access</th><th scope="col">For</th></tr></thead><tbody>${rows}</tbody></table>`;
}

/** Done: what is left is to install it. */
export function donePage(pageUrl: string, file: string, publicUrl: string): Html {
  return page(
    'The App is registered',
    html`<h1>The App is registered</h1>
<p>Its credentials are in <code>${file}</code>, readable by this account only, and the service goes on as the App.</p>
<ol><li><a href="${pageUrl}/installations/new">Install it in your repositories</a></li><li>Open a pull request, or push to one: its review begins at once.</li><li>Watch it on the dashboard: <a href="${publicUrl}">${publicUrl}</a></li></ol>`,
  );
}

/** Something did not work. */
export function problemPage(problem: string, back: string): Html {
  return page(
    'That did not work',
    html`<h1>That did not work</h1><p class="problem" role="alert">${problem}</p><p><a href="${back}">Start again</a></p>`,
  );
}

function page(title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${title} · multi-agent-review</title>${ready(`<style>${SET_UP_STYLE}</style>`)}</head>
<body><header class="bar"><span class="brand">${LOGO}<b>multi-agent-review</b></span></header>
<main class="page"><div class="door">${body}</div></main></body></html>
`;
}
