import type { LoweringTree } from './lowering.ts';

const known = new WeakMap<LoweringTree, ReadonlyMap<number, number>>();

/** The text that belongs to `<<~SQL`: bodies stand further down, in the order of their beginnings; -1 for none. */
export function heredocBody(tree: LoweringTree, beginning: number): number {
  const bodies = known.get(tree) ?? pairsOf(tree);
  known.set(tree, bodies);
  return bodies.get(beginning) ?? -1;
}

function pairsOf(tree: LoweringTree): ReadonlyMap<number, number> {
  const beginnings: number[] = [];
  const bodies: number[] = [];
  for (let node = 0; node < tree.tree.size; node++) {
    const kind = tree.kind(node);
    if (kind === 'heredoc_beginning') beginnings.push(node);
    else if (kind === 'heredoc_body') bodies.push(node);
  }
  return new Map(
    beginnings.flatMap((node, index) => {
      const body = bodies[index];
      return body === undefined ? [] : [[node, body] as const];
    }),
  );
}
