import { createColors } from 'picocolors';
import type { Severity } from '../model.ts';
import type { Mark } from './describe-report.ts';
import { displayWidth, wrapColumns } from './display-width.ts';
import { escapeTerminal, escapeTerminalLines } from './escape-terminal.ts';

type Paint = (text: string) => string;

/** How the text report looks: colours when wanted, and the width of a line. Words carry the meaning, never colour alone. */
export interface TextStyle {
  readonly width: number;
  readonly hyperlinks: boolean;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly strong: Readonly<Record<Mark, Paint>>;
  readonly added: Paint;
  readonly removed: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
  readonly badge: (severity: Severity) => string;
}

/** Lines narrower or wider than this cannot be read well. */
const NARROWEST = 50;
const WIDEST = 140;

/** Makes the style. `hyperlinks` allows OSC 8 links, to addresses of ours only. */
export function makeTextStyle(options: { color: boolean; width: number; hyperlinks?: boolean }): TextStyle {
  const c = createColors(options.color);
  const badges: Readonly<Record<Severity, Paint>> = {
    critical: (text) => c.bgRed(c.white(c.bold(text))),
    high: (text) => c.red(c.inverse(text)),
    medium: (text) => c.bgYellow(c.black(text)),
    low: (text) => c.bgCyan(c.black(text)),
    info: (text) => c.dim(c.inverse(text)),
  };
  return {
    width: Math.min(WIDEST, Math.max(NARROWEST, Math.floor(options.width) || 80)),
    hyperlinks: options.hyperlinks === true,
    bold: c.bold,
    dim: c.dim,
    strong: {
      pass: (text) => c.green(c.bold(text)),
      fail: (text) => c.red(c.bold(text)),
      incomplete: (text) => c.yellow(c.bold(text)),
      skipped: (text) => c.bold(text),
    },
    added: c.green,
    removed: c.red,
    severity: {
      critical: (text) => c.red(c.bold(text)),
      high: c.red,
      medium: c.yellow,
      low: c.cyan,
      info: c.dim,
    },
    badge: (severity) => badges[severity](` ${severity.toUpperCase()} `),
  };
}

/** A ruled heading: `── Reviewers ─────`. @param title ours, never foreign */
export function rule(style: TextStyle, title: string): string {
  const line = '─'.repeat(Math.max(2, style.width - displayWidth(title) - 4));
  return `${style.dim('──')} ${style.bold(title)} ${style.dim(line)}`;
}

/** Foreign prose, wrapped and indented. `first` stands before the first line instead of the indentation. */
export function paragraph(style: TextStyle, text: string, indent: number, first = ''): readonly string[] {
  const lines = escapeTerminalLines(text)
    .filter((line, index, all) => line !== '' || (index > 0 && all[index - 1] !== ''))
    .flatMap((line) => wrapColumns(line, style.width - indent));
  while (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => {
    const lead = index === 0 && first !== '' ? first : ' '.repeat(indent);
    return `${lead}${line}`.trimEnd();
  });
}

/** One foreign line, wrapped, with a hanging indentation. */
export function item(style: TextStyle, text: string, bullet: string): readonly string[] {
  return paragraph(style, escapeTerminal(text), displayWidth(bullet), bullet);
}
