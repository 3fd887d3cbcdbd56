import { bitOf } from './compile-model.ts';
import { anyElement, joinedText } from './evaluate.ts';
import type { Call } from './evaluate-call.ts';
import { storeBack } from './execute.ts';
import type { Expression } from './form.ts';
import { codeOf, type Run } from './run.ts';
import type { Scope } from './scope.ts';
import {
  anyPart,
  constantValue,
  deepTaints,
  join,
  joinTaints,
  namedValue,
  type Taint,
  taintedValue,
  UNKNOWN,
  type Value,
  withField,
  withStep,
} from './value.ts';

/** Methods of texts, bytes and collections that hand on what they are called on. */
const HANDS_ON = new Set(
  `toString toLowerCase toUpperCase trim trimStart trimEnd slice substring substr split join replace replaceAll concat
  padStart padEnd normalize repeat at charAt valueOf reverse sort flat values entries filter find findLast pop shift
  toSorted toReversed splice fill copyWithin match matchAll lower upper strip lstrip rstrip title capitalize casefold
  splitlines partition rsplit rpartition encode decode format format_map zfill ljust rjust center expandtabs swapcase
  removeprefix removesuffix translate items copy getlist getvalue read readline readlines readAsText text json body
  decode_utf8 tobytes group groups groupdict to_s to_str to_sym chomp strip! squish presence downcase upcase gsub sub
  tr first last dup freeze b bytes String trimmed toCharArray getBytes intern stripLeading stripTrailing then catch
  finally`.split(/\s+/),
);
/** Methods that put their last argument into what they are called on. */
const ADDS = new Set([
  'append',
  'push',
  'add',
  'unshift',
  'appendleft',
  'extend',
  'insert',
  'addAll',
  'addElement',
  'offer',
  'addLast',
  'addFirst',
  'write',
  'concat!',
  '<<',
]);
/** Methods that call back with elements. */
const WALKS = new Set([
  'map',
  'forEach',
  'filter',
  'find',
  'some',
  'every',
  'flatMap',
  'reduce',
  'reduceRight',
  'findIndex',
  'then',
  'each',
  'collect',
  'select',
  'each_with_index',
  'sort',
  'apply',
  'tap',
]);

/** What a method of a text or a collection, known in every language, gives; null when the call is none of these. */
export function callBuiltIn(run: Run, scope: Scope, call: Call): Value | null {
  const { receiver, name, values, target, form } = call;
  if (receiver === null || target === null) return functionBuiltIn(run, call);
  const keyed = keyedCall(run, scope, call, receiver);
  if (keyed !== null) return keyed;
  if (ADDS.has(name) && values.length > 0) {
    add(run, scope, call, receiver);
    return name === 'append' || name === 'concat' ? null : receiver;
  }
  if (WALKS.has(name) && values.some((value) => value.closure !== null)) return walk(run, call, receiver);
  const tainted =
    receiver.taints.some((taint) => !taint.carrier) ||
    receiver.fields !== null ||
    receiver.fixed ||
    receiver.prefix !== '';
  if (!HANDS_ON.has(name) || !tainted) return null;
  const text = textBuiltBy(run, call, receiver);
  if (text !== null) return text;
  if ((name === 'pop' || name === 'shift') && receiver.length >= 0) return taken(run, scope, call, receiver);
  const all = [receiver, ...(GIVES.has(name) ? values : [])];
  let taints: readonly Taint[] = [];
  for (const value of all) taints = joinTaints(taints, deepTaints(value));
  const without = /^(replace|replaceAll|gsub)$/.test(name) ? withoutText(values[0]?.constant) : 0;
  const kept = taints
    .filter((taint) => !taint.carrier)
    .map((taint) => ({
      ...taint,
      whole: false,
      clean: taint.clean | without,
      built: taint.built || name === 'format' || name === 'format_map',
    }));
  const fields =
    name === 'copy' || name === 'values' || name === 'items' || name === 'entries' || name === 'sort'
      ? receiver.fields
      : null;
  const fixed = all.every((value) => value.fixed);
  return {
    ...UNKNOWN,
    fields,
    fixed,
    taints: withStep(kept, form.node, `passes through ${codeOf(run, form.node)}`),
    prefix: prefixAfter(call, receiver),
  };
}

/** What the outcome of a method surely begins with. */
function prefixAfter({ name, values }: Call, { prefix }: Value): string {
  if (KEEPS_BEGINNING.has(name)) return prefix;
  if (name === 'format') return beforeHole(prefix);
  const replaced = name === 'replace' || name === 'replaceAll' ? values[0]?.constant : undefined;
  const at = typeof replaced === 'string' && replaced !== '' ? prefix.indexOf(replaced) : 0;
  return prefix.slice(0, Math.max(0, at));
}

