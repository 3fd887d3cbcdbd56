import { createRequire } from 'node:module';
import type { Contestant, Spot } from '../contestant.ts';

const require = createRequire(import.meta.url);

interface Message {
  readonly ruleId: string | null;
  readonly line: number;
  readonly severity: number;
}

interface Linter {
  verify(
    text: string,
    config: readonly unknown[],
    options: { readonly filename: string },
  ): readonly Message[];
}

interface Plugin {
  readonly rules: Readonly<Record<string, unknown>>;
}

/** The rules of eslint-plugin-sonarjs whose subject is security; its others are about style and correctness. */
const SONAR_SECURITY = [
  'code-eval content-length content-security-policy cookie-no-httponly cors csrf disabled-auto-escaping',
  'disabled-resource-integrity dompurify-unsafe-config dynamically-constructed-templates encryption-secure-mode',
  'file-permissions file-uploads frame-ancestors hardcoded-secret-signatures hashing hidden-files insecure-cookie',
  'insecure-jwt-token link-with-target-blank no-angular-bypass-sanitization no-clear-text-protocols',
  'no-hardcoded-ip no-hardcoded-passwords no-hardcoded-secrets no-intrusive-permissions no-ip-forward no-mime-sniff',
  'no-mixed-content no-os-command-from-path no-referrer-policy no-session-cookies-on-static-assets no-unsafe-unzip',
  'no-weak-cipher no-weak-keys os-command post-message production-debug pseudo-random publicly-writable-directories',
  'session-regeneration slow-regex sql-queries strict-transport-security super-linear-regex unverified-certificate',
  'unverified-hostname weak-ssl web-sql-database x-powered-by xml-parser-xxe confidential-information-logging',
].flatMap((names) => names.split(' '));

/** Where the packages are to be had; printed once when they are not there. */
const NOT_INSTALLED = 'ESLint and its plugins: not installed: run npm ci --prefix bench/analyzers';

/** ESLint with eslint-plugin-security (all rules) and eslint-plugin-sonarjs (its security rules); none when not installed. */
export function makeEslintContestants(): readonly Contestant[] {
  const packages = loadPackages();
  if (packages === null) {
    console.log(NOT_INSTALLED);
    return [];
  }
  const { linter, parser, security, sonarjs } = packages;
  const known = SONAR_SECURITY.filter((name) => Object.hasOwn(sonarjs.rules, name));
  const all = (prefix: string, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [`${prefix}/${name}`, 'error']));
  const ofSecurity = all('security', Object.keys(security.rules));
  const ofSonar = all('sonarjs', known);
  const contestant = (name: string, rules: Readonly<Record<string, unknown>>): Contestant => ({
    name,
    languages: ['javascript', 'typescript', 'tsx', 'jsx'],
    find: (files) => {
      const config = [
        {
          files: ['**/*'],
          plugins: { security, sonarjs },
          languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
          linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
          rules,
        },
      ];
      return Promise.resolve([...files].flatMap(([path, text]) => lint(linter, path, text, config)));
    },
  });
  return [
    contestant('eslint: security', ofSecurity),
    contestant('eslint: sonarjs', ofSonar),
    contestant('eslint: both', { ...ofSecurity, ...ofSonar }),
  ];
}

function lint(linter: Linter, path: string, text: string, config: readonly unknown[]): readonly Spot[] {
  if (!/\.[cm]?[jt]sx?$/.test(path)) return [];
  let messages: readonly Message[];
  try {
    messages = linter.verify(text, config, { filename: path });
  } catch (thrown) {
    // A rule that throws costs the tool this file, as it would a user.
    console.error(
      `eslint failed on ${path}: ${thrown instanceof Error ? thrown.message.split('\n', 1)[0] : ''}`,
    );
    return [];
  }
  return messages.flatMap(({ ruleId, line }) =>
    ruleId === null ? [] : [{ path, line, rule: ruleId, severity: 'medium', cwe: 0 }],
  );
}

function loadPackages() {
  try {
    const { Linter: Made } = require('eslint') as { readonly Linter: new () => Linter };
    return {
      linter: new Made(),
      parser: require('@typescript-eslint/parser') as unknown,
      security: pluginOf(require('eslint-plugin-security')),
      sonarjs: pluginOf(require('eslint-plugin-sonarjs')),
    };
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
    if (code === 'MODULE_NOT_FOUND') return null;
    throw thrown;
  }
}

/** A module in the new format keeps its plugin in `default`. */
function pluginOf(loaded: Plugin | { readonly default: Plugin }): Plugin {
  return 'rules' in loaded ? loaded : loaded.default;
}
