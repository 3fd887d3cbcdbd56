import type { AnalyzedFile } from '../analyzer.ts';
import type { FunctionSymbol } from './function-symbol.ts';

/**
 * Where a finding about a changed function stands: at its name when that line changed, else at its first changed line.
 * @param from first line that belongs to it; its documentation's where that counts
 */
export function changedLineOf(file: AnalyzedFile, one: FunctionSymbol, from = one.startLine): number {
  if (file.map.isChanged('new', one.nameLine)) return one.nameLine;
  return file.map.firstChangedIn('new', from, one.endLine);
}
