import type { Category, Severity } from '../model.ts';
import { SECRET_RULES } from './secrets/find-secrets.ts';

/** A check that is code and not a rule, as people see it listed. */
export interface Check {
  readonly id: string;
  readonly reviewer: string;
  /** The worst that it raises; it may raise less. */
  readonly severity: Severity;
  /** The most that it is sure of, 0–100. */
  readonly confidence: number;
  readonly category: Category;
  readonly cwe?: string;
  /** Empty: any text or file. */
  readonly languages: readonly string[];
  readonly title: string;
}

type Row = readonly [id: string, severity: Severity, confidence: number, cwe: string, title: string];

/** Languages whose functions are listed and measured. */
const FUNCTIONS = ['javascript', 'typescript', 'tsx', 'python', 'go', 'java', 'ruby'];
const SCRIPTS = ['javascript', 'typescript', 'tsx', 'python'];

const HIDDEN_TEXT: readonly Row[] = [
  ['bidi-control', 'critical', 95, 'CWE-1007', 'Text direction that shows code in another order'],
  ['control-character', 'medium', 75, 'CWE-451', 'Control character in text'],
  ['direction-mark', 'medium', 75, 'CWE-451', 'Invisible direction mark'],
  ['homoglyph-identifier', 'critical', 95, 'CWE-1007', 'Name with letters that look like others'],
  ['invisible-letter', 'high', 95, 'CWE-451', 'Letter that shows as nothing'],
  ['line-separator', 'medium', 95, 'CWE-451', 'Line break that editors do not show'],
  ['odd-space', 'low', 60, 'CWE-1007', 'Space that is no ordinary space'],
  ['soft-hyphen', 'low', 75, 'CWE-451', 'Hidden hyphen inside a word'],
  ['tag-characters', 'critical', 95, 'CWE-451', 'Text in characters that nobody sees'],
  ['variation-selectors', 'high', 95, 'CWE-451', 'Data hidden in variation selectors'],
  ['zero-width-character', 'high', 95, 'CWE-451', 'Character without width'],
];

const SUPPLY_CHAIN: readonly Row[] = [
  ['dependency-downgraded', 'low', 68, 'CWE-1395', 'Dependency goes back to an older version'],
  ['dependency-floating-version', 'low', 78, 'CWE-1104', 'Dependency without a fixed version'],
  ['dependency-imitated-name', 'high', 75, 'CWE-1357', 'Dependency whose name looks like a known one'],
  ['dependency-install-script', 'medium', 75, 'CWE-506', 'Dependency that runs a script on install'],
  ['dependency-integrity-changed', 'high', 84, 'CWE-494', 'Same version, other content than before'],
  ['dependency-integrity-removed', 'medium', 80, 'CWE-353', 'Checksum of a dependency is gone'],
  ['dependency-licence-changed', 'low', 75, '', 'Licence of a dependency changed'],
  ['dependency-outside-registry', 'medium', 78, 'CWE-829', 'Dependency that is not from the registry'],
  ['dependency-plain-transport', 'high', 85, 'CWE-494', 'Dependency fetched without encryption'],
  ['dependency-registry-changed', 'medium', 76, 'CWE-829', 'Dependency fetched from another host'],
  ['dependency-source-changed', 'medium', 74, 'CWE-829', 'Dependency taken from another place'],
  ['known-vulnerability', 'critical', 92, 'CWE-1395', 'Dependency with a known vulnerability'],
  ['package-lifecycle-script', 'high', 80, 'CWE-506', 'Script that runs on every install'],
  ['submodule-added', 'medium', 90, 'CWE-829', 'Submodule added'],
  ['submodule-moved', 'info', 90, 'CWE-829', 'Submodule points to another commit'],
];

