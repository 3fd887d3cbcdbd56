import { compileGlobs } from '../../config/compile-glob.ts';
import type { ChangedFile, PullRequestContext } from '../../model.ts';
import type { AnalyzerFinding } from '../analyzer.ts';
import { comparePackages } from './compare-packages.ts';
import { dependencyFinding } from './dependency-finding.ts';
import { judgePackages } from './judge-packages.ts';
import type { LockedPackage } from './locked-package.ts';
import { packageFileOf } from './package-files.ts';
import { lifecycleScripts } from './read-json-locks.ts';

/** A package that the change brings in, and where it is named. */
export interface NewPackage {
  readonly file: ChangedFile;
  readonly package: LockedPackage;
}

/** What the change does to the project's dependencies. */
export interface DependencyAnalysis {
  readonly findings: readonly AnalyzerFinding[];
  /** Exact versions that were not there before: what known vulnerabilities are looked up for. */
  readonly introduced: readonly NewPackage[];
}

/** Longer files are lock files of nobody; reading one costs about a second for each 10 MB. */
const LONGEST = 20_000_000;

/**
 * Looks at every lock file and manifest of a change, those that are excluded from review as well: nobody reads them, so
 * somebody has to. Files that the paths of the settings leave out stay out.
 */
export function analyzeDependencies(context: PullRequestContext): DependencyAnalysis {
  const findings: AnalyzerFinding[] = [];
  const introduced: NewPackage[] = [];
  const said = new Set<string>();
  for (const file of filesOf(context)) {
    const kind = packageFileOf(file.path);
    if (kind === null || file.head.kind !== 'text' || file.partial || file.head.text.length > LONGEST)
      continue;
    const before = file.base.kind === 'text' ? kind.read(file.base.text.slice(0, LONGEST)) : [];
    const changes = comparePackages(before, kind.read(file.head.text));
    const isNew = file.base.kind !== 'text';
    for (const finding of judgePackages(file, changes, { isNew, isLock: kind.isLock })) {
      // A manifest and its lock file say the same; the first one counts.
      const key = `${finding.ruleId} ${finding.title}`;
      if (!said.has(key)) findings.push(finding);
      said.add(key);
    }
    const arrived = [...changes.added, ...changes.moved.map(({ to }) => to)];
    for (const one of arrived) {
      if (one.exact && one.version !== '' && one.source === 'registry')
        introduced.push({ file, package: one });
    }
    if (file.path === 'package.json' || file.path.endsWith('/package.json'))
      findings.push(...newLifecycleScripts(file));
  }
  return { findings, introduced };
}

/** Manifests first: a person reads those. */
function filesOf({ files, settings }: PullRequestContext): readonly ChangedFile[] {
  const included = compileGlobs(settings.paths);
  const skipped = settings.skip.paths.length === 0 ? () => false : compileGlobs(settings.skip.paths);
  const wanted = files.filter(({ path }) => included(path) && !skipped(path));
  const isLock = ({ path }: ChangedFile) => Number(packageFileOf(path)?.isLock ?? false);
  return [...wanted].sort((one, other) => isLock(one) - isLock(other));
}

/** What such a script does when it is worth a second look: it fetches, decodes or runs something from elsewhere. */
const SUSPICIOUS =
  /\b(?:curl|wget|nc|bash -c|sh -c|base64|eval|powershell|certutil)\b|https?:\/\/|\/dev\/tcp|node\s+-e/;

function newLifecycleScripts(file: ChangedFile): readonly AnalyzerFinding[] {
  if (file.head.kind !== 'text') return [];
  const before = new Map(
    (file.base.kind === 'text' ? lifecycleScripts(file.base.text) : []).map(({ name, command }) => [
      name,
      command,
    ]),
  );
  return lifecycleScripts(file.head.text)
    .filter(({ name, command }) => before.get(name) !== command)
    .filter(
      ({ name, command }) =>
        SUSPICIOUS.test(command) || (name.includes('install') && file.base.kind === 'text'),
    )
    .map(({ name, command, line }) =>
      dependencyFinding(file, line, {
        ruleId: 'package-lifecycle-script',
        severity: SUSPICIOUS.test(command) ? 'high' : 'low',
        confidence: SUSPICIOUS.test(command) ? 80 : 66,
        cwe: 'CWE-506',
        title: `The script "${name}" runs on every install`,
        explanation: `npm runs \`${name}\` by itself on every machine that installs this package.`,
        failureScenario: 'What the script fetches or starts runs on developer machines and build servers.',
        fix: 'Leave it out, or move the work into a script that people start themselves.',
      }),
    );
}
