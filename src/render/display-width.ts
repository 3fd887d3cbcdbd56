/** Columns that a text takes on a terminal. Foreign text must have been escaped before: no controls are expected. */

/** East Asian wide and full-width ranges, and emoji that terminals draw in two columns (Unicode 15.1, coarse). */
const WIDE =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}])$/u;
const WIDTHLESS = /^(?:\p{Mn}|\p{Me}|\u200c|\u200d|\ufe0e|\ufe0f)$/u;
const ASCII = /^[\u0020-\u007e]*$/;

/** Columns of a text without escape sequences. */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** The start of a text that fits into `columns`, with an ellipsis when something is missing. */
export function fitColumns(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let width = 0;
  let kept = '';
  for (const character of text) {
    width += characterWidth(character);
    if (width > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** The text with spaces behind it (or before it) up to `columns`. */
export function padColumns(text: string, columns: number, side: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, columns - displayWidth(text)));
  return side === 'left' ? text + space : space + text;
}

/** Wraps at spaces; a word that is longer than the line is cut into pieces. */
export function wrapColumns(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  const flush = () => {
    lines.push(line);
    line = '';
    width = 0;
  };
  for (const word of text.split(' ')) {
    if (word === '') continue;
    const wordWidth = displayWidth(word);
    if (width > 0 && width + 1 + wordWidth > columns) flush();
    if (width > 0) {
      line += ' ';
      width += 1;
    }
    if (wordWidth <= columns) {
      line += word;
      width += wordWidth;
      continue;
    }
    for (const character of word) {
      const step = characterWidth(character);
      if (width + step > columns) flush();
      line += character;
      width += step;
    }
  }
  if (width > 0 || lines.length === 0) flush();
  return lines;
}

function characterWidth(character: string): number {
  if (WIDTHLESS.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