const SECRETS: readonly Row[] = [
  ['authorization-header', 'high', 75, 'CWE-798', 'Authorization header with a fixed credential'],
  ['command-password', 'high', 70, 'CWE-798', 'Password or token in the arguments of a command'],
  ['connection-string-password', 'high', 80, 'CWE-798', 'Password in a connection string'],
  ['database-url-password', 'high', 85, 'CWE-798', 'Password in the address of a database'],
  ['generic-secret', 'high', 80, 'CWE-798', 'Random value beside a name such as secret or token'],
  ['hard-coded-password', 'medium', 60, 'CWE-798', 'Password written into the code'],
  ['kubernetes-secret', 'high', 78, 'CWE-798', 'Value of a Kubernetes Secret'],
  ['markup-secret', 'high', 80, 'CWE-798', 'Password or key in an XML file'],
  ['private-key', 'critical', 97, 'CWE-798', 'Private key'],
  ['url-password', 'high', 85, 'CWE-798', 'Password in an address'],
];

const PATHS: readonly Row[] = [
  ['symlink', 'low', 80, 'CWE-59', 'Symbolic link'],
  ['symlink-leaves-tree', 'high', 95, 'CWE-59', 'Symbolic link that leaves the repository'],
  ['unsafe-path', 'high', 95, 'CWE-22', 'Path that leaves the repository or cannot be trusted'],
];

/**
 * Every check that is code, with what it raises at most. A test compares the ids with the source. Those of the bundled
 * secret scanner are added when the program is built.
 */
