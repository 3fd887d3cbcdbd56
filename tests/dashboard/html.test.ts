import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { html, ready } from '../../src/service/dashboard/html.ts';
import { isOwnForm } from '../../src/service/dashboard/read-form.ts';
import { makeSeal } from '../../src/service/dashboard/seal.ts';
import { localPath } from '../../src/service/dashboard/sign-in.ts';

describe('R39 markup', () => {
  it('escapes every string, in text and in attributes', () => {
    const hostile = `"><script>alert(1)</script>'&`;
    expect(html`<a title="${hostile}">${hostile}</a>`.text).toBe(
      '<a title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;&amp;">&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;&amp;</a>',
    );
  });

  it('takes markup as it is, lists in a row, and nothing for null', () => {
    const items = ['<a>', 'b'].map((one) => html`<li>${one}</li>`);
    expect(html`<ul>${items}${null}${3}</ul>${ready('<hr>')}`.text).toBe(
      '<ul><li>&lt;a&gt;</li><li>b</li>3</ul><hr>',
    );
  });
});

describe('where a person is sent back to', () => {
  it.each(['/', '/reviews/0a1b-2c', '/?only=past&search=a%20b', '/repositories/1/2'])('keeps %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    '//evil.test',
    '/\\evil.test',
    'https://evil.test',
    'javascript:alert(1)',
    '/a\r\nset-cookie: x',
    '',
  ])('does not leave the site for %j', (path) => {
    expect(localPath(path)).toBe('/');
  });
});

describe('what is sealed', () => {
  const seal = makeSeal('a secret of the service');

  it('opens for its purpose only', () => {
    const closed = seal.close('token', 'words');
    expect(closed).not.toContain('words');
    expect(seal.open('token', closed)).toBe('words');
    expect(seal.open('cookie', closed)).toBeNull();
    expect(makeSeal('another secret').open('token', closed)).toBeNull();
    expect(seal.open('token', `${closed.slice(0, -2)}AA`)).toBeNull();
    expect(seal.open('token', 'x')).toBeNull();
  });

  it('is signed for one text', () => {
    const signature = seal.sign('form', 'session-1');
    expect(seal.isSigned('form', 'session-1', signature)).toBe(true);
    expect(seal.isSigned('form', 'session-2', signature)).toBe(false);
    expect(seal.isSigned('cookie', 'session-1', signature)).toBe(false);
    expect(seal.isSigned('form', 'session-1', '')).toBe(false);
  });
});

describe('R39 forms', () => {
  const from = (headers: Record<string, string>) => {
    const request = new IncomingMessage(new Socket());
    Object.assign(request.headers, headers);
    return isOwnForm(request, 'https://review.example.com');
  };

  it.each([
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://review.example.com' }, true],
    [{ origin: 'https://review.example.com' }, true],
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://review.example.com' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ origin: 'https://evil.test' }, false],
    [{ origin: 'null' }, false],
    [{}, false],
  ])('%j is ours: %s', (headers, isOurs) => {
    expect(from(headers)).toBe(isOurs);
  });
});
