import { type Html, html } from '../html.ts';
import { type Person, pageOf } from './frame.ts';

/** One and the same answer for what is not there and for what the person may not see (R38). */
export function notFoundPage(person: Person | null): Html {
  return plain('Not found', person, 'There is nothing here, or nothing that your GitHub account may see.');
}

export function forbiddenPage(person: Person | null, why: string): Html {
  return plain('That did not work', person, why);
}

/** When GitHub cannot say what a person may see, nothing is shown. */
export function awayPage(person: Person | null, why: string): Html {
  return plain(
    'GitHub does not answer',
    person,
    `${why} Nothing is shown until GitHub says what you may see. Try again in a minute.`,
  );
}

/** @param canSignIn false when the service has no client id and secret */
export function signInPage(canSignIn: boolean, back: string, why: string | null): Html {
  const body = canSignIn
    ? html`<p>Sign in to see the reviews of the repositories that you may see on GitHub. Nothing else is asked for.</p>
<p><a class="button" href="/sign-in/github?back=${encodeURIComponent(back)}">Sign in with GitHub</a></p>`
    : html`<p>Signing in is not set up. Set <code>GITHUB_CLIENT_ID</code> and <code>GITHUB_CLIENT_SECRET</code> of the GitHub App and start the service again. Reviews run without it.</p>`;
  return pageOf({
    title: 'Sign in',
    here: null,
    person: null,
    body: html`<div class="door"><h1>Reviews of your pull requests</h1>${why === null ? null : html`<p class="warning" role="alert">${why}</p>`}${body}</div>`,
  });
}

function plain(title: string, person: Person | null, text: string): Html {
  return pageOf({
    title,
    here: null,
    person,
    body: html`<div class="door"><h1>${title}</h1><p>${text}</p><p><a href="/">To the reviews</a></p></div>`,
  });
}
