import { describe, expect, it } from 'vitest';
import { makeClient } from '../../../src/adapters/github/make-client.ts';
import { readRateLimit } from '../../../src/adapters/github/read-rate-limit.ts';
import type { RateLimit } from '../../../src/ports.ts';
import { API, hub, makeImpatientClock, useNock } from './fake-hub.ts';

useNock();
const HEADERS = {
  'x-ratelimit-resource': 'core',
  'x-ratelimit-limit': '5000',
  'x-ratelimit-remaining': '4321',
  'x-ratelimit-reset': '1800000000',
};
const CORE: RateLimit = { resource: 'core', remaining: 4_321, limit: 5_000, resetsAt: 1_800_000_000_000 };

describe('what is left of a limit', () => {
  it('is told after answers and failures, and not where nothing is said of it', async () => {
    const told: RateLimit[] = [];
    const log = { debug: () => undefined, info: () => undefined, warn: () => undefined };
    const onRateLimit = (limit: RateLimit) => told.push(limit);
    const client = makeClient({ token: 't', apiUrl: API, clock: makeImpatientClock(), log, onRateLimit });
    hub().get('/meta').reply(200, {}, HEADERS);
    hub()
      .get('/meta')
      .reply(404, {}, { ...HEADERS, 'x-ratelimit-remaining': '0' });
    hub().get('/meta').reply(200, {});
    await client.request('GET /meta');
    await expect(client.request('GET /meta')).rejects.toThrow();
    await client.request('GET /meta');
    expect(told).toEqual([CORE, { ...CORE, remaining: 0 }]);
  });

  it.each([
    ['no resource', { 'x-ratelimit-resource': undefined }],
    ['no number', { 'x-ratelimit-remaining': 'many' }],
    ['a negative number', { 'x-ratelimit-limit': '-1' }],
    ['an empty number', { 'x-ratelimit-reset': '' }],
  ])('is not known with %s', (_name, changes) => {
    expect(readRateLimit(HEADERS)).toEqual(CORE);
    expect(readRateLimit({ ...HEADERS, ...changes })).toBeNull();
  });
});
