import type { GitProgram } from './find-git.ts';

/** Environment variables, as the entry read them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What programs need to start at all, on any system. */
const SYSTEM = ['SystemRoot', 'SYSTEMROOT', 'windir', 'TEMP', 'TMP', 'TMPDIR'];

/** Where git finds the person's own configuration; needed for `safe.directory` and the ignore file. */
const PERSONAL = [
  'HOME',
  'XDG_CONFIG_HOME',
  'USERPROFILE',
  'HOMEDRIVE',
  'HOMEPATH',
  'PROGRAMDATA',
  'SUDO_UID',
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
];

/**
 * No prompt, no lock, no network, no replaced objects, no translated text. `GIT_ALLOW_PROTOCOL` names a protocol that
 * does not exist: unlike `protocol.allow=never` it cannot be overruled by `protocol.<name>.allow` in the repository's
 * configuration (git-config, `protocol.allow`), so a partial clone cannot be made to fetch through `ext::`.
 */
const FIXED: Readonly<Record<string, string>> = {
  LC_ALL: 'C',
  LANGUAGE: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_PAGER: 'cat',
  GIT_EDITOR: ':',
  GIT_ASKPASS: '',
  SSH_ASKPASS: '',
};

/**
 * Switches off everything in a repository's configuration that could run a program. The commands asked of the reviewed
 * repository itself (`rev-parse`, `merge-base`, `for-each-ref`, `rev-list`, `config`) run none of these; this is the
 * second lock. All other work happens in a sandbox with its own configuration.
 */
export const SAFE_CONFIGURATION: readonly string[] = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.untrackedCache=false',
  'core.attributesFile=/dev/null',
  'core.pager=cat',
  'core.editor=:',
  'core.sshCommand=false',
  'core.askPass=',
  'core.alternateRefsCommand=',
  'core.quotePath=false',
  'core.abbrev=no',
  'color.ui=never',
  'credential.helper=',
  'diff.external=',
  'log.showSignature=false',
  'protocol.allow=never',
].flatMap((setting) => ['-c', setting]);

/** The environment for questions to the reviewed repository: the person's own git configuration applies. */
export function repositoryEnvironment(
  program: GitProgram,
  environment: Environment,
): Readonly<Record<string, string>> {
  return { ...pick(environment, [...SYSTEM, ...PERSONAL]), ...FIXED, PATH: program.searchPath };
}

/** The environment for work in the sandbox: no configuration but the sandbox's own. */
export function sandboxEnvironment(
  program: GitProgram,
  environment: Environment,
  directory: string,
  emptyFile: string,
): Readonly<Record<string, string>> {
  return {
    ...pick(environment, SYSTEM),
    ...FIXED,
    PATH: program.searchPath,
    HOME: directory,
    XDG_CONFIG_HOME: directory,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: emptyFile,
  };
}

function pick(environment: Environment, names: readonly string[]): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const name of names) {
    const value = environment[name];
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}
