import { type Html, html } from '../../../service/dashboard/html.ts';

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

const STYLE = html`<style>
:root { color-scheme: light dark; }
body { font: 16px/1.55 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1.2rem; }
label { display: block; margin: 1.2rem 0 .3rem; font-weight: 600; }
input { font: inherit; width: 100%; box-sizing: border-box; padding: .45rem .6rem; }
button { font: inherit; font-weight: 600; margin-top: 1.6rem; padding: .5rem 1.1rem; cursor: pointer; }
small { display: block; opacity: .75; } code, pre { font-size: .88em; } pre { overflow-x: auto; }
[role=alert] { border-left: 4px solid #c62828; padding-left: .8rem; }
</style>`;

/** The first step: where the service is reached and whose App it becomes. */
export function startPage(action: string, publicUrl: string, problem: string | null): Html {
  return page(
    'Register the App',
    html`<p>This service has no credentials yet. Two steps make a GitHub App of your own: GitHub shows what it asks for, and the credentials come back to this machine. Nobody else sees them.</p>
${problem === null ? null : html`<p role="alert">${problem}</p>`}
<form method="get" action="${action}">
<input type="hidden" name="step" value="2">
<label for="public">Address at which GitHub reaches this service</label>
<input id="public" name="public-url" type="url" required placeholder="https://reviews.example.com" value="${publicUrl}">
<small>Webhooks go there. On a machine behind a router this is the address of a tunnel.</small>
<label for="organisation">Organisation that owns the App</label>
<input id="organisation" name="organisation" pattern="[A-Za-z0-9](?:[A-Za-z0-9\\-]*)" maxlength="39">
<small>Leave it empty to own the App yourself.</small>
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
    html`<p>Webhooks will go to <code>${publicUrl}</code>. This is what the App asks for; GitHub lets you change its name on the next page.</p>
<pre>${JSON.stringify(manifest, null, 2)}</pre>
<form method="post" action="${action}">
<input type="hidden" name="manifest" value="${JSON.stringify(manifest)}">
<button>Register on ${new URL(serverUrl).host}</button>
</form>
<p><a href="${back}">Back</a></p>`,
  );
}

/** Done: what is left is to install it. */
export function donePage(pageUrl: string, file: string): Html {
  return page(
    'The App is registered',
    html`<p>Its credentials are in <code>${file}</code>, readable by this account only, and the service goes on as the App.</p>
<p><a href="${pageUrl}/installations/new">Install it in your repositories</a></p>`,
  );
}

/** Something did not work. */
export function problemPage(problem: string): Html {
  return page('That did not work', html`<p role="alert">${problem}</p>`);
}

function page(title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title>${STYLE}</head>
<body><h1>${title}</h1>
${body}</body></html>
`;
}
