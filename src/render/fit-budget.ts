/** A part of a page in several sizes, largest first. An empty string as last size means: may be left out. */
export interface Slot {
  readonly sizes: readonly string[];
}

/**
 * Chooses a size for each part so that all of them fit. Parts are served in the order given: each takes the largest
 * size that leaves room for the smallest size of all that must appear. Once a part had to be left out, so is every
 * later one that may be, so nothing less important stands where something more important is missing.
 * @param slots in order of importance
 * @param budget bytes of UTF-8 for all of them
 * @returns the chosen text of each, in the same order
 */
export function fitBudget(slots: readonly Slot[], budget: number): readonly string[] {
  const smallest = slots.map((slot) => byteLength(slot.sizes.at(-1) ?? ''));
  let reserved = smallest.reduce((total, size) => total + size, 0);
  let used = 0;
  let closed = false;
  return slots.map((slot, index) => {
    reserved -= smallest[index] ?? 0;
    const mayBeLeftOut = slot.sizes.at(-1) === '';
    if (closed && mayBeLeftOut) return '';
    const room = budget - used - reserved;
    const chosen = largestThatFits(slot.sizes, room, used / budget);
    if (chosen === '' && slot.sizes[0] !== '') closed = true;
    used += byteLength(chosen);
    return chosen;
  });
}

/** The fuller the page, the smaller the sizes: full texts up to 70 %, short ones up to 85 %, then single lines. */
const LARGEST_SIZE_UNTIL = 0.7;
const MIDDLE_SIZE_UNTIL = 0.85;

function largestThatFits(sizes: readonly string[], room: number, fullness: number): string {
  const skipped = fullness > MIDDLE_SIZE_UNTIL ? 2 : fullness > LARGEST_SIZE_UNTIL ? 1 : 0;
  const allowed = sizes.slice(Math.min(skipped, Math.max(0, sizes.filter((size) => size !== '').length - 1)));
  return allowed.find((size) => byteLength(size) <= room) ?? sizes.at(-1) ?? '';
}

/** Length in bytes of UTF-8, without encoding anything: GitHub counts both and the bytes are never fewer. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) bytes += 1;
    // A surrogate pair is two units and four bytes; any other unit beyond U+07FF is three bytes.
    if (unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff)) bytes += 1;
  }
  return bytes;
}
