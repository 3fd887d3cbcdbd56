import { describe, expect, it } from 'vitest';
import { githubAddress } from '../../../src/entry/pull-request/github-address.ts';

const GITHUB = {
  serverUrl: 'https://github.com',
  apiUrl: 'https://api.github.com',
  graphqlUrl: 'https://api.github.com/graphql',
};
const SERVER = {
  serverUrl: 'https://git.example',
  apiUrl: 'https://git.example/api/v3',
  graphqlUrl: 'https://git.example/api/graphql',
};

describe('where a pull request is read', () => {
  it.each([
    ['github.com when nothing says otherwise', null, {}, GITHUB],
    ['github.com by its address', 'https://github.com', {}, GITHUB],
    ['an Enterprise Server by its address', 'https://git.example', {}, SERVER],
    ['an Enterprise Server by the environment', null, { GITHUB_SERVER_URL: 'https://git.example/' }, SERVER],
    [
      'a server by the address of its API alone',
      null,
      { GITHUB_API_URL: 'https://git.example/api/v3' },
      SERVER,
    ],
    [
      'a host of ghe.com',
      null,
      { GITHUB_SERVER_URL: 'https://octo.ghe.com' },
      {
        serverUrl: 'https://octo.ghe.com',
        apiUrl: 'https://api.octo.ghe.com',
        graphqlUrl: 'https://api.octo.ghe.com/graphql',
      },
    ],
    [
      'addresses of the environment as they are',
      null,
      {
        GITHUB_SERVER_URL: 'https://a.example',
        GITHUB_API_URL: 'https://b.example',
        GITHUB_GRAPHQL_URL: 'https://c.example/g',
      },
      { serverUrl: 'https://a.example', apiUrl: 'https://b.example', graphqlUrl: 'https://c.example/g' },
    ],
    [
      'another server than the environment’s by its own address',
      'https://git.example',
      { GITHUB_SERVER_URL: 'https://github.com', GITHUB_API_URL: 'https://api.github.com' },
      SERVER,
    ],
  ])('%s', (_what, given, environment, expected) => {
    expect(githubAddress(given, environment)).toMatchObject(expected);
  });

  it.each([
    ['https://github.com', { GITHUB_TOKEN: 'one' }, 'one'],
    [null, { GITHUB_TOKEN: 'one', GH_TOKEN: 'two' }, 'one'],
    [null, { GITHUB_TOKEN: '', GH_TOKEN: ' two ' }, 'two'],
    ['https://git.example', { GITHUB_TOKEN: 'one', GITHUB_SERVER_URL: 'https://git.example' }, 'one'],
  ])('the token for %s', (given, environment, token) => {
    expect(githubAddress(given, environment)).toMatchObject({ token, tokenMissing: null });
  });

  it('R14 a pasted address of another server gets no token, and the way to send one is said', () => {
    for (const environment of [
      { GITHUB_TOKEN: 'one', GH_TOKEN: 'two' },
      {
        GITHUB_TOKEN: 'one',
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_API_URL: 'https://api.github.com',
      },
    ]) {
      for (const server of ['https://git.example', 'https://github.com.example', 'https://github.com:8443']) {
        const found = githubAddress(server, environment);
        expect(found.token).toBe('');
        expect(found.tokenMissing).toContain(`GITHUB_SERVER_URL=${server}`);
      }
    }
  });

  it('an unencrypted address is refused unless the environment names it', () => {
    expect(() => githubAddress('http://git.example', {})).toThrow('"http://git.example" is not encrypted');
    const environment = { GITHUB_SERVER_URL: 'http://git.example', GITHUB_TOKEN: 'one' };
    expect(githubAddress('http://git.example', environment).token).toBe('one');
  });
});
