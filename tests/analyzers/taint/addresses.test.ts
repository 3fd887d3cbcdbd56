import { describe, expect, it } from 'vitest';
import { placesIn } from './find-in.ts';

/** A handler that asks the address that its lines leave in `url`. */
const asking = (...lines: readonly string[]) =>
  [`app.get('/', async (req, res) => {`, ...lines, 'await fetch(url);', '});'].join('\n');

describe('addresses that a server asks', () => {
  it.each([
    ['concat', `const url = 'https://api.example.com'.concat('/items/', req.query.id);`],
    ['join', `const url = ['https://api.example.com', req.query.id].join('/');`],
    [
      'a host of the environment',
      `const url = 'https://' + process.env.API_HOST + '/items/' + req.query.id;`,
    ],
    ['a path from the base', `const url = '/items/' + req.query.id;`],
    ['a folder from the base', `const url = 'items/' + req.query.id;`],
    ['parameters set afterwards', `const url = new URL(API); url.searchParams.set('id', req.query.id);`],
    ['a path set afterwards', `const url = new URL('https://a.example'); url.pathname = req.query.path;`],
    ['a path resolved', `const url = new URL('/items/' + req.query.id, 'https://a.example');`],
    ['its text', `const at = new URL('https://a.example/?id=' + req.query.id); const url = String(at);`],
    ['an address in options', "const url = { uri: 'https://api.example.com/' + req.query.id };"],
    ['an address grown', "let url = ''; url += 'https://api.example.com/'; url += req.query.id;"],
    ['a place filled in', "const url = 'https://api.example.com/{id}'.replace('{id}', req.query.id);"],
    ['an unknown function', 'const url = addressOf(req.query.id);'],
    ['a look-up', 'const url = addresses.get(req.query.id);'],
  ])('stay on their host: %s', async (_, line) => {
    expect(await placesIn('javascript', asking(line))).toEqual([]);
  });

  it.each([
    ['a host set afterwards', `const url = new URL('https://a.example'); url.host = req.query.host;`],
    ['an address resolved', `const url = new URL(req.query.url, 'https://a.example');`],
    ['two slashes', `const url = '/' + req.query.path;`],
    ['a joined host', `const url = ['https:/', req.query.host].join('/');`],
  ])('leave it: %s', async (_, line) => {
    expect(await placesIn('javascript', asking(line))).toEqual(['ssrf:3']);
  });

  it.each([
    ['a list of hosts', 'if (HOSTS.indexOf(new URL(req.query.url).hostname) === -1) return;'],
    [
      'the end of the host',
      `const at = new URL(req.query.url); if (!at.hostname.endsWith('.a.example')) return;`,
    ],
    ['scheme and host by an expression', 'if (!/^https:\\/\\/a\\.example\\//.test(req.query.url)) return;'],
    [
      'one of two',
      "if (!(req.query.url === 'https://a.example' || req.query.url === 'https://b.example')) return;",
    ],
    ['a call that throws otherwise', 'assertAllowed(req.query.url);'],
  ])('are harmless once checked: %s', async (_, line) => {
    expect(await placesIn('javascript', asking(line, 'const url = req.query.url;'))).toEqual([]);
  });

  it.each([
    [
      'one of two that may be anything',
      "if (!(req.query.url === 'https://a.example' || req.query.any)) return;",
    ],
    ['a list of something else', 'if (NAMES.indexOf(req.query.name) === -1) return;'],
    ['an expression without a host', 'if (!/^https/.test(req.query.url)) return;'],
    ['a call that does something else', 'logAddress(req.query.url);'],
  ])('are not made harmless by %s', async (_, line) => {
    expect(await placesIn('javascript', asking(line, 'const url = req.query.url;'))).toEqual(['ssrf:4']);
  });
});

describe('answers that no browser reads as a page', () => {
  const answering = (...lines: readonly string[]) =>
    [`app.get('/', (req, res) => {`, ...lines, 'res.send(req.query.text);', '});'].join('\n');

  it.each([
    [`res.set('Content-Type', 'text/plain');`],
    [`res.type('json');`],
    [`res.writeHead(200, { 'Content-Type': 'text/csv' });`],
  ])('are harmless after %s', async (line) => {
    expect(await placesIn('javascript', answering(line))).toEqual([]);
  });

  it.each([
    [`res.set('Content-Type', 'text/html');`],
    [`res.set('X-Name', 'text/plain');`],
    [`other.type('json');`],
    [`if (req.query.plain) res.type('json');`],
  ])('are a page after %s', async (line) => {
    expect(await placesIn('javascript', answering(line))).toEqual(['xss:3']);
  });
});

describe('numbers', () => {
  it.each(['page * 1 - 1', 'list.length', 'first < second', 'ORDER[key]'])(
    'and what is chosen from constants are no text: %s',
    async (code) => {
      const text = `const ORDER = { a: 'a', b: 'b' };
export const find = (page, list, first, second, key) => db.query('select * from t order by ' + (${code}));`;

      expect(await placesIn('javascript', text)).toEqual([]);
    },
  );
});

describe('texts that may be no number', () => {
  it.each([
    ["if text == 'nan':\n        return 0"],
    ["if 'nan' in text.lower():\n        return 0"],
    ["if text.lower() in ('nan', 'inf'):\n        return 0"],
  ])('are harmless after %s', async (check) => {
    const code = `def price(request):\n    text = request.GET['price']\n    ${check}\n    return float(text)`;

    expect(await placesIn('python', code)).toEqual([]);
  });

  it('are not after another comparison', async () => {
    const code =
      "def price(request):\n    text = request.GET['price']\n    if text == '':\n        return 0\n    return float(text)";

    expect(await placesIn('python', code)).toEqual(['nan:5']);
  });
});
