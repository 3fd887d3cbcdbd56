import { escapeHtml } from '../../render/escape-html.ts';

/** Markup that may stand in a page as it is. Only `html` and `ready` make it. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type HtmlPart = Html | string | number | null | readonly HtmlPart[];

/** Markup with parts filled in. Every string is foreign and is escaped; markup goes in as `Html`; null leaves nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  const filled = strings.map((fixed, index) => fixed + (index < parts.length ? markupOf(parts[index]) : ''));
  return new Html(filled.join(''));
}

/** Markup from a renderer that escapes by itself (`render/html-finding.ts`). Never for text from elsewhere. */
export function ready(text: string): Html {
  return new Html(text);
}

function markupOf(part: HtmlPart | undefined): string {
  if (part === null || part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return part.map(markupOf).join('');
}
