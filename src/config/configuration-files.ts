import type { ConfigProblem } from '../model.ts';

const MAIN = '.github/multi-agent-review';
const WORKFLOWS = `${MAIN}/workflows`;
const RULES = `${MAIN}/rules`;
const REVIEWERS = '.github/reviewers';
export const DISMISSALS_PATH = `${MAIN}/dismissals.yml`;

/** Files and folders that configuration is read from, always at the base commit. */
export const CONFIGURATION_PATHS: readonly string[] = [
  `${MAIN}.yml`,
  `${MAIN}.yaml`,
  WORKFLOWS,
  RULES,
  REVIEWERS,
  DISMISSALS_PATH,
];

/** Each file is read in bounded time; this bounds them together, but for the dismissals, which have their own bound. */
const MOST_CHARACTERS = 512 * 1024;

/** A file of the user's configuration. */
export interface ConfigurationFile {
  readonly path: string;
  readonly text: string;
}

/** The user's files by what they are, each list in the order of the paths. */
export interface ConfigurationFiles {
  readonly settings: ConfigurationFile | null;
  readonly workflows: readonly ConfigurationFile[];
  readonly rules: readonly ConfigurationFile[];
  readonly reviewers: readonly ConfigurationFile[];
  readonly dismissals: ConfigurationFile | null;
  readonly problems: readonly ConfigProblem[];
}

/**
 * Sorts out which file is what. What lies in a folder of ours and is not read becomes a problem; files elsewhere are
 * none of our business.
 *
 * @param files path → text
 */
export function sortFiles(files: ReadonlyMap<string, string>): ConfigurationFiles {
  const problems: ConfigProblem[] = [];
  const report = (file: string, message: string): void => {
    problems.push({ file, line: null, column: null, key: '', message });
  };
  const lists = { settings: [], workflows: [], rules: [], reviewers: [], dismissals: [] } satisfies Record<
    string,
    ConfigurationFile[]
  >;
  const sorted: Record<keyof typeof lists, ConfigurationFile[]> = lists;
  let characters = 0;
  for (const [path, text] of [...files].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const kind = kindOf(path);
    if (kind === null || isAside(path)) {
      continue;
    }
    characters += kind === 'dismissals' ? 0 : text.length;
    const problem = misplaced(path, kind, files);
    if (problem !== null) {
      report(path, problem);
    } else if (characters > MOST_CHARACTERS) {
      report(path, `not read: all configuration together is larger than ${MOST_CHARACTERS / 1024} KB`);
    } else {
      sorted[kind].push({ path, text });
    }
  }
  return {
    ...sorted,
    settings: sorted.settings[0] ?? null,
    dismissals: sorted.dismissals[0] ?? null,
    problems,
  };
}

type Kind = 'settings' | 'workflows' | 'rules' | 'reviewers' | 'dismissals';

function kindOf(path: string): Kind | null {
  if (path === `${MAIN}.yml` || path === `${MAIN}.yaml`) {
    return 'settings';
  }
  if (path === DISMISSALS_PATH) {
    return 'dismissals';
  }
  const folders: readonly (readonly [string, Kind])[] = [
    [`${WORKFLOWS}/`, 'workflows'],
    [`${RULES}/`, 'rules'],
    [`${REVIEWERS}/`, 'reviewers'],
  ];
  return folders.find(([folder]) => path.startsWith(folder))?.[1] ?? null;
}

/** A folder may explain itself and may be kept though empty. */
function isAside(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.startsWith('.') || /^readme(?:\.md)?$/i.test(name);
}

function misplaced(path: string, kind: Kind, files: ReadonlyMap<string, string>): string | null {
  const folders = {
    settings: '.github',
    dismissals: MAIN,
    workflows: WORKFLOWS,
    rules: RULES,
    reviewers: REVIEWERS,
  };
  const folder = folders[kind];
  if (path.slice(folder.length + 1).includes('/')) {
    return `not read: files lie directly in ${folder}, not in folders below it`;
  }
  if (kind === 'reviewers') {
    return path.endsWith('.md') ? null : 'not read: a reviewer is a Markdown file whose name ends in ".md"';
  }
  if (path.endsWith('.yaml')) {
    const twin = path.replace(/\.yaml$/, '.yml');
    return files.has(twin) ? `not read: ${twin} exists as well and counts; keep one of the two` : null;
  }
  return path.endsWith('.yml') ? null : 'not read: the name of such a file ends in ".yml" or ".yaml"';
}
