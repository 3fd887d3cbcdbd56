import type { RequiredText, Rule, RuleNode } from '../config/rule.ts';

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
  'beginsAt',
  'oncePerFile',
  'taint',
  'source',
  'builtIn',
] as const;

/** What decides whether a rule concerns a change at all. */
export type RuleHead = Pick<Rule, (typeof HEAD)[number]>;

/** The rest of a rule: by far the most of it. `utils` are places in the list of its group. */
export interface RuleBody extends Omit<Rule, keyof RuleHead | 'utils' | 'required'> {
  readonly utils: Readonly<Record<string, number>>;
}

/** What texts must hold for a rule to have a chance, by language. */
export type RequiredTexts = Readonly<Record<string, RequiredText>>;

/**
 * The bodies of the rules of one family of languages, by id, with every distinct condition of their `utils` once. What
 * they require stands apart: most rules are done with a file by that alone, and their bodies are never made.
 */
export interface RuleGroup {
  readonly required: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Every distinct required text once; `required` holds places in it. */
  readonly texts: readonly RequiredText[];
  readonly bodies: Readonly<Record<string, RuleBody>>;
  readonly utils: readonly RuleNode[];
}

/** Rules as they ship: the heads are read at the start, a group when a rule of it is first used. */
export interface SplitRules {
  readonly heads: readonly RuleHead[];
  /** Name of a group, fit for a file → the group. */
  readonly groups: ReadonlyMap<string, RuleGroup>;
}

/**
 * Splits rules for the files that ship.
 * @param requiredOf what texts must hold for the rule
 */
export function splitRules(rules: readonly Rule[], requiredOf: (rule: Rule) => RequiredTexts): SplitRules {
  const members = new Map<string, Rule[]>();
  for (const rule of rules) {
    const name = groupOf(rule);
    const list = members.get(name);
    if (list === undefined) members.set(name, [rule]);
    else list.push(rule);
  }
  const heads = rules.map(headOf);
  return { heads, groups: new Map([...members].map(([name, list]) => [name, packGroup(list, requiredOf)])) };
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
    const group = () => {
      const name = groupOf(head);
      const known = groups.get(name) ?? readGroup(name);
      groups.set(name, known);
      return known;
    };
    return lazyRule(head, group);
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

function packGroup(rules: readonly Rule[], requiredOf: (rule: Rule) => RequiredTexts): RuleGroup {
  const utils = listOnce<RuleNode>();
  const texts = listOnce<RequiredText>();
  const bodies = rules.map((rule): [string, RuleBody] => {
    const { rule: condition, constraints, message, why, failureScenario, fix, references, tests } = rule;
    const texts = { message, why, failureScenario, fix, references };
    return [
      rule.id,
      { rule: condition, constraints, ...texts, tests, utils: mapValues(rule.utils, utils.placeOf) },
    ];
  });
  const required = rules.map((rule) => [rule.id, mapValues(requiredOf(rule), texts.placeOf)]);
  return {
    required: Object.fromEntries(required),
    texts: texts.list,
    bodies: Object.fromEntries(bodies),
    utils: utils.list,
  };
}

/** Values by their place in a list that holds equal ones once. */
function listOnce<T>(): { readonly list: readonly T[]; placeOf(value: T): number } {
  const list: T[] = [];
  const places = new Map<string, number>();
  const placeOf = (value: T): number => {
    const text = JSON.stringify(value);
    const place = places.get(text) ?? list.push(value) - 1;
    places.set(text, place);
    return place;
  };
  return { list, placeOf };
}

function ownOf<T>(record: Readonly<Record<string, T>>, id: string, what: string): T {
  const value = Object.hasOwn(record, id) ? record[id] : undefined;
  if (value === undefined) throw new RangeError(`there is no ${what} of the rule ${id}`);
  return value;
}

function lazyRule(head: RuleHead, group: () => RuleGroup): Rule {
  let known: Omit<Rule, keyof RuleHead | 'required'> | null = null;
  let needed: RequiredTexts | null = null;
  const body = () => {
    if (known !== null) return known;
    const { utils, ...rest } = ownOf(group().bodies, head.id, 'body');
    known = {
      ...rest,
      utils: mapValues(utils, (place) => valueAt(group().utils, place, 'shared condition')),
    };
    return known;
  };
  return {
    ...head,
    get required() {
      needed ??= mapValues(ownOf(group().required, head.id, 'required text'), (place) =>
        valueAt(group().texts, place, 'required text'),
      );
      return needed;
    },
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

function valueAt<T>(list: readonly T[], place: number, what: string): T {
  const value = list[place];
  if (value === undefined) throw new RangeError(`there is no ${what} ${place}`);
  return value;
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
