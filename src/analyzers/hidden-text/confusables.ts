/**
 * Letters of other scripts that most fonts draw like an ASCII letter: pairs of (look-alikes, ASCII), compiled by
 * looking at the code charts, written as escapes so that this file does not deceive anyone itself. Full-width and mathematical letters need no table: NFKC folds them.
 */
const PAIRS: readonly (readonly [string, string])[] = [
  // Cyrillic
  [
    '\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d\u04cf',
    'aeopcyxijshdqwl',
  ],
  [
    '\u0410\u0412\u0415\u0417\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405\u050c\u051a\u051c\u04ae',
    'ABE3KMHOPCTYXIJSGQWY',
  ],
  ['\u0475\u0474\u04bb\u043f\u0433\u0432\u043a\u043c\u0442', 'vVhnrBkMT'],
  // Greek
  [
    '\u03b1\u03bd\u03bf\u03c1\u03c5\u03b9\u03ba\u03c4\u03c9\u03c7\u03b3\u03f2\u03f3\u03b7\u03b5',
    'avopuiktwxycjne',
  ],
  [
    '\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03f9\u037f',
    'ABEZHIKMNOPTYXCJ',
  ],
  // Armenian
  ['\u0585\u057d\u0578\u0570\u0575\u0581\u0566\u0563\u0565\u0584', 'ounhjgqqtp'],
  ['\u054d\u054f\u0555\u053c', 'USOL'],
  // Cherokee
  [
    '\u13a0\u13a1\u13a2\u13a5\u13a9\u13aa\u13ab\u13ac\u13b3\u13b7\u13bb\u13bd\u13c0\u13c2\u13c3\u13ce\u13cf\u13d2\u13d4\u13d9\u13da\u13de\u13df\u13e2\u13e6\u13e7\u13f4',
    'DRTiYAJEWMHYGhZ4bRWVSLCPKdB',
  ],
  // Other Latin letters
  ['\u0251\u0261\u0269\u028f\u217c\u217d\u217e\u217f\u01c3', 'agiylcdm!'],
  // Coptic, Lisu, Tifinagh, Georgian: what the attacks in the wild used
  ['\u2c9f\u2c9f\u2ca3\u2ca5\u2cad\u2c8f', 'oopcxH'],
  [
    '\ua4d0\ua4d1\ua4d3\ua4d4\ua4d6\ua4d7\ua4d9\ua4da\ua4dc\ua4dd\ua4df\ua4e0\ua4e1\ua4e2\ua4e3\ua4e6\ua4e7\ua4ea\ua4eb\ua4ec\ua4ee\ua4f0\ua4f2\ua4f3\ua4f4',
    'BPDTGKJCZFMNLSRVHWXYAEIOU',
  ],
];

/** Letters that look alike in some fonts only, or only when small; they count for clashes, not by themselves. */
const WEAK = new Set(
  '\u043f\u0433\u0432\u043a\u043c\u0442\u03b7\u03b5\u03c9\u03c4\u03ba\u03b3\u03bd\u03c5\u03b9\u03c7\u03c5\u0435\u0433\u049b\u10e5',
);

const ASCII_OF = new Map<string, string>();
for (const [letters, ascii] of PAIRS) {
  const targets = [...ascii];
  [...letters].forEach((letter, index) => {
    const target = targets[index];
    if (target !== undefined && !ASCII_OF.has(letter)) ASCII_OF.set(letter, target);
  });
}
ASCII_OF.set('\u0435', 'e');

/** True when a letter beyond ASCII is drawn like an ASCII letter in most fonts. */
export function isLookAlike(letter: string): boolean {
  return (ASCII_OF.has(letter) && (!WEAK.has(letter) || letter === '\u0435')) || isFolded(letter);
}

/** Full-width and mathematical letters: NFKC makes ASCII of them. */
export function isFolded(letter: string): boolean {
  if (letter.charCodeAt(0) < 0x80) return false;
  const folded = letter.normalize('NFKC');
  return folded !== letter && /^[A-Za-z0-9_]$/.test(folded);
}

/** What a word looks like: look-alikes replaced by their ASCII letter, compatibility forms folded, marks dropped. */
export function skeleton(word: string): string {
  let result = '';
  for (const letter of word.normalize('NFKC')) result += ASCII_OF.get(letter) ?? letter;
  return result;
}
