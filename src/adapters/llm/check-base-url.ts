import { ReviewError } from '../../errors.ts';

/** Where models are asked when nothing else is given. */
export const DEFAULT_BASE_URL = 'https://api.anthropic.com';

/**
 * Checks the address that key and code are sent to: https, or http to this machine itself; no credentials in it.
 * @returns the address without slashes at its end
 * @throws ReviewError `bad-usage` when it may not be used
 */
export function checkBaseUrl(baseUrl: string): string {
  const refuse = (why: string): ReviewError =>
    new ReviewError(
      'bad-usage',
      `The model address "${withoutCredentials(baseUrl)}" cannot be used: ${why}.`,
      'Give an https address without user name and password (http is allowed to localhost only), for example https://api.anthropic.com.',
    );
  let url: URL;
  try {
    url = new URL(baseUrl);
  } catch {
    throw refuse('it is no absolute address');
  }
  if (url.username !== '' || url.password !== '') throw refuse('it holds credentials');
  if (url.search !== '' || url.hash !== '') throw refuse('it holds a query or a fragment');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    throw refuse('the key and the code would travel unencrypted');
  }
  return url.href.replace(/\/+$/, '');
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

function withoutCredentials(address: string): string {
  return address.slice(0, 200).replace(/\/\/[^/@]{0,200}@/, '//…@');
}
