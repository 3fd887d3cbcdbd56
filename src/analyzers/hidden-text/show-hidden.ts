import { codePointName, EVERY_HIDDEN, HIDDEN, hiddenKind } from './hidden-kind.ts';

/**
 * Makes every hidden character of a text visible as `⟦U+202E⟧`, for models and for explanations: nothing is dropped,
 * so what a reviewer sees is what the machine reads. Tabs, line feeds and carriage returns stay.
 */
export function showHidden(text: string): string {
  if (!HIDDEN.test(text)) return text;
  return text.replace(EVERY_HIDDEN, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return hiddenKind(codePoint) === null ? character : `⟦${codePointName(codePoint)}⟧`;
  });
}