/** Methods that leave the beginning of a text as it is. */
const KEEPS_BEGINNING = new Set([
  'toString',
  'valueOf',
  'String',
  'to_s',
  'trimEnd',
  'rstrip',
  'padEnd',
  'encode',
]);

/** `'a'.concat(b)` and joined lists of which every element is known are texts like `'a' + b`; null for anything else. */
function textBuiltBy(run: Run, { name, values, form }: Call, receiver: Value): Value | null {
  if (name === 'concat' && receiver.fields === null && receiver.prefix !== '')
    return joinedText(run, [receiver, ...values], form.node);
  if (name !== 'join') return null;
  const [only] = values;
  // In Python the separator is the receiver, elsewhere it is the argument.
  const [list, separator] =
    only !== undefined && only.fields !== null ? [only, receiver] : [receiver, only ?? constantValue(',')];
  if (list.fields === null || list.length < 1 || list.length !== list.fields.size) return null;
  const items = Array.from({ length: list.length }, (_, index) => list.fields?.get(String(index)) ?? UNKNOWN);
  const pieces = items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
  return joinedText(run, pieces, form.node);
}

/** Methods whose arguments are part of the outcome. */
const GIVES = new Set([
  'join',
  'replace',
  'replaceAll',
  'concat',
  'format',
  'format_map',
  'padStart',
  'padEnd',
  'gsub',
  'sub',
  'translate',
]);

