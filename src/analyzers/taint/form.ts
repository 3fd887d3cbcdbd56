/**
 * The language-neutral form that data flow is computed over. Each language lowers its syntax tree into it; `node` is
 * the node of the tree, for places and texts.
 */
export type Constant = string | number | boolean | null;

export interface Argument {
  readonly name: string | null;
  readonly value: Expression;
  readonly spread: boolean;
}

export interface RecordEntry {
  /** A constant key, an expression, or null for a spread (`...rest`, `**rest`). */
  readonly key: string | Expression | null;
  readonly value: Expression;
}

export type Expression =
  | { readonly kind: 'constant'; readonly node: number; readonly value: Constant }
  | { readonly kind: 'name'; readonly node: number; readonly name: string }
  | { readonly kind: 'member'; readonly node: number; readonly object: Expression; readonly property: string }
  | { readonly kind: 'element'; readonly node: number; readonly object: Expression; readonly key: Expression }
  | CallForm
  /** A string put together of parts. */
  | { readonly kind: 'text'; readonly node: number; readonly parts: readonly Expression[] }
  /** A calculation or comparison; its outcome is no text. */
  | {
      readonly kind: 'operation';
      readonly node: number;
      readonly operator: string;
      readonly operands: readonly Expression[];
    }
  /** One of the options: by a test, or (test null) the first that holds. */
  | {
      readonly kind: 'choice';
      readonly node: number;
      readonly test: Expression | null;
      readonly options: readonly Expression[];
    }
  | { readonly kind: 'record'; readonly node: number; readonly entries: readonly RecordEntry[] }
  | { readonly kind: 'list'; readonly node: number; readonly items: readonly Expression[] }
  | { readonly kind: 'function'; readonly node: number; readonly form: FunctionForm }
  | { readonly kind: 'class'; readonly node: number; readonly form: ClassForm }
  | { readonly kind: 'assign'; readonly node: number; readonly target: Target; readonly value: Expression }
  /** A comprehension: the element for each of the iterables. */
  | {
      readonly kind: 'each';
      readonly node: number;
      readonly loops: readonly { readonly target: Target; readonly iterable: Expression }[];
      readonly element: Expression;
    }
  /** Anything else: its parts are evaluated, and what they carry is handed on. */
  | { readonly kind: 'mixed'; readonly node: number; readonly parts: readonly Expression[] };

export interface CallForm {
  readonly kind: 'call';
  readonly node: number;
  readonly callee: Expression;
  readonly arguments: readonly Argument[];
  readonly creates: boolean;
}

/** What can stand on the left of an assignment. */
export type Target =
  | Expression
  | {
      readonly kind: 'record-pattern';
      readonly node: number;
      readonly entries: readonly { readonly key: string | null; readonly target: Target }[];
    }
  | { readonly kind: 'list-pattern'; readonly node: number; readonly items: readonly (Target | null)[] }
  | {
      readonly kind: 'default-pattern';
      readonly node: number;
      readonly target: Target;
      readonly value: Expression;
    };

export interface Parameter {
  readonly name: string;
  readonly target: Target | null;
  /** The declared type as it is written, or the empty text. */
  readonly type: string;
  readonly annotations: readonly string[];
  readonly rest: boolean;
}

export interface FunctionForm {
  readonly node: number;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Lowered when first asked for. */
  readonly body: () => readonly Statement[];
  readonly decorators: readonly Expression[];
  readonly owner: ClassForm | null;
}

export interface ClassForm {
  readonly node: number;
  readonly name: string;
  readonly bases: readonly Expression[];
  readonly methods: Map<string, FunctionForm>;
  /** Assignments in the body of the class. */
  readonly fields: readonly Statement[];
}

export type Statement =
  | { readonly kind: 'expression'; readonly expression: Expression }
  | {
      readonly kind: 'assign';
      readonly node: number;
      readonly target: Target;
      readonly value: Expression;
      /** `+`: appends to what is there; `|`: may stay as it was; empty: replaces. */
      readonly operator: '' | '+' | '|';
      readonly declares: boolean;
    }
  | {
      readonly kind: 'branch';
      readonly test: Expression;
      readonly holds: readonly Statement[];
      readonly otherwise: readonly Statement[];
    }
  | {
      readonly kind: 'loop';
      readonly target: Target | null;
      readonly iterable: Expression | null;
      readonly test: Expression | null;
      readonly body: readonly Statement[];
    }
  | { readonly kind: 'return'; readonly node: number; readonly value: Expression | null }
  | { readonly kind: 'leave' }
  | {
      readonly kind: 'try';
      readonly body: readonly Statement[];
      readonly handlers: readonly (readonly Statement[])[];
      readonly after: readonly Statement[];
    }
  | {
      readonly kind: 'switch';
      readonly subject: Expression;
      readonly cases: readonly {
        readonly tests: readonly Expression[];
        readonly isDefault: boolean;
        readonly body: readonly Statement[];
      }[];
    }
  | { readonly kind: 'block'; readonly body: readonly Statement[] }
  | { readonly kind: 'declare'; readonly form: FunctionForm }
  | { readonly kind: 'class'; readonly form: ClassForm }
  | { readonly kind: 'import'; readonly name: string; readonly path: string };
