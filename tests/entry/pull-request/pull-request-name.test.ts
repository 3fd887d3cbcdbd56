import { describe, expect, it } from 'vitest';
import { readPullRequestName } from '../../../src/entry/pull-request/pull-request-name.ts';

describe('the name of a pull request', () => {
  const SHOP = { owner: 'octo', repo: 'shop.js', number: 7 };
  it.each([
    ['octo/shop.js#7', null],
    [' octo/shop.js#7 ', null],
    ['https://github.com/octo/shop.js/pull/7', 'https://github.com'],
    ['https://github.com/octo/shop.js/pull/7/files?w=1#diff-1', 'https://github.com'],
    ['https://git.example:8443/octo/shop.js/pull/7/', 'https://git.example:8443'],
  ])('%s', (text, serverUrl) => {
    expect(readPullRequestName('--pr', text)).toEqual({ ...SHOP, serverUrl });
  });

  it.each([
    'octo/shop',
    'octo/shop#0',
    'octo/shop#-1',
    'octo/shop#7.5',
    'octo/shop#99999999999',
    'shop#7',
    '#7',
    '7',
    '',
    'a/b/c#7',
    '../shop#7',
    'octo/..#7',
    'octo/shop#7\nx',
    'https://github.com/octo/shop/issues/7',
    'https://github.com/octo/shop/pull/',
    'https://github.com/octo/shop/pull/7x',
    'https://',
    'ftp://github.com/octo/shop/pull/7',
  ])('refuses %j', (text) => {
    expect(() => readPullRequestName('--pr', text)).toThrow(`--pr does not take "${text}"`);
  });

  it('does not repeat credentials of an address', () => {
    const password = ['pass', 'word'].join('');
    const name = `https://ada:${password}@github.com/octo/shop/pull/7`;
    expect(() => readPullRequestName('--pr', name)).toThrow(/address with credentials/);
    expect(() => readPullRequestName('--pr', name)).not.toThrow(password);
  });
});
