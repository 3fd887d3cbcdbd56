import { isCommonWord, isPlaceholder, isSequence, looksRandom } from './placeholder.ts';
import type { SecretCandidate } from './secret-span.ts';

const NAME =
  '[\\w.:-]{0,40}(?:password|passwd|passphrase|secret|api[_-]?key|access[_-]?key|auth[_-]?key|token|private[_-]?key)';
/** `<password>…</password>`, as in Maven's settings. Group 1 name, 2 value. */
const ELEMENT = new RegExp(`<(${NAME})>([^<>\\s]{6,300})</`, 'gi');
/** `<add key="Password" value="…"/>` of .NET and NuGet, `<property name="…" value="…"/>` of Spring. */
const ATTRIBUTES = new RegExp(
  `\\b(?:key|name|id)="(${NAME})"[ \\t]{1,8}(?:value|content)="([^"\\s]{6,300})"`,
  'gi',
);
/** `<string name="api_secret">…</string>` of Android, `<entry key="…">…</entry>` of Java. */
const NAMED_ELEMENT = new RegExp(
  `<\\w{1,20}[ \\t]{1,4}(?:key|name)="(${NAME})"[^<>]{0,80}>([^<>\\s]{6,300})</`,
  'gi',
);

/** Finds secrets in XML: the name stands in a tag or an attribute, the value behind it. */
export function findMarkupSecrets(text: string): SecretCandidate[] {
  if (!text.includes('<')) return [];
  const found: SecretCandidate[] = [];
  for (const pattern of [ELEMENT, ATTRIBUTES, NAMED_ELEMENT]) {
    for (const match of text.matchAll(pattern)) {
      const [whole, name = '', value = ''] = match;
      if (!isSecretValue(name, value)) continue;
      const start = match.index + whole.lastIndexOf(value);
      const isPassword = /pass/i.test(name);
      found.push({
        start,
        end: start + value.length,
        kind: isPassword ? 'password in a settings file' : 'key in a settings file',
        ruleId: 'markup-secret',
        severity: 'high',
        confidence: looksRandom(value) ? 80 : 65,
      });
    }
  }
  return found;
}

function isSecretValue(name: string, value: string): boolean {
  if (isPlaceholder(value) || isCommonWord(value) || isSequence(value)) return false;
  // `{…}` is how Maven writes an encrypted value, `$…$`, `@…@` and `%…%` are filled in elsewhere.
  if (/^[{$@%#/.\\]|^https?:|^(?:true|false)$/i.test(value)) return false;
  if (looksRandom(value)) return true;
  return /pass/i.test(name) && value.length >= 8 && /[0-9]/.test(value) && /[A-Za-z]/.test(value);
}
