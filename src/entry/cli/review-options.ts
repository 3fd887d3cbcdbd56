import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { didYouMean } from '../../config/suggest.ts';
import { messageOf, ReviewError } from '../../errors.ts';
import { SEVERITIES, type Settings } from '../../model.ts';
import type { Options } from './commands.ts';

export const FORMATS = ['text', 'markdown', 'html', 'json', 'sarif'] as const;
export type Format = (typeof FORMATS)[number];

/** The options that `review` and `demo` share, checked. */
export interface ReviewOptions {
  readonly format: Format;
  readonly output: string | null;
  readonly quiet: boolean;
  /** What the flags change of the settings. */
  readonly overrides: Partial<Settings>;
  /** A configuration file given by hand, in place of the base commit's. */
  readonly configText?: ConfigText | null;
}

export interface ConfigText {
  readonly name: string;
  readonly text: string;
}

const FORMAT_OF_ENDING: Readonly<Record<string, Format>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
  '.sarif': 'sarif',
  '.txt': 'text',
};

/** @throws ReviewError when a value is not one of those allowed */
export function readReviewOptions(options: Options): ReviewOptions {
  const output = stringOption(options, 'output') ?? null;
  const format =
    stringOption(options, 'format') ??
    (output === null ? 'text' : FORMAT_OF_ENDING[extname(output)]) ??
    'text';
  const reviewers = stringOption(options, 'reviewers');
  const workflow = stringOption(options, 'workflow');
  const failOn = stringOption(options, 'fail-on');
  return {
    format: oneOf('--format', format, FORMATS),
    output,
    quiet: options.quiet === true,
    overrides: {
      ...(reviewers === undefined ? {} : { reviewers: listOf('--reviewers', reviewers) }),
      ...(workflow === undefined ? {} : { workflow }),
      ...(failOn === undefined
        ? {}
        : { failOn: oneOf('--fail-on', failOn, [...SEVERITIES, 'never'] as const) }),
      ...(options['no-model'] === true ? { model: 'off' as const } : {}),
    },
  };
}

/** Reads the file of `--config`, or null when there is none. @throws ReviewError when it cannot be read */
export async function readConfigOption(options: Options): Promise<ConfigText | null> {
  const name = stringOption(options, 'config');
  if (name === undefined) return null;
  try {
    return { name, text: await readFile(name, 'utf8') };
  } catch (thrown) {
    const message = `The configuration "${name}" cannot be read: ${messageOf(thrown)}`;
    throw new ReviewError(
      'bad-configuration',
      message,
      'Give the path of a YAML file, or leave --config out.',
      {
        cause: thrown,
      },
    );
  }
}

/** A string option's value, or undefined when it was not given. */
export function stringOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === value);
  if (found !== undefined) return found;
  const remedy = `It takes ${allowed.join(', ')}.${didYouMean(value, allowed)}`;
  throw new ReviewError('bad-usage', `${option} does not take "${value}".`, remedy);
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
