/**
 * Meta-variables in pattern code. `$` is a letter of identifiers in the JavaScript family only; elsewhere it is
 * replaced by a letter that parses as an identifier and that nobody writes (the convention of ast-grep, which uses the
 * same letter).
 */
const DOLLAR_LANGUAGES = new Set(['javascript', 'typescript', 'tsx', 'java']);
const STAND_IN = 'µ';

const IN_CODE = /\$\$\$[A-Z_][A-Z0-9_]*|\$\$\$|\$[A-Z_][A-Z0-9_]*/g;
const WHOLE = /^(\$\$\$|\$)([A-Z_][A-Z0-9_]*)?$/;

/** A meta-variable: its name (empty when it is not kept) and whether it stands for any number of nodes. */
export interface MetaVariable {
  readonly name: string;
  readonly many: boolean;
}

/** The pattern as the language's parser can read it; the same length as the pattern. */
export function parseablePattern(code: string, language: string): string {
  if (DOLLAR_LANGUAGES.has(language)) return code;
  return code.replace(IN_CODE, (variable) => variable.replaceAll('$', STAND_IN));
}

/** The meta-variable that the text of a node of a parsed pattern is, or null. */
export function metaVariableOf(text: string, language: string): MetaVariable | null {
  const plain = DOLLAR_LANGUAGES.has(language) ? text : text.replaceAll(STAND_IN, '$');
  const found = WHOLE.exec(plain);
  if (!found) return null;
  const [, dollars, name = ''] = found;
  if (dollars === '$' && name === '') return null;
  // Names that begin with an underscore are not kept, as `$_` is not.
  return { name: name.startsWith('_') ? '' : name, many: dollars === '$$$' };
}

/** Names of the meta-variables that a pattern keeps. */
export function namesIn(code: string): readonly string[] {
  return (code.match(IN_CODE) ?? [])
    .map((variable) => variable.replaceAll('$', ''))
    .filter((name) => name !== '' && !name.startsWith('_'));
}
