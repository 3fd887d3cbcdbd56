import { type Answer, json } from './answers.ts';
import type { State } from './state.ts';

/** A request to a page for people, or by a form of one. */
export interface PageCall {
  readonly state: State;
  readonly url: URL;
  readonly path: Readonly<Record<string, string>>;
  /** Base of the REST addresses. */
  readonly base: string;
  /** Fields of a form or of a JSON body. */
  readonly form: URLSearchParams;
  readonly accept: string;
}

/** The fields of a body, sent as a form or as JSON. */
export function formOf(text: string): URLSearchParams {
  if (!text.trimStart().startsWith('{')) return new URLSearchParams(text);
  try {
    const fields = Object.entries(JSON.parse(text) as Record<string, unknown>);
    return textFields(fields);
  } catch {
    return new URLSearchParams(); // neither form nor JSON: no field is there, and the page says so
  }
}

export function html(status: number, title: string, body: string): Answer {
  const page = `<!doctype html><html lang="en"><title>${escapeHtml(title)}</title><h1>${escapeHtml(title)}</h1>${body}</html>\n`;
  return { status, raw: { type: 'text/html; charset=utf-8', content: Buffer.from(page) } };
}

/** A form with fields nobody sees and one button for each of the given values. */
export function buttons(
  action: string,
  hidden: Readonly<Record<string, string>>,
  name: string,
  values: readonly string[],
): string {
  const fields = Object.entries(hidden).map(
    ([key, value]) => `<input type="hidden" name="${escapeHtml(key)}" value="${escapeHtml(value)}">`,
  );
  const choices = values.map(
    (value) =>
      `<button name="${escapeHtml(name)}" value="${escapeHtml(value)}">${escapeHtml(value)}</button>`,
  );
  return `<form method="post" action="${escapeHtml(action)}">${fields.join('')}${choices.join(' ')}</form>`;
}

/** Sends the browser back to an App. Parameters that are undefined are left out. */
export function redirect(address: string, parameters: Readonly<Record<string, string | undefined>>): Answer {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return { status: 302, headers: { location: url.href } };
}

/** GitHub answers in the form encoding unless it is asked for JSON; errors, too, have status 200. */
export function formAnswer(accept: string, fields: Readonly<Record<string, string | number>>): Answer {
  if (accept.includes('json')) return json(200, fields);
  const content = Buffer.from(textFields(Object.entries(fields)).toString());
  return { status: 200, raw: { type: 'application/x-www-form-urlencoded; charset=utf-8', content } };
}

function textFields(fields: readonly (readonly [string, unknown])[]): URLSearchParams {
  return new URLSearchParams(fields.map(([name, value]): [string, string] => [name, String(value)]));
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
