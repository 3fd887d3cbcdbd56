import { type JsonObject, objectAt, textAt } from '../imports/json-value.ts';

const LONGEST_URI = 4_096;
/** A base may stand on another base; longer chains are no base. */
const MOST_BASES = 8;

/**
 * The path that an `artifactLocation` names: its base put before it, percent signs decoded, `file://` and Windows
 * separators turned into `/` (SARIF 2.1.0, sections 3.4 and 3.14.14). The empty string when it names no file.
 * @param bases `originalUriBaseIds` of the run
 */
export function locationOfArtifact(artifact: JsonObject, bases: JsonObject): string {
  let uri = textAt(artifact, 'uri', LONGEST_URI);
  let baseId = textAt(artifact, 'uriBaseId', LONGEST_URI);
  for (let count = 0; baseId !== '' && !isAbsolute(uri) && count < MOST_BASES; count += 1) {
    const base = objectAt(bases, baseId);
    uri = join(textAt(base, 'uri', LONGEST_URI), uri);
    baseId = textAt(base, 'uriBaseId', LONGEST_URI);
  }
  return toPath(uri);
}

function join(base: string, uri: string): string {
  return base === '' ? uri : `${base.endsWith('/') ? base : `${base}/`}${uri}`;
}

function isAbsolute(uri: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|[/\\])/i.test(uri);
}

function toPath(uri: string): string {
  const isDrive = /^[A-Za-z]:[\\/]/.test(uri);
  const scheme = isDrive ? null : /^([a-z][a-z\d+.-]*):/i.exec(uri);
  if (scheme !== null && scheme[1]?.toLowerCase() !== 'file') return '';
  // The authority of a file address is empty or names this machine.
  const path = scheme === null ? uri : uri.slice(scheme[0].length).replace(/^\/\/[^/]*/, '');
  const decoded = decode(path).replaceAll('\\', '/');
  return /^\/[A-Za-z]:\//.test(decoded) ? decoded.slice(1) : decoded;
}

/** Programs that write plain paths leave a percent sign as it is. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
