import type { Field, Operation, Selection, Value } from './parse-query.ts';

/** An object type: every field it has, with the type of what the field gives. */
export type ObjectType = Readonly<Record<string, FieldType>>;

export interface FieldType {
  /** Name of an object type, or null for a scalar. */
  readonly type: string | null;
  /** Arguments; `true` where one is required. */
  readonly arguments?: Readonly<Record<string, boolean>>;
  readonly resolve: (source: never, given: Readonly<Record<string, unknown>>) => unknown;
}

export interface Schema {
  readonly types: Readonly<Record<string, ObjectType>>;
  /** Interface or union → the object types that may stand there. */
  readonly abstract: Readonly<Record<string, readonly string[]>>;
}

/** An error of the answer, with GitHub's words for its kind. */
export class QueryError extends Error {
  readonly details: Readonly<Record<string, unknown>>;
  constructor(message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.details = details;
  }
}

export interface QueryAnswer {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
}

/**
 * Checks the whole operation first, as GitHub does: an unknown field or argument means errors and no data. Then runs
 * it; an error of one field makes that field null.
 */
export function executeQuery(
  schema: Schema,
  operation: Operation,
  variables: Readonly<Record<string, unknown>>,
): QueryAnswer {
  const root = operation.kind === 'query' ? 'Query' : 'Mutation';
  const faults = [
    ...variableFaults(operation, variables),
    ...operation.selections.flatMap((one) => selectionFaults(schema, operation, root, one)),
  ];
  if (faults.length > 0) return { errors: faults };
  const errors: unknown[] = [];
  const run = { schema, variables, errors };
  const data = runSelections(run, root, {}, operation.selections, []);
  return errors.length > 0 ? { data, errors } : { data };
}

function variableFaults(
  operation: Operation,
  variables: Readonly<Record<string, unknown>>,
): readonly unknown[] {
  const declared = [...operation.variables].flatMap(([name, type]) =>
    type.endsWith('!') && (variables[name] ?? null) === null
      ? [{ message: `Variable $${name} of type ${type} was provided invalid value` }]
      : [],
  );
  return declared;
}

function selectionFaults(
  schema: Schema,
  operation: Operation,
  type: string,
  selection: Selection,
): readonly unknown[] {
  if (selection.kind === 'fragment') {
    if (!possible(schema, type).some((one) => possible(schema, selection.on).includes(one))) {
      return [{ message: `Fragment on ${selection.on} can't be spread inside ${type}` }];
    }
    return selection.selections.flatMap((one) => selectionFaults(schema, operation, selection.on, one));
  }
  if (selection.name === '__typename') return [];
  const field = fieldOf(schema, type, selection.name);
  if (field === null) {
    return [
      {
        message: `Field '${selection.name}' doesn't exist on type '${type}'`,
        extensions: { code: 'undefinedField', typeName: type, fieldName: selection.name },
      },
    ];
  }
  const inner = field.type;
  const shape = shapeFault(selection, inner);
  if (shape !== null) return [{ message: shape }];
  return [
    ...argumentFaults(operation, type, selection, field),
    ...(inner === null
      ? []
      : selection.selections.flatMap((one) => selectionFaults(schema, operation, inner, one))),
  ];
}

function shapeFault(field: Field, type: string | null): string | null {
  if (type === null && field.selections.length > 0) {
    return `Selections can't be made on scalars (field '${field.name}' returns a scalar but has selections)`;
  }
  return type !== null && field.selections.length === 0
    ? `Field must have selections (field '${field.name}' returns ${type} but has no selections)`
    : null;
}

function argumentFaults(
  operation: Operation,
  type: string,
  field: Field,
  known: FieldType,
): readonly unknown[] {
  const allowed = known.arguments ?? {};
  const unknown = [...field.arguments.keys()].filter((name) => !Object.hasOwn(allowed, name));
  const missing = Object.keys(allowed).filter((name) => allowed[name] === true && !field.arguments.has(name));
  const undeclared = [...field.arguments.values()]
    .flatMap(variableNames)
    .filter((name) => !operation.variables.has(name));
  return [
    ...unknown.map((name) => ({ message: `Field '${field.name}' doesn't accept argument '${name}'` })),
    ...missing.map((name) => ({
      message: `Field '${field.name}' on '${type}' is missing required arguments: ${name}`,
    })),
    ...undeclared.map((name) => ({
      message: `Variable $${name} is used by anonymous query but not declared`,
    })),
  ];
}

function variableNames(value: Value): readonly string[] {
  if (value.kind === 'variable') return [value.name];
  if (value.kind === 'list') return value.items.flatMap(variableNames);
  return value.kind === 'object' ? [...value.fields.values()].flatMap(variableNames) : [];
}

/** A field that every possible type has may be asked of an interface too. */
function fieldOf(schema: Schema, type: string, name: string): FieldType | null {
  const own = schema.types[type];
  if (own !== undefined) return Object.hasOwn(own, name) ? (own[name] ?? null) : null;
  const all = possible(schema, type).map((one) => fieldOf(schema, one, name));
  return all.includes(null) ? null : (all[0] ?? null);
}

function possible(schema: Schema, type: string): readonly string[] {
  return schema.abstract[type] ?? [type];
}

interface Run {
  readonly schema: Schema;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly errors: unknown[];
}

function runSelections(
  run: Run,
  type: string,
  source: unknown,
  selections: readonly Selection[],
  path: readonly (string | number)[],
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const selection of selections) {
    if (selection.kind === 'fragment') {
      if (!possible(run.schema, selection.on).includes(type)) continue;
      Object.assign(result, runSelections(run, type, source, selection.selections, path));
    } else if (selection.name === '__typename') result[selection.alias] = type;
    else result[selection.alias] = runField(run, type, source, selection, [...path, selection.alias]);
  }
  return result;
}

function runField(
  run: Run,
  type: string,
  source: unknown,
  field: Field,
  path: readonly (string | number)[],
): unknown {
  const known = fieldOf(run.schema, type, field.name);
  if (known === null) return null;
  const given = Object.fromEntries(
    [...field.arguments].map(([name, value]) => [name, readArgument(value, run.variables)]),
  );
  try {
    return complete(run, known.type, known.resolve(source as never, given), field, path);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    run.errors.push({ ...error.details, path, message: error.message });
    return null;
  }
}

function complete(
  run: Run,
  type: string | null,
  value: unknown,
  field: Field,
  path: readonly (string | number)[],
): unknown {
  if (type === null || value === null || value === undefined) return value ?? null;
  if (Array.isArray(value))
    return value.map((one, index) => complete(run, type, one, field, [...path, index]));
  return runSelections(run, concrete(run.schema, type, value), value, field.selections, path);
}

/** Values of an interface say which type they are. */
function concrete(schema: Schema, type: string, value: unknown): string {
  if (schema.abstract[type] === undefined) return type;
  if (typeof value === 'object' && value !== null && 'typename' in value) return String(value.typename);
  throw new Error(`A ${type} of the stand-in does not say its type.`);
}

function readArgument(value: Value, variables: Readonly<Record<string, unknown>>): unknown {
  if (value.kind === 'literal') return value.value;
  if (value.kind === 'enum') return value.name;
  if (value.kind === 'variable') return variables[value.name] ?? null;
  if (value.kind === 'list') return value.items.map((one) => readArgument(one, variables));
  return Object.fromEntries([...value.fields].map(([name, one]) => [name, readArgument(one, variables)]));
}
