/** A GraphQL document reduced to what the stand-in executes: one operation, fields, arguments, inline fragments. */
export interface Operation {
  readonly kind: 'query' | 'mutation';
  /** Name → type as written, for example `String!`. */
  readonly variables: ReadonlyMap<string, string>;
  readonly selections: readonly Selection[];
}

export type Selection = Field | Fragment;

export interface Field {
  readonly kind: 'field';
  readonly name: string;
  readonly alias: string;
  readonly arguments: ReadonlyMap<string, Value>;
  readonly selections: readonly Selection[];
}

export interface Fragment {
  readonly kind: 'fragment';
  readonly on: string;
  readonly selections: readonly Selection[];
}

export type Value =
  | { readonly kind: 'literal'; readonly value: unknown }
  | { readonly kind: 'enum'; readonly name: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, Value> };

/** @throws SyntaxError where the text is no document or uses what the stand-in has not (named fragments, directives) */
export function parseQuery(text: string): Operation {
  const reader = makeReader(tokenize(text));
  const word = reader.is('{') ? 'query' : reader.take();
  if (word !== 'query' && word !== 'mutation') throw new SyntaxError(`Parse error on "${word}"`);
  const variables = new Map<string, string>();
  if (!reader.is('{')) {
    if (!reader.is('(')) reader.take();
    if (reader.skip('(')) while (!reader.skip(')')) readVariable(reader, variables);
  }
  const selections = readSelections(reader);
  if (!reader.atEnd())
    throw new SyntaxError(`Parse error on "${reader.take()}": one operation without fragments is known`);
  return { kind: word, variables, selections };
}

interface Reader {
  is(token: string): boolean;
  skip(token: string): boolean;
  take(): string;
  expect(token: string): void;
  atEnd(): boolean;
}

function tokenize(text: string): readonly string[] {
  const pattern =
    /[\s,]+|#[^\n]*|"""|\.\.\.|[{}()[\]:$!=@|&]|"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?|[A-Za-z_]\w*/y;
  const tokens: string[] = [];
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex;
    const [token] = pattern.exec(text) ?? [];
    if (token === undefined) throw new SyntaxError(`Parse error on "${text.slice(at, at + 20)}"`);
    if (!/^[\s,#]/.test(token)) tokens.push(token);
  }
  return tokens;
}

function makeReader(tokens: readonly string[]): Reader {
  let at = 0;
  const reader: Reader = {
    is: (token) => tokens[at] === token,
    skip(token) {
      if (tokens[at] !== token) return false;
      at += 1;
      return true;
    },
    take() {
      const token = tokens[at];
      if (token === undefined) throw new SyntaxError('Unexpected end of document');
      at += 1;
      return token;
    },
    expect(token) {
      const found = reader.take();
      if (found !== token) throw new SyntaxError(`Parse error on "${found}", expected "${token}"`);
    },
    atEnd: () => at === tokens.length,
  };
  return reader;
}

function readVariable(reader: Reader, variables: Map<string, string>): void {
  reader.expect('$');
  const name = reader.take();
  reader.expect(':');
  let type = '';
  do type += reader.take();
  while (!reader.is('$') && !reader.is(')') && !reader.is('='));
  if (reader.skip('=')) throw new SyntaxError('Default values of variables are not known here');
  variables.set(name, type);
}

function readSelections(reader: Reader): readonly Selection[] {
  const selections: Selection[] = [];
  reader.expect('{');
  while (!reader.skip('}')) selections.push(readSelection(reader));
  if (selections.length === 0)
    throw new SyntaxError('Parse error on "}": a selection names at least one field');
  return selections;
}

function readSelection(reader: Reader): Selection {
  if (reader.skip('...')) {
    reader.expect('on');
    return { kind: 'fragment', on: reader.take(), selections: readSelections(reader) };
  }
  const first = readName(reader);
  const name = reader.skip(':') ? readName(reader) : first;
  const given = new Map<string, Value>();
  if (reader.skip('(')) {
    while (!reader.skip(')')) {
      const argument = readName(reader);
      reader.expect(':');
      given.set(argument, readValue(reader));
    }
  }
  const selections = reader.is('{') ? readSelections(reader) : [];
  return { kind: 'field', name, alias: first, arguments: given, selections };
}

function readName(reader: Reader): string {
  const name = reader.take();
  if (!/^[A-Za-z_]\w*$/.test(name)) throw new SyntaxError(`Parse error on "${name}", expected a name`);
  return name;
}

function readValue(reader: Reader): Value {
  const token = reader.take();
  if (token === '$') return { kind: 'variable', name: reader.take() };
  if (token === '[') {
    const items: Value[] = [];
    while (!reader.skip(']')) items.push(readValue(reader));
    return { kind: 'list', items };
  }
  if (token === '{') {
    const fields = new Map<string, Value>();
    while (!reader.skip('}')) {
      const name = readName(reader);
      reader.expect(':');
      fields.set(name, readValue(reader));
    }
    return { kind: 'object', fields };
  }
  if (token.startsWith('"')) return { kind: 'literal', value: JSON.parse(token) };
  if (/^-?\d/.test(token)) return { kind: 'literal', value: Number(token) };
  if (token === 'true' || token === 'false') return { kind: 'literal', value: token === 'true' };
  if (token === 'null') return { kind: 'literal', value: null };
  if (/^[A-Za-z_]/.test(token)) return { kind: 'enum', name: token };
  throw new SyntaxError(`Parse error on "${token}", expected a value`);
}
