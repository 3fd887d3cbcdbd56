const DRIVE = /^[A-Za-z]:/;
const CONTROL = /[\u0000-\u001f\u007f]/;

/**
 * True when a path of a change may not be opened below a folder: it is empty or absolute, has a drive letter, an empty,
 * `.`, `..` or `.git` part (as Linux, macOS or Windows would read it) or a control character (NUL, line feed, tab).
 * Such a path is kept as data and shown as a finding or a reason; nothing ever opens it (R29).
 */
export function isUnsafePath(path: string): boolean {
  if (path === '' || path.startsWith('/') || path.startsWith('\\')) return true;
  if (DRIVE.test(path) || CONTROL.test(path)) return true;
  // A backslash is an ordinary character in a name on Linux and a separator on Windows.
  return path.split('/').some((part) => part === '' || part.split('\\').some(isUnsafePart));
}

/** Parts that git itself never tracks; `.git ` and `.git.` are `.git` on Windows (verify_path in git's read-cache.c). */
function isUnsafePart(part: string): boolean {
  return part === '.' || part === '..' || /^\.git[ .]*$/i.test(part) || /^git~1$/i.test(part);
}
