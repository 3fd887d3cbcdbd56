import {
  TAINT_KINDS,
  type TaintHandler,
  type TaintKind,
  type TaintModel,
  type TaintPropagator,
  type TaintSanitiser,
  type TaintSink,
  type TaintSource,
} from '../../config/taint-model.ts';
import { makePathTable, type PathTable } from './path-table.ts';

/** Every kind there is. */
export const ALL_KINDS = 2 ** TAINT_KINDS.length - 1;

/** The bit of a kind. */
export function bitOf(kind: TaintKind): number {
  return 1 << TAINT_KINDS.indexOf(kind);
}

/** What an outsider's input can do harm as: all but being guessed. */
export const INPUT_KINDS = ALL_KINDS & ~bitOf('weak-random');

/** The bits of some kinds; of all that input does when the list is empty. */
export function maskOf(kinds: readonly TaintKind[]): number {
  return kinds.length === 0 ? INPUT_KINDS : kinds.reduce((mask, kind) => mask | bitOf(kind), 0);
}

/** The model of a language, indexed by names. */
export interface CompiledModel {
  readonly objects: PathTable<TaintSource>;
  readonly sourceCalls: PathTable<TaintSource>;
  readonly sinkCalls: PathTable<TaintSink>;
  readonly sinkAssigns: PathTable<TaintSink>;
  readonly sinkReturns: readonly TaintSink[];
  readonly sanitisers: PathTable<TaintSanitiser>;
  readonly guards: PathTable<TaintSanitiser>;
  readonly propagators: PathTable<TaintPropagator>;
  readonly decorated: PathTable<TaintHandler>;
  readonly callbacks: PathTable<TaintHandler>;
  readonly named: ReadonlyMap<string, TaintHandler>;
  readonly signed: ReadonlyMap<string, TaintHandler>;
  readonly annotated: readonly TaintHandler[];
  /** Handlers by the name of a parameter that is input wherever it stands. */
  readonly callers: ReadonlyMap<string, TaintHandler>;
  /** Words of which a text has to hold one for anything to be found in it. */
  readonly words: readonly string[];
}

/** Indexes a model. */
export function compileModel(model: TaintModel): CompiledModel {
  const objects = model.sources.filter((source) => source.objects.length > 0);
  const calls = model.sources.filter((source) => source.objects.length === 0);
  return {
    objects: makePathTable(objects, (source) => source.objects),
    sourceCalls: makePathTable(calls, (source) => source.calls),
    sinkCalls: makePathTable(model.sinks, (sink) => sink.calls),
    sinkAssigns: makePathTable(model.sinks, (sink) => sink.assigns),
    sinkReturns: model.sinks.filter((sink) => sink.returns),
    sanitisers: makePathTable(model.sanitisers, (sanitiser) => sanitiser.calls),
    guards: makePathTable(model.sanitisers, (sanitiser) => sanitiser.guards),
    propagators: makePathTable(model.propagators, (propagator) => propagator.calls),
    decorated: makePathTable(model.handlers, (handler) => handler.decorators),
    callbacks: makePathTable(model.handlers, (handler) => handler.callbacks),
    named: new Map(
      model.handlers.flatMap((handler) => handler.names.map((name) => [name, handler] as const)),
    ),
    signed: new Map(
      model.handlers.flatMap((handler) =>
        handler.signatures.map((signature) => [signature, handler] as const),
      ),
    ),
    annotated: model.handlers.filter((handler) => handler.annotations.length > 0),
    callers: new Map(
      model.handlers.flatMap((handler) => handler.parameters.map((name) => [name, handler] as const)),
    ),
    words: wordsOf(model),
  };
}

/** Input begins with one of these names; a text without any of them has none. */
function wordsOf(model: TaintModel): readonly string[] {
  const words = new Set<string>();
  const last = (pattern: string) => pattern.split('.').at(-1)?.replaceAll('*', '') ?? '';
  for (const source of model.sources) {
    for (const name of source.objects.length > 0 ? [...source.reads, ...source.calls] : source.calls)
      words.add(last(name));
  }
  for (const handler of model.handlers) {
    if (handler.inputUnless !== null || handler.objects.includes('input'))
      for (const name of [...handler.decorators, ...handler.callbacks, ...handler.names])
        words.add(last(name));
    for (const name of [...handler.annotations, ...handler.parameters]) words.add(name);
    // An underscore stands in every file.
    for (const signature of handler.signatures)
      for (const name of signature.split(',')) if (/\w{3}/.test(name)) words.add(name);
  }
  for (const sink of model.sinks)
    if (sink.always || sink.parameters !== 'no') for (const name of sink.calls) words.add(last(name));
  words.delete('');
  return [...words];
}
