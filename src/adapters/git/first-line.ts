/**
 * The first line of a program's complaint that says something, made safe to show: control characters and invisible
 * direction marks are escaped, at most 300 characters are kept. Git quotes file and branch names in its complaints, and
 * those are hostile text.
 */
export function firstLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const line = lines.find((one) => /^(fatal|error): /.test(one)) ?? lines[0] ?? '';
  return escapeControls(line.trim()).slice(0, 300);
}

/** Text from outside for use inside an error message: escapes, no line ends, at most 200 characters. */
export function shown(value: string): string {
  const escaped = escapeControls(value);
  return escaped.length > 200 ? `${escaped.slice(0, 200)}…` : escaped;
}

function escapeControls(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
