import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import type { PatternTable } from '../src/analyzers/tree/pattern.ts';
import { findRequiredText } from '../src/analyzers/tree/required-text.ts';
import type { Rule } from '../src/config/rule.ts';
import { ruleGroupFile, type ShippedFile } from '../src/entry/load-built-ins.ts';
import { MEASURES_FILE, type ShippedMeasures } from '../src/entry/shipped-measure.ts';
import { type RequiredTexts, splitRules } from '../src/entry/shipped-rules.ts';
import { compileBuiltInPatterns } from './compile-built-in-patterns.ts';
import { compileBuiltIns } from './compile-built-ins.ts';
import { compressGrammars } from './compress-grammars.ts';
import { type MeasuredRules, precisionOf, readMeasuredRules } from './measured-rules.ts';
import { readDemoFiles } from './read-demo-files.ts';
import { shippedCheckIds } from './shipped-check-ids.ts';
import { writeLicences } from './write-licences.ts';

const ROOT = join(import.meta.dirname, '..');

/** Dependencies in CommonJS ask for these; an ES module has none of them. */
const COMMONJS_BANNER = `import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);`;

/** A part of a package that is left out of what ships, and why nobody misses it. */
interface LeftOut {
  readonly importer: string;
  readonly path: RegExp;
  /** What stands in its place: using it throws. */
  readonly contents: string;
}

const LEFT_OUT: readonly LeftOut[] = [
  // An HTTP client for identity tokens, which we never ask for: more than half of the time to the first request
  // (bench/action).
  {
    importer: '@actions',
    path: /\/oidc-utils\.js$/,
    contents:
      'export class OidcClient { static getIDToken() { throw new Error("Identity tokens are not part of this build."); } }',
  },
  // A method for each of GitHub's thousand routes. We name routes in full, which `Client` holds us to; the tables were a
  // third of what is read and compiled before the first request.
  {
    importer: '@octokit/rest',
    path: /^@octokit\/plugin-rest-endpoint-methods$/,
    contents: 'export const legacyRestEndpointMethods = () => ({});',
  },
  // Tools for models: they start shells and write files. Models get no tools here (requirements R1, R30).
  {
    importer: '@anthropic-ai',
    path: /\/agent-toolset\/node(\.m?js)?$/,
    contents: 'throw new Error("Tools for models are not part of this build.");',
  },
];

const WITHOUT_UNUSED: Plugin = {
  name: 'left-out',
  setup({ onResolve, onLoad }) {
    for (const [index, { importer: owner, path: wanted }] of LEFT_OUT.entries()) {
      onResolve({ filter: wanted }, ({ importer }) =>
        importer.includes(owner) ? { path: String(index), namespace: 'left-out' } : undefined,
      );
    }
    onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({
      contents: LEFT_OUT[Number(path)]?.contents ?? '',
    }));
  },
};

/** What the App takes from `node_modules`: a database in WebAssembly and packages that load parts of themselves by name. */
const APP_PACKAGES = ['probot', 'pg-boss', 'pg', '@electric-sql/pglite', 'prom-client'];

const BUNDLING = {
  absWorkingDir: ROOT,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // A CommonJS build behind a dynamic import would lose its named exports.
  mainFields: ['module', 'main'],
  // Packages are the same wherever their folder really lies.
  preserveSymlinks: true,
  chunkNames: 'chunks/[name]-[hash]',
  banner: { js: COMMONJS_BANNER },
  plugins: [WITHOUT_UNUSED],
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
} satisfies BuildOptions;

/**
 * Builds everything that ships into an empty folder: bundles, built-in reviewers, rules and workflows, compressed
 * grammars, the demo and the licences of what is inside. The same source gives the same bytes in any folder.
 * @param out absolute path; emptied first
 */
export async function buildDist(out: string): Promise<void> {
  // Checked first: a mistake in a rule must not cost the folder that is there.
  const builtIns = compileBuiltIns(ROOT);
  const patterns = await compileBuiltInPatterns(ROOT, builtIns.rules);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const define = { __VERSION__: JSON.stringify(version) };
  const entries = {
    action: 'src/entry/action.ts',
    'action-post': 'src/entry/action-post.ts',
    cli: 'src/entry/cli.ts',
    'grammar-worker': 'src/adapters/grammar/grammar-worker.ts',
  };
  const main = await build({ ...BUNDLING, entryPoints: entries, outdir: out, define });
  // Bundled apart: shared chunks would be cut smaller, and the Action starts by reading them one by one.
  const app = await build({
    ...BUNDLING,
    entryPoints: {
      app: 'src/entry/app.ts',
      'review-process': 'src/entry/review-process.ts',
      'send-webhook': 'src/entry/send-webhook.ts',
    },
    outdir: join(out, 'app'),
    define,
    external: APP_PACKAGES,
  });
  copyFileSync(join(ROOT, 'src/adapters/store/empty-database.br'), join(out, 'app', 'empty-database.br'));
  const { heads, groups } = splitRules(builtIns.rules, requiredTextsBy(new Map(patterns)));
  const shipped: ShippedFile = {
    ...builtIns,
    rules: heads,
    checkIds: shippedCheckIds(),
    analyzerNames: [],
    patterns,
  };
  writeJson(join(out, 'built-ins.json'), shipped);
  mkdirSync(join(out, 'rules'));
  for (const [name, group] of groups) writeJson(join(out, ruleGroupFile(name)), group);
  writeJson(join(out, MEASURES_FILE), measuresOf(readMeasuredRules(ROOT)));
  writeJson(join(out, 'demo.json'), readDemoFiles(ROOT));
  writeJson(join(out, 'package.json'), { type: 'module' });
  await compressGrammars(join(out, 'grammars'));
  writeLicences(join(out, 'LICENCES.txt'), [
    ...new Set([main, app].flatMap(({ metafile }) => bundledFiles(metafile))),
  ]);
}

/** Ids of the findings that the secret library makes; `src/analyzers/secrets/secretlint.ts` names them so. */
function bundledFiles(metafile: Metafile): readonly string[] {
  return Object.keys(metafile.inputs).map((input) => relative(ROOT, join(ROOT, input)));
}

/** What texts must hold for a rule of syntax or text to have a chance. Rules of data flow do without. */
function requiredTextsBy(table: PatternTable): (rule: Rule) => RequiredTexts {
  return (rule) =>
    rule.taint === undefined
      ? Object.fromEntries(
          rule.languages.map((language) => [language, findRequiredText(rule, language, table)]),
        )
      : {};
}

/** What `rules ID` says of how precise a rule was. */
function measuresOf(measured: MeasuredRules): ShippedMeasures {
  return Object.fromEntries(
    Object.entries(measured).flatMap(([id, one]) => {
      const { right, judged } = precisionOf(one);
      return judged === 0 ? [] : [[id, [right, judged]]];
    }),
  );
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value)}\n`);
}

if (process.argv[1] === import.meta.filename) await buildDist(join(ROOT, 'dist'));
