import fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { findByRules, findSecrets, SECRET_RULES } from '../../../src/analyzers/secrets/find-secrets.ts';
import { maskSecrets } from '../../../src/analyzers/secrets/mask-secrets.ts';
import { processorNow } from '../processor-time.ts';
import { BASE64, drawn, fakePem, fakeSecrets, WORD } from './fake-secrets.ts';

const masked = async (text: string) => maskSecrets(text, await findSecrets(text));

describe('what is sealed for a cluster', () => {
  const sealed = `Ag${drawn(60, BASE64)}`;
  const manifest = (kind: string) => `kind: ${kind}\nspec:\n  encryptedData:\n    password: ${sealed}\n`;

  it('is made to be committed', async () => {
    expect(await findSecrets(manifest('SealedSecret'))).toEqual([]);
    expect(await findSecrets(manifest('Secret'))).not.toEqual([]);
  });
});

describe('R15 secrets are found and masked', () => {
  it.each(fakeSecrets())('$kind', async ({ secret, line }) => {
    const text = `first\n${line}\nlast`;

    const spans = await findSecrets(text);
    const result = maskSecrets(text, spans);

    expect(spans.map((span) => span.line)).toEqual([2]);
    expect(result).not.toContain(secret.slice(4, -4));
    expect(result.length).toBe(text.length);
    expect(result.split('\n').length).toBe(3);
  });

  it.each(['RSA ', 'EC ', 'OPENSSH ', '', 'ENCRYPTED ', 'DSA '])(
    'masks the whole body of a %sprivate key',
    async (kind) => {
      const pem = fakePem(kind);
      const text = `a\n${pem}\nz`;

      const result = await masked(text);

      const lines = pem.split('\n');
      for (const line of lines.slice(1, -1)) expect(result).not.toContain(line.slice(0, 8));
      expect(result.split('\n').map((line) => line.length)).toEqual(
        text.split('\n').map((line) => line.length),
      );
      expect(result.split('\n')[1]).toBe(lines[0]);
    },
  );

  it('masks a key on one line, a key without its end and a key without its beginning', async () => {
    const lines = fakePem().split('\n');

    for (const text of [
      `{"private_key": "${lines.join('\\n')}\\n"}`,
      lines.slice(0, -1).join('\n'),
      `x = 1\n\n${lines.slice(1).join('\n')}`,
      lines.map((line) => `  "${line}\\n" +`).join('\n'),
    ]) {
      const result = await masked(text);
      for (const line of lines.slice(1, -1)) expect(result).not.toContain(line.slice(10, 40));
      expect(result.length).toBe(text.length);
    }
  });

  it('does not look for secrets in what it masked', async () => {
    const text = [...fakeSecrets().map((one) => one.line), fakePem()].join('\n');
    const once = await masked(text);

    expect(await findSecrets(once)).toEqual([]);
    expect(await masked(once)).toBe(once);
  });

  it('counts places right behind a byte-order mark', async () => {
    const { secret, line } = fakeSecrets()[0] ?? { secret: '', line: '' };

    expect(await masked(`\ufeff${line}`)).toBe(`\ufeff${line.replace(secret, '*'.repeat(secret.length))}`);
  });

  it('is not switched off by a comment in the text', async () => {
    const key = fakeSecrets()[0]?.line ?? '';

    const spans = await findSecrets(`// secretlint-disable\n${key} // secretlint-disable-line\n`);

    expect(spans).toHaveLength(1);
  });
});

describe('tokens of GitHub Apps', () => {
  const part = (length: number, seed: number) => drawn(length, `${WORD}_-`, seed);
  const token = `ghs_${drawn(7, '123456789')}_eyJ${part(33, 4)}.${part(300, 5)}.${part(342, 6)}`;

  it.each(['', ' ', '"', '=', ':', 'x-access-token:'])('are masked whole behind "%s"', async (before) => {
    const text = `fetched with ${before}${token}, and that was that`;

    const [span, ...others] = await findSecrets(text);

    expect(others).toEqual([]);
    expect(span).toMatchObject({ ruleId: 'github-token', severity: 'critical' });
    expect(await masked(text)).toBe(text.replace(token, '*'.repeat(token.length)));
  });

  it('are known without the library too, and told from names of things', () => {
    const names = 'ghs_1_is_short.and_not_a_token.at_all, nor is ghs_12_0123456789abcdef_without_dots';

    expect(findByRules(names)).toEqual([]);
    expect(findByRules(token)).toMatchObject([{ start: 0, end: token.length }]);
  });
});

describe('secrets by the place they stand in', () => {
  const value = `${drawn(10, WORD, 41)}7!Qz`;
  const key = drawn(32, `${WORD}0123456789`, 42);
  const basic = btoa(`deploy:${value}`);
  it.each([
    ['command-password', `docker login -u bob -p ${value} registry.internal`, value],
    ['command-password', `mysql -u root -p${value} shop`, value],
    ['command-password', `PGPASSWORD=${value} psql -h db`, value],
    ['command-password', `sshpass -p '${value}' ssh a@b`, value],
    ['command-password', `wget --user=a --password=${value} https://a.internal`, value],
    ['command-password', `curl -sSu admin:${value} https://a.internal`, value],
    ['command-password', `curl -u ${key}: https://a.internal`, key],
    ['command-password', `machine a.internal login bob password ${value}`, value],
    ['authorization-header', `curl -H "Dd-Api-Key: ${key}" https://a.internal`, key],
    ['generic-secret', `curl -H 'Authorization: Token token="${key}"' https://a.internal`, key],
    ['authorization-header', `Authorization: Basic ${basic}`, basic],
    ['generic-secret', `https://a.internal/hook?access_token=${key}&x=1`, key],
    ['generic-secret', `client.setApiKey("${key}");`, key],
    ['hard-coded-password', `spring.datasource.password=${value}`, value],
    ['markup-secret', `<password>${value}</password>`, value],
    ['markup-secret', `<add key="ClearTextPassword" value="${value}" />`, value],
    ['markup-secret', `<string name="api_secret">${key}</string>`, key],
    ['kubernetes-secret', `kind: Secret\nstringData:\n  config: "${key}"\n`, key],
    ['kubernetes-secret', `data:\n  config: ${btoa(value)}\nkind: Secret\n`, btoa(value)],
  ])('%s in %j', async (ruleId, text, secret) => {
    const spans = await findSecrets(text);

    expect(spans.map((span) => [span.ruleId, text.slice(span.start, span.end)])).toEqual([[ruleId, secret]]);
  });
});

