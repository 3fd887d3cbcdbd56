import type { ChangedFile } from '../../model.ts';
import type { AnalyzerFinding } from '../analyzer.ts';
import { compareVersions, type PackageChanges } from './compare-packages.ts';
import { type DependencyClaim, dependencyFinding } from './dependency-finding.ts';
import { imitatedName } from './imitated-name.ts';
import type { LockedPackage } from './locked-package.ts';

/** More findings of one kind in one file say nothing new. */
const MOST_OF_A_KIND = 20;

/** Licences whose terms reach what is built with the package, or forbid some uses. */
const STRICT_LICENCE =
  /\b(?:A?GPL|SSPL|BUSL|BSL-1\.1|Elastic|Commons-Clause|CC-BY-NC|UNLICENSED|proprietary)\b/i;

/**
 * Judges what a change does to the packages of one file.
 * @param isNew the file is new: then everything in it is, and only what is wrong by itself is said
 * @param isLock versions and sources are those that get installed
 */
export function judgePackages(
  file: ChangedFile,
  changes: PackageChanges,
  { isNew, isLock }: { readonly isNew: boolean; readonly isLock: boolean },
): readonly AnalyzerFinding[] {
  const findings: AnalyzerFinding[] = [];
  const counts = new Map<string, number>();
  const raise = (one: LockedPackage, claim: DependencyClaim): void => {
    const count = counts.get(claim.ruleId) ?? 0;
    counts.set(claim.ruleId, count + 1);
    if (count < MOST_OF_A_KIND) findings.push(dependencyFinding(file, one.line, claim));
  };
  for (const one of changes.added) {
    for (const claim of [imitation(one), source(one, null), transport(one)]) if (claim) raise(one, claim);
    if (!isNew && one.installScript) raise(one, newScript(one, 'The new package'));
    if (!isNew && STRICT_LICENCE.test(one.licence)) raise(one, licence(one, ''));
  }
  for (const { from, to } of changes.moved) {
    for (const claim of [source(to, from), transport(to)]) if (claim) raise(to, claim);
    if (isLock && to.exact && from.exact && compareVersions(to.version, from.version) < 0)
      raise(to, downgrade(from, to));
    if (to.installScript && !from.installScript) raise(to, newScript(to, 'This version'));
    if (from.licence !== '' && to.licence !== from.licence && STRICT_LICENCE.test(to.licence))
      raise(to, licence(to, from.licence));
  }
  for (const { from, to } of changes.altered) {
    const claim = alteration(from, to) ?? source(to, from) ?? transport(to);
    if (claim) raise(to, claim);
  }
  return findings;
}

function imitation({ ecosystem, name }: LockedPackage): DependencyClaim | null {
  const known = imitatedName(ecosystem, name);
  if (known === null) return null;
  return {
    ruleId: 'dependency-imitated-name',
    severity: 'high',
    confidence: 75,
    cwe: 'CWE-1357',
    title: `"${name}" looks like "${known}"`,
    explanation: `The change adds ${name}, whose name is one slip away from the well-known ${known}.`,
    failureScenario: 'A package under a mistyped name steals tokens while it is installed.',
    fix: `If ${known} was meant, correct the name; otherwise look at who publishes ${name} and dismiss this finding.`,
  };
}

