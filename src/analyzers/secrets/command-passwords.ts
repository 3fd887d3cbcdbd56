import { isCommonWord, isPlaceholder, looksRandom } from './placeholder.ts';
import type { SecretCandidate } from './secret-span.ts';

const VALUE = '["\']?([^\\s"\'$<>{}()`|;&]{6,200})';

/**
 * Programs that take a password or token on their command line, by the manual of each. Group 1 is the value. The names
 * of options that say so themselves (`--password`) count behind any program.
 */
const COMMANDS: readonly RegExp[] = [
  '\\b(?:docker|podman|helm|oras|skopeo|buildah|nerdctl|crane)\\b[^\\n]{0,60}?\\blogin\\b[^\\n]{0,120}?[ \\t]-p[ \\t=]',
  '\\b(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump)\\b[^\\n]{0,120}?[ \\t]-p',
  '\\bsshpass[ \\t]{1,4}-p[ \\t]{0,4}',
  '\\bredis-cli\\b[^\\n]{0,120}?[ \\t]-a[ \\t]{1,4}',
  '\\b(?:mongo|mongosh|mongodump|mongorestore)\\b[^\\n]{0,120}?[ \\t]-p[ \\t]{1,4}',
  '\\b(?:sqlcmd|bcp)\\b[^\\n]{0,120}?[ \\t]-P[ \\t]{0,4}',
  '\\bpass(?:in|out)[ \\t]{1,4}["\']?pass:',
  '\\bcurl\\b[^\\n]{0,200}?[ \\t]--oauth2-bearer[ \\t=]{1,4}',
  '(?:^|[ \\t;&])[A-Z0-9_]{0,30}(?:PASSWORD|PASSWD|TOKEN|SECRET|API_KEY|ACCESS_KEY)=',
  '^[ \\t]{0,8}ENV[ \\t]{1,4}[A-Z0-9_]{0,30}(?:PASSWORD|PASSWD|TOKEN|SECRET|API_KEY|ACCESS_KEY)[ \\t]{1,4}',
  '(?:^|[ \\t])--(?:[a-z]{1,20}-){0,2}(?:password|passwd|passphrase|api-key|apikey|access-token|auth-token|secret-key|client-secret|token)[ \\t=]{1,4}',
  '^[ \\t]{0,8}machine[ \\t]{1,4}\\S{1,100}[ \\t]{1,4}login[ \\t]{1,4}\\S{1,100}[ \\t]{1,4}password[ \\t]{1,4}',
].map((before) => new RegExp(`${before}${VALUE}`, 'gm'));
/** `curl -u name:password`, the password alone; options of one letter may be joined (`-sSu`). A key may stand alone. */
const CURL_USER =
  /\bcurl\b[^\n]{0,200}?[ \t](?:-[a-zA-Z]{0,6}u|--user)[ =]?["']?([^\s:"'`$]{1,200}):([^\s"'`$<>{}]{0,120})/g;

/** A longer line is data, not a command that somebody typed; a shorter one has no room for a password. */
const LONGEST_LINE = 4_000;
const SHORTEST_LINE = 16;
const HINT = /pass|login|token|secret|-key|_key|curl|mysql|maria|redis|mongo|sqlcmd|bcp/i;

/** Finds passwords and tokens in the arguments of commands, wherever the command is written. */
export function findCommandPasswords(text: string): SecretCandidate[] {
  const found: SecretCandidate[] = [];
  if (!HINT.test(text)) return found;
  let at = 0;
  for (const line of text.split('\n')) {
    const isCommand = line.length >= SHORTEST_LINE && line.length <= LONGEST_LINE;
    if (isCommand && HINT.test(line)) findInLine(line, at, found);
    at += line.length + 1;
  }
  return found;
}

function findInLine(line: string, at: number, found: SecretCandidate[]): void {
  for (const pattern of COMMANDS) {
    for (const match of line.matchAll(pattern)) {
      const value = match[1] ?? '';
      if (isSecretArgument(value))
        found.push(candidate(at + match.index + match[0].lastIndexOf(value), value));
    }
  }
  for (const match of line.matchAll(CURL_USER)) {
    const [whole, user = '', password = ''] = match;
    const isKey = password === '' || /^x$/i.test(password);
    const value = isKey ? user : password;
    if (isKey ? looksRandom(value) && !isPlaceholder(value) : value.length >= 4 && isHidden(value))
      found.push(candidate(at + match.index + whole.lastIndexOf(isKey ? `${value}:` : value), value));
  }
}

function isSecretArgument(value: string): boolean {
  const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((one) => one.test(value)).length;
  if (
    /^[-/.~@%\\]|^[A-Z_]+$|^[a-z]+[A-Z][A-Za-z]*$/.test(value) ||
    /^https?:|\.(?:txt|json|ya?ml|env)$/.test(value)
  )
    return false;
  return (
    isHidden(value) && (looksRandom(value) || (classes >= 3 && /[0-9]/.test(value) && value.length >= 8))
  );
}

function isHidden(value: string): boolean {
  return !isPlaceholder(value) && !isCommonWord(value);
}

function candidate(start: number, value: string): SecretCandidate {
  return {
    start,
    end: start + value.length,
    kind: 'password of a command',
    ruleId: 'command-password',
    severity: 'high',
    confidence: 70,
  };
}
