import { join, UNKNOWN, type Value } from './value.ts';

/**
 * The variables of a function at one point. A branch works on a scope laid over another; what it changed is joined
 * afterwards. Lookups go through the layers and then to the enclosing function.
 */
export interface Scope {
  readonly names: Map<string, Value>;
  /** What this scope is laid over: the same function before the branch. */
  readonly below: Scope | null;
  /** Scope of the enclosing function. */
  readonly outer: Scope | null;
  /** Nothing after this point runs: the branch returned or threw. */
  ended: boolean;
}

/** The scope of a function, or (outer null) of the file. */
export function makeScope(outer: Scope | null): Scope {
  return { names: new Map(), below: null, outer, ended: false };
}

/** A layer for one branch. */
export function branchOf(scope: Scope): Scope {
  return { names: new Map(), below: scope, outer: scope.outer, ended: false };
}

/** The value of a name, or null when the file does not define it. */
export function lookUp(scope: Scope, name: string): Value | null {
  for (let own: Scope | null = scope; own !== null; own = baseOf(own).outer) {
    const found = inFunction(own, name);
    if (found !== null) return found;
  }
  return null;
}

function baseOf(scope: Scope): Scope {
  let base = scope;
  while (base.below !== null) base = base.below;
  return base;
}

function inFunction(scope: Scope, name: string): Value | null {
  for (let layer: Scope | null = scope; layer !== null; layer = layer.below) {
    const found = layer.names.get(name);
    if (found !== undefined) return found;
  }
  return null;
}

/** Gives a name a value in this function. */
export function define(scope: Scope, name: string, value: Value): void {
  scope.names.set(name, value);
}

/** Assigns without declaring: to the function that has the name. What another function may see keeps its old value too. */
export function assign(scope: Scope, name: string, value: Value): void {
  if (inFunction(scope, name) !== null || scope.outer === null) {
    scope.names.set(name, value);
    return;
  }
  for (let outer: Scope | null = scope.outer; outer !== null; outer = baseOf(outer).outer) {
    const found = inFunction(outer, name);
    if (found !== null) {
      outer.names.set(name, join(found, value));
      return;
    }
  }
  scope.names.set(name, value);
}

/** Brings the ends of branches together in the scope they were laid over. */
export function mergeBranches(scope: Scope, branches: readonly Scope[]): void {
  const alive = branches.filter((branch) => !branch.ended);
  if (alive.length === 0) {
    scope.ended = true;
    return;
  }
  const changed = new Set(alive.flatMap((branch) => [...branch.names.keys()]));
  for (const name of changed) {
    const values = alive.map(
      (branch) => branch.names.get(name) ?? inFunction(scope, name) ?? lookUp(scope, name),
    );
    scope.names.set(name, values.map((value) => value ?? UNKNOWN).reduce(join));
  }
}