export const CHECKS: readonly Check[] = [
  ...HIDDEN_TEXT.map((row) => toCheck(row, 'security', 'hidden-text')),
  ...SUPPLY_CHAIN.map((row) => toCheck(row, 'security', 'supply-chain')),
  ...SECRETS.map((row) => toCheck(row, 'security', 'secrets')),
  ...[...new Map(SECRET_RULES.map((rule) => [rule.ruleId, rule])).values()].map((rule) =>
    toCheck([rule.ruleId, rule.severity, rule.confidence, 'CWE-798', rule.kind], 'security', 'secrets'),
  ),
  ...PATHS.map((row) => toCheck(row, 'security', 'path-traversal')),
  toCheck(
    ['case-clash', 'medium', 90, 'CWE-178', 'Paths that differ only in case'],
    'security',
    'misconfiguration',
  ),
  toCheck(
    ['executable-bit', 'low', 70, 'CWE-732', 'File that becomes executable'],
    'security',
    'misconfiguration',
  ),
  toCheck(
    ['deceptive-name', 'high', 95, 'CWE-1007', 'Path that looks like another one'],
    'security',
    'hidden-text',
  ),
  toCheck(
    ['instructions-to-reviewer', 'high', 95, 'CWE-1427', 'Text that gives orders to an AI reviewer'],
    'security',
    'prompt-injection',
  ),
  toCheck(
    ['undecodable-text', 'low', 80, '', 'Text file with bytes that are not UTF-8'],
    'correctness',
    'maintainability',
  ),
  toCheck(
    ['catastrophic-regex', 'high', 90, 'CWE-1333', 'Regular expression that backtracks without end'],
    'performance',
    'regex-dos',
    [...SCRIPTS, 'go', 'java', 'ruby'],
  ),
  toCheck(
    ['complexity-growth', 'medium', 85, '', 'Function that became hard to follow'],
    'style',
    'complexity',
    FUNCTIONS,
  ),
  toCheck(['deep-nesting', 'low', 85, '', 'Function that nests deeply'], 'style', 'complexity', FUNCTIONS),
  toCheck(
    ['long-function', 'info', 85, '', 'Function that became very long'],
    'style',
    'complexity',
    FUNCTIONS,
  ),
  toCheck(
    ['never-run-branches', 'low', 90, '', 'Added condition of which tests take one way'],
    'test-coverage',
    'untested-change',
  ),
  toCheck(
    ['never-run-lines', 'medium', 90, '', 'Added lines that no test runs'],
    'test-coverage',
    'untested-change',
  ),
  toCheck(
    ['removed-test', 'medium', 80, '', 'Test removed while the code stays'],
    'test-coverage',
    'weak-test',
  ),
  toCheck(
    ['untested-change', 'medium', 75, '', 'Changed function that no test touches'],
    'test-coverage',
    'untested-change',
    FUNCTIONS,
  ),
  toCheck(
    ['broken-relative-link', 'low', 90, '', 'Link to a file that does not exist'],
    'documentation',
    'broken-link',
    ['markdown'],
  ),
  toCheck(
    ['doc-parameter-missing', 'low', 85, '', 'Parameter that the documentation leaves out'],
    'documentation',
    'docs-drift',
    FUNCTIONS,
  ),
  toCheck(
    ['doc-parameter-unknown', 'low', 85, '', 'Documented parameter that is gone'],
    'documentation',
    'docs-drift',
    FUNCTIONS,
  ),
  toCheck(
    ['docs-name-missing', 'low', 80, '', 'New setting that no document names'],
    'documentation',
    'docs-drift',
  ),
  toCheck(
    ['docs-name-removed', 'medium', 80, '', 'Document that names what is gone'],
    'documentation',
    'docs-drift',
  ),
  toCheck(
    ['exported-change-without-docs', 'low', 85, '', 'Signature changed, its documentation did not'],
    'documentation',
    'docs-drift',
    FUNCTIONS,
  ),
  toCheck(
    ['undocumented-export', 'info', 80, '', 'Exported function without documentation'],
    'documentation',
    'missing-docs',
    FUNCTIONS,
  ),
  toCheck(
    ['changelog-missing', 'info', 75, '', 'Exported function gone without a word in the change log'],
    'documentation',
    'docs-drift',
    FUNCTIONS,
  ),
  toCheck(
    ['undocumented-property', 'info', 80, '', 'Property without a comment, unlike its neighbours'],
    'documentation',
    'missing-docs',
    ['typescript', 'tsx'],
  ),
  toCheck(
    ['action-input-still-documented', 'medium', 88, '', 'Document that names an action input that is gone'],
    'documentation',
    'docs-drift',
    ['yaml'],
  ),
  toCheck(
    ['action-input-undocumented', 'low', 88, '', 'New action input that no document names'],
    'documentation',
    'docs-drift',
    ['yaml'],
  ),
  toCheck(
    ['broken-anchor', 'low', 86, '', 'Link to an anchor that no heading makes'],
    'documentation',
    'broken-link',
    ['markdown'],
  ),
  toCheck(
    ['copied-name-kept', 'medium', 75, '', 'Name left over in a copied block'],
    'correctness',
    'logic',
    FUNCTIONS,
  ),
  toCheck(
    ['docker-variable-empty', 'medium', 84, '', 'Variable without a value in its stage'],
    'correctness',
    'logic',
    ['dockerfile'],
  ),
  toCheck(
    ['docker-variable-of-same-line', 'medium', 84, '', 'Variable used beside the pair that sets it'],
    'correctness',
    'logic',
    ['dockerfile'],
  ),
  toCheck(['duplicated-block', 'low', 88, '', 'Added lines that repeat others'], 'style', 'duplication'),
  toCheck(
    ['name-against-habit', 'info', 85, '', 'Name against the habit of its file'],
    'style',
    'naming',
    SCRIPTS,
  ),
  toCheck(['unused-function', 'low', 86, '', 'Function that nothing calls'], 'style', 'dead-code', SCRIPTS),
  toCheck(['unused-import', 'low', 90, '', 'Import that nothing uses'], 'style', 'dead-code', [
    ...SCRIPTS,
    'java',
  ]),
];

function toCheck(
  [id, severity, confidence, cwe, title]: Row,
  reviewer: string,
  category: Category,
  languages: readonly string[] = [],
): Check {
  return { id, reviewer, severity, confidence, category, ...(cwe === '' ? {} : { cwe }), languages, title };
}

/**
 * All checks, those of the bundled secret scanner too.
 * @param shippedIds ids of checks as they were put together when the program was built
 */
export function allChecks(shippedIds: readonly string[]): readonly Check[] {
  const known = new Set(CHECKS.map((check) => check.id));
  const others = shippedIds
    .filter((id) => !known.has(id))
    .map((id) =>
      toCheck(
        [id, 'critical', 88, 'CWE-798', `${id.replace(/-credential$/, '')} credential`],
        'security',
        'secrets',
      ),
    );
  return [...CHECKS, ...others];
}
