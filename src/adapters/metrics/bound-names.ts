/** Stands for every name that came after a list was full. */
export const OTHER = 'other';
const LONGEST = 64;

/**
 * Keeps the number of different label values finite: every value costs memory here and in Prometheus for as long as the
 * process lives, and names of reviewers and models come from the configuration of any repository.
 * @param known names that always keep a value of their own
 * @param most how many different names are let through, the known ones included
 * @returns gives the label value of a name: itself, or `other` once the list is full
 */
export function boundNames(known: readonly string[], most: number): (name: string) => string {
  const names = new Set(known);
  return (name) => {
    if (names.has(name)) return name;
    if (names.size >= most || name.length > LONGEST || name === '') return OTHER;
    names.add(name);
    return name;
  };
}
