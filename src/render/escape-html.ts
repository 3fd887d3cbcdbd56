import { flattenText, revealHiddenText } from './reveal-hidden-text.ts';

/** Foreign text for HTML text and for attribute values in double or single quotes; hidden characters are shown. */
export function escapeHtml(text: string): string {
  return entities(revealHiddenText(text.replace(/\r\n?/g, '\n')));
}

/** The same on one line, for titles and labels. */
export function escapeHtmlLine(text: string): string {
  return entities(flattenText(text));
}

/** Foreign prose: text between matching backticks becomes `<code>`, line ends stay (the page shows them). */
export function escapeHtmlProse(text: string): string {
  return escapeHtml(text).replace(/`([^`\n]+)`/g, '<code>$1</code>');
}

function entities(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
