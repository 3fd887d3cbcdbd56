import type { CommitStatus, StatusBoard, StatusDraft, StatusState } from '../../ports.ts';
import { lookBeforeResend } from './look-before-resend.ts';
import type { Client } from './make-client.ts';
import type { Repository } from './repository.ts';

const MOST_PAGES = 10;
const PAGE = 100;

interface Answer {
  readonly id: number | bigint;
  readonly state: string;
  readonly description: string | null;
  readonly target_url: string | null;
  readonly created_at: string;
  readonly creator: { readonly id: number | bigint; readonly login: string } | null;
}

/** Statuses of one context. GitHub compares contexts without regard to case. */
export function makeStatusBoard(client: Client, repository: Repository, context: string): StatusBoard {
  const newest = async (sha: string, signal: AbortSignal): Promise<CommitStatus | null> => {
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      // Newest first, and unlike the combined status it names the creator.
      const { data } = await client.request('GET /repos/{owner}/{repo}/commits/{ref}/statuses', {
        ...repository,
        ref: sha,
        per_page: PAGE,
        page,
        request: { signal },
      });
      const own = data.find((status) => status.context.toLowerCase() === context.toLowerCase());
      if (own !== undefined) return toStatus(own);
      if (data.length < PAGE) return null;
    }
    return null;
  };
  const recent = async (sha: string, signal: AbortSignal): Promise<readonly CommitStatus[]> => {
    const { data } = await client.request('GET /repos/{owner}/{repo}/commits/{ref}/statuses', {
      ...repository,
      ref: sha,
      per_page: PAGE,
      request: { signal },
    });
    return data.filter((status) => status.context.toLowerCase() === context.toLowerCase()).map(toStatus);
  };
  return {
    newest,
    recent,
    create: (sha, draft, signal) =>
      lookBeforeResend(
        async () => {
          const { data } = await client.request('POST /repos/{owner}/{repo}/statuses/{sha}', {
            ...repository,
            sha,
            context,
            state: draft.state,
            description: draft.description,
            ...(draft.targetUrl === null ? {} : { target_url: draft.targetUrl }),
            request: { signal },
          });
          return toStatus(data);
        },
        async () => {
          const status = await newest(sha, signal);
          return status !== null && isSame(status, draft) ? status : null;
        },
      ),
  };
}

function toStatus(answer: Answer): CommitStatus {
  return {
    id: Number(answer.id),
    state: statusWord(answer.state),
    description: answer.description ?? '',
    targetUrl: answer.target_url,
    creatorId: answer.creator === null ? null : Number(answer.creator.id),
    creator: answer.creator?.login ?? 'ghost',
    createdAt: answer.created_at,
  };
}

/** An unknown word is no success. */
export function statusWord(word: string): StatusState {
  return word === 'success' || word === 'failure' || word === 'pending' ? word : 'error';
}

function isSame(status: CommitStatus, draft: StatusDraft): boolean {
  return (
    status.state === draft.state &&
    status.description === draft.description &&
    status.targetUrl === draft.targetUrl
  );
}