function source(one: LockedPackage, before: LockedPackage | null): DependencyClaim | null {
  if (one.address.startsWith('dynamic:') && before?.address !== one.address) return floating(one);
  const isForeign = one.source === 'git' || one.source === 'url';
  if (!isForeign || (before?.source === one.source && before.address === one.address)) return null;
  if (/(?:#|@)[0-9a-f]{40}\b|\/[0-9a-f]{40}(?:\.|$)/.test(one.address) || one.ecosystem === 'Go') {
    return before === null && one.ecosystem !== 'Go' ? null : replaced(one, before);
  }
  return {
    ruleId: 'dependency-outside-registry',
    severity: 'medium',
    confidence: 78,
    cwe: 'CWE-829',
    about: one.address,
    title: `${one.name} does not come from the registry`,
    explanation: `${one.name} is fetched from ${shown(one.address)}, without a fixed commit.`,
    failureScenario: 'Whoever may push to that place decides what is installed at the next build.',
    fix: 'Use a published version, or name the full commit.',
  };
}

function replaced(one: LockedPackage, before: LockedPackage | null): DependencyClaim | null {
  if (
    before?.address === one.address ||
    !(one.address.startsWith('replace:') || before?.source === 'registry')
  )
    return null;
  return {
    ruleId: 'dependency-source-changed',
    severity: 'medium',
    confidence: 74,
    cwe: 'CWE-829',
    title: `${one.name} is taken from another place`,
    explanation: `${one.name} now comes from ${shown(one.address)}.`,
    failureScenario: 'A fork brings code that the original does not have, under the name everybody trusts.',
    fix: 'Check who owns that place, and say in the change why it is used.',
  };
}

function floating(one: LockedPackage): DependencyClaim {
  return {
    ruleId: 'dependency-floating-version',
    severity: 'low',
    confidence: 78,
    cwe: 'CWE-1104',
    title: `${one.name} has no fixed version`,
    explanation: `${one.name} is asked for as ${shown(one.address.slice('dynamic:'.length))}: the newest version at the time of the build.`,
    failureScenario: 'The same commit builds something else tomorrow, or installs a hijacked release.',
    fix: 'Name a version, or lock the versions.',
  };
}

function transport(one: LockedPackage): DependencyClaim | null {
  if (
    !/^(?:git\+)?http:\/\/|^git:\/\//.test(one.address) ||
    /^(?:git\+)?http:\/\/(?:localhost|127\.)/.test(one.address)
  )
    return null;
  return {
    ruleId: 'dependency-plain-transport',
    severity: 'high',
    confidence: 85,
    cwe: 'CWE-494',
    about: one.address,
    title: `${one.name} is fetched without encryption`,
    explanation: `The address of ${one.name} is ${shown(one.address)}.`,
    failureScenario: 'Somebody on the way answers with another package.',
    fix: 'Use the https address.',
  };
}

function newScript(one: LockedPackage, subject: string): DependencyClaim {
  return {
    ruleId: 'dependency-install-script',
    severity: subject === 'This version' ? 'medium' : 'low',
    confidence: 75,
    cwe: 'CWE-506',
    about: one.ecosystem === 'npm' ? 'nstallScript' : '',
    title: `${one.name} runs a script when it is installed`,
    explanation: `${subject} (${one.name} ${one.version}) has an install script${subject === 'This version' ? '; the one before had none' : ''}.`,
    failureScenario:
      'A hijacked release runs on every developer machine and build server before anybody reads it.',
    fix: 'Read the script, or install with `--ignore-scripts` and allow the few that need it.',
  };
}

function downgrade(from: LockedPackage, to: LockedPackage): DependencyClaim {
  return {
    ruleId: 'dependency-downgraded',
    severity: 'low',
    confidence: 68,
    cwe: 'CWE-1395',
    about: to.version,
    title: `${to.name} goes back from ${from.version} to ${to.version}`,
    explanation: `${to.name} becomes older: ${from.version} → ${to.version}.`,
    failureScenario: 'A flaw that the newer version closed is open again.',
    fix: 'Keep the newer version, or say why the older one is needed.',
  };
}

function licence(one: LockedPackage, before: string): DependencyClaim {
  return {
    ruleId: 'dependency-licence-changed',
    severity: 'low',
    confidence: 75,
    about: one.licence,
    title: `${one.name}: licence ${shown(one.licence)}`,
    explanation:
      before === ''
        ? `${one.name} is under ${shown(one.licence)}.`
        : `The licence of ${one.name} changes from ${shown(before)} to ${shown(one.licence)}.`,
    failureScenario: 'The product is delivered under terms that this licence does not allow.',
    fix: 'Let somebody who may decide it look at the terms.',
  };
}

/** The same version with other content or another origin: published versions do not change. */
function alteration(from: LockedPackage, to: LockedPackage): DependencyClaim | null {
  if (from.integrity !== '' && to.integrity === '') {
    return {
      ruleId: 'dependency-integrity-removed',
      severity: 'medium',
      confidence: 80,
      cwe: 'CWE-353',
      title: `${to.name}: the checksum is gone`,
      explanation: `The entry of ${to.name} ${to.version} had a checksum and has none any more.`,
      failureScenario: 'A replaced archive is installed without an error.',
      fix: 'Write the lock file again with the package manager.',
    };
  }
  if (isOtherContent(from.integrity, to.integrity)) {
    return {
      ruleId: 'dependency-integrity-changed',
      severity: 'high',
      confidence: 84,
      cwe: 'CWE-494',
      about: to.integrity,
      title: `${to.name} ${to.version} has other content than before`,
      explanation: `The checksum of ${to.name} changes while its version stays ${to.version}.`,
      failureScenario: 'The lock file points to an archive that somebody put in place of the published one.',
      fix: 'Compare it with the registry, and write the lock file again from a clean cache.',
    };
  }
  const [before, after] = [hostOf(from.address), hostOf(to.address)];
  if (before === '' || after === '' || before === after) return null;
  return {
    ruleId: 'dependency-registry-changed',
    severity: 'medium',
    confidence: 76,
    cwe: 'CWE-829',
    about: to.address,
    title: `${to.name} is fetched from another host`,
    explanation: `${to.name} ${to.version} came from ${before} and now comes from ${after}.`,
    failureScenario: 'The new host answers with a package of its own.',
    fix: 'Check that the host is meant; write the lock file again with the usual registry.',
  };
}

/** Two checksums of the same kind that differ; another algorithm says nothing. */
function isOtherContent(before: string, after: string): boolean {
  if (before === '' || after === '' || before === after) return false;
  const kind = (value: string) => /^[\w-]+(?=[-:])/.exec(value)?.[0] ?? String(value.length);
  // A list of checksums may grow by those of further platforms.
  if (before.includes(' ') || after.includes(' '))
    return !before.split(' ').some((one) => after.includes(one));
  return kind(before) === kind(after);
}

function hostOf(address: string): string {
  return /^(?:git\+)?[a-z]+:\/\/(?:[^/@]*@)?([^/:]+)/.exec(address)?.[1] ?? '';
}

function shown(text: string): string {
  const bare = text.replace(/\/\/[^/@\s]*@/, '//');
  return bare.length <= 80 ? bare : `${bare.slice(0, 79)}…`;
}
