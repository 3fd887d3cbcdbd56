import type { ClassForm, Constant, Expression, FunctionForm } from './form.ts';

/** One step of the way input takes through a file; a list linked backwards, so that ways share their beginning. */
export interface Step {
  readonly node: number;
  /** What happens here, in words. */
  readonly what: string;
  readonly before: Step | null;
  readonly length: number;
}

/** Where a taint began: input, or a parameter whose argument is not known yet. */
export type Origin =
  | { readonly kind: 'source'; readonly node: number; readonly what: string; readonly kinds: number }
  | { readonly kind: 'parameter'; readonly form: FunctionForm; readonly index: number };

/** A value may hold input from one origin. */
export interface Taint {
  readonly origin: Origin;
  /** Bits of the kinds it was cleansed of. */
  readonly clean: number;
  readonly step: Step;
  /** Calls of unknown functions on the way: each makes it less sure. */
  readonly unsure: number;
  /** The value is not input itself but holds it, such as a framework's request. */
  readonly carrier: boolean;
  /** The value is all of the input, such as the whole body, and not one field of it. */
  readonly whole: boolean;
  /** It was put into a text with other parts. */
  readonly built: boolean;
}

/** A function value with the names it was made among. */
export interface Closure {
  readonly form: FunctionForm;
  readonly scope: unknown;
}

/** What is known about a value. Never changed: a changed object is another value in the same variable. */
export interface Value {
  readonly taints: readonly Taint[];
  /** The name of the thing, such as `os.path`; empty when unknown. */
  readonly path: string;
  /** Undefined when not known to be constant. */
  readonly constant: Constant | undefined;
  /** Made of constants alone, one of which it is. */
  readonly fixed: boolean;
  /** What a text surely begins with. */
  readonly prefix: string;
  /** Parts by constant key. */
  readonly fields: ReadonlyMap<string, Value> | null;
  /** All `fields` are known, and their number; -1 when there may be others. */
  readonly length: number;
  readonly closure: Closure | null;
  /** The test or call whose outcome it is: `ok` in `const ok = allowed.includes(host)`. */
  readonly test: Expression | null;
  readonly instance: ClassForm | null;
  readonly type: ClassForm | null;
}

/** Values remember the ways of this many origins; one is enough for a finding. */
const MOST_TAINTS = 4;
const MOST_FIELDS = 60;

export const UNKNOWN: Value = {
  taints: [],
  path: '',
  constant: undefined,
  fixed: false,
  prefix: '',
  fields: null,
  length: -1,
  closure: null,
  test: null,
  instance: null,
  type: null,
};

/** A constant. */
export function constantValue(constant: Constant): Value {
  return { ...UNKNOWN, constant, fixed: true, prefix: typeof constant === 'string' ? constant : '' };
}

/** A value of which only the name is known. */
export function namedValue(path: string): Value {
  return { ...UNKNOWN, path };
}

/** A value that holds these taints and is otherwise unknown. */
export function taintedValue(taints: readonly Taint[]): Value {
  return taints.length === 0 ? UNKNOWN : { ...UNKNOWN, taints };
}

/** One more step on the way of each taint. */
export function withStep(taints: readonly Taint[], node: number, what: string): readonly Taint[] {
  return taints.map((taint) => ({
    ...taint,
    step:
      taint.step.node === node
        ? taint.step
        : { node, what, before: taint.step, length: taint.step.length + 1 },
  }));
}

function sameOrigin(left: Origin, right: Origin): boolean {
  if (left === right) return true;
  if (left.kind === 'source') return right.kind === 'source' && left.node === right.node;
  return right.kind === 'parameter' && left.form === right.form && left.index === right.index;
}

