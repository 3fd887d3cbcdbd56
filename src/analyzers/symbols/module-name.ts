/** Files that stand for their folder, so that the folder's name is the module's. */
const FOLDER_FILES: ReadonlySet<string> = new Set(['index', '__init__', 'mod', 'main', 'lib']);

/** What runners and conventions add to the name of the module under test. */
const TEST_MARKS = [
  /[._-](?:test|tests|spec|specs|e2e|cy|it)$/i,
  /^(?:test|tests|spec)[._-]/i,
  /(?:Test|Tests|TestCase|Spec|Specs|IT)$/,
  /^Test(?=[A-Z])/,
];

/**
 * The name that tests and importers use for a module: `src/orders/index.ts` → `orders`, `app/price_rules.py` →
 * `pricerules`. Case, hyphens and underscores do not count.
 */
export function moduleNameOf(path: string): string {
  const parts = path.split('/');
  const name = stemOf(parts.pop() ?? '');
  return plain(FOLDER_FILES.has(name) ? (parts.at(-1) ?? name) : name);
}

/** The name of the module that a test file is about, by its own name: `tests/test_price_rules.py` → `pricerules`. */
export function testedNameOf(path: string): string {
  const name = stemOf(path.slice(path.lastIndexOf('/') + 1));
  for (const mark of TEST_MARKS) {
    const rest = name.replace(mark, '');
    if (rest !== name && rest !== '') return plain(rest);
  }
  return moduleNameOf(path);
}

/**
 * Names of the modules that a text imports: the last part of every quoted path, and the parts of Python's dotted names.
 * Linear in the text: every repetition is bounded and has one way to match.
 */
export function importedNames(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, path = ''] of text.matchAll(/['"`]([^'"`\n\s]{1,200})['"`]/g)) {
    if (!path.includes('/') && !path.startsWith('.')) continue;
    names.add(moduleNameOf(path));
    // `./order.service` has no extension to take off.
    names.add(plain(path.slice(path.lastIndexOf('/') + 1)));
  }
  for (const [, dotted = '', rest = ''] of text.matchAll(
    /^[ \t]{0,20}(?:from|import)[ \t]{1,5}([\w.]{1,200})(?:[ \t]{1,5}import[ \t]{1,5}([\w, \t]{1,200}))?/gm,
  )) {
    for (const name of [...dotted.split('.'), ...rest.split(/[, \t]/)])
      if (name !== '') names.add(plain(name));
  }
  return names;
}

/** A file's name without its extension: `order-list.page.tsx` → `order-list.page`. */
function stemOf(name: string): string {
  return name.replace(/\.[A-Za-z0-9]{1,10}$/, '');
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_.]/g, '');
}
