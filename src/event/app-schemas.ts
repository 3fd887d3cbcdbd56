import {
  anyFields,
  flag,
  integer,
  listOf,
  object,
  oneOf,
  orMissing,
  orNull,
  type Shape,
  safely,
  sha,
  text,
  textOf,
} from './shape.ts';

/** Only the fields we use of the events that an App gets and a workflow does not. */
const account = object({
  id: integer(1),
  login: textOf(1, 100),
  type: oneOf('User', 'Organization'),
});
const sender = object({ id: integer(1), login: textOf(1, 100), type: text });
const installationId = integer(1);
const pullNumber = integer(1);

const listed = object({ id: integer(1), name: textOf(1, 200), private: flag });

/** Who sends an event about a repository: both numbers of the tenant, and the names of today. */
export const tenantEvent = safely(
  object({
    installation: object({
      id: installationId,
      account: orMissing(orNull(object({ id: integer(1) }))),
    }),
    repository: object({ id: integer(1), name: textOf(1, 200), owner: account, private: flag }),
  }),
);

export const installationEvent = safely(
  object({
    action: text,
    installation: object({ id: installationId, account, suspended_at: orMissing(orNull(text)) }),
    repositories: orMissing(orNull(listOf(listed))),
  }),
);

export const installationRepositoriesEvent = safely(
  object({
    action: text,
    installation: object({ id: installationId, account, suspended_at: orMissing(orNull(text)) }),
    repositories_added: listOf(listed),
    repositories_removed: listOf(object({ id: integer(1) })),
  }),
);

/** A pull request as checks name it: the list is empty for forks, and may name those of other repositories. */
const checkedPulls = listOf(
  object({ number: pullNumber, base: object({ repo: object({ id: integer(1) }) }) }),
);
const repository = object({
  id: integer(1),
  name: textOf(1, 200),
  owner: object({ login: textOf(1, 100) }),
});
const ownerApp = orNull(object({ id: integer(1) }));

export const checkRunEvent = safely(
  object({
    action: text,
    check_run: object({
      id: integer(1),
      head_sha: sha,
      external_id: orMissing(orNull(text)),
      app: ownerApp,
      pull_requests: checkedPulls,
    }),
    requested_action: orMissing(orNull(object({ identifier: text }))),
    repository,
    sender,
  }),
);

export const checkSuiteEvent = safely(
  object({
    action: text,
    check_suite: object({ id: integer(1), head_sha: sha, app: ownerApp, pull_requests: checkedPulls }),
    repository,
    sender,
  }),
);

/** What a list of reviews shows of a pull request; an issue holds the same fields. */
const described: Shape<{
  readonly title: string | undefined;
  readonly user: { readonly login: string } | null | undefined;
}> = object({
  title: orMissing(text),
  user: orMissing(orNull(object({ login: text }))),
});

export const describedEvent = safely(
  object({
    pull_request: orMissing(described),
    issue: orMissing(described),
  }),
);

/** Where and when a pull request stood as its event was made. */
export const pullMomentEvent = safely(
  object({
    pull_request: object({
      base: orMissing(object({ sha })),
      updated_at: orMissing(text),
    }),
  }),
);

export const closedPullEvent = safely(
  object({ action: oneOf('closed'), number: pullNumber, pull_request: anyFields }),
);
