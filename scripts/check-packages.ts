import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Requirement R43 on the lockfile: exact versions, integrity for every package, no address of a registry, and no
 * install script among the packages that a run needs.
 */
interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

const ROOT = join(import.meta.dirname, '..');
const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<
  string,
  Record<string, string>
>;

/**
 * What is wrong with the packages, a sentence each; empty when all is well.
 * @param packages `packages` of the lockfile
 * @param pinned package.json
 */
export function packageProblems(
  packages: Readonly<Record<string, Locked>>,
  pinned: Readonly<Record<string, Readonly<Record<string, string>>>>,
): readonly string[] {
  const problems = Object.entries(packages).flatMap(([path, entry]) => {
    if (path === '') return [];
    return [
      ...(entry.integrity === undefined && entry.link !== true ? [`${path} has no integrity`] : []),
      ...(entry.resolved === undefined ? [] : [`${path} names where it was fetched from`]),
      ...(entry.hasInstallScript === true && entry.dev !== true ? [`${path} has an install script`] : []),
    ];
  });
  for (const group of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    for (const [name, version] of Object.entries(pinned[group] ?? {})) {
      if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) problems.push(`${name} is not pinned: ${version}`);
    }
  }
  return problems;
}

/** The problems of this repository. */
export function ownPackageProblems(): readonly string[] {
  return packageProblems(lock.packages, manifest);
}

if (process.argv[1] === import.meta.filename) {
  const problems = ownPackageProblems();
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else
    console.log(
      `${Object.keys(lock.packages).length - 1} packages: pinned, with integrity, no install script at run time`,
    );
}
