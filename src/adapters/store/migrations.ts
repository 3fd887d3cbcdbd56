import { createHash } from 'node:crypto';
import { FIRST } from './migrations/0001-first.ts';
import { CHORES } from './migrations/0002-chores.ts';
import { WAITING_OF_PULL } from './migrations/0003-waiting-of-pull.ts';
import { UNSETTLED } from './migrations/0004-unsettled.ts';
import { BUDGETS } from './migrations/0005-budgets.ts';
import { GONE_INSTALLATIONS } from './migrations/0006-gone-installations.ts';

/** One step of the schema. Its text never changes once a release has run it. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
}

/** All steps, in order. SQL stands in modules of its own, so that bundles carry it. */
export const MIGRATIONS: readonly Migration[] = [
  { number: 1, name: 'first', text: FIRST },
  { number: 2, name: 'chores', text: CHORES },
  { number: 3, name: 'waiting-of-pull', text: WAITING_OF_PULL },
  { number: 4, name: 'unsettled', text: UNSETTLED },
  { number: 5, name: 'budgets', text: BUDGETS },
  { number: 6, name: 'gone-installations', text: GONE_INSTALLATIONS },
];

/** What the record of a run migration is compared by. */
export function checksumOf(migration: Migration): string {
  return createHash('sha256').update(migration.text).digest('hex');
}
