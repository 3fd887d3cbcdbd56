/** The demo repository as it ships: path → text of both commits, with placeholders where `fillPlaceholders` says. */
export interface DemoFiles {
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

/**
 * What the demo shows and the repository must not hold. A key-shaped literal would be refused by push protection, and a
 * bidirectional control would make the file itself suspicious; both are put together when the demo is written. The key
 * belongs to nobody: its digits are made up.
 */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  '@@FAKE_PAYMENT_KEY@@': ['sk', 'live', ['4eC39HqLyjWD', 'arjtT1zdp7dc'].join('')].join('_'),
  '@@RIGHT_TO_LEFT_OVERRIDE@@': String.fromCodePoint(0x202e),
  '@@LEFT_TO_RIGHT_ISOLATE@@': String.fromCodePoint(0x2066),
  '@@POP_ISOLATE@@': String.fromCodePoint(0x2069),
};

/** The files as they are written: every placeholder replaced. */
export function fillPlaceholders(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      text.replace(/@@[A-Z_]+@@/g, (name) => PLACEHOLDERS[name] ?? name),
    ]),
  );
}
