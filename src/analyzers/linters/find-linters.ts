import type { PullRequestContext } from '../../model.ts';
import { textOf } from '../analyzer.ts';

/** A linter that the repository runs itself: for which languages, below which folder, and what its settings say. */
export interface Linter {
  readonly family: 'javascript' | 'python';
  /** With a slash at its end; empty for the root. */
  readonly folder: string;
  /** Text of the configuration; empty when it was not read. */
  readonly text: string;
}

/** Files whose being there says that the linter runs. */
export const LINTER_FILES =
  /^(?:\.eslintrc(?:\.(?:json|ya?ml|c?js))?|eslint\.config\.[cm]?[jt]s|biome\.jsonc?|\.oxlintrc\.json|\.?ruff\.toml|\.flake8|\.?pylintrc)$/;
/** Files that say so when they hold such a section. */
const SECTIONS: ReadonlyMap<string, { readonly family: Linter['family']; readonly section: RegExp }> =
  new Map([
    ['package.json', { family: 'javascript', section: /"(?:eslintConfig|xo)"\s*:/ }],
    ['pyproject.toml', { family: 'python', section: /^\[tool\.(?:ruff|pylint|flake8)\b/m }],
  ]);

/**
 * The linters of a repository, told from the names and texts of their configurations, which are read as data and never
 * run. What the change itself adds does not count, and of a configuration that it touches the old text does.
 */
export function findLinters(context: PullRequestContext): readonly Linter[] {
  const changed = new Map(context.files.map((file) => [file.path, file]));
  return (context.headPaths ?? []).flatMap((path) => {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const name = path.slice(folder.length);
    const known = SECTIONS.get(name);
    if (known === undefined && !LINTER_FILES.test(name)) return [];
    const own = changed.get(path);
    if (own?.base.kind === 'missing') return [];
    const text = (own === undefined ? context.related.get(path) : textOf(own.base)) ?? '';
    if (known !== undefined) return known.section.test(text) ? [{ family: known.family, folder, text }] : [];
    return [{ family: /ruff|flake8|pylint/.test(name) ? 'python' : 'javascript', folder, text } as const];
  });
}
