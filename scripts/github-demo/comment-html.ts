import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** What Markdown itself makes, and the tags that our renderer writes: details, summary and sub. */
const TAGS = new Set(
  'a blockquote br code del details em h1 h2 h3 h4 h5 h6 hr input li ol p pre strong sub summary table tbody td th thead tr ul'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(['align', 'checked', 'class', 'disabled', 'href', 'start', 'type']);

const COMMENT = /<!--[\s\S]*?-->/g;
const TAG = /^<\/?([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*) ?\/?>/;

const MARKS: Readonly<Record<string, readonly [string, string, string]>> = {
  '✅': ['pass', 'passed', '<path d="M5 8.4 7.2 10.6 11.2 5.8"/>'],
  '❌': ['fail', 'failed', '<path d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8"/>'],
  '⚠️': ['incomplete', 'incomplete', '<path d="M8 4.4v4.4M8 11.4v.1"/>'],
  '⏭️': ['skipped', 'skipped', '<path d="M5.2 5.2 8 8l-2.8 2.8M10.6 5v6"/>'],
};

/**
 * A comment as GitHub would show it. Foreign markup is not cleaned but refused: our renderer makes everything foreign
 * inert, so a tag that it does not write is a fault that should be seen.
 *
 * @param markdown body of a comment
 * @returns HTML without any tag or attribute besides those that Markdown and our renderer make
 * @throws Error that names the tag which is not allowed
 */
export function commentHtml(markdown: string): string {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  }).replace(COMMENT, '');
  assertKnownTags(html);
  return withMarks(html);
}

/** Text is escaped by Markdown, so that every `<` that is left begins a tag. */
function assertKnownTags(html: string): void {
  for (const { index } of html.matchAll(/</g)) {
    const rest = html.slice(index, index + 4_000);
    const [, name = '', attributes = ''] = TAG.exec(rest) ?? [];
    const isKnown = TAGS.has(name) && [...attributes.matchAll(/ ([a-z-]+)(?:="[^"]*")?/g)].every(isAllowed);
    if (!isKnown) {
      throw new Error(`The comment holds markup that our renderer does not write: ${rest.slice(0, 80)}`);
    }
  }
}

function isAllowed([text, name = '']: RegExpExecArray): boolean {
  return ATTRIBUTES.has(name) && (name !== 'href' || /^ href="(?:https?:|#|")/.test(text));
}

/** The four marks of a verdict as drawings: not every machine has a font for them. */
function withMarks(html: string): string {
  return Object.entries(MARKS).reduce(
    (text, [mark, [kind, label, path]]) => text.replaceAll(mark, verdictMark(kind, label, path)),
    html,
  );
}

function verdictMark(kind: string, label: string, path: string): string {
  return `<svg class="mark ${kind}" viewBox="0 0 16 16" role="img" aria-label="${label}"><circle cx="8" cy="8" r="8"/>${path}</svg>`;
}

/** The mark of a commit status. */
export function statusMark(state: string): string {
  if (state === 'pending') return verdictMark('pending', 'pending', '<path d="M8 4.6V8l2.2 1.6"/>');
  return withMarks(state === 'success' ? '✅' : state === 'failure' ? '❌' : '⚠️');
}
