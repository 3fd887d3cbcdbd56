import { ReviewError } from '../../errors.ts';
import type { Options } from './commands.ts';

/** A string option's value, or undefined when it was not given. */
export function stringOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
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
