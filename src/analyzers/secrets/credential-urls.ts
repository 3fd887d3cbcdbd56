import { isCommonWord, isPlaceholder } from './placeholder.ts';
import type { SecretCandidate } from './secret-span.ts';

/** `scheme://user:password@host`; RFC 3986 user information. Group 1 scheme, 2 user, 3 password, 4 host. */
const URL_WITH_PASSWORD =
  /\b([a-z][a-z0-9+]{1,15}):\/\/([^\s:@/'"`<>{}()|]{0,80}):([^\s@'"`<>{}()|/]{3,200})@([A-Za-z0-9._[\]-]{1,200})/gi;
/** ADO.NET, JDBC and ODBC connection strings. Group 1 is the password. */
const CONNECTION_STRING =
  /\b(?:server|data source|host|addr|address|uid|user id|user|username)=[^\n;"'`]{1,200};(?:[^\n;"'`=]{1,30}=[^\n;"'`]{0,100};){0,8}[ ]?(?:password|pwd)=([^;"'`\s]{4,100})/gi;
const DATABASE =
  /^(?:postgres(?:ql)?|mysql2?|mariadb|mongodb(?:\+srv)?|rediss?|amqps?|mssql|sqlserver|clickhouse|cockroachdb|oracle|db2|cassandra|neo4j|bolt|nats|kafka|ldaps?|couchdb|elasticsearch|snowflake|redshift|influxdb)/i;
const OWN_MACHINE = /^(?:localhost|127\.|0\.0\.0\.0|\[::1?\]|host\.docker\.internal|[a-z_-]{1,20}$)/i;
/** RFC 2606 and RFC 6761: names for documentation. */
const DOCUMENTATION_HOST = /(?:^|\.)(?:example\.(?:com|org|net|edu)|example|invalid|test)$/i;

/** Finds passwords inside URLs and connection strings; the span is the password alone. */
export function findCredentialUrls(text: string): SecretCandidate[] {
  const found: SecretCandidate[] = [];
  if (text.includes('://') && text.includes('@')) {
    for (const match of text.matchAll(URL_WITH_PASSWORD)) pushUrl(match, found);
  }
  for (const match of text.matchAll(CONNECTION_STRING)) {
    const password = match[1] ?? '';
    if (isPlaceholder(password) || isCommonWord(password) || password.startsWith('$')) continue;
    const end = match.index + match[0].length;
    found.push({
      start: end - password.length,
      end,
      kind: 'database password',
      ruleId: 'connection-string-password',
      severity: 'high',
      confidence: 80,
    });
  }
  return found;
}

function pushUrl(match: RegExpExecArray, found: SecretCandidate[]): void {
  const [, scheme = '', user = '', password = '', host = ''] = match;
  if (isPlaceholder(password) || isCommonWord(password) || /^(?:\$|%[A-Z_a-z]{3}|:|\{|\[)/.test(password))
    return;
  if (password.toLowerCase() === user.toLowerCase() || /^[A-Z_]{3,40}$/.test(password)) return;
  if (DOCUMENTATION_HOST.test(host) || /^(?:user(?:name)?|login|foo)$/i.test(user)) return;
  const isDatabase = DATABASE.test(scheme);
  const isOwn = OWN_MACHINE.test(host);
  const start = match.index + scheme.length + 3 + user.length + 1;
  found.push({
    start,
    end: start + password.length,
    kind: isDatabase ? 'database password in a URL' : 'password in a URL',
    ruleId: isDatabase ? 'database-url-password' : 'url-password',
    severity: isOwn ? 'medium' : 'high',
    confidence: isOwn ? 55 : 85,
  });
}
