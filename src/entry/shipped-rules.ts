import type { Rule, RuleNode } from '../config/rule.ts';

const HEAD = [
  'id',
  'reviewer',
  'title',
  'severity',
  'confidence',
  'category',
  'cwe',
  'languages',
  'paths',
  'taint',
  'source',
  'builtIn',
] as const;

/** What decides whether a rule concerns a change at all. */
export type RuleHead = Pick<Rule, (typeof HEAD)[number]>;

/** The rest of a rule: by far the most of it. `utils` are places in the list of its group. */
export interface RuleBody extends Omit<Rule, keyof RuleHead | 'utils'> {
  readonly utils: Readonly<Record<string, number>>;
}

/** The bodies of the rules of one family of languages, by id, with every distinct condition of their `utils` once. */
export interface RuleGroup {
  readonly bodies: Readonly<Record<string, RuleBody>>;
  readonly utils: readonly RuleNode[];
}

/** Rules as they ship: the heads are read at the start, a group when a rule of it is first used. */
export interface SplitRules {
  readonly heads: readonly RuleHead[];
  /** Name of a group, fit for a file → the group. */
  readonly groups: ReadonlyMap<string, RuleGroup>;
}

/** Splits rules for the files that ship. */
export function splitRules(rules: readonly Rule[]): SplitRules {
  const members = new Map<string, Rule[]>();
  for (const rule of rules) {
    const name = groupOf(rule);
    const list = members.get(name);
    if (list === undefined) members.set(name, [rule]);
    else list.push(rule);
  }
  const heads = rules.map(headOf);
  return { heads, groups: new Map([...members].map(([name, list]) => [name, packGroup(list)])) };
}

/**
 * The rules as they were. Their bodies are read group by group, each when it is first asked for.
 * @param readGroup gives a group by its name
 */
export function joinRules(
  heads: readonly RuleHead[],
  readGroup: (name: string) => RuleGroup,
): readonly Rule[] {
  const groups = new Map<string, RuleGroup>();
  return heads.map((head) => {
    const body = () => {
      const name = groupOf(head);
      const group = groups.get(name) ?? readGroup(name);
      groups.set(name, group);
      return bodyOf(head.id, group);
    };
    return lazyRule(head, body);
  });
}

/** A diff of one language has no use for the rules of another. */
function groupOf({ languages }: RuleHead): string {
  const families = new Set(languages.map((language) => FAMILIES.get(language) ?? language));
  const [first = 'none'] = families;
  return families.size > 1 ? 'several' : first;
}

const FAMILIES: ReadonlyMap<string, string> = new Map([
  ['typescript', 'javascript'],
  ['tsx', 'javascript'],
  ['c', 'cpp'],
]);

function headOf(rule: Rule): RuleHead {
  return Object.fromEntries(
    HEAD.flatMap((name) => (rule[name] === undefined ? [] : [[name, rule[name]]])),
  ) as unknown as RuleHead;
}

function packGroup(rules: readonly Rule[]): RuleGroup {
  const places = new Map<string, number>();
  const utils: RuleNode[] = [];
  const placeOf = (node: RuleNode): number => {
    const text = JSON.stringify(node);
    const place = places.get(text) ?? utils.push(node) - 1;
    places.set(text, place);
    return place;
  };
  const bodies = rules.map((rule): [string, RuleBody] => {
    const { rule: condition, constraints, message, why, failureScenario, fix, references, tests } = rule;
    const texts = { message, why, failureScenario, fix, references };
    return [
      rule.id,
      { rule: condition, constraints, ...texts, tests, utils: mapValues(rule.utils, placeOf) },
    ];
  });
  return { bodies: Object.fromEntries(bodies), utils };
}

function bodyOf(id: string, group: RuleGroup): RuleBody & { readonly group: RuleGroup } {
  const body = Object.hasOwn(group.bodies, id) ? group.bodies[id] : undefined;
  if (body === undefined) throw new RangeError(`there is no body of the rule ${id}`);
  return { ...body, group };
}

function lazyRule(head: RuleHead, read: () => RuleBody & { readonly group: RuleGroup }): Rule {
  let known: Omit<Rule, keyof RuleHead> | null = null;
  const body = () => {
    if (known !== null) return known;
    const { group, utils, ...rest } = read();
    known = { ...rest, utils: mapValues(utils, (place) => nodeAt(group, place)) };
    return known;
  };
  return {
    ...head,
    get rule() {
      return body().rule;
    },
    get constraints() {
      return body().constraints;
    },
    get utils() {
      return body().utils;
    },
    get message() {
      return body().message;
    },
    get why() {
      return body().why;
    },
    get failureScenario() {
      return body().failureScenario;
    },
    get fix() {
      return body().fix;
    },
    get references() {
      return body().references;
    },
    get tests() {
      return body().tests;
    },
  };
}

function nodeAt({ utils }: RuleGroup, place: number): RuleNode {
  const node = utils[place];
  if (node === undefined) throw new RangeError(`there is no shared condition ${place}`);
  return node;
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
