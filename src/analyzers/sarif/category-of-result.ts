import type { Category } from '../../model.ts';

/** Weakness number → category (names of the Common Weakness Enumeration). */
const BY_CWE: ReadonlyMap<number, Category> = new Map(
  (
    [
      ['injection', [20, 74, 77, 78, 88, 89, 90, 91, 93, 113, 117, 134, 564, 643, 644, 917, 943]],
      ['code-execution', [94, 95, 96, 98, 114, 426, 427, 470, 829, 1336]],
      ['xss', [79, 80, 83, 87, 116]],
      ['path-traversal', [22, 23, 35, 36, 59, 73, 377, 378, 379, 434]],
      ['ssrf', [918]],
      ['open-redirect', [601]],
      ['deserialization', [502]],
      ['xxe', [611, 776, 827]],
      ['authentication', [287, 288, 290, 294, 304, 306, 307, 345, 347, 352, 384, 521, 613, 640]],
      ['authorization', [250, 269, 276, 284, 285, 639, 732, 862, 863]],
      ['cryptography', [208, 310, 321, 325, 326, 327, 328, 329, 330, 331, 335, 338, 759, 760, 780, 916]],
      ['secrets', [256, 257, 259, 312, 522, 523, 540, 615, 798]],
      ['transport', [295, 297, 311, 319, 614, 757]],
      ['misconfiguration', [16, 489, 693, 942, 1004, 1021, 1188, 1275]],
      ['prototype-pollution', [1321]],
      ['mass-assignment', [915]],
      ['information-exposure', [200, 203, 209, 215, 497, 532, 538, 548]],
      ['regex-dos', [730, 1333]],
      ['supply-chain', [494, 506, 830, 937, 1104, 1357, 1395]],
      ['null-dereference', [476]],
      ['race-condition', [362, 366, 367, 667]],
      ['resource-leak', [401, 404, 459, 772, 775]],
      ['memory-growth', [400, 770]],
      ['error-handling', [248, 252, 390, 391, 396, 703, 754, 755]],
      ['type-confusion', [681, 704, 843, 1024]],
      ['dead-code', [561, 563, 570, 571]],
      ['logic', [193, 480, 481, 482, 561, 670, 682, 697, 783]],
      ['complexity', [1120, 1121]],
    ] as const
  ).flatMap(([category, numbers]) => numbers.map((number): [number, Category] => [number, category])),
);

/** Words in the name of a rule that say what it is about, the narrower before the wider. */
const BY_WORD: readonly (readonly [RegExp, Category])[] = [
  [/sql|command-?inj|injection|child[-_]?process|subprocess|shell|ldap|xpath/, 'injection'],
  [/eval|new-func|implied|exec/, 'code-execution'],
  [/xss|innerhtml|unsafe-html|dangerously|v-html|autoescape/, 'xss'],
  [/path-?traversal|non-literal-fs|tarfile|zip-?slip|tmp|tempfile/, 'path-traversal'],
  [/ssrf/, 'ssrf'],
  [/redirect/, 'open-redirect'],
  [/deseriali|pickle|yaml-?load|marshal/, 'deserialization'],
  [/xxe|xml/, 'xxe'],
  [/csrf|jwt|session/, 'authentication'],
  [/permission|authori[sz]/, 'authorization'],
  [/crypto|cipher|hash|random|md5|sha1/, 'cryptography'],
  [/secret|password|credential|token|api-?key/, 'secrets'],
  [/tls|ssl|certificate|https?-only|insecure-transport/, 'transport'],
  [/prototype|proto-/, 'prototype-pollution'],
  [/redos|unsafe-regex|regex/, 'regex-dos'],
  [/promise|await|async/, 'async'],
  [/unused|unreachable|dead/, 'dead-code'],
  [/duplicat/, 'duplication'],
  [/complex|max-depth|max-lines|cognitive|cyclomatic/, 'complexity'],
  [/naming|camelcase|case$/, 'naming'],
  [/null|undefined-deref|nil/, 'null-dereference'],
  [/leak|close/, 'resource-leak'],
  [/race|deadlock/, 'race-condition'],
  [/docstring|jsdoc|missing-doc/, 'missing-docs'],
];

/**
 * What a result is about: its weakness number says it, else the rule's name, else how serious it is.
 * @param isSecurity the program calls the rule a matter of security
 */
export function categoryOfResult(
  cwe: number | null,
  rule: string,
  level: string,
  isSecurity: boolean,
): Category {
  const known = cwe === null ? undefined : BY_CWE.get(cwe);
  if (known !== undefined) return known;
  const name = rule.toLowerCase();
  const word = BY_WORD.find(([pattern]) => pattern.test(name));
  if (word !== undefined) return word[1];
  if (isSecurity) return 'misconfiguration';
  return level === 'error' ? 'logic' : 'maintainability';
}
