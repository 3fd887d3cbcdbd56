import { didYouMean } from '../../config/suggest.ts';
import { ReviewError } from '../../errors.ts';
import type { Options } from './commands.ts';

/** A string option's value, or undefined when it was not given. */
export function stringOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** One of a few words. @throws ReviewError that names them */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === value);
  if (found !== undefined) return found;
  const remedy = `It takes ${allowed.join(', ')}.${didYouMean(value, allowed)}`;
  throw new ReviewError('bad-usage', `${option} does not take "${value}".`, remedy);
}

/** A whole number within bounds. @throws ReviewError that names them */
export function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value >= least && value <= most) return value;
  const remedy = `It takes a whole number from ${least} to ${most}.`;
  throw new ReviewError('bad-usage', `${option} does not take "${text}".`, remedy);
}

/** The words of a comma-separated list. @throws ReviewError when there is none */
export function listOf(option: string, value: string): readonly string[] {
  const words = value
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (words.length > 0) return words;
  throw new ReviewError(
    'bad-usage',
    `${option} is empty.`,
    'Give names separated by commas, such as security,style.',
  );
}
