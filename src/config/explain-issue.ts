import type * as z from 'zod';
import { refusalOf } from './refused-keys.ts';
import { showText, showValue } from './show-value.ts';
import { didYouMean } from './suggest.ts';
import { type KeyPath, placeOf, toData, type YamlNode } from './yaml-node.ts';

/** One thing that is wrong. The message is made only when it will be shown. */
export interface Mistake {
  /** Path in the tree that was checked. */
  readonly path: KeyPath;
  /** The key itself is wrong, not its value. */
  readonly aboutKey: boolean;
  readonly message: () => string;
}

/**
 * Turns an issue of zod into mistakes with the user's value in the text. Schemas are built of `shapes.ts`, so that
 * `issue.message` is what is allowed there.
 */
export function explainIssue(
  issue: z.core.$ZodIssue,
  root: YamlNode,
  prefix: KeyPath = [],
): readonly Mistake[] {
  const path = [...prefix, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      aboutKey: true,
      message: () => unknownKey(key, issue.message),
    }));
  }
  if (issue.code === 'invalid_key') {
    const inner = issue.issues[0]?.message ?? issue.message;
    return [{ path, aboutKey: true, message: () => `"${showText(String(path.at(-1)))}" is not ${inner}` }];
  }
  if (issue.code === 'invalid_union') {
    const branch = branchMeant(issue.errors);
    if (branch !== null) {
      return branch.flatMap((inner) => explainIssue(inner, root, path));
    }
  }
  return [{ path, aboutKey: false, message: () => wrongValue(issue, root, path) }];
}

function unknownKey(key: string, known: string): string {
  const refusal = refusalOf(key);
  if (refusal !== null) {
    return `the key "${showText(key)}" is refused: ${refusal}`;
  }
  return `unknown key "${showText(key)}".${didYouMean(key, known.split(', '))} Known keys: ${known}`;
}

/** The option of a union whose outside fits, so that what is wrong lies inside it; null when none does. */
function branchMeant(branches: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | null {
  return (
    branches.find((branch) =>
      branch.every(
        (issue) => issue.path.length > 0 || issue.code === 'unrecognized_keys' || issue.code === 'custom',
      ),
    ) ?? null
  );
}

function wrongValue(issue: z.core.$ZodIssue, root: YamlNode, path: KeyPath): string {
  const { node } = placeOf(root, path);
  if (node === null) {
    return `missing; expected ${issue.message}`;
  }
  const value = toData(node);
  if (issue.code === 'custom') {
    return path.length === 0 || node.kind !== 'scalar'
      ? issue.message
      : `${showValue(value)}: ${issue.message}`;
  }
  if (value === null) {
    return `no value is given; expected ${issue.message}`;
  }
  const words = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const hint = typeof value === 'string' ? didYouMean(value, words) : '';
  return `${showValue(value)} is not ${issue.message}.${hint}`.replace(/\.$/, '');
}
