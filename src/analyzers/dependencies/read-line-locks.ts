import { type LockedPackage, makePackage, sourceOf } from './locked-package.ts';

/** Lines longer than this are data that no lock file has. */
const LONGEST = 4_000;

function linesOf(text: string): readonly string[] {
  return text.split('\n').map((line) => line.slice(0, LONGEST).replace(/\r$/, ''));
}

/** Fields of a block: `key value`, `key: value` or `key = value`, quotes taken off. */
function field(line: string): readonly [string, string] | null {
  const match = /^\s*([\w-]+)(?:\s*[:=]\s*|\s+)(\S.*)$/.exec(line);
  return match === null ? null : [match[1] ?? '', (match[2] ?? '').replace(/^"([^"]*)".*$/, '$1')];
}

/** yarn.lock of both generations. */
export function readYarnLock(text: string): readonly LockedPackage[] {
  const found: LockedPackage[] = [];
  let name = '';
  let asked = '';
  let line = 0;
  let fields = new Map<string, string>();
  const end = (): void => {
    const version = fields.get('version') ?? '';
    const address = fields.get('resolved') ?? (sourceOf(asked) === 'registry' ? '' : asked);
    const integrity = fields.get('integrity') ?? fields.get('checksum') ?? '';
    if (name !== '' && version !== '' && !/^(?:workspace|link|portal|file):/.test(asked))
      found.push(makePackage({ ecosystem: 'npm', name, version, line, address, integrity }));
    name = '';
    fields = new Map();
  };
  for (const [index, text_] of linesOf(text).entries()) {
    if (/^["\w@]/.test(text_) && text_.endsWith(':')) {
      end();
      const first = text_.replace(/^"/, '').split(/["',:]?\s*,|":?$|:$/)[0] ?? '';
      const at = first.indexOf('@', 1);
      if (at > 0 && !first.startsWith('__')) {
        name = first.slice(0, at);
        asked = first.slice(at + 1).replace(/^npm:/, '');
        line = index + 1;
      }
    } else if (/^ {2}\w/.test(text_)) {
      const pair = field(text_);
      if (pair !== null) fields.set(pair[0], pair[1]);
    }
  }
  end();
  return found;
}

/** pnpm-lock.yaml, versions 5 to 9. */
export function readPnpmLock(text: string): readonly LockedPackage[] {
  const found: LockedPackage[] = [];
  let inside = false;
  let current: { name: string; version: string; line: number; body: string } | null = null;
  const end = (): void => {
    if (current === null) return;
    const { name, version, line, body } = current;
    const address = /\btarball:\s*['"]?([^\s,'"}]+)/.exec(body)?.[1] ?? (/\brepo:/.test(body) ? 'git:' : '');
    const integrity = /\bintegrity:\s*([^\s,'"}]+)/.exec(body)?.[1] ?? '';
    const installScript = /\brequiresBuild:\s*true/.test(body);
    found.push(makePackage({ ecosystem: 'npm', name, version, line, address, integrity, installScript }));
    current = null;
  };
  for (const [index, line] of linesOf(text).entries()) {
    if (/^\w/.test(line)) {
      end();
      inside = line.startsWith('packages:');
    } else if (inside && /^ {2}\S.*:$/.test(line)) {
      end();
      const key = line
        .trim()
        .replace(/^['"]?\/?/, '')
        .replace(/['"]?:$/, '')
        .replace(/\(.*$/, '');
      const match = /^(@?[^@]+)@(.+)$/.exec(key) ?? /^((?:@[^/]+\/)?[^/]+)\/([^_]+)/.exec(key);
      if (match !== null)
        current = { name: match[1] ?? '', version: match[2] ?? '', line: index + 1, body: '' };
    } else if (inside && current !== null && current.body.length < LONGEST) current.body += `${line}\n`;
  }
  end();
  return found;
}

/** Lock files made of `[[package]]` tables: Cargo, poetry, uv, pdm. */
export function readTomlLock(ecosystem: 'crates.io' | 'PyPI'): (text: string) => readonly LockedPackage[] {
  return (text) => {
    const found: LockedPackage[] = [];
    let fields: Map<string, string> | null = null;
    let start = 0;
    const end = (): void => {
      const name = fields?.get('name') ?? '';
      if (fields === null || name === '') return;
      const source = fields.get('source') ?? '';
      const table = `${fields.get('type') ?? ''}+${fields.get('url') ?? ''}`;
      const git = /\bgit\s*=\s*"([^"]+)"/.exec(source)?.[1] ?? (/^git\+./.test(table) ? table : '');
      const address =
        git === '' ? (/"(https?:[^"]+)"/.exec(source)?.[1] ?? source) : `git+${git.replace(/^git\+/, '')}`;
      const isLocal =
        ecosystem === 'crates.io' ? source === '' : /\b(?:editable|virtual|directory)\s*=/.test(source);
      found.push(
        makePackage({
          ecosystem,
          name,
          version: fields.get('version') ?? '',
          line: start,
          address: address.replace(/^(?:registry|sparse)\+/, ''),
          integrity: fields.get('checksum') ?? '',
          ...(/^(?:registry|sparse)\+/.test(source) ? { source: 'registry' as const } : {}),
          ...(isLocal ? { source: 'path' as const } : {}),
        }),
      );
    };
    for (const [index, line] of linesOf(text).entries()) {
      if (line.startsWith('[[')) {
        end();
        fields = line.startsWith('[[package]]') ? new Map() : null;
      } else if (/^\[package\.(?!source)/.test(line)) {
        end();
        fields = null;
      } else {
        const pair = field(line);
        if (pair === null || fields === null || fields.has(pair[0])) continue;
        if (pair[0] === 'name') start = index + 1;
        fields.set(
          pair[0],
          pair[0] === 'source'
            ? line
                .slice(line.indexOf('=') + 1)
                .trim()
                .replace(/^"([^"]*)"$/, '$1')
            : pair[1],
        );
      }
    }
    end();
    return found;
  };
}

/** requirements.txt: one requirement a line. */
export function readRequirements(text: string): readonly LockedPackage[] {
  return linesOf(text).flatMap((whole, index) => {
    const line = whole.replace(/(?:^|\s)#.*$/, '').trim();
    const direct = /(?:^-e\s+|@\s*|^)((?:git|hg|svn|bzr)\+\S+|https?:\/\/\S+)/.exec(line);
    if (direct !== null && !line.startsWith('--')) {
      const address = direct[1] ?? '';
      const name =
        /^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?\s*@/.exec(line)?.[1] ??
        /[#&]egg=([\w.-]+)/.exec(address)?.[1] ??
        address;
      const source = /^https?:/.test(address) ? ('url' as const) : ('git' as const);
      return [
        makePackage({ ecosystem: 'PyPI', name, version: '', exact: false, line: index + 1, address, source }),
      ];
    }
    const match = /^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?\s*(===?|[<>~!]=?|$|;|\s)\s*([\w.*+!-]*)/.exec(line);
    if (match === null || line.startsWith('-')) return [];
    const exact = (match[2] ?? '').startsWith('==') && !(match[3] ?? '').includes('*');
    return [
      makePackage({
        ecosystem: 'PyPI',
        name: match[1] ?? '',
        version: exact ? (match[3] ?? '') : '',
        exact,
        line: index + 1,
      }),
    ];
  });
}

/** Gemfile.lock: what stands four deep below `specs:`. */
export function readGemfileLock(text: string): readonly LockedPackage[] {
  const found: LockedPackage[] = [];
  let section = '';
  let remote = '';
  for (const [index, line] of linesOf(text).entries()) {
    if (/^[A-Z]/.test(line)) {
      section = line.trim();
      remote = '';
    } else if (line.startsWith('  remote:')) remote = line.slice('  remote:'.length).trim();
    const match = /^ {4}([A-Za-z0-9][\w.-]*) \(([^)]+)\)$/.exec(line);
    if (match === null || !['GEM', 'GIT', 'PATH'].includes(section)) continue;
    const source = section === 'GIT' ? 'git' : section === 'PATH' ? 'path' : 'registry';
    found.push(
      makePackage({
        ecosystem: 'RubyGems',
        name: match[1] ?? '',
        version: match[2] ?? '',
        line: index + 1,
        address: remote,
        source,
      }),
    );
  }
  return found;
}

/** go.mod: requirements and replacements. */
export function readGoMod(text: string): readonly LockedPackage[] {
  let block = '';
  return linesOf(text).flatMap((whole, index) => {
    const line = whole.replace(/\/\/.*$/, '').trim();
    const opens = /^(require|replace|exclude|retract)\s*\($/.exec(line);
    if (opens !== null) block = opens[1] ?? '';
    else if (line === ')') block = '';
    const own = /^(require|replace)\s+(.*)$/.exec(line);
    const kind = own?.[1] ?? block;
    const rest = own?.[2] ?? line;
    if (kind === 'replace') {
      const match = /^(\S+)(?:\s+\S+)?\s*=>\s*(\S+)(?:\s+(\S+))?$/.exec(rest);
      if (match === null) return [];
      return [
        makePackage({
          ecosystem: 'Go',
          name: match[1] ?? '',
          version: bare(match[3] ?? ''),
          line: index + 1,
          source: match[3] === undefined ? 'path' : 'git',
          address: `replace:${match[2] ?? ''}`,
        }),
      ];
    }
    const match = /^([\w.~-]+\.[\w./~-]+)\s+(v[\w.+-]+)/.exec(rest);
    if (kind !== 'require' || match === null) return [];
    return [
      makePackage({ ecosystem: 'Go', name: match[1] ?? '', version: bare(match[2] ?? ''), line: index + 1 }),
    ];
  });
}

/** go.sum: one hash a line; those of go.mod files alone say nothing about the code. */
export function readGoSum(text: string): readonly LockedPackage[] {
  return linesOf(text).flatMap((line, index) => {
    const match = /^(\S+) (v\S+) (h1:\S+)$/.exec(line);
    if (match === null || (match[2] ?? '').endsWith('/go.mod')) return [];
    return [
      makePackage({
        ecosystem: 'Go',
        name: match[1] ?? '',
        version: bare(match[2] ?? ''),
        line: index + 1,
        integrity: match[3] ?? '',
      }),
    ];
  });
}

function bare(version: string): string {
  return version.replace(/^v(?=\d)/, '').replace(/\+incompatible$/, '');
}

/** gradle.lockfile, and the usual notation of dependencies in build scripts. */
export function readGradle(text: string): readonly LockedPackage[] {
  return linesOf(text).flatMap((line, index) => {
    const locked = /^([\w.-]+):([\w.-]+):([\w.+-]+)=/.exec(line);
    const asked =
      /\b\w*(?:[iI]mplementation|[aA]pi|[cC]ompileOnly|[rR]untimeOnly|classpath|kapt|annotationProcessor)\b\s*\(?\s*(?:platform\()?["']([\w.-]+):([\w.-]+):([\w.+[\](),-]+)["']/.exec(
        line,
      );
    const match = locked ?? asked;
    if (match === null || line.trim().startsWith('//')) return [];
    const version = match[3] ?? '';
    const exact = /^[\w.-]+$/.test(version) && !version.startsWith('latest');
    return [
      makePackage({
        ecosystem: 'Maven',
        name: `${match[1]}:${match[2]}`,
        version: exact ? version : '',
        exact,
        line: index + 1,
        ...(exact ? {} : { address: `dynamic:${version}` }),
      }),
    ];
  });
}

/** pom.xml: dependencies with a version of their own. */
export function readPom(text: string): readonly LockedPackage[] {
  const found: LockedPackage[] = [];
  let fields: Map<string, string> | null = null;
  let line = 0;
  for (const [index, row] of linesOf(text).entries()) {
    for (const match of row.matchAll(/<(\/?)(dependency|plugin|groupId|artifactId|version)>([^<]*)/g)) {
      const [, closes, tag = '', value = ''] = match;
      if (tag === 'dependency' || tag === 'plugin') {
        const version = fields?.get('version') ?? '';
        const artifact = fields?.get('artifactId') ?? '';
        if (closes === '/' && fields !== null && artifact !== '' && version !== '') {
          const exact = !/[$[(,]|LATEST|RELEASE/.test(version);
          found.push(
            makePackage({
              ecosystem: 'Maven',
              name: `${fields.get('groupId') ?? ''}:${artifact}`,
              version: exact ? version : '',
              exact,
              line,
            }),
          );
        }
        fields = closes === '/' ? null : new Map();
      } else if (closes === '' && fields !== null && !fields.has(tag)) {
        fields.set(tag, value.trim());
        if (tag === 'artifactId') line = index + 1;
      }
    }
  }
  return found;
}
