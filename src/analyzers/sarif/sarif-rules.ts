import {
  field,
  type JsonObject,
  listAt,
  numberAt,
  objectAt,
  objectOf,
  textAt,
} from '../imports/json-value.ts';

const LONGEST_ID = 200;
const LONGEST_TEXT = 2_000;
const MOST_TAGS = 200;
/** `CWE-79: Cross-site …`, `external/cwe/cwe-079`. */
const CWE = /\bcwe[-_/: ]?0{0,3}([1-9]\d{0,4})\b/i;

/** What a run says of one of its rules. */
export interface SarifRule {
  readonly id: string;
  readonly level: string;
  /** Null when the rule has none. */
  readonly securitySeverity: number | null;
  readonly cwe: number | null;
  readonly isSecurity: boolean;
  readonly shortText: string;
  readonly fullText: string;
  readonly help: string;
  readonly messages: JsonObject;
}

/** Finds the rule of a result. */
export type RuleLookup = (result: JsonObject) => SarifRule;

/**
 * Prepares the rules of a run: those of its driver and of its extensions (SARIF 2.1.0, sections 3.19.23, 3.27.5–3.27.7).
 * A rule is read when a result first asks for it.
 */
export function makeRuleLookup(tool: JsonObject): RuleLookup {
  const components = [objectAt(tool, 'driver'), ...listAt(tool, 'extensions').map(objectOf)].map((one) =>
    listAt(one, 'rules'),
  );
  const byId = new Map<string, JsonObject>();
  for (const rules of components) {
    for (const rule of rules) {
      const id = textAt(objectOf(rule), 'id', LONGEST_ID);
      if (id !== '' && !byId.has(id)) byId.set(id, objectOf(rule));
    }
  }
  const read = new Map<JsonObject, SarifRule>();
  return (result) => {
    const reference = objectAt(result, 'rule');
    const id = textAt(result, 'ruleId', LONGEST_ID) || textAt(reference, 'id', LONGEST_ID);
    const index = numberAt(result, 'ruleIndex', 0) ?? numberAt(reference, 'index', 0);
    const component = numberAt(objectAt(reference, 'toolComponent'), 'index', 0);
    const rules = components[component === null ? 0 : component + 1];
    const pointed = index === null ? undefined : rules?.[index];
    // `CA1000/1` is a kind of `CA1000`.
    const rule =
      pointed === undefined ? (byId.get(id) ?? byId.get(id.replace(/\/[^/]*$/, ''))) : objectOf(pointed);
    if (rule === undefined) return readRule({}, id);
    const known = read.get(rule) ?? readRule(rule, '');
    read.set(rule, known);
    return id === '' || known.id === id ? known : { ...known, id };
  };
}

function readRule(rule: JsonObject, id: string): SarifRule {
  const properties = objectAt(rule, 'properties');
  const tags = listAt(properties, 'tags').slice(0, MOST_TAGS).map(shortText);
  const securitySeverity = severityIn(properties);
  const text = (name: string) => textAt(objectAt(rule, name), 'text', LONGEST_TEXT);
  const cwe = firstCwe([...tags, ...textsOf(field(properties, 'cwe')), ...weaknessesOf(rule)]);
  return {
    id: textAt(rule, 'id', LONGEST_ID) || id,
    level: textAt(objectAt(rule, 'defaultConfiguration'), 'level', 20) || 'warning',
    securitySeverity,
    cwe,
    isSecurity: securitySeverity !== null || cwe !== null || tags.includes('security'),
    shortText: text('shortDescription'),
    fullText: text('fullDescription'),
    help: text('help'),
    messages: objectAt(rule, 'messageStrings'),
  };
}

/** `security-severity` of a rule or result, a number or the text of one; null when there is none. */
export function severityIn(properties: JsonObject): number | null {
  const value = field(properties, 'security-severity');
  const number = typeof value === 'string' && value.length < 20 ? Number.parseFloat(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** The weakness that a result itself names; null when it names none. */
export function cweOfResult(result: JsonObject): number | null {
  const properties = objectAt(result, 'properties');
  const tags = listAt(properties, 'tags').slice(0, MOST_TAGS).map(shortText);
  return firstCwe([...textsOf(field(properties, 'cwe')), ...taxaOf(listAt(result, 'taxa')), ...tags]);
}

function weaknessesOf(rule: JsonObject): readonly string[] {
  const targets = listAt(rule, 'relationships').slice(0, MOST_TAGS);
  return taxaOf(targets.map((one) => objectAt(objectOf(one), 'target')));
}

/** References into a taxonomy that is named CWE. */
function taxaOf(references: readonly unknown[]): readonly string[] {
  return references.slice(0, MOST_TAGS).flatMap((one) => {
    const reference = objectOf(one);
    const isCwe = textAt(objectAt(reference, 'toolComponent'), 'name', 20).toUpperCase() === 'CWE';
    const id = textAt(reference, 'id', 20);
    return isCwe && id !== '' ? [/^\d/.test(id) ? `cwe-${id}` : id] : [];
  });
}

function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value.slice(0, MOST_TAGS) : [value]).map(shortText);
}

function shortText(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, LONGEST_ID) : '';
}

function firstCwe(texts: readonly string[]): number | null {
  for (const text of texts) {
    const found = CWE.exec(text);
    if (found !== null) return Number(found[1]);
  }
  return null;
}
