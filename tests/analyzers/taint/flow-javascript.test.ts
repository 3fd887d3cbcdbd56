import { describe, expect, it } from 'vitest';
import { placesIn } from './find-in.ts';

/** An Express handler with the lines as its body. */
const handler = (...lines: readonly string[]) =>
  ["const { exec } = require('child_process');", "app.get('/', async (req, res) => {", ...lines, '});'].join(
    '\n',
  );

describe('data flow in JavaScript and TypeScript', () => {
  it.each([
    ['destructuring', ['const { body: { host } } = req;', `exec(\`ping \${host}\`);`], 4],
    ['a default', ["const { host = 'a' } = req.query;", `exec(\`ping \${host}\`);`], 4],
    ['a list pattern', ["const [, second] = req.query.q.split(' ');", 'exec(second);'], 4],
    ['a ternary', ["exec(req.query.a ? req.query.a : 'ls');"], 3],
    ['a fallback', ["exec(req.query.a || 'ls');"], 3],
    ['a spread', ['const all = { ...req.query };', 'exec(all.host);'], 4],
    ['a callback of map', ["exec(req.query.list.map((each) => '-n ' + each).join(' '));"], 3],
    ['a promise', ['Promise.resolve(req.query.a).then((host) => exec(host));'], 3],
    ['a closure', ["const run = () => exec('ping ' + req.query.a);", 'run();'], 3],
    ['an awaited body', ['const { host } = await req.json();', 'exec(host);'], 4],
    ['a switch', ["let a; switch (x) { case 1: a = req.query.a; break; default: a = 'b'; }", 'exec(a);'], 4],
    ['URLSearchParams', ['const q = new URL(req.url).searchParams;', "exec(q.get('a'));"], 4],
  ])('follows input through %s', async (_, lines, line) => {
    expect(await placesIn('javascript', handler(...lines))).toContain(`command:${line}`);
  });

  it.each([
    ['a number', [`exec(\`kill \${Number(req.query.pid)}\`);`]],
    ['another property', ["const all = { a: req.query.a, b: 'ls' };", 'exec(all.b);']],
    ['an allow-list', ["if (!['a', 'b'].includes(req.query.a)) return;", 'exec(req.query.a);']],
    ['indexOf', ["if (['a', 'b'].indexOf(req.query.a) === -1) return;", 'exec(req.query.a);']],
    ['a map of what is allowed', ["const hosts = { a: 'one', b: 'two' };", 'exec(hosts[req.query.a]);']],
    ['an early answer', ['const a = req.query.a;', "if (a !== 'x') { res.end(); return; }", 'exec(a);']],
    [
      'a test kept in a variable',
      ["const ok = ['a', 'b'].includes(req.query.a);", 'if (!ok) return;', 'exec(req.query.a);'],
    ],
    ['a test before &&', ['const a = req.query.a;', '/^[a-z]+$/.test(a) && exec(a);']],
  ])('stops at %s', async (_, lines) => {
    expect(await placesIn('javascript', handler(...lines))).toEqual([]);
  });

  it.each(['typescript', 'tsx'])('reads %s', async (language) => {
    const text = `import { exec } from 'node:child_process';
export const run = (req: Request, res: Response): void => {
  const host = req.query.host as string;
  exec(\`ping \${host!}\`);
};`;

    expect(await placesIn(language, text)).toEqual(['command:4']);
  });

  it('sees attributes of markup', async () => {
    const text = `export function Page() {
  const text = window.location.hash.slice(1);
  return <div dangerouslySetInnerHTML={{ __html: text }} title={text} />;
}`;

    expect(await placesIn('tsx', text)).toEqual(['xss:3']);
  });

  it('lets a fixed host be followed by anything', async () => {
    const lines = [
      `await fetch(\`https://api.example.com/items/\${req.query.id}\`);`,
      `await fetch(\`\${BASE}/items/\${req.query.id}\`);`,
      `await fetch(\`https://\${req.query.host}/\`);`,
    ];

    expect(await placesIn('javascript', handler(...lines))).toEqual(['ssrf:5']);
  });

  it('says with doubt what a parameter brings when nobody in the file calls the function', async () => {
    expect(
      await placesIn(
        'javascript',
        "export const find = (name) => pool.query('select * from t where n = ' + name);",
      ),
    ).toEqual(['sql:1']);
    expect(await placesIn('javascript', 'export const find = (text) => pool.query(text);')).toEqual([]);
    expect(
      await placesIn(
        'typescript',
        "export const find = (id: number) => pool.query('select * from t where n = ' + id);",
      ),
    ).toEqual([]);
  });
});
