import type { Hunk } from '../../src/model.ts';

/** Applies hunks to a text as `patch` would, strictly: throws when a context or deleted line is not there. */
export function applyHunks(before: string, hunks: readonly Hunk[]): string {
  const noNewline = before !== '' && !before.endsWith('\n');
  const old = before === '' ? [] : before.split('\n');
  if (before !== '' && !noNewline) old.pop();
  const result: string[] = [];
  let at = 0;
  let endsOpen = noNewline;
  for (const hunk of hunks) {
    const from = hunk.oldCount === 0 ? hunk.oldStart : hunk.oldStart - 1;
    while (at < from) result.push(old[at++] ?? fail('the text ends before the hunk'));
    for (const { kind, oldLine, newLine, text } of hunk.lines) {
      if (kind !== 'add') {
        if (oldLine !== at + 1) fail(`old line ${oldLine} where ${at + 1} is`);
        if (old[at++] !== text) fail(`line ${at} is not ${JSON.stringify(text)}`);
      }
      if (kind !== 'delete') {
        if (newLine !== result.length + 1) fail(`new line ${newLine} where ${result.length + 1} is`);
        result.push(text);
      }
    }
    if (at === old.length) {
      if (hunk.oldCount > 0 && hunk.oldNoNewline !== noNewline) fail('the old side ends otherwise');
      endsOpen = hunk.newCount > 0 && hunk.newNoNewline;
    }
  }
  while (at < old.length) result.push(old[at++] ?? '');
  if (result.length === 0) return '';
  return result.join('\n') + (endsOpen ? '' : '\n');
}

function fail(reason: string): never {
  throw new Error(`the hunks do not apply: ${reason}`);
}
