/** Far more than the App has; whatever makes statements of values would otherwise fill the server's memory. */
const MOST_NAMES = 300;

/**
 * Makes names for statements: under a name a connection has the server parse and plan a statement once. Of a webhook that
 * is most of what the server has to do (docs/benchmarks.md).
 * @returns a function from a statement to its name; undefined for a statement beyond the bound, which then has none
 */
export function makeStatementNames(): (text: string) => string | undefined {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= MOST_NAMES) return known;
    const name = `app_${names.size + 1}`;
    names.set(text, name);
    return name;
  };
}
