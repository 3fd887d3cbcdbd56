import type { AnalyzerFinding } from '../analyzer.ts';
import { showHidden } from '../hidden-text/show-hidden.ts';

type Words = Omit<AnalyzerFinding, 'anchor' | 'path' | 'proof' | 'reviewer'> & { readonly reviewer?: string };

/** A finding about a whole file. */
export function fileFinding(path: string, words: Words): AnalyzerFinding {
  return { reviewer: 'security', anchor: 'file', path, proof: [], ...words };
}

/** A hostile name for people: nothing hidden, one line, not endless. */
export function shown(name: string): string {
  const visible = showHidden(name.slice(0, 400)).replace(
    /[\t\r\n\f]/g,
    (space) => `⟦U+${(space.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟧`,
  );
  return visible.length > 200 ? `${visible.slice(0, 199)}…` : visible;
}