/** Replacing what a kind of harm needs: quotes, dots, line feeds, angle brackets. */
const REPLACED: readonly (readonly [RegExp, number])[] = [
  [/'/, bitOf('xpath')],
  [/\.\.|\\\.\\?\.|\\\.\{2/, bitOf('path')],
  [/\n|\\n|\r|\\r/, bitOf('header') | bitOf('log')],
  [/</, bitOf('xss')],
  [/\*\+\?|\*\?\+|\+\*\?/, bitOf('regex')],
];

function withoutText(constant: unknown): number {
  if (typeof constant !== 'string') return 0;
  return REPLACED.reduce((mask, [found, kinds]) => (found.test(constant) ? mask | kinds : mask), 0);
}

function beforeHole(prefix: string): string {
  const hole = prefix.search(/[{%]/);
  return hole < 0 ? prefix : prefix.slice(0, hole);
}

/** Functions that hand on what they are given without being methods. */
function functionBuiltIn(run: Run, { name, values, form }: Call): Value | null {
  if (name === 'getattr' && typeof values[1]?.constant === 'string' && values[0]?.path)
    return namedValue(`${values[0].path}.${values[1].constant}`);
  if (
    !/^(str|String|list|tuple|set|dict|sorted|reversed|iter|next|bytes|bytearray|repr|unicode|enumerate|zip|map|filter|copy|deepcopy|Array|Object|Promise)$/.test(
      name,
    )
  )
    return null;
  if (name === 'map' || name === 'filter') {
    const [first, second] = values;
    if (first?.closure && second !== undefined)
      return run.parts.call(run, first.closure, null, [anyElement(second)], form.node);
  }
  const [only] = values;
  if (
    values.length === 1 &&
    only !== undefined &&
    (name === 'str' || name === 'String') &&
    only.constant !== undefined
  )
    return constantValue(String(only.constant));
  if (
    values.length === 1 &&
    only !== undefined &&
    /^(list|tuple|dict|set|copy|deepcopy|sorted|iter)$/.test(name)
  )
    return only;
  let taints: readonly Taint[] = [];
  for (const value of values) taints = joinTaints(taints, deepTaints(value));
  return { ...taintedValue(taints.filter((taint) => !taint.carrier)), prefix: only?.prefix ?? '' };
}

/** Stores that are written and read under constant keys: `map.set('a', 1)`, `conf.get('section', 'key')`. */
function keyedCall(run: Run, scope: Scope, { name, values, target }: Call, receiver: Value): Value | null {
  const isWrite = /^(set|put|setdefault|store|setAttribute|setProperty|__setitem__)$/.test(name);
  const isRead = /^(get|fetch|getOrDefault|getProperty|__getitem__|dig)$/.test(name);
  if ((!isWrite && !isRead) || target === null || values.length === 0) return null;
  const keys = (isWrite ? values.slice(0, -1) : values).map((value) => value.constant);
  const last = values.at(-1) ?? UNKNOWN;
  const key = keys.length === 0 || keys.some((each) => each === undefined) ? null : keys.join('\u0000');
  if (isWrite) {
    if (values.length < 2) return null;
    storeBack(
      run,
      scope,
      target,
      withField(receiver.fields === null ? { ...receiver, fields: new Map() } : receiver, key, last),
    );
    return UNKNOWN;
  }
  if (receiver.fields === null) return null;
  const first = values[0]?.constant;
  const field =
    (key === null ? undefined : receiver.fields.get(key)) ??
    (first === undefined ? undefined : receiver.fields.get(String(first)));
  if (field !== undefined)
    return receiver.taints.length === 0 ? field : join(field, taintedValue(receiver.taints));
  // The default: `d.get('key', other)`.
  const fallback = values[1] ?? UNKNOWN;
  if (key === null) {
    const part = anyPart(receiver);
    return values.length > 1 && !fallback.fixed ? { ...part, fixed: false } : part;
  }
  return taintedValue(joinTaints(receiver.taints, fallback.taints));
}

function add(run: Run, scope: Scope, { name, values, target, form }: Call, receiver: Value): void {
  if (target === null) return;
  const last = values.at(-1) ?? UNKNOWN;
  const builder = builderOf(target);
  if (builder !== target) {
    const taints = deepTaints(last).filter((taint) => !taint.carrier);
    if (taints.length === 0) return;
    const value = run.parts.evaluate(run, scope, builder);
    const added = withStep(taints, form.node, `is added: ${codeOf(run, form.node)}`);
    storeBack(run, scope, builder, { ...value, fixed: false, taints: joinTaints(value.taints, added) });
    return;
  }
  const stepped: Value = {
    ...last,
    taints: withStep(last.taints, form.node, `is added: ${codeOf(run, form.node)}`),
  };
  if (receiver.length >= 0 && (name === 'append' || name === 'push' || name === 'add')) {
    storeBack(run, scope, target, withField(receiver, String(receiver.length), stepped));
  } else if (deepTaints(last).length > 0) {
    const taints = withStep(
      deepTaints(last).filter((taint) => !taint.carrier),
      form.node,
      `is added: ${codeOf(run, form.node)}`,
    );
    storeBack(run, scope, target, {
      ...receiver,
      length: -1,
      constant: undefined,
      fixed: false,
      taints: joinTaints(receiver.taints, taints),
    });
  } else if (receiver.length >= 0) storeBack(run, scope, target, { ...receiver, length: -1 });
}

/** `text` of `text.append(a).append(b)`: what a chain of additions adds to. */
function builderOf(target: Expression): Expression {
  let here = target;
  while (here.kind === 'call' && here.callee.kind === 'member' && here.callee.property === 'append')
    here = here.callee.object;
  return here.kind === 'name' ? here : target;
}

/** `list.pop(0)` of a list all of whose elements are known. */
function taken(run: Run, scope: Scope, { name, values, target }: Call, receiver: Value): Value {
  const items = Array.from(
    { length: receiver.length },
    (_, index) => receiver.fields?.get(String(index)) ?? UNKNOWN,
  );
  const wanted = name === 'shift' ? 0 : (values[0]?.constant ?? -1);
  if (typeof wanted !== 'number') return receiver.fields?.get(String(wanted)) ?? anyPart(receiver);
  const index = wanted < 0 ? items.length + wanted : wanted;
  const [item = UNKNOWN] = items.splice(index, 1);
  const fields = new Map(items.map((each, position) => [String(position), each]));
  if (target !== null) storeBack(run, scope, target, { ...receiver, fields, length: items.length });
  return item;
}

/** `items.map((item) => …)`: the callback gets an element, and what it gives is in the outcome. */
function walk(run: Run, { name, values, form }: Call, receiver: Value): Value {
  const element = anyElement(receiver);
  let result: Value =
    name === 'map' || name === 'then' || name === 'reduce' || name === 'flatMap' ? UNKNOWN : receiver;
  for (const { closure } of values) {
    if (closure === null) continue;
    const given = name.startsWith('reduce') ? [element, element] : [element];
    const outcome = run.parts.call(run, closure, null, given, form.node);
    if (result !== receiver || name === 'forEach')
      result = {
        ...UNKNOWN,
        fixed: name === 'map' && outcome.fixed,
        taints: joinTaints(result.taints, deepTaints(outcome)),
      };
  }
  return { ...result, path: '', closure: null };
}
