import { builtInConfiguration } from '../config/built-in-configuration.ts';
import type { BuiltIns } from '../config/built-ins.ts';
import { CONFIGURATION_PATHS } from '../config/configuration-files.ts';
import type { Configuration } from '../config/load-configuration.ts';
import type { Blob, ConfigProblem } from '../model.ts';
import type { ChangeSource } from '../ports.ts';

/** A settings file that a person gave by hand. */
export interface GivenConfiguration {
  /** As the person named it; problems are reported under this name. */
  readonly name: string;
  readonly text: string;
}

const SETTINGS_PATHS = ['.github/multi-agent-review.yml', '.github/multi-agent-review.yaml'] as const;

/** Reads the configuration of the base commit; a settings file given by hand takes the place of the base's. */
export async function readConfiguration(
  source: ChangeSource,
  given: GivenConfiguration | null,
  builtIns: BuiltIns,
  signal: AbortSignal,
): Promise<Configuration> {
  const files = new Map(await source.readConfiguration(CONFIGURATION_PATHS, signal));
  const problems = await unreadProblems(source, files, given, signal);
  if (given !== null) {
    for (const path of SETTINGS_PATHS) files.delete(path);
    files.set(SETTINGS_PATHS[0], given.text);
  }
  const configuration = await load(files, builtIns);
  const named = configuration.problems.map((problem) =>
    given !== null && problem.file === SETTINGS_PATHS[0] ? { ...problem, file: given.name } : problem,
  );
  return { ...configuration, problems: [...problems, ...named] };
}

/** The parsers of configuration are large; a repository without any does not load them. */
async function load(files: ReadonlyMap<string, string>, builtIns: BuiltIns): Promise<Configuration> {
  if (files.size === 0 && builtIns.defaults === undefined) return builtInConfiguration(builtIns);
  const { loadConfiguration } = await import('../config/load-configuration.ts');
  return loadConfiguration(files, builtIns);
}

/** A configuration path that holds a link, or what cannot be read, must not pass for "no configuration". */
async function unreadProblems(
  source: ChangeSource,
  files: ReadonlyMap<string, string>,
  given: GivenConfiguration | null,
  signal: AbortSignal,
): Promise<readonly ConfigProblem[]> {
  const paths = [...files.keys()];
  const absent = CONFIGURATION_PATHS.filter(
    (path) =>
      !paths.some((found) => found === path || found.startsWith(`${path}/`)) &&
      !(given !== null && SETTINGS_PATHS.some((settings) => settings === path)),
  );
  const blobs = await source.readBase(absent, signal);
  const problems: ConfigProblem[] = [];
  for (const file of absent) {
    const message = obstacle(blobs.get(file));
    if (message !== null) problems.push({ file, line: null, column: null, key: '', message });
  }
  return problems;
}

function obstacle(blob: Blob | undefined): string | null {
  if (blob === undefined || blob.kind === 'missing' || blob.kind === 'text') return null;
  if (blob.kind === 'symlink')
    return 'not read: it is a symbolic link, and links are never followed; commit the file itself';
  if (blob.kind === 'submodule') return 'not read: it is a submodule; commit the files themselves';
  return blob.kind === 'binary' ? 'not read: it is not text' : `not read: ${blob.reason}`;
}
