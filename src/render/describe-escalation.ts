import type { Escalation, Report } from '../model.ts';
import { cutLine, cutPath, cutText } from './cut-text.ts';
import { codeSpan, escapeMarkdownLine } from './escape-markdown.ts';
import { formatNumber } from './format-quantity.ts';

const MOST_SHOWN = 8;
/** Paths named of one escalation; the report holds them all. */
const MOST_PATHS = 5;

/** What a person should look at, in the comment. Names a role and files in code spans, so nobody is pinged. */
export function escalationSection({ escalations = [] }: Report): string {
  if (escalations.length === 0) return '';
  const items = escalations.slice(0, MOST_SHOWN).map(({ role, reason, paths = [] }) => {
    const who = `**${escapeMarkdownLine(sentenceCase(cutLine(role, 80)))}**`;
    const shown = paths.slice(0, MOST_PATHS).map((path) => codeSpan(cutPath(path, 100)));
    const where = shown.length === 0 ? '' : ` of ${listed(shown, paths.length)}`;
    return `- ${who}${where}: ${escapeMarkdownLine(cutText(reason, 300))}`;
  });
  const rest = escalations.length - items.length;
  if (rest > 0) items.push(`- and ${formatNumber(rest)} more`);
  return `**Needs a person**\n\n${items.join('\n')}\n\n`;
}

/** The same as plain text, one line for each: `Code owners of src/auth/login.ts: …`. Not yet escaped. */
export function escalationText({ role, reason, paths = [] }: Escalation): string {
  const shown = paths.slice(0, MOST_PATHS).map((path) => cutPath(path, 100));
  const where = shown.length === 0 ? '' : ` of ${listed(shown, paths.length)}`;
  return `${sentenceCase(role)}${where}: ${reason}`;
}

function listed(shown: readonly string[], total: number): string {
  const more = total - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${formatNumber(more)} more` : ''}`;
}

function sentenceCase(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
