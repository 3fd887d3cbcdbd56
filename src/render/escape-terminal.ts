import { flattenText, showCodeLine } from './reveal-hidden-text.ts';

/**
 * Foreign text on one line of a terminal: no escape sequence, control or bidi character gets through, line ends become
 * spaces. A line can also not be taken for a command of the Actions runner (`::…`, `##[…`; security T18).
 */
export function escapeTerminal(text: string): string {
  return breakCommand(flattenText(text).trim());
}

/** Foreign prose as lines. */
export function escapeTerminalLines(text: string): readonly string[] {
  return text.split(/\r\n?|[\n\u2028\u2029]/).map(escapeTerminal);
}

/** A line of code: spaces kept, tabs as four. */
export function escapeTerminalCode(line: string): string {
  return showCodeLine(line);
}

/** The runner reads commands at the start of a line only, so a space before them is enough and hides nothing. */
function breakCommand(line: string): string {
  return /^(?:::|##\[)/.test(line) ? ` ${line}` : line;
}
