/** A file's share of a prompt. */
export interface SizedFile {
  readonly path: string;
  readonly tokens: number;
}

export interface Bundles {
  /** Paths, sorted within and across bundles; each bundle is one shared prefix. */
  readonly bundles: readonly (readonly string[])[];
  /** Files that alone exceed the hard limit: no model can read them. */
  readonly tooLarge: readonly string[];
}

/** Estimated tokens of diff and context in one prompt (facts/models.md C1, step 2). */
export const BUNDLE_TOKENS = 40_000;

/**
 * Splits the files of a change into prompts of at most `limit` tokens, whole files only, in the order of their paths,
 * so that the same change is always split the same way. A larger file makes a bundle of its own up to `hardLimit`.
 */
export function bundleFiles(
  files: readonly SizedFile[],
  limit: number = BUNDLE_TOKENS,
  hardLimit: number = 2 * BUNDLE_TOKENS,
): Bundles {
  const bundles: string[][] = [];
  const tooLarge: string[] = [];
  let room = 0;
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))) {
    if (file.tokens > hardLimit) {
      tooLarge.push(file.path);
      continue;
    }
    const last = bundles.at(-1);
    if (last === undefined || file.tokens > room) {
      bundles.push([file.path]);
      room = limit - file.tokens;
    } else {
      last.push(file.path);
      room -= file.tokens;
    }
  }
  return { bundles, tooLarge };
}
