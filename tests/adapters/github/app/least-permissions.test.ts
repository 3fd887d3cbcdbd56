import { expect, it } from 'vitest';
import { makeGitHub } from '../../../../src/adapters/github/make-github.ts';
import { REVIEW_PERMISSIONS } from '../../../../src/ports.ts';
import { SIGNAL, setUpHost } from './set-up-host.ts';

it('R37 a whole review needs no more than the permissions it asks for, also in a private repository', async () => {
  const { fake, host, app, repository, pull: shopPull, hostClock, log } = await setUpHost();
  fake.addUser({ login: 'grace', roles: { 'acme/hidden': 'write' } });
  fake.addRepository({ name: 'acme/hidden', directory: repository.directory, private: true });
  const { baseSha: base, headSha: head } = shopPull;
  const pull = fake.openPullRequest({ repository: 'acme/hidden', base, head, author: 'grace' });
  const installation = fake.installApp({ app, account: 'acme', repositories: ['acme/hidden'] });
  const request = { installationId: installation.id, repositoryId: pull.repository.id };
  const { token } = await host.mintToken({ ...request, permissions: REVIEW_PERMISSIONS }, SIGNAL);
  const forge = makeGitHub({
    token,
    owner: 'acme',
    repo: 'hidden',
    apiUrl: fake.url,
    graphqlUrl: fake.graphqlUrl,
    serverUrl: fake.serverUrl,
    clock: hostClock,
    log,
  });

  const reader = forge.pullRequest(pull.number, head);
  const change = await reader.changes(SIGNAL);
  expect(change.files.map((one) => one.path)).toContain('src/a.ts');
  expect((await reader.readHead(['src/a.ts'], SIGNAL)).size).toBe(1);
  expect((await reader.readBase(['src/a.ts'], SIGNAL)).size).toBe(1);
  expect(await reader.listHead(SIGNAL)).toContain('README.md');
  await reader.readConfiguration(['README.md'], SIGNAL);
  const status = await forge.statuses.create(
    head,
    { state: 'pending', description: 'x', targetUrl: null },
    SIGNAL,
  );
  expect(status.creator).toBe('reviewer[bot]');
  const comment = await forge.comments(pull.number).create('Report', status.creatorId ?? 0, SIGNAL);
  await forge.comments(pull.number).update(comment.id, 'Report 2', SIGNAL);
  const inline = { path: 'src/a.ts', side: 'new' as const, line: 5, body: 'Look' };
  const draft = { commitSha: head, body: 'Review', comments: [inline] };
  await forge.reviews(pull.number).create(draft, status.creatorId ?? 0, SIGNAL);
  const conversation = await reader.now(SIGNAL);
  expect([
    conversation.comments.length,
    conversation.threads?.length,
    conversation.newestStatus?.state,
  ]).toEqual([1, 1, 'pending']);
  expect(await forge.permissions.permissionOf('grace', SIGNAL)).toBe('write');
  const place = { commentId: comment.id, commentKind: 'conversation' as const };
  expect(await forge.reactions.react(place, 'eyes', SIGNAL)).toBe(status.creatorId);
  // to resolve a thread takes contents: write, which no review is worth
  expect(await forge.threads.setResolved(conversation.threads?.[0]?.id ?? '', true, SIGNAL)).toBe(
    'forbidden',
  );
  expect(fake.unexpected).toEqual([]);
});
