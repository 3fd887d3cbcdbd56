/** Characters drawn by a fixed generator, so that no secret-looking literal stands in this repository. */
export function drawn(length: number, alphabet: string, seed = 7): string {
  let state = seed * 2654435761 + 12345;
  let text = '';
  while (text.length < length) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    text += alphabet[(state >>> 16) % alphabet.length];
  }
  return text;
}

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
export const WORD = `${UPPER}${LOWER}${DIGITS}`;
export const BASE64 = `${WORD}+/`;
/** Base64 as addresses take it. */
const URL_SAFE = `${WORD}_-`;
export const HEX = `${DIGITS}abcdef`;
const BASE32 = `${UPPER}234567`;

/** One made-up secret of each kind, with the line it stands on. None opens anything. */
export function fakeSecrets(): readonly {
  readonly kind: string;
  readonly secret: string;
  readonly line: string;
}[] {
  const plain = (kind: string, secret: string) => ({ kind, secret, line: `const value = '${secret}';` });
  const uuid = [8, 4, 4, 4, 12].map((length, index) => drawn(length, HEX, index + 3)).join('-');
  const awsSecret = drawn(40, BASE64, 21);
  const storage = `${drawn(86, BASE64, 22)}==`;
  const password = `${drawn(12, WORD, 23)}7!`;
  return [
    plain('aws', `AKIA${drawn(16, BASE32)}`),
    { kind: 'aws secret', secret: awsSecret, line: `aws_secret_access_key = ${awsSecret}` },
    plain('google api', `AIza${drawn(35, WORD)}`),
    plain('google oauth', `GOCSPX-${drawn(28, WORD)}`),
    plain('azure client', `${drawn(3, WORD)}8Q~${drawn(34, WORD)}`),
    {
      kind: 'azure storage',
      secret: storage,
      line: `AccountName=logs;AccountKey=${storage};EndpointSuffix=x`,
    },
    plain('github', `ghp_${drawn(36, WORD)}`),
    plain(
      'github installation',
      `ghs_${drawn(7, DIGITS)}_eyJ${drawn(33, URL_SAFE)}.${drawn(300, URL_SAFE, 2)}.${drawn(342, URL_SAFE, 3)}`,
    ),
    plain('github fine', `github_pat_${drawn(22, WORD)}_${drawn(59, WORD)}`),
    plain('gitlab', `glpat-${drawn(20, WORD)}`),
    plain('stripe', `sk_live_${drawn(24, WORD)}`),
    plain('slack', `xoxb-${drawn(12, DIGITS)}-${drawn(12, DIGITS, 9)}-${drawn(24, WORD)}`),
    { kind: 'slack hook', secret: `T${drawn(9, UPPER)}/B${drawn(9, UPPER, 3)}/${drawn(24, WORD)}`, line: '' },
    plain('discord', `M${drawn(25, WORD)}.${drawn(6, WORD, 5)}.${drawn(30, WORD, 6)}`),
    plain('telegram', `${drawn(9, '123456789')}:AA${drawn(33, WORD)}`),
    plain('twilio', `SK${drawn(32, HEX)}`),
    plain('sendgrid', `SG.${drawn(22, WORD)}.${drawn(43, WORD, 3)}`),
    plain('mailgun', `key-${drawn(32, HEX)}`),
    plain('npm', `npm_${drawn(36, WORD)}`),
    plain('pypi', `pypi-AgEIcHlwaS5vcmc${drawn(80, WORD)}`),
    plain('docker', `dckr_pat_${drawn(27, WORD)}`),
    { kind: 'heroku', secret: uuid, line: `HEROKU_API_KEY=${uuid}` },
    {
      kind: 'cloudflare',
      secret: drawn(40, WORD, 31),
      line: `CLOUDFLARE_API_TOKEN: "${drawn(40, WORD, 31)}"`,
    },
    plain('digitalocean', `dop_v1_${drawn(64, HEX)}`),
    plain('openai', `sk-proj-${drawn(60, WORD)}T3BlbkFJ${drawn(40, WORD, 2)}`),
    plain('anthropic', `sk-ant-api03-${drawn(93, WORD)}AA`),
    plain('hugging face', `hf_${drawn(34, WORD)}`),
    plain('vault', `hvs.${drawn(90, WORD)}`),
    plain('databricks', `dapi${drawn(32, HEX)}`),
    plain('grafana', `glsa_${drawn(32, WORD)}_${drawn(8, HEX)}`),
    plain('new relic', `NRAK-${drawn(27, `${UPPER}${DIGITS}`)}`),
    plain('shopify', `shpat_${drawn(32, HEX)}`),
    plain('jwt', `eyJ${drawn(30, WORD)}.eyJ${drawn(60, WORD, 2)}.${drawn(43, WORD, 3)}`),
    {
      kind: 'database',
      secret: password,
      line: `url: postgres://service:${password}@db.prod.internal.net:5432/app`,
    },
    { kind: 'basic auth', secret: password, line: `curl https://deploy:${password}@git.company.net/x.git` },
    { kind: 'generic', secret: drawn(32, WORD, 41), line: `internalApiKey: "${drawn(32, WORD, 41)}",` },
    { kind: 'env', secret: drawn(32, WORD, 42), line: `SESSION_SECRET=${drawn(32, WORD, 42)}` },
  ].map((one) =>
    one.line === '' ? { ...one, line: `hook = "https://hooks.slack.com/services/${one.secret}"` } : one,
  );
}

/** A private key of many lines. */
export function fakePem(kind = 'RSA '): string {
  const body = Array.from({ length: 12 }, (_, index) => drawn(64, BASE64, index + 50)).join('\n');
  return [`-----BEGIN ${kind}PRIVATE`, `KEY-----\n${body}\n-----END ${kind}PRIVATE`, 'KEY-----'].join(' ');
}
