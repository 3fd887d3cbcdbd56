import type { Configuration } from '../../../config/load-configuration.ts';
import type { Dismissal, RememberedFinding, ReviewMemory } from '../../../model.ts';
import { explainAnswer } from '../../../render/answers/explain-answer.ts';

/**
 * Explains a finding of the last review in Markdown that is inert, from what is remembered and configured: nobody is
 * asked.
 * @param dismissals those that people ordered; the configured ones are known
 */
export function explainRemembered(
  finding: RememberedFinding,
  memory: Pick<ReviewMemory, 'carried'> | null,
  { rules, dismissals: configured }: Pick<Configuration, 'rules' | 'dismissals'>,
  dismissals: readonly Dismissal[],
): string {
  const { ruleId, title, path, fingerprint } = finding;
  const carried = memory?.carried.find(
    (one) => one.ruleId === ruleId && one.title === title && one.path === path,
  );
  return explainAnswer({
    finding,
    carried: carried ?? null,
    rule: rules.find((rule) => rule.id === ruleId) ?? null,
    dismissal: [...dismissals, ...configured].find((one) => one.fingerprint === fingerprint) ?? null,
  });
}
