/** Slots of the table; a text of code has some ten thousand different triples of characters. */
const SLOTS = 1 << 16;

/**
 * Makes a quick "does the text hold this word". Hundreds of rules ask for thousands of words, of which most are not
 * there: one pass over the text marks its triples of characters, and a word with a triple that is not marked needs no
 * search.
 */
export function makeWordSearch(text: string): (word: string) => boolean {
  let marked: Uint8Array | null = null;
  const answers = new Map<string, boolean>();
  const search = (word: string): boolean => {
    marked ??= markTriples(text);
    for (let at = 0; at + 2 < word.length; at++) if (marked[slotAt(word, at)] === 0) return false;
    return text.includes(word);
  };
  return (word) => {
    let answer = answers.get(word);
    if (answer === undefined) {
      answer = search(word);
      answers.set(word, answer);
    }
    return answer;
  };
}

function markTriples(text: string): Uint8Array {
  const marked = new Uint8Array(SLOTS);
  for (let at = 0; at + 2 < text.length; at++) marked[slotAt(text, at)] = 1;
  return marked;
}

function slotAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)) & (SLOTS - 1);
}
