import { didYouMean } from '../config/suggest.ts';
import { ReviewError } from '../errors.ts';

/**
 * One of a few words.
 * @param where the text was given, as the person knows it: `--format`, `The input "fail-on"`
 * @throws ReviewError that names the text and the words
 */
export function oneOf<T extends string>(where: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === value);
  if (found !== undefined) return found;
  const remedy = `It takes ${allowed.join(', ')}.${didYouMean(value, allowed)}`;
  throw new ReviewError('bad-usage', `${where} does not take "${value}".`, remedy);
}

/**
 * A whole number within bounds.
 * @param where see `oneOf`
 * @throws ReviewError that names the text and the bounds
 */
export function wholeNumber(where: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value >= least && value <= most) return value;
  const remedy = `It takes a whole number from ${least} to ${most}.`;
  throw new ReviewError('bad-usage', `${where} does not take "${text}".`, remedy);
}
