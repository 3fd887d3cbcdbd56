/** What an attacker could use. */
export const SECURITY_CATEGORIES = [
  'injection',
  'code-execution',
  'xss',
  'path-traversal',
  'ssrf',
  'open-redirect',
  'deserialization',
  'xxe',
  'authentication',
  'authorization',
  'cryptography',
  'secrets',
  'transport',
  'misconfiguration',
  'prototype-pollution',
  'mass-assignment',
  'information-exposure',
  'regex-dos',
  'supply-chain',
  'hidden-text',
  'prompt-injection',
] as const;

/** How code reads and what stands beside it: nobody is harmed by it today. */
export const NIT_CATEGORIES = [
  // style
  'complexity',
  'duplication',
  'dead-code',
  'naming',
  'leftover',
  'maintainability',
  // documentation
  'missing-docs',
  'docs-drift',
  'broken-link',
] as const;

/** What a finding is about. A closed list: reports, rules and models use these words and no others. */
export const CATEGORIES = [
  ...SECURITY_CATEGORIES,
  // correctness
  'logic',
  'async',
  'error-handling',
  'null-dereference',
  'type-confusion',
  'api-misuse',
  'race-condition',
  'resource-leak',
  'merge-conflict',
  // performance
  'query-in-loop',
  'sequential-await',
  'blocking-io',
  'algorithmic-complexity',
  'memory-growth',
  'rendering',
  'loading',
  // test-coverage
  'untested-change',
  'weak-test',
  'focused-test',
  'skipped-test',
  'flaky-test',
  ...NIT_CATEGORIES,
  // about the review itself
  'configuration',
] as const;
export type Category = (typeof CATEGORIES)[number];
