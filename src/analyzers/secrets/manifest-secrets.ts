import { isCommonWord, isPlaceholder } from './placeholder.ts';
import type { SecretCandidate } from './secret-span.ts';

const IS_SECRET = /^[ \t]{0,20}["']?kind["']?[ \t]{0,4}:[ \t]{0,4}["']?Secret["']?[ \t]{0,4},?\r?$/m;
const DATA = /^([ \t]{0,20})["']?(data|stringData)["']?[ \t]{0,4}:[ \t]{0,4}\{?[ \t]{0,4}\r?$/;
const ENTRY =
  /^([ \t]{1,40})["']?([\w.-]{1,100})["']?[ \t]{0,4}:[ \t]{0,4}["']?([^\s"'{}<>|>]{6,4000})["']?,?[ \t]{0,4}\r?$/;
/** Entries that are no secret, or are public. */
const HARMLESS =
  /(?:user(?:name)?|host|port|url|uri|endpoint|region|email|namespace|name|type|mode)$|(?:ca|tls)\.crt$/i;
/** Longest text that is looked at; manifests are far shorter. */
const LONGEST = 500_000;

/**
 * Finds the values of a Kubernetes Secret that is committed as it is: Base64 hides nothing. Sealed and encrypted ones
 * have other kinds or other values.
 */
export function findManifestSecrets(text: string): SecretCandidate[] {
  if (text.length > LONGEST || !IS_SECRET.test(text)) return [];
  const found: SecretCandidate[] = [];
  let at = 0;
  // The documents of one file, each with an offset: a ConfigMap may follow the Secret.
  for (const manifest of text.split(/^(?=---[ \t]*\r?$)/m)) {
    if (IS_SECRET.test(manifest)) takeEntries(manifest, at, found);
    at += manifest.length;
  }
  return found;
}

function takeEntries(manifest: string, offset: number, found: SecretCandidate[]): void {
  let inside: { readonly indent: number; readonly isEncoded: boolean } | null = null;
  let at = offset;
  for (const line of manifest.split('\n')) {
    const start = at;
    at += line.length + 1;
    const block = DATA.exec(line);
    if (block !== null) {
      inside = { indent: (block[1] ?? '').length, isEncoded: block[2] === 'data' };
      continue;
    }
    if (line.trim() === '' || inside === null) continue;
    const [, , key = '', value = ''] = ENTRY.exec(line) ?? [];
    if (line.length - line.trimStart().length <= inside.indent) inside = null;
    else if (value !== '' && isSecretEntry(key, value, inside.isEncoded)) {
      const from = start + line.lastIndexOf(value);
      found.push({
        start: from,
        end: from + value.length,
        kind: 'value of a Kubernetes Secret',
        ruleId: 'kubernetes-secret',
        severity: 'high',
        confidence: 78,
      });
    }
  }
}

function isSecretEntry(key: string, value: string, isEncoded: boolean): boolean {
  if (HARMLESS.test(key) || /^(?:ENC\[|\$|%|vault:|ref\+|op:)/.test(value)) return false;
  const plain = isEncoded ? decoded(value) : value;
  return plain.length >= 4 && !isPlaceholder(plain) && !isCommonWord(plain) && !isPlaceholder(value);
}

/** The text behind Base64, or the empty text where it is none. */
function decoded(value: string): string {
  if (!/^[A-Za-z0-9+/]{4,4000}={0,2}$/.test(value) || value.replace(/=+$/, '').length % 4 === 1) return '';
  try {
    return atob(value);
  } catch {
    return ''; // not Base64 after all: nothing is hidden in it
  }
}
