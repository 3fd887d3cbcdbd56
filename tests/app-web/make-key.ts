import { generateKeyPairSync } from 'node:crypto';

/** A new private key in PEM, as GitHub gives one to an App. */
export function makeKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
}

/** A secret that nobody wrote down. */
export function makeSecret(): string {
  return [...'webhook'].map((letter, index) => `${letter}${index}${letter.toUpperCase()}`).join('-');
}
