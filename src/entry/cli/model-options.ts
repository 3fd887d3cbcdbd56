import { readFile } from 'node:fs/promises';
import { messageOf, ReviewError } from '../../errors.ts';
import { oneOf } from '../given-values.ts';
import { checkModelOrder, type ModelOrder } from '../open-models.ts';
import type { Options } from './commands.ts';
import { stringOption } from './option-values.ts';

/**
 * Which models review: those of the environment's key. What was typed is checked even without one.
 * @returns null without a key, or with `--no-model`
 * @throws ReviewError `bad-usage` for an option or address that may not be used
 */
export async function readModelOptions(
  options: Options,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<ModelOrder | null> {
  const text = (name: string) => stringOption(options, name)?.trim() ?? '';
  const profile = text('model-profile');
  const apiKey = options['no-model'] === true ? '' : (environment.ANTHROPIC_API_KEY?.trim() ?? '');
  const order = checkModelOrder({
    apiKey,
    baseUrl: apiKey === '' ? '' : (environment.ANTHROPIC_BASE_URL ?? ''),
    profile:
      profile === '' ? 'anthropic' : oneOf('--model-profile', profile, ['anthropic', 'compat'] as const),
    models: { fast: text('model-fast'), balanced: text('model-balanced'), strong: text('model-strong') },
    prices: await pricesText(text('prices')),
  });
  return apiKey === '' ? null : order;
}

/** `@file` stands for the text of that file. */
async function pricesText(given: string): Promise<string> {
  if (!given.startsWith('@')) return given;
  const name = given.slice(1);
  try {
    return await readFile(name, 'utf8');
  } catch (thrown) {
    throw new ReviewError(
      'bad-usage',
      `--prices cannot read "${name}": ${messageOf(thrown)}`,
      'Give @ and the path of a file, or the prices themselves: model=input/output.',
      { cause: thrown },
    );
  }
}
