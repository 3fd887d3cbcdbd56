const ODD_SPACE = /[\xa0\u1680\u2000-\u200a\u202f\u205f]/;

/**
 * Finds spaces other than U+0020 in the code of a line: outside quotes and comments, as far as one line tells. The
 * ideographic space is left out; it is ordinary in East Asian text.
 *
 * @returns the different spaces found
 */
export function findOddSpaces(line: string): string[] {
  if (!ODD_SPACE.test(line) || /^\s*(?:\/\/|\/?\*|#|--|;|%|<!--|"""|''')/.test(line)) return [];
  const found = new Set<string>();
  let quote = '';
  let previous = '';
  for (const character of line) {
    if (quote !== '') {
      if (character === quote && previous !== '\\') quote = '';
    } else if (character === '"' || character === "'" || character === '`') {
      quote = character;
    } else if ((previous === '/' && character === '/') || (previous === ' ' && character === '#')) {
      break;
    } else if (ODD_SPACE.test(character)) {
      found.add(character);
    } else if (/[^\0-\x7f]/.test(character)) {
      return []; // prose in a natural language, not code
    }
    previous = character;
  }
  // Prose in a template or a document: words, no operator.
  return /[=(){}[\];&|<>]/.test(line) ? [...found] : [];
}
