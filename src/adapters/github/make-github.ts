import { ReviewError } from '../../errors.ts';
import type { Forge, PullRequestState } from '../../ports.ts';
import { makeCommentStore } from './comment-store.ts';
import { type ClientOptions, makeClient } from './make-client.ts';
import { makePermissions, makeReactions } from './permissions.ts';
import { makePullRequestReader } from './pull-request-reader.ts';
import type { Repository } from './repository.ts';
import { makeReviewPoster } from './review-poster.ts';
import { makeStatusBoard } from './status-board.ts';
import { makeThreadResolver } from './thread-resolver.ts';
import { makeThreadStore } from './thread-store.ts';

export interface GitHubOptions extends ClientOptions, Repository {
  /** For people: `https://github.com`, or an Enterprise Server. */
  readonly serverUrl: string;
  /** `https://api.github.com/graphql`, or an Enterprise Server's. */
  readonly graphqlUrl: string;
  /** Status context; `multi-agent-review` when absent. */
  readonly statusContext?: string;
  /** A pull request as an event showed it; it serves as the first state of a reader of that number and head. */
  readonly known?: PullRequestState | null;
}

export const DEFAULT_STATUS_CONTEXT = 'multi-agent-review';

/**
 * One repository on GitHub or a GitHub Enterprise Server. Nothing is asked before a method is called.
 * @throws ReviewError `bad-usage` when an URL or the repository's name is none
 */
export function makeGitHub(options: GitHubOptions): Forge {
  const { owner, repo, log, graphqlUrl } = options;
  for (const url of [options.apiUrl, options.serverUrl, graphqlUrl]) checkUrl(url);
  if (!/^[\w.-]+$/.test(owner) || !/^[\w.-]+$/.test(repo))
    throw new ReviewError('bad-usage', `"${owner}/${repo}" is no repository.`, 'Give it as owner/name.');
  const repository: Repository = { owner, repo };
  const client = makeClient(options);
  const statusContext = options.statusContext ?? DEFAULT_STATUS_CONTEXT;
  const statuses = makeStatusBoard(client, repository, statusContext);
  const sources = { client, graphqlUrl, repository, log, statusContext, statuses };
  const home = `${options.serverUrl.replace(/\/+$/, '')}/${owner}/${repo}`;
  return {
    pullRequest: (number, headSha) => {
      const known = options.known ?? null;
      const isThis = known !== null && known.number === number && known.headSha === headSha;
      return makePullRequestReader(sources, number, headSha, isThis ? known : null);
    },
    comments: (number) => makeCommentStore(client, repository, number),
    replies: (number, first) => makeThreadStore(client, repository, number, first),
    reviews: (number) => makeReviewPoster(client, repository, number),
    statuses,
    threads: makeThreadResolver(sources),
    permissions: makePermissions(client, repository, log),
    reactions: makeReactions(client, repository, log),
    blobUrl: (sha, path, line, endLine) => {
      const place = path.split('/').map(encodeURIComponent).join('/');
      return `${home}/blob/${sha}/${place}#L${line}${endLine !== undefined && endLine > line ? `-L${endLine}` : ''}`;
    },
    pullRequestUrl: (number) => `${home}/pull/${number}`,
  };
}

function checkUrl(text: string): void {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:')) return;
  throw new ReviewError('bad-usage', `"${text}" is no web address.`, 'Give addresses with https://.');
}
