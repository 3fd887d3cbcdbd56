import { ReviewError } from '../../errors.ts';

/** Where a GitHub is, and the token for it. */
export interface GitHubAddress {
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  /** Empty for none. */
  readonly token: string;
  /** Why there is no token, and what to do about it; null when there is one. */
  readonly tokenMissing: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

const GITHUB = 'https://github.com';

/**
 * Where a pull request is read. The token is for one GitHub only, the one that the environment names (github.com when it
 * names none): an address that somebody pastes must not be able to collect it.
 * @param serverUrl of the address that was given; null when none was
 * @param environment `GITHUB_SERVER_URL`, `GITHUB_API_URL`, `GITHUB_GRAPHQL_URL`, `GITHUB_TOKEN`, `GH_TOKEN`
 * @throws ReviewError `bad-usage` for an unencrypted address that the environment does not name
 */
export function githubAddress(serverUrl: string | null, environment: Environment): GitHubAddress {
  const set = (name: string) => environment[name]?.trim().replace(/\/+$/, '') ?? '';
  const own = ownServer(set('GITHUB_SERVER_URL'), set('GITHUB_API_URL'), serverUrl);
  const isOwn = serverUrl === null || hostOf(serverUrl) === hostOf(own);
  if (!isOwn) return foreign(serverUrl);
  const api = set('GITHUB_API_URL') || apiOf(own);
  const token = set('GITHUB_TOKEN') || set('GH_TOKEN');
  return {
    serverUrl: own,
    apiUrl: api,
    graphqlUrl: set('GITHUB_GRAPHQL_URL') || graphqlOf(api),
    token,
    tokenMissing: token === '' ? 'Neither GITHUB_TOKEN nor GH_TOKEN is set.' : null,
  };
}

function ownServer(server: string, api: string, given: string | null): string {
  if (server !== '') return server;
  // An API of the environment is obeyed whatever the address says: where the token goes was chosen by a person.
  if (api !== '') return given ?? (/\/api\/v3$/.test(api) ? api.slice(0, -'/api/v3'.length) : GITHUB);
  return GITHUB;
}

function foreign(serverUrl: string): GitHubAddress {
  if (!serverUrl.startsWith('https:')) {
    throw new ReviewError(
      'bad-usage',
      `"${serverUrl}" is not encrypted.`,
      'Give the address with https://, or name that server in GITHUB_SERVER_URL.',
    );
  }
  const apiUrl = apiOf(serverUrl);
  return {
    serverUrl,
    apiUrl,
    graphqlUrl: graphqlOf(apiUrl),
    token: '',
    tokenMissing: `No token is sent to ${serverUrl}: tokens go only to the server that GITHUB_SERVER_URL names (${GITHUB} when it is not set). Set GITHUB_SERVER_URL=${serverUrl} to use GITHUB_TOKEN there.`,
  };
}

/** github.com and the hosts of ghe.com have an `api.` of their own; an Enterprise Server has it in a folder. */
function apiOf(serverUrl: string): string {
  const host = hostOf(serverUrl);
  if (host === 'github.com') return 'https://api.github.com';
  return host.endsWith('.ghe.com') ? `https://api.${host}` : `${serverUrl}/api/v3`;
}

function graphqlOf(apiUrl: string): string {
  return apiUrl.endsWith('/api/v3') ? `${apiUrl.slice(0, -'/v3'.length)}/graphql` : `${apiUrl}/graphql`;
}

function hostOf(serverUrl: string): string {
  return URL.canParse(serverUrl)
    ? new URL(serverUrl).host.replace(/^www\.github\.com$/, 'github.com')
    : serverUrl;
}
