import { createPrivateKey, type KeyObject } from 'node:crypto';
import { ReviewError } from '../../../errors.ts';

/** GitHub's keys have 2,048 bits; a shorter one is no key of an App. */
const LEAST_BITS = 2048;

/**
 * The private key of an App, from its PEM: as the file is, with `\n` spelt out on one line, or the whole in base64, as
 * settings of hosting services hold it. Neither the error nor its cause holds anything of the text (R40).
 * @throws ReviewError `bad-configuration`
 */
export function readPrivateKey(text: string): KeyObject {
  const pem = toPem(text);
  if (pem === null) {
    throw badKey(
      text.trim() === ''
        ? 'The private key of the App is empty.'
        : 'The private key of the App is no PEM: it has no line "-----BEGIN ... PRIVATE KEY-----".',
    );
  }
  if (/-----BEGIN ENCRYPTED /.test(pem) || /^Proc-Type: 4,ENCRYPTED/m.test(pem)) {
    throw badKey('The private key of the App is protected by a pass phrase.');
  }
  const key = parse(pem);
  if (key === null) throw badKey('The private key of the App is damaged: its PEM cannot be read.');
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa' || bits < LEAST_BITS) {
    throw badKey('The private key is not the one of an App: GitHub gives RSA keys of 2,048 bits.');
  }
  return key;
}

/** The text as a PEM, or null when it is none in any of the three spellings. */
function toPem(text: string): string | null {
  const plain = text.trim().replaceAll('\\n', '\n').replaceAll('\r\n', '\n');
  if (isPem(plain)) return `${plain}\n`;
  if (!/^[\w+/=\s-]+$/.test(plain)) return null;
  const decoded = Buffer.from(plain, 'base64').toString('utf8').trim();
  return isPem(decoded) ? `${decoded}\n` : null;
}

function isPem(text: string): boolean {
  return /^-----BEGIN [A-Z ]*PRIVATE KEY-----\n/.test(text);
}

function parse(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null; // the reason of the library may quote the text, so it goes nowhere
  }
}

function badKey(what: string): ReviewError {
  return new ReviewError(
    'bad-configuration',
    what,
    'Give the whole .pem file that GitHub made under "Private keys" of the App\'s settings, as it is or in base64.',
  );
}
