/**
 * Replaces each span by asterisks of the same length; line feeds and carriage returns stay, so that no line or column
 * moves. The same spans on the same text give the same result, and masking twice changes nothing.
 *
 * @param spans UTF-16 offsets, end exclusive; in any order, overlapping or outside the text
 */
export function maskSecrets(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): string {
  const pieces: string[] = [];
  let position = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const start = Math.min(text.length, Math.max(position, span.start));
    const end = Math.min(text.length, Math.max(start, span.end));
    pieces.push(text.slice(position, start), text.slice(start, end).replace(/[^\r\n]/g, '*'));
    position = end;
  }
  pieces.push(text.slice(position));
  return pieces.join('');
}
