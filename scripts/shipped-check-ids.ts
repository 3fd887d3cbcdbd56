import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { CHECK_IDS } from '../src/analyzers/check-ids.ts';

/** Ids of all checks that are code, those of the bundled secret scanner too. */
export function shippedCheckIds(): readonly string[] {
  const ofScanner = rules.map(
    (rule) => `${rule.meta.id.replace('@secretlint/secretlint-rule-', '')}-credential`,
  );
  return [...CHECK_IDS, ...ofScanner];
}
