/** How far a dismissal reaches: this finding, its rule in this file, its rule everywhere. */
export const DISMISSAL_SCOPES = ['finding', 'file', 'rule'] as const;
export type DismissalScope = (typeof DISMISSAL_SCOPES)[number];

/** Most characters of a reason, in a file as in a command. */
export const LONGEST_REASON = 200;
export const LONGEST_RULE_ID = 200;
/** The longest path that Linux takes. */
export const LONGEST_PATH = 4_096;

/** A person's decision that a finding need not be acted on. */
export interface Dismissal {
  /** `f1:…` of the finding it was made for; empty when scope `file` or `rule` was written without one. */
  readonly fingerprint: string;
  /** `finding` needs the fingerprint, `file` a rule and a path, `rule` a rule. */
  readonly scope: DismissalScope;
  readonly reason: string;
  /** Login of the person. */
  readonly by: string;
  /** ISO date of the last day on which it holds; null when it holds until the code changes. */
  readonly until: string | null;
  readonly ruleId?: string;
  readonly path?: string;
  /** Where it was said: in dismissals.yml, in a command, by a reaction or a resolved thread. */
  readonly origin: 'file' | 'comment' | 'reaction';
  /** `dismissals.yml:12`, or the URL of the comment. */
  readonly source: string;
}
