import { createHash } from 'node:crypto';
import { type Html, html } from '../html.ts';
import { SCRIPT } from '../script.ts';
import { STYLE } from '../style.ts';

/** Who looks at a page. */
export interface Person {
  readonly login: string;
  /** Stands in every form: proves that it was made for this session. */
  readonly formToken: string;
}

/** The mark beside the name. */
export const LOGO = html`<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><g fill="none" stroke-width="2.2" stroke-linecap="round"><path class="l1" d="M4 6h9"/><path class="l2" d="M4 12h13"/><path class="l3" d="M4 18h6"/><path class="l4" d="m14 18 2.2 2.2L21 15"/></g></svg>`;

export interface PageFrame {
  readonly title: string;
  readonly here: 'reviews' | 'repositories' | 'reviewers' | null;
  /** Null before signing in. */
  readonly person: Person | null;
  readonly body: Html;
}

/** The logo in colours that stand out in light and dark tabs. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="1 1 23 23"><g fill="none" stroke="#7c8694" stroke-width="2.6" stroke-linecap="round"><path d="M4 6h9"/><path stroke="#4d7fe8" d="M4 12h13"/><path d="M4 18h6"/><path stroke="#2f9e5b" d="m14 18 2.2 2.2L21 15"/></g></svg>`;

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Our own files, under addresses that change with their content. */
export const ASSETS: ReadonlyMap<string, { readonly type: string; readonly text: string }> = new Map([
  [`/assets/${digest(STYLE)}.css`, { type: 'text/css; charset=utf-8', text: STYLE }],
  [`/assets/${digest(SCRIPT)}.js`, { type: 'text/javascript; charset=utf-8', text: SCRIPT }],
  [`/assets/${digest(ICON)}.svg`, { type: 'image/svg+xml', text: ICON }],
]);

const [STYLE_PATH = '', SCRIPT_PATH = '', ICON_PATH = ''] = [...ASSETS.keys()];

const PLACES = [
  { here: 'reviews', path: '/', word: 'Reviews' },
  { here: 'repositories', path: '/repositories', word: 'Repositories' },
  { here: 'reviewers', path: '/reviewers', word: 'Reviewers' },
] as const;

/** A whole page: head, bar, content. */
export function pageOf({ title, here, person, body }: PageFrame): Html {
  const places = PLACES.map(
    (place) =>
      html`<a href="${place.path}"${here === place.here ? html` aria-current="page"` : null}>${place.word}</a>`,
  );
  const bar =
    person === null
      ? null
      : html`<nav aria-label="Main">${places}</nav>
<form class="person" method="post" action="/sign-out"><input type="hidden" name="token" value="${person.formToken}"><span>@${person.login}</span><button class="plain">Sign out</button></form>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · multi-agent-review</title>
<link rel="icon" href="${ICON_PATH}">
<link rel="stylesheet" href="${STYLE_PATH}">
<script src="${SCRIPT_PATH}" defer></script>
</head>
<body>
<a class="skip" href="#content">Go to the content</a>
<header class="bar"><a class="brand" href="/">${LOGO}<b>multi-agent-review</b></a>${bar}</header>
<main class="page" id="content" tabindex="-1">
${body}
</main>
</body>
</html>
`;
}