describe('maskSecrets', () => {
  it('keeps length and line feeds for any spans, and masking twice changes nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '\n', '\r', 'é', '😀', '*') }),
        fc.array(
          fc.record({ start: fc.integer({ min: -5, max: 50 }), end: fc.integer({ min: -5, max: 50 }) }),
        ),
        (text, spans) => {
          const once = maskSecrets(text, spans);
          expect(once.length).toBe(text.length);
          expect(once.replace(/[^\r\n]/g, '.')).toBe(text.replace(/[^\r\n]/g, '.'));
          expect(maskSecrets(once, spans)).toBe(once);
        },
      ),
    );
  });
});

describe('what is no secret', () => {
  it.each([
    ["AWS's documented key", `key = "AKIA${'IOSFODNN7'}EXAMPLE"`],
    ['crosses', `token = "ghp_${'x'.repeat(36)}"`],
    ['a template', `password: "$${'{DB_PASSWORD}'}"`],
    ['the environment', 'const apiKey = process.env.API_KEY ?? "";'],
    ['a placeholder in angle brackets', 'api_key: "<your-api-key-goes-here>"'],
    ['change me', 'PASSWORD=changeme-changeme-1234'],
    ['a label', '"password": "Mot de passe oublie"'],
    ['a name', 'secretName: "production-database-credentials-v2"'],
    ['a path', 'tokenFile = "/var/run/secrets/kubernetes.io/token1"'],
    ['a documentation host', 'https://alice:kR9vQ2xTz7Lm@example.com/path'],
    ['a developer database', 'postgres://postgres:postgres@localhost:5432/app'],
    ['a public key', `-----BEGIN PUBLIC KEY-----\n${drawn(64, BASE64)}\n-----END PUBLIC KEY-----`],
    ['an empty key', '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----'],
    ['a subresource hash', `integrity="sha384-${drawn(64, BASE64)}"`],
    ['a commit', `commit: "${drawn(40, '0123456789abcdef')}"`],
    ['a header name', 'tokenHeader: "x-csrf-token-header-2024"'],
    ['code', 'const token = await createTokenForUser(user.id, options.expires2);'],
    ['a name of a machine in a command', 'docker login -u bob -p "$PASSWORD" registry.internal'],
    ['an option without its value', 'mysql -u root -p --host=db.internal'],
    ['a file of a password', 'wget --password-file=/run/secrets/password1'],
    ['a login that everybody writes', 'curl -u user:password https://api.internal'],
    ['basic authentication as everybody writes it', `Authorization: Basic ${btoa('user:password')}`],
    ['an element of Maven that is filled in', '<password>$' + '{env.PASSWORD_1}</password>'],
    ['an encrypted element of Maven', `<password>{${drawn(40, BASE64)}=}</password>`],
    ['a Secret that is sealed', 'kind: Secret\ndata:\n  password: ENC[AES256_GCM,data:1a2b3c4d]\n'],
    ['a user of a Secret', `kind: Secret\ndata:\n  username: ${btoa('administrator-1')}\n`],
    [
      'a ConfigMap beside a Secret',
      `kind: Secret\ndata: {}\n---\nkind: ConfigMap\ndata:\n  motto: ${btoa('nothing to hide 1')}\n`,
    ],
    ['a long name in small and large letters', 'tokenProvider = "createTokenForUserWithOptionsAndScope"'],
    ['masked', `STRIPE_KEY=sk_live_${'*'.repeat(24)}`],
  ])('%s', async (_name, text) => {
    expect(await findSecrets(text)).toEqual([]);
  });
});

describe('R26 analyzer regex safety', () => {
  it.each([
    'a',
    ' ',
    '"',
    '[',
    '-',
    'eyJ',
    'password=',
    '-----BEGIN PRIVATE KEY-----',
    '-----END PRIVATE KEY-----',
  ])('every rule reads a line of 1 MB of %j in under 200 ms', (unit) => {
    const text = unit.repeat(Math.floor(1_000_000 / unit.length));
    const slow = SECRET_RULES.filter((rule) => {
      const start = processorNow();
      let matches = 0;
      for (const _ of text.matchAll(rule.pattern)) matches += 1;
      return processorNow() - start > 200 || matches > text.length;
    });
    expect(slow.map((rule) => rule.ruleId)).toEqual([]);
  });

  it('every rule is written in the common subset with RE2', () => {
    for (const rule of SECRET_RULES) expect(() => RE2JS.compile(rule.pattern.source)).not.toThrow();
  });

  it('bounds a line of 2 MB and a file of 10,000 lines', async () => {
    const line = `x = "${drawn(2_000_000, WORD)}"`;
    const lines = Array.from(
      { length: 10_000 },
      (_, index) => `const value${index} = call("${drawn(12, WORD, index)}");`,
    ).join('\n');
    const start = processorNow();

    await findSecrets(line);
    await findSecrets(lines);

    expect(processorNow() - start).toBeLessThan(3_000);
  });
});
