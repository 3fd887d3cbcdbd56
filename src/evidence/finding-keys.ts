import type { RaisedFinding } from '../model.ts';
import { digestOf } from './digest.ts';
import { normaliseCode } from './fingerprint.ts';

/** Hex characters of the keys: they are compared inside one pull request only. */
const KEY_LENGTH = 16;
/** Shorter code, such as a lone brace, stands everywhere and identifies nothing. */
const SHORTEST_CODE = 6;

/**
 * Two keys by which a finding is found again when its fingerprint is another: the same code in another place (moved,
 * renamed), and the same kind of finding in the same function (its line was edited).
 * @param pathAtBase path at base, or where the file was first seen
 */
export function findingKeys(
  finding: Pick<RaisedFinding, 'category' | 'ruleId' | 'quote' | 'origin'> & { readonly symbol: string },
  pathAtBase: string,
): { readonly codeKey: string; readonly placeKey: string } {
  const { category, ruleId, symbol, quote, origin } = finding;
  // Models name their rules freely; the category is from a closed list.
  const kind = origin === 'model' ? category : ruleId;
  const code = normaliseCode(quote ?? '');
  const place = `${pathAtBase}\0${symbol}`;
  return {
    codeKey: digestOf('code', kind, code.length < SHORTEST_CODE ? place : '', code).slice(0, KEY_LENGTH),
    placeKey: digestOf('place', kind, place).slice(0, KEY_LENGTH),
  };
}
