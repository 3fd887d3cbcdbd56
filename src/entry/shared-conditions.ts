import type { Rule, RuleNode } from '../config/rule.ts';

/** A rule whose `utils` are places in a list: a hundred rules say the same of what is input from outside. */
export interface PackedRule extends Omit<Rule, 'utils'> {
  readonly utils: Readonly<Record<string, number>>;
}

/** Rules with every distinct condition of their `utils` once. */
export interface PackedRules {
  readonly rules: readonly PackedRule[];
  readonly utils: readonly RuleNode[];
}

/** For the file that ships: a quarter of it is the same text again and again otherwise. */
export function packRules(rules: readonly Rule[]): PackedRules {
  const places = new Map<string, number>();
  const utils: RuleNode[] = [];
  const placeOf = (node: RuleNode): number => {
    const text = JSON.stringify(node);
    const place = places.get(text) ?? utils.push(node) - 1;
    places.set(text, place);
    return place;
  };
  return { rules: rules.map((rule) => ({ ...rule, utils: mapValues(rule.utils, placeOf) })), utils };
}

/**
 * The rules as they were, equal conditions as one object.
 * @throws RangeError for a place that is not in the list: the file is damaged
 */
export function unpackRules({ rules, utils }: PackedRules): readonly Rule[] {
  const nodeAt = (place: number): RuleNode => {
    const node = utils[place];
    if (node === undefined) throw new RangeError(`there is no shared condition ${place}`);
    return node;
  };
  return rules.map((rule) => ({ ...rule, utils: mapValues(rule.utils, nodeAt) }));
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
