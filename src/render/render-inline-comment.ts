import type { Finding } from '../model.ts';
import { cutLine, cutText } from './cut-text.ts';
import { certaintyOf } from './describe-report.ts';
import { codeSpan, escapeMarkdown, escapeMarkdownLine } from './escape-markdown.ts';
import { folded } from './markdown-finding.ts';
import { revealHiddenText } from './reveal-hidden-text.ts';

const MOST_TEXT = 2_000;
const MOST_SUGGESTION = 10_000;

/**
 * The body of an inline comment, inert whatever the finding holds.
 * @param offersSuggestion the comment stands on exactly the lines that the suggestion replaces
 */
export function renderInlineComment(finding: Finding, offersSuggestion: boolean): string {
  const title = escapeMarkdownLine(cutLine(finding.title, 160));
  const details: string[] = [];
  if (finding.failureScenario.trim() !== '')
    details.push(`**What goes wrong.** ${escapeMarkdown(cutText(finding.failureScenario, MOST_TEXT))}`);
  if (finding.fix.trim() !== '') details.push(`**Fix.** ${escapeMarkdown(cutText(finding.fix, MOST_TEXT))}`);
  const parts = [
    `**${finding.severity}** · **${title === '' ? 'finding without a title' : title}**`,
    escapeMarkdown(cutText(finding.explanation, MOST_TEXT)),
    offersSuggestion ? suggestionBlock(finding.suggestion) : '',
    details.length === 0 ? '' : folded('Why and how to fix it', details.join('\n\n')),
    `<sub>${escapeMarkdownLine(cutLine(finding.reviewer, 40))} · ${certaintyOf(finding)} · ${codeSpan(finding.id)}</sub>`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/**
 * A change that GitHub applies at the press of a button, so its text must be shown exactly as it is or not at all: none
 * is offered that holds hidden characters or a line that bots would read as a command.
 */
function suggestionBlock(suggestion: string | undefined): string {
  if (suggestion === undefined || suggestion.length > MOST_SUGGESTION) return '';
  const text = suggestion.replaceAll('\r\n', '\n').replace(/\n$/, '');
  const lines = text.split('\n');
  const isPlain = lines.every((line) => revealHiddenText(line) === line);
  const isCommand = lines.some((line) => /^\s*(?:\/[a-z]|@dependabot\b)/i.test(line));
  if (!isPlain || isCommand || text.includes('<!--')) return '';
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}suggestion\n${text === '' ? '' : `${text}\n`}${fence}`;
}
