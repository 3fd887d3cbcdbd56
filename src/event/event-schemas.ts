import '../config/zod-without-eval.ts';
import * as z from 'zod';

/** Only the fields we use; whatever else a payload holds is left alone. */
const account = z.object({ login: z.string().min(1).max(100), id: z.int(), type: z.string() });

const repository = z.object({
  id: z.int().positive(),
  name: z.string().min(1),
  owner: z.object({ login: z.string().min(1) }),
});

const pullNumber = z.int().positive();
const sha = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);

export const pullRequestEvent = z.object({
  action: z.string(),
  number: pullNumber,
  pull_request: z.object({
    state: z.enum(['open', 'closed']),
    draft: z.boolean().default(false),
    head: z.object({ sha, repo: z.object({ id: z.int() }).nullable() }),
    base: z.object({ repo: z.object({ id: z.int() }) }),
  }),
  changes: z.object({ base: z.unknown().optional() }).optional(),
  repository,
  sender: account,
});

export const issueCommentEvent = z.object({
  action: z.string(),
  issue: z.object({
    number: pullNumber,
    state: z.enum(['open', 'closed']),
    draft: z.boolean().nullish(),
    /** There only when the issue is a pull request. */
    pull_request: z.object({}).nullish(),
  }),
  comment: z.object({ id: z.int().positive(), body: z.string(), user: account.nullable() }),
  repository,
  sender: account,
});

export const workflowDispatchEvent = z.object({
  inputs: z.record(z.string(), z.unknown()).nullish(),
  repository,
  sender: account,
});

export const mergeGroupEvent = z.object({
  action: z.string(),
  merge_group: z.object({ head_sha: sha }),
  repository,
});

export type EventRepository = z.infer<typeof repository>;
