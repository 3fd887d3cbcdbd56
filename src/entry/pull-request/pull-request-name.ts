import { ReviewError } from '../../errors.ts';

/** A pull request as a person names it. */
export interface PullRequestName {
  /** `https://host`; null when only repository and number were given. */
  readonly serverUrl: string | null;
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
}

const SHORT = /^([\w.-]{1,100})\/([\w.-]{1,100})#(\d{1,10})$/;
const PATH = /^\/([\w.-]{1,100})\/([\w.-]{1,100})\/pull\/(\d{1,10})(?:\/|$)/;

/**
 * Reads `owner/repository#number`, or the address of a pull request or of one of its pages.
 * @param option where the text was given, for the message
 * @throws ReviewError `bad-usage` that holds the text and the form
 */
export function readPullRequestName(option: string, text: string): PullRequestName {
  const given = text.trim();
  const url = /^https?:\/\//i.test(given) && URL.canParse(given) ? new URL(given) : null;
  const match = url === null ? SHORT.exec(given) : PATH.exec(url.pathname);
  const [, owner = '', repo = '', digits = ''] = match ?? [];
  const number = Number(digits);
  const hasCredentials = url !== null && (url.username !== '' || url.password !== '');
  if (
    match === null ||
    number < 1 ||
    number > 2_147_483_647 ||
    !isName(owner) ||
    !isName(repo) ||
    hasCredentials
  ) {
    throw new ReviewError(
      'bad-usage',
      `${option} does not take "${hasCredentials ? '(an address with credentials)' : text.slice(0, 200)}": it names no pull request.`,
      'Write owner/repository#number, such as octo/shop#7, or an address such as https://github.com/octo/shop/pull/7.',
    );
  }
  return { serverUrl: url?.origin ?? null, owner, repo, number };
}

function isName(word: string): boolean {
  return !/^\.{1,2}$/.test(word);
}
