import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeAdvisories } from '../../../src/adapters/osv/make-advisories.ts';

const signal = new AbortController().signal;
const question = { ecosystem: 'npm', name: 'old', version: '1.0.0' };

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.abortPendingRequests();
  nock.cleanAll();
  nock.enableNetConnect();
});

describe('OSV', () => {
  it('is asked for names and versions only, in one batch, and each package once', async () => {
    const bodies: unknown[] = [];
    nock('https://api.osv.dev')
      .post('/v1/querybatch', (body) => {
        bodies.push(body);
        return true;
      })
      .reply(200, { results: [{ vulns: [{ id: 'GHSA-aaaa-bbbb-cccc', modified: 'x' }, { id: '../x' }] }] })
      .get('/v1/vulns/GHSA-aaaa-bbbb-cccc')
      .reply(200, {
        summary: 'It\nleaks.',
        database_specific: { severity: 'MODERATE' },
        affected: [{ ranges: [{ events: [{ introduced: '0' }, { fixed: '1.0.1' }] }] }],
      });
    const advisories = makeAdvisories();

    const first = await advisories.lookUp([question], signal);
    const second = await advisories.lookUp([question], signal);

    const known = { id: 'GHSA-aaaa-bbbb-cccc', summary: 'It leaks.', severity: 'medium', fixedIn: '1.0.1' };
    expect(first).toEqual({ kind: 'checked', vulnerabilities: [[known]] });
    expect(second).toEqual(first);
    expect(bodies).toEqual([{ queries: [{ package: { ecosystem: 'npm', name: 'old' }, version: '1.0.0' }] }]);
  });

  it('keeps a finding whose details do not come', async () => {
    nock('https://api.osv.dev')
      .post('/v1/querybatch')
      .reply(200, { results: [{ vulns: [{ id: 'CVE-2026-1' }] }] })
      .get('/v1/vulns/CVE-2026-1')
      .reply(500);

    expect(await makeAdvisories().lookUp([question], signal)).toMatchObject({
      kind: 'checked',
      vulnerabilities: [[{ id: 'CVE-2026-1', severity: 'unknown' }]],
    });
  });

  it.each([
    ['an error', 503, '', 'OSV answered 503'],
    ['an answer that does not fit', 200, '{"results":[]}', 'the answer of OSV does not fit the question'],
    ['another page', 200, '{"hello":1}', 'the answer of OSV does not fit the question'],
  ])('says that %s is no "nothing known"', async (_, status, body, reason) => {
    nock('https://api.osv.dev').post('/v1/querybatch').reply(status, body);

    expect(await makeAdvisories().lookUp([question], signal)).toEqual({ kind: 'unavailable', reason });
  });

  it('R16 follows no redirect', async () => {
    nock('https://api.osv.dev')
      .post('/v1/querybatch')
      .reply(302, '', { location: 'http://169.254.169.254/' });

    expect(await makeAdvisories().lookUp([question], signal)).toMatchObject({ kind: 'unavailable' });
  });

  it('gives up after its time', async () => {
    nock('https://api.osv.dev')
      .post('/v1/querybatch')
      .delay(5_000)
      .reply(200, { results: [{}] });

    expect(await makeAdvisories({ timeLimitMs: 20 }).lookUp([question], signal)).toEqual({
      kind: 'unavailable',
      reason: 'OSV took longer than 20 ms',
    });
  });
});
