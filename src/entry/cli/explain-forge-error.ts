import { ForgeError, ReviewError } from '../../errors.ts';

/** What a reader's token needs; GitHub has two kinds of them. */
const READ_SCOPES =
  'a fine-grained token needs "Contents: read" and "Pull requests: read" for this repository, a classic one the scope "repo" ("public_repo" for public repositories)';
/** What posting needs besides. */
export const WRITE_SCOPES =
  'Posting takes a fine-grained token with "Pull requests: read and write" and "Commit statuses: read and write" for this repository, or a classic one with the scope "repo" ("public_repo" for public repositories), of an account that may push to it.';

interface Asked {
  /** `owner/repository#number`. */
  readonly pullRequest: string;
  /** Why no token was sent; null when one was. */
  readonly tokenMissing: string | null;
}

/** A refusal of GitHub in the words of the command line: what was asked for, and what the token lacks. */
export function explainForgeError(thrown: unknown, { pullRequest, tokenMissing }: Asked): unknown {
  if (!(thrown instanceof ForgeError)) return thrown;
  const { status, code, message } = thrown;
  const make = (text: string, remedy: string) =>
    new ReviewError(code, text, tokenMissing === null ? remedy : `${tokenMissing} ${remedy}`, {
      cause: thrown,
    });
  if (code === 'forge-limited') return make(message, 'Run it again later, or with a token of its own.');
  if (status === 401) {
    return tokenMissing === null
      ? make(
          `GitHub did not accept the token in GITHUB_TOKEN or GH_TOKEN for ${pullRequest}.`,
          `It may be expired, revoked or of another server. ${sentence(READ_SCOPES)}`,
        )
      : make(`GitHub wants a token for ${pullRequest}.`, sentence(READ_SCOPES));
  }
  if (status === 403) {
    const remedy = `${sentence(READ_SCOPES)} An organisation with single sign-on has to authorise the token too.`;
    return make(`GitHub does not let this token read ${pullRequest}.`, remedy);
  }
  if (status === 404 || status === 410) {
    const remedy = `Check owner, repository and number. To see a private repository, ${READ_SCOPES}.`;
    return make(`GitHub does not know ${pullRequest}, or hides it from this token.`, remedy);
  }
  return thrown;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