/** Both lists as one: of one origin the shorter way, harmful as whatever either is. */
export function joinTaints(left: readonly Taint[], right: readonly Taint[]): readonly Taint[] {
  if (left === right || right.length === 0) return left;
  if (left.length === 0) return right;
  const joined = [...left];
  for (const taint of right) {
    const index = joined.findIndex(
      (other) => sameOrigin(other.origin, taint.origin) && other.carrier === taint.carrier,
    );
    const other = joined[index];
    if (other === undefined) {
      if (joined.length < MOST_TAINTS) joined.push(taint);
    } else if (other !== taint) {
      // Where one of them is cleansed of everything, the other's way is the one to show.
      const better =
        bits(taint.clean) < bits(other.clean) || (taint.clean === other.clean && taint.unsure < other.unsure)
          ? taint
          : other;
      joined[index] = { ...better, clean: other.clean & taint.clean };
    }
  }
  return joined;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask >>> 0; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** What holds whichever of two values it is. */
export function join(left: Value, right: Value): Value {
  if (left === right) return left;
  const known = left.constant !== undefined && left.constant === right.constant;
  return {
    taints: joinTaints(left.taints, right.taints),
    path:
      left.path === right.path
        ? left.path
        : left.path === ''
          ? right.path
          : right.path === ''
            ? left.path
            : '',
    constant: known ? left.constant : undefined,
    fixed: left.fixed && right.fixed,
    prefix: left.prefix.startsWith(right.prefix)
      ? right.prefix
      : right.prefix.startsWith(left.prefix)
        ? left.prefix
        : '',
    fields: joinFields(left.fields, right.fields),
    length: left.length === right.length ? left.length : -1,
    closure: left.closure ?? right.closure,
    test: left.test === right.test ? left.test : null,
    instance: left.instance ?? right.instance,
    type: left.type ?? right.type,
  };
}

function joinFields(left: Value['fields'], right: Value['fields']): Value['fields'] {
  if (left === null || right === null) return left ?? right;
  if (left === right) return left;
  const joined = new Map(left);
  for (const [key, value] of right) {
    const other = joined.get(key);
    if (other !== undefined) joined.set(key, join(other, value));
    else if (joined.size < MOST_FIELDS) joined.set(key, value);
  }
  return joined;
}

export function joinAll(values: readonly Value[]): Value {
  return values.length === 0 ? UNKNOWN : values.reduce(join);
}

/** The value with one more part. An unknown key goes to all: the whole carries the part's taints. */
export function withField(value: Value, key: string | null, part: Value): Value {
  if (key === null || (value.fields !== null && value.fields.size >= MOST_FIELDS)) {
    return {
      ...value,
      constant: undefined,
      fixed: false,
      taints: joinTaints(value.taints, deepTaints(part)),
    };
  }
  const fields = new Map(value.fields ?? []);
  fields.set(key, part);
  const grows = value.length >= 0 && value.fields?.has(key) !== true;
  return {
    ...value,
    constant: undefined,
    fixed: value.fixed && part.fixed,
    fields,
    length: grows ? value.length + 1 : value.length,
  };
}

/** The taints of a value and of its parts, two levels down. */
export function deepTaints(value: Value, levels = 2): readonly Taint[] {
  if (value.fields === null || levels === 0) return value.taints;
  let taints = value.taints;
  for (const part of value.fields.values()) taints = joinTaints(taints, deepTaints(part, levels - 1));
  return taints;
}

/** Any of the parts; one of something made of constants is a constant. */
export function anyPart(value: Value): Value {
  const part = taintedValue(deepTaints(value));
  return value.fixed && value.fields !== null ? { ...part, fixed: true } : part;
}

/** The value, harmless as the given kinds. */
export function cleansed(value: Value, mask: number): Value {
  if (deepTaints(value).length === 0) return value;
  const taints = value.taints.map((taint) => ({ ...taint, clean: taint.clean | mask }));
  if (value.fields === null) return { ...value, taints };
  return {
    ...value,
    taints,
    fields: new Map([...value.fields].map(([key, part]) => [key, cleansed(part, mask)])),
  };
}
