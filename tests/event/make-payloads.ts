/** The fields of GitHub's payloads that matter, with plausible values; real payloads are read in read-event.test.ts. */
type Values = Readonly<Record<string, unknown>>;

export const HEAD = 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334';
export const MAINTAINER = { login: 'maintainer', id: 7, type: 'User' };

export const REPOSITORY = { id: 42, name: 'shop', owner: { login: 'acme' } };

/** A new comment on a pull request. */
export function makeComment(body: string, changes: Values = {}, comment: Values = {}): Values {
  return {
    action: 'created',
    issue: { number: 5, state: 'open', draft: false, pull_request: { url: 'https://api.example/pulls/5' } },
    comment: { id: 900, body, user: MAINTAINER, author_association: 'NONE', ...comment },
    repository: REPOSITORY,
    sender: MAINTAINER,
    ...changes,
  };
}

/** A new comment beside a line of the change; `in_reply_to_id` in `comment` makes a reply of it. */
export function makeReviewComment(body: string, changes: Values = {}, comment: Values = {}): Values {
  return {
    action: 'created',
    pull_request: {
      number: 5,
      state: 'open',
      draft: false,
      head: { sha: HEAD, repo: { id: 42 } },
      base: { repo: { id: 42 } },
    },
    comment: { id: 901, body, user: MAINTAINER, author_association: 'NONE', path: 'src/a.ts', ...comment },
    repository: REPOSITORY,
    sender: MAINTAINER,
    ...changes,
  };
}

/** A pull request event. */
export function makePullRequest(action: string, pull: Values = {}, changes: Values = {}): Values {
  return {
    action,
    number: 5,
    pull_request: {
      state: 'open',
      draft: false,
      head: { sha: HEAD, repo: { id: 42 } },
      base: { repo: { id: 42 } },
      ...pull,
    },
    repository: REPOSITORY,
    sender: MAINTAINER,
    ...changes,
  };
}
