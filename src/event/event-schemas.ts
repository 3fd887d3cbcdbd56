import {
  anyFields,
  anything,
  flag,
  integer,
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

/** Only the fields we use; whatever else a payload holds is left alone. */
const account = object({ login: textOf(1, 100), id: integer(), type: text });

/** The repository that sent an event. */
export interface EventRepository {
  readonly id: number;
  readonly name: string;
  readonly owner: { readonly login: string };
}

const repository = object<EventRepository>({
  id: integer(1),
  name: textOf(1),
  owner: object({ login: textOf(1) }),
});

/** Missing means no. */
const flagOrFalse: Shape<boolean> = (value) => (value === undefined ? false : flag(value));

const pullNumber = integer(1);
const openOrClosed = oneOf('open', 'closed');

export const pullRequestEvent = safely(
  object({
    action: text,
    number: pullNumber,
    pull_request: object({
      state: openOrClosed,
      draft: flagOrFalse,
      head: object({ sha, repo: orNull(object({ id: integer() })) }),
      base: object({ repo: object({ id: integer() }) }),
    }),
    changes: orMissing(object({ base: anything })),
    repository,
    sender: account,
  }),
);

export const issueCommentEvent = safely(
  object({
    action: text,
    issue: object({
      number: pullNumber,
      state: openOrClosed,
      draft: orMissing(orNull(flag)),
      /** There only when the issue is a pull request. */
      pull_request: orMissing(orNull(anyFields)),
    }),
    comment: object({
      id: integer(1),
      body: text,
      user: orNull(account),
      html_url: orMissing(text),
      created_at: orMissing(text),
    }),
    repository,
    sender: account,
  }),
);

export const workflowDispatchEvent = safely(
  object({
    inputs: orMissing(orNull(anyFields)),
    repository,
    sender: account,
  }),
);

export const mergeGroupEvent = safely(
  object({
    action: text,
    merge_group: object({ head_sha: sha }),
    repository,
  }),
);
