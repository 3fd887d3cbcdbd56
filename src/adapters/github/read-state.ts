import type { PullRequestState } from '../../ports.ts';
import type { Client } from './make-client.ts';
import type { Repository } from './repository.ts';

/** The pull request as it is now. @throws ForgeError */
export async function readState(
  client: Client,
  repository: Repository,
  number: number,
  signal: AbortSignal,
): Promise<PullRequestState> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
    ...repository,
    pull_number: number,
    request: { signal },
  });
  // The description of the API leaves out that the head's repository is null once it was deleted.
  const headRepository: { readonly id: number | bigint } | null = data.head.repo ?? null;
  return {
    number: data.number,
    title: data.title,
    description: data.body ?? '',
    headSha: data.head.sha,
    headLabel: data.head.ref,
    baseSha: data.base.sha,
    baseLabel: data.base.ref,
    state: data.state === 'closed' ? 'closed' : 'open',
    draft: data.draft ?? false,
    locked: data.locked,
    isFork: headRepository === null || Number(headRepository.id) !== Number(data.base.repo.id),
    headDeleted: headRepository === null,
    author: data.user?.login ?? 'ghost',
    labels: data.labels.map((label) => label.name),
    changedFiles: data.changed_files,
    repositoryId: Number(data.base.repo.id),
    url: data.html_url,
  };
}
