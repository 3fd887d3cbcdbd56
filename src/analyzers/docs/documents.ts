import type { PullRequestContext } from '../../model.ts';
import type { AnalyzedFile } from '../analyzer.ts';

/** A text for people: README, pages below docs/, the example of an environment. */
export interface DocumentText {
  readonly path: string;
  readonly lines: readonly string[];
}

const DOCUMENT =
  /(^|\/)(readme|changelog|contributing|configuration|usage|install(ation)?)(\.\w+)*$|(^|\/)docs?\/.*\.(md|mdx|rst|adoc|txt)$|\.mdx?$|(^|\/)\.env\.(example|sample|template)$/i;
const HISTORY = /(^|\/)(changelog|changes|history|news|releases?)(\.\w+)*$/i;

/** The documents of the repository at head, changed ones included; the history of past versions is not one of them. */
export function documentsOf(
  context: PullRequestContext,
  files: readonly AnalyzedFile[],
): readonly DocumentText[] {
  const texts = new Map<string, string>();
  for (const [path, text] of context.related) if (isDocument(path)) texts.set(path, text);
  for (const file of files) if (isDocument(file.file.path)) texts.set(file.file.path, file.text);
  return [...texts].map(([path, text]) => ({ path, lines: text.split('\n') }));
}

function isDocument(path: string): boolean {
  return DOCUMENT.test(path) && !HISTORY.test(path);
}

/** Where a name stands as a whole word in the documents; the first place, or null. */
export function mentionOf(
  name: string,
  documents: readonly DocumentText[],
): { readonly path: string; readonly line: number; readonly text: string } | null {
  for (const document of documents) {
    const index = document.lines.findIndex((line) => holdsWord(line, name));
    if (index >= 0)
      return {
        path: document.path,
        line: index + 1,
        text: (document.lines[index] ?? '').trim().slice(0, 160),
      };
  }
  return null;
}

function holdsWord(line: string, name: string): boolean {
  for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
    const before = line[at - 1] ?? ' ';
    const after = line[at + name.length] ?? ' ';
    if (!/[\w$-]/.test(before) && !/[\w$-]/.test(after)) return true;
  }
  return false;
}
