import { CHECKS } from './checks.ts';

/** Ids of the checks that are code and not rules: what `rules:` in the configuration may switch off beside the rules. */
export const CHECK_IDS: readonly string[] = CHECKS.map((check) => check.id);
