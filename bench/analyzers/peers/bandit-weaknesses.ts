/** Test of Bandit → weakness, where the name says more than the number does. */
const GROUPS: readonly (readonly [cwe: number, tests: string])[] = [
  [22, 'B202'],
  [78, 'B404 B601 B602 B603 B604 B605 B606 B607 B609'],
  [79, 'B308 B701 B702 B703'],
  [89, 'B608 B610 B611'],
  [95, 'B102 B307'],
  [295, 'B323 B501 B507'],
  [319, 'B312 B321 B401 B402 B508 B509'],
  [326, 'B505'],
  [327, 'B303 B304 B305 B324 B413 B502 B503 B504'],
  [330, 'B311'],
  [377, 'B108 B306 B325'],
  [502, 'B301 B302 B403 B506'],
  [611, 'B313 B314 B315 B316 B317 B318 B319 B320 B405 B406 B407 B408 B409 B410 B411'],
];

const WEAKNESSES: ReadonlyMap<string, number> = new Map(
  GROUPS.flatMap(([cwe, tests]) => tests.split(' ').map((test) => [test, cwe] as const)),
);

/**
 * The weakness that a test of Bandit speaks of, from the list of its plugins and blacklists
 * (https://bandit.readthedocs.io/en/latest/plugins/). Versions before 1.7.3 name none, and newer ones give `eval` as
 * CWE-78 and all of XML as CWE-20: by those numbers no benchmark would find it right.
 * @param reported the number that Bandit gives itself
 */
export function banditWeakness(test: string, reported: number): number {
  return WEAKNESSES.get(test) ?? reported;
}
