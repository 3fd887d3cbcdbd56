import { formatNumber } from './format-quantity.ts';

/** Cuts a text to `most` characters and says how many were left out. Never cuts a surrogate pair in two. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = trimEndSafely(text.slice(0, most));
  return `${kept}… (${formatNumber(text.length - kept.length)} more characters)`;
}

/** Cuts a one-line text with nothing but an ellipsis, for titles, paths and table cells. */
export function cutLine(text: string, most: number): string {
  return text.length <= most ? text : `${trimEndSafely(text.slice(0, Math.max(0, most - 1)))}…`;
}

/** Cuts the middle out of a path: its end says more than its start. */
export function cutPath(path: string, most: number): string {
  if (path.length <= most) return path;
  const end = path.slice(path.length - (most - 1));
  return `…${/^[\udc00-\udfff]/.test(end) ? end.slice(1) : end}`;
}

function trimEndSafely(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '').trimEnd();
}
