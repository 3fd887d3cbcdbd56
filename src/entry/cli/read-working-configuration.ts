import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  CONFIGURATION_PATHS,
  type Configuration,
  loadConfiguration,
} from '../../config/load-configuration.ts';
import { loadBuiltIns } from '../load-built-ins.ts';
import type { Invocation } from './commands.ts';
import { stringOption } from './option-values.ts';
import { readConfigOption } from './review-options.ts';

const MAIN_FILE = '.github/multi-agent-review.yml';

/**
 * The configuration as it lies in the working tree, for the commands that help to write it. A review never reads it
 * from there.
 */
export async function readWorkingConfiguration({ options, assets }: Invocation): Promise<Configuration> {
  const directory = resolve(stringOption(options, 'repo') ?? '.');
  const files = new Map<string, string>();
  for (const path of CONFIGURATION_PATHS) await readBelow(directory, path, files);
  const given = await readConfigOption(options);
  if (given !== null) files.set(MAIN_FILE, given.text);
  const { builtIns } = await loadBuiltIns(assets);
  return loadConfiguration(files, builtIns);
}

/** Adds a file, or the files directly inside a folder; what does not exist adds nothing. */
async function readBelow(directory: string, path: string, files: Map<string, string>): Promise<void> {
  try {
    files.set(path, await readFile(join(directory, path), 'utf8'));
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return;
    if (code !== 'EISDIR') throw thrown;
    for (const name of (await readdir(join(directory, path))).sort()) {
      if (/\.(ya?ml|md)$/.test(name)) await readBelow(directory, `${path.replace(/\/$/, '')}/${name}`, files);
    }
  }
}
