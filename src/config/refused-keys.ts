/** Words and compounds that only occur in keys that choose who gets the prompt, or with which credential. */
const REDIRECTS = ['url', 'uri', 'endpoint', 'provider', 'proxy', 'gateway', 'host', 'header', 'headers'];
const VENDORS = ['anthropic', 'openai', 'azure', 'bedrock', 'vertex'];
const CREDENTIALS = ['key', 'apikey', 'token', 'secret', 'password', 'credential', 'credentials'];
const COMPOUND_REDIRECTS = ['baseurl', 'apibase', 'apiurl', 'apihost', 'endpoint', 'proxy'];
const COMPOUND_CREDENTIALS = ['apikey', 'authtoken', 'accesskey', 'secretkey'];

/**
 * Why a key is refused wherever it stands in repository configuration, or null when it is merely unknown. A file in the
 * repository that could say where requests go could send the model key, and the code, anywhere (requirement R16).
 *
 * @param key as the user wrote it; its value must not be shown, it may be a credential
 */
export function refusalOf(key: string): string | null {
  const words = key
    .slice(0, 100)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  const compound = words.join('');
  const has = (single: readonly string[], parts: readonly string[]): boolean =>
    words.some((word) => single.includes(word)) || parts.some((part) => compound.includes(part));
  if (has(CREDENTIALS, COMPOUND_CREDENTIALS)) {
    return (
      'credentials are never read from repository configuration. Give the model key as the input ' +
      '"anthropic-api-key" of the action, from a secret, or as ANTHROPIC_API_KEY in the environment of the App or ' +
      'the command line, and take it out of this file (and out of use, if it was a real one)'
    );
  }
  if (has([...REDIRECTS, ...VENDORS], COMPOUND_REDIRECTS)) {
    return (
      'where the model is reached is never read from repository configuration, because whoever may edit a file could ' +
      'then send the model key and the code elsewhere. Set ANTHROPIC_BASE_URL in the environment of the workflow ' +
      'step, the App or the command line instead'
    );
  }
  return null;
}
