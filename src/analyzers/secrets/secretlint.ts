import { isPlaceholder } from './placeholder.ts';
import type { SecretCandidate } from './secret-span.ts';

/** secretlint's own identifiers → words for people. Others are shown by their id. */
const KINDS = new Map([
  ['aws', 'AWS credential'],
  ['gcp', 'Google Cloud service account key'],
  ['npm', 'npm credential'],
  ['openai', 'OpenAI API key'],
  ['basicauth', 'password in a URL'],
  ['database-connection-string', 'database password in a URL'],
  ['github', 'GitHub token'],
  ['gitlab', 'GitLab token'],
  ['sendgrid', 'SendGrid API key'],
  ['privatekey', 'private key'],
]);

/**
 * Runs the rules of secretlint's recommended preset over a text. The preset is loaded at first use, in its own chunk.
 *
 * The rules run without `@secretlint/core`: its runner cuts a byte-order mark off before it counts (every place would
 * be one off), keeps timing marks of every file for ever, and obeys comments in the text that switch rules off.
 *
 * @throws what a rule throws: a check that failed is an error of the review, not silence
 */
export async function runSecretlint(text: string): Promise<SecretCandidate[]> {
  const { rules } = await import('@secretlint/secretlint-rule-preset-recommend');
  const source = makeSource(text);
  const found: SecretCandidate[] = [];
  for (const rule of rules) {
    if (rule.meta.type !== 'scanner' || !rule.meta.supportedContentTypes.includes('text')) continue;
    const name = rule.meta.id.replace('@secretlint/secretlint-rule-', '');
    const { file } = rule.create(
      {
        sharedOptions: {},
        createTranslator: () => (messageId) => ({
          message: '',
          messageId: String(messageId),
          data: undefined,
        }),
        ignore: () => {},
        report: ({ message, range }) => {
          const candidate = toCandidate(name, message.messageId, text, range);
          if (candidate !== null) found.push(candidate);
        },
      },
      {},
    );
    await file?.(source);
  }
  return found;
}

function toCandidate(
  name: string,
  messageId: string,
  text: string,
  [start, end]: readonly [number, number],
): SecretCandidate | null {
  const value = text.slice(start, end);
  // An account id is no secret.
  if (messageId === 'AWSAccountID' || isPlaceholder(value, value.includes('_live_'))) return null;
  const isUrl = name === 'basicauth' || name === 'database-connection-string';
  return {
    start,
    end,
    kind: KINDS.get(name) ?? `${name} credential`,
    ruleId: name === 'privatekey' ? 'private-key' : `${name}-credential`,
    severity: isUrl ? 'high' : 'critical',
    confidence: 88,
  };
}

type Source = Parameters<NonNullable<ReturnType<Preset[number]['create']>['file']>>[0];
type Preset = typeof import('@secretlint/secretlint-rule-preset-recommend')['rules'];

/** The text as rules want to see it: no file stands behind it, and places are offsets only. */
function makeSource(text: string): Source {
  const position = { line: 1, column: 0 };
  return {
    hasBOM: false,
    content: text,
    filePath: undefined,
    physicalFilePath: undefined,
    contentType: 'text',
    ext: '',
    getFilePath: () => undefined,
    getPhysicalFilePath: () => undefined,
    locationToRange: () => [0, 0],
    rangeToLocation: () => ({ start: position, end: position }),
    positionToIndex: () => 0,
    indexToPosition: () => position,
  };
}
