import type { RuleTest } from './rule.ts';

/**
 * What hostile input can do where it arrives. The order is that of the bits in which the engine remembers what a value
 * was cleansed of: append, never reorder.
 */
export const TAINT_KINDS = [
  'sql',
  'command',
  'code',
  'template',
  'ldap',
  'xpath',
  'header',
  'log',
  'path',
  'redirect',
  'ssrf',
  'xss',
  'xxe',
  'deserialization',
  'mass-assignment',
  'prototype-pollution',
  'trust-boundary',
  'nosql',
  'regex',
  'weak-random',
  'cleartext',
  'weak-cipher',
  'weak-hash',
  'unchecked-certificate',
  'unchecked-token',
  'weak-key',
  'cookie',
  'nan',
] as const;
export type TaintKind = (typeof TAINT_KINDS)[number];

/**
 * Names of calls and properties are paths such as `os.system`, as the imports of the file say them; `*.execute` is a
 * method of anything, `*cursor.execute` one of anything whose path ends in `cursor`. A call in a path is `()`.
 */
export type PathPattern = string;

/** Where hostile input comes from. */
export interface TaintSource {
  /** Values that carry input, such as the request of a framework. Reading `reads` or calling `calls` of them is input. */
  readonly objects: readonly PathPattern[];
  readonly reads: readonly string[];
  /** With `objects` names of their methods; without, whole paths of calls whose result is input. */
  readonly calls: readonly PathPattern[];
  /** What comes from here, in words: "the query string". */
  readonly what: string;
  /** Kinds that this input can do harm as; all when empty. */
  readonly kinds: readonly TaintKind[];
  /** Unknown calls that it counts for: who runs the program is trusted more than who sends a request. */
  readonly doubt: number;
}

/** Functions that a framework calls with input. */
export interface TaintHandler {
  /** Decorators or annotations on the function. */
  readonly decorators: readonly PathPattern[];
  /** Calls that take the function as an argument. */
  readonly callbacks: readonly PathPattern[];
  /** Names of functions. */
  readonly names: readonly string[];
  /** Functions by their first two parameters, such as `parent,args`; `{}` stands for one that is taken apart. */
  readonly signatures: readonly string[];
  /** What the parameters are, in their order: names of source objects, or `input` for input itself, or `-`. */
  readonly objects: readonly string[];
  /** Every parameter without such a type is input: `int`, `UUID`, … */
  readonly inputUnless: readonly string[] | null;
  /** Annotations or decorators of a single parameter that make it input. */
  readonly annotations: readonly string[];
  /** Names of parameters that say themselves that they are input. */
  readonly parameters: readonly string[];
  /** What a text becomes that the function returns: a browser reads `data` such as JSON as no page. */
  readonly answers: 'page' | 'data';
  readonly what: string;
}

/** A condition on an argument of a sink. */
export interface ArgumentTest {
  readonly argument: number | string;
  /** The argument's constant is one of these; `missing` holds when it is not given. */
  readonly is: readonly (string | number | boolean | null)[];
  /** Or it is a number below this one. */
  readonly below: number | null;
}

/** Where input does harm. */
export interface TaintSink {
  readonly kind: TaintKind;
  readonly calls: readonly PathPattern[];
  /** Properties that are assigned to. */
  readonly assigns: readonly PathPattern[];
  /** What a handler returns. */
  readonly returns: boolean;
  /** Positions (from 0) and names of the arguments that do harm; empty means all. */
  readonly arguments: readonly (number | string)[];
  /** Input inside of a list or record counts too. */
  readonly deep: boolean;
  /** Of a record only these parts do harm, such as `url` of a request's options. */
  readonly fields: readonly string[];
  /** The argument is a program with its arguments: harmful in the first place, or behind a shell's `-c`. */
  readonly program: boolean;
  /** Only all of the input, such as the whole body, and not one field of it. */
  readonly whole: boolean;
  /** Only text that the program built (or the whole input), not the outcome of an unknown call. */
  readonly sure: boolean;
  /** Unknown calls that arriving here counts for: the harm is less certain than elsewhere. */
  readonly doubt: number;
  /** No input is needed: the call is a mistake where the conditions hold. */
  readonly always: boolean;
  /** With `always`: an argument is constant text, or begins with text, in which this expression (RE2) is found. */
  readonly constant: string | null;
  /** What a function's parameter brings is reported although nobody is known to call it with input. */
  readonly parameters: 'no' | 'built' | 'any';
  readonly when: readonly ArgumentTest[];
  readonly unless: readonly ArgumentTest[];
  /** Nothing is wrong when what comes out is checked afterwards, as a joined path may be. */
  readonly checkable: boolean;
  /** Confidence, in place of the rule's. */
  readonly confidence: number | null;
}

/** What makes input harmless. */
export interface TaintSanitiser {
  /** The result is harmless. */
  readonly calls: readonly PathPattern[];
  /** Where these hold of a value, or the value is an argument of theirs, it is harmless. */
  readonly guards: readonly PathPattern[];
  /** Harmless as these kinds; all when empty. */
  readonly kinds: readonly TaintKind[];
  /** Conditions on the call. */
  readonly when: readonly ArgumentTest[];
  /** `receiver`: what its methods are given afterwards is harmless, such as an answer's once it is no page. */
  readonly to: 'result' | 'receiver';
}

/** Calls that hand input on in a way the engine does not know by itself. */
export interface TaintPropagator {
  readonly calls: readonly PathPattern[];
  /** Positions and names of the arguments that are handed on; empty means all. */
  readonly from: readonly (number | string)[];
  readonly to: 'result' | 'receiver';
  /** Undoes what made the input harmless: decoders. */
  readonly restores: boolean;
}

/** All that is known about the data flow of one language, merged from its files. */
export interface TaintModel {
  readonly sources: readonly TaintSource[];
  readonly handlers: readonly TaintHandler[];
  readonly sinks: readonly TaintSink[];
  readonly sanitisers: readonly TaintSanitiser[];
  readonly propagators: readonly TaintPropagator[];
}

/** A file of the folder `taint/`: a model of one framework or library, with samples by kind. */
export interface TaintFile extends TaintModel {
  readonly languages: readonly string[];
  readonly tests: Readonly<
    Partial<Record<TaintKind, { readonly match: readonly RuleTest[]; readonly noMatch: readonly RuleTest[] }>>
  >;
}

/** Family of languages → languages. Rules of data flow are named after the family: `taint-sql-javascript`. */
export const TAINT_FAMILIES: Readonly<Record<string, readonly string[]>> = {
  javascript: ['javascript', 'typescript', 'tsx'],
  python: ['python'],
  go: ['go'],
  java: ['java'],
  ruby: ['ruby'],
};

/** The family of a language, or null. */
export function taintFamilyOf(language: string): string | null {
  const found = Object.entries(TAINT_FAMILIES).find(([, languages]) => languages.includes(language));
  return found === undefined ? null : found[0];
}

/** Points of confidence that each unknown call on the way costs. */
export const CONFIDENCE_OF_DOUBT = 15;
