import { allChecks } from '../src/analyzers/checks.ts';
import { compileBuiltIns } from './compile-built-ins.ts';
import { readMeasuredRules } from './measured-rules.ts';
import { type Listed, rulesPage } from './rules-page.ts';
import { shippedCheckIds } from './shipped-check-ids.ts';

/** The page of rules as it should be now. @param root folder that holds `reviewers/` */
export function currentRulesPage(root: string): string {
  const { rules, reviewers } = compileBuiltIns(root);
  const listed: readonly Listed[] = [...rules, ...allChecks(shippedCheckIds())];
  return rulesPage(
    listed,
    reviewers.map((reviewer) => reviewer.name),
    readMeasuredRules(root),
  );
}
