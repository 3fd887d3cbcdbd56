import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The layer table of DESIGN section 2, read from every import of the source. */
const ROOT = join(import.meta.dirname, '..');
const LAYER_0 = ['model', 'ports', 'errors'];
const LAYER_1 = ['diff', 'config', 'analyzers', 'plan', 'evidence', 'aggregate', 'render'];
const LAYER_2 = ['event', 'context', 'dispatch', 'verify', 'publish'];
const LAYER_4 = 'adapters';
const LAYER_5 = ['service', 'entry'];
/** Packages without IO that the pure layer may use, and where. */
const PURE_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  diff: ['linguist-languages'],
  config: ['zod', 'yaml', 're2js'],
  analyzers: ['re2js', '@secretlint/secretlint-rule-preset-recommend'],
  plan: [],
  evidence: ['node:crypto'],
  aggregate: [],
  render: ['zod', 'picocolors'],
};
const PACKAGES_2: Readonly<Record<string, readonly string[]>> = { dispatch: ['p-limit'], event: ['zod'] };
const ADAPTER_SDKS: Readonly<Record<string, readonly string[]>> = {
  git: [],
  github: ['@octokit/rest'],
  grammar: ['web-tree-sitter'],
  llm: ['@anthropic-ai/sdk'],
  metrics: ['prom-client'],
  osv: [],
  probot: ['probot'],
  queue: ['pg-boss'],
  'review-process': [],
  // PostgreSQL on a server and PostgreSQL in a folder: one store, two ways to open it.
  store: ['pg', '@electric-sql/pglite'],
};

/** Adapters whose work is done by other processes: git, and the App's reviews. */
const PROCESS_STARTERS = ['git', 'review-process'];

interface Import {
  readonly from: string;
  readonly to: string;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sourceFiles(path) : entry.name.endsWith('.ts') ? [path] : [];
  });
}

/** Static and dynamic imports with a literal specifier; a non-literal dynamic import is reported by its own test. */
function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  const patterns = [
    /^\s*(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]/gm,
    /^\s*import\s*['"]([^'"]+)['"]/gm,
    /\bimport\(\s*['"]([^'"]+)['"]/g,
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
}

const folderOf = (path: string) => path.split('/')[0]?.replace(/\.ts$/, '') ?? '';
const packageOf = (specifier: string) =>
  specifier.startsWith('node:') || isBuiltin(specifier)
    ? specifier
    : specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

const IMPORTS: readonly Import[] = sourceFiles(join(ROOT, 'src')).flatMap((file) => {
  const from = relative(join(ROOT, 'src'), file).split(sep).join('/');
  return importsOf(file).map((specifier) => {
    if (!specifier.startsWith('.')) return { from, to: specifier };
    return {
      from,
      to: `src/${normalize(join(dirname(from), specifier))
        .split(sep)
        .join('/')}`,
    };
  });
});

/** Why an import breaks the table, or null. */
function breach({ from, to }: Import): string | null {
  const own = folderOf(from);
  if (LAYER_5.includes(own)) return null;
  const inside = to.startsWith('src/');
  const target = inside ? folderOf(to.slice(4)) : packageOf(to);
  if (inside && (LAYER_0.includes(target) || (target === own && own !== LAYER_4))) return null;
  if (LAYER_0.includes(own)) return 'layer 0 imports nothing else';
  if (LAYER_1.includes(own)) {
    const earlier = LAYER_1.slice(0, LAYER_1.indexOf(own));
    const allowed = inside ? earlier.includes(target) : (PURE_PACKAGES[own] ?? []).includes(target);
    return allowed
      ? null
      : `${own} may import ${[...earlier, ...(PURE_PACKAGES[own] ?? [])].join(', ') || 'nothing else'}`;
  }
  if (LAYER_2.includes(own)) {
    const allowed = inside ? LAYER_1.includes(target) : (PACKAGES_2[own] ?? []).includes(target);
    return allowed ? null : 'layer 2 imports layers 0 and 1, and not its neighbours';
  }
  if (own === 'review')
    return inside && [...LAYER_1, ...LAYER_2].includes(target) ? null : 'review.ts imports layers 0 to 2';
  if (own === LAYER_4) return adapterBreach(from, to, inside, target);
  return `src/${own} has no layer`;
}

function adapterBreach(from: string, to: string, inside: boolean, target: string): string | null {
  const adapter = from.split('/')[1] ?? '';
  if (inside) {
    const same = to.startsWith(`src/adapters/${adapter}/`);
    return same || LAYER_1.includes(target) ? null : 'an adapter imports layers 0 and 1';
  }
  if (target === 'node:child_process')
    return PROCESS_STARTERS.includes(adapter)
      ? null
      : `only adapters/${PROCESS_STARTERS.join(' and ')} start processes`;
  if (target.startsWith('node:')) return null;
  const sdks = ADAPTER_SDKS[adapter] ?? [];
  return sdks.includes(target)
    ? null
    : `adapters/${adapter} may import ${sdks.join(' and ') || 'no package'}`;
}

describe('layers', () => {
  it('keeps the table of who may import whom', () => {
    expect(IMPORTS.length).toBeGreaterThan(50);
    const breaches = IMPORTS.flatMap((one) => {
      const reason = breach(one);
      return reason === null ? [] : [`src/${one.from} imports ${one.to}: ${reason}`];
    });
    expect(breaches).toEqual([]);
  });

  it('recognises a breach of each kind', () => {
    const broken: readonly Import[] = [
      { from: 'model.ts', to: 'src/diff/parse-patch.ts' },
      { from: 'diff/parse-patch.ts', to: 'src/config/rule.ts' },
      { from: 'render/render-text.ts', to: 'node:fs' },
      { from: 'analyzers/engine.ts', to: 'node:child_process' },
      { from: 'dispatch/run-plan.ts', to: 'src/context/gather-context.ts' },
      { from: 'review.ts', to: 'src/adapters/git/make-git-source.ts' },
      { from: 'adapters/grammar/make-grammars.ts', to: 'node:child_process' },
      { from: 'adapters/git/run-git.ts', to: 'src/adapters/grammar/make-grammars.ts' },
      { from: 'adapters/git/run-git.ts', to: 'probot' },
    ];
    expect(broken.filter((one) => breach(one) === null)).toEqual([]);
  });

  it('keeps process.env, process.exit and exit codes in src/entry', () => {
    const offenders = sourceFiles(join(ROOT, 'src'))
      .filter((file) => !relative(ROOT, file).startsWith(join('src', 'entry')))
      .filter((file) => /\bprocess\.(env|exit|exitCode)\b/.test(readFileSync(file, 'utf8')));
    expect(offenders).toEqual([]);
  });

  it('evaluates nothing: no eval, Function constructor, vm or computed import', () => {
    const forbidden = /\beval\(|new Function\(|from 'node:vm'|\bimport\(\s*[^'"\s)]|\brequire\(/;
    const offenders = sourceFiles(join(ROOT, 'src')).filter((file) =>
      forbidden.test(readFileSync(file, 'utf8')),
    );
    expect(offenders).toEqual([]);
  });

  it('keeps review.ts under 100 lines and every other source file under 400', () => {
    const tooLong = sourceFiles(join(ROOT, 'src')).flatMap((file) => {
      const lines = readFileSync(file, 'utf8').split('\n').length - 1;
      const limit = file.endsWith(join('src', 'review.ts')) ? 100 : 400;
      return lines > limit ? [`${relative(ROOT, file)}: ${lines} lines, at most ${limit}`] : [];
    });
    expect(tooLong).toEqual([]);
  });
});
