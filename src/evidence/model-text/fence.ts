import type { Random } from '../../ports.ts';

/** Marks where text that nobody trusts begins and ends. The id is random per run: the text cannot know it. */
export interface Fence {
  readonly id: string;
  readonly open: string;
  readonly close: string;
  /** Text between the marks; anything in it that looks like a mark of any run is broken. */
  wrap(text: string): string;
  /** Breaks what looks like a mark; for pieces that are put between marks later. */
  neutralise(text: string): string;
}

/** Bytes of randomness in a fence: cannot be guessed by whoever writes the change. */
const BYTES = 16;

/** Makes the fence of one run. All calls of the run use the same one, so that their prefixes stay equal. */
export function makeFence(random: Random): Fence {
  const id = random.hex(BYTES);
  const open = `<<<untrusted-${id}`;
  const close = `${id}>>>`;
  const neutralise = (text: string) =>
    text
      .replaceAll(id, '⟦fence⟧')
      .replace(/<<<(?=untrusted)/gi, '<<⟦<⟧')
      .replace(/([0-9a-f]{24})>>>/gi, '$1>>⟦>⟧');
  return { id, open, close, neutralise, wrap: (text) => `${open}\n${neutralise(text)}\n${close}` };
}
