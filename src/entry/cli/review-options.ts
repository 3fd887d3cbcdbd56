import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { GivenFiles } from '../../context/read-imports.ts';
import { messageOf, ReviewError } from '../../errors.ts';
import { SEVERITIES, type Settings } from '../../model.ts';
import { readGivenFiles } from '../given-files.ts';
import { oneOf, wholeNumber } from '../given-values.ts';
import type { ModelOrder } from '../open-models.ts';
import type { Options } from './commands.ts';
import { readModelOptions } from './model-options.ts';
import { listOf, stringOption } from './option-values.ts';

export const FORMATS = ['text', 'markdown', 'html', 'json', 'sarif'] as const;
export type Format = (typeof FORMATS)[number];

/** The options that `review` and `demo` share, checked. */
export interface ReviewOptions {
  readonly format: Format;
  readonly output: string | null;
  readonly quiet: boolean;
  /** What the flags change of the settings. */
  readonly overrides: Partial<Settings>;
  /** Most seconds for the review; null leaves it to the configuration. */
  readonly deadlineSeconds: number | null;
  /** Null without a key. */
  readonly models: ModelOrder | null;
  /** A configuration file given by hand, in place of the base commit's. */
  readonly configText?: ConfigText | null;
  /** Files of other programs and of an earlier review; null without any. */
  readonly given: GivenFiles | null;
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

/**
 * @param environment for the key and the address of models
 * @throws ReviewError when a value is not one of those allowed
 */
export async function readReviewOptions(
  options: Options,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<ReviewOptions> {
  const output = stringOption(options, 'output') ?? null;
  const format =
    stringOption(options, 'format') ??
    (output === null ? 'text' : FORMAT_OF_ENDING[extname(output)]) ??
    'text';
  const reviewers = stringOption(options, 'reviewers');
  const workflow = stringOption(options, 'workflow');
  const failOn = stringOption(options, 'fail-on');
  const deadline = stringOption(options, 'deadline');
  const advisories = stringOption(options, 'advisories');
  return {
    format: oneOf('--format', format, FORMATS),
    output,
    quiet: options.quiet === true,
    deadlineSeconds: deadline === undefined ? null : wholeNumber('--deadline', deadline, 1, 3_600),
    models: await readModelOptions(options, environment),
    overrides: {
      ...(reviewers === undefined ? {} : { reviewers: listOf('--reviewers', reviewers) }),
      ...(workflow === undefined ? {} : { workflow }),
      ...(failOn === undefined
        ? {}
        : { failOn: oneOf('--fail-on', failOn, [...SEVERITIES, 'never'] as const) }),
      ...(advisories === undefined
        ? {}
        : { advisories: oneOf('--advisories', advisories, ['on', 'off'] as const) }),
      ...(options['no-model'] === true ? { model: 'off' as const } : {}),
      ...(options['sarif-gates'] === true ? { sarifGates: true } : {}),
    },
    given: await readGiven(options),
  };
}

function readGiven(options: Options): Promise<GivenFiles | null> {
  const list = (name: string) => {
    const text = stringOption(options, name);
    return text === undefined ? [] : listOf(`--${name}`, text);
  };
  return readGivenFiles(
    { sarif: list('sarif'), coverage: list('coverage'), baseline: stringOption(options, 'baseline') ?? null },
    { folder: '.', repository: stringOption(options, 'repo') ?? '.', outsideAllowed: true },
  );
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
