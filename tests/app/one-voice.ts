import { expect } from 'vitest';
import type { Pull } from '../fakes/github/state.ts';
import type { InstalledApp } from './start-service.ts';

/** What people see of a pull request in the end, whatever happened on the way. */
export function expectOneVoice({ stage: { fake }, app }: InstalledApp, pull: Pull): void {
  const own = fake.comments.filter((one) => one.number === pull.number && one.user.id === app.bot.id);
  expect(own).toHaveLength(1);
  expect(own[0]?.body).toContain('1 critical finding blocks');
  expect(fake.reviews.filter((one) => one.number === pull.number)).toHaveLength(1);
  expect(fake.statuses.filter(({ sha }) => sha === pull.headSha).at(-1)).toMatchObject({ state: 'failure' });
  const checks = fake.checkRuns.filter(({ headSha }) => headSha === pull.headSha);
  expect(checks).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
}
