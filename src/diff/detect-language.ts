import { LANGUAGES } from './languages.ts';

interface Tables {
  /** Lower-case extension with its dot → id. */
  readonly extensions: ReadonlyMap<string, string>;
  readonly filenames: ReadonlyMap<string, string>;
  readonly interpreters: ReadonlyMap<string, string>;
}

/** Extensions of scripts in any language (linguist lists them under several): the shebang decides. */
const UNDECIDED: ReadonlySet<string> = new Set(['.cgi', '.fcgi']);

/** Linguist gives these to a language that is seldom meant. */
const IGNORED: ReadonlySet<string> = new Set(['.frag', '.spec']);

/** `Dockerfile.prod`, `prod.Dockerfile` and the like, which linguist's list of names cannot hold. */
const FILENAME_STARTS: readonly (readonly [start: string, id: string])[] = [
  ['Dockerfile.', 'dockerfile'],
  ['Containerfile.', 'dockerfile'],
  ['Makefile.', 'makefile'],
  ['.env.', 'ini'],
];

/** `Dockerfile-alpine`, but not `Dockerfile-notes.md`. */
const DOCKERFILE_OF = /^(?:Docker|Container)file[-_][^.]{1,100}$/;

/** Linguist lists it under JavaScript too; TypeScript is what its scripts are written in, and holds JavaScript. */
const INTERPRETERS: readonly (readonly [program: string, id: string])[] = [['deno', 'typescript']];

let tables: Tables | null = null;

/**
 * The language of a file, by its name and, where the name says nothing, by the `#!` of its first line.
 * Takes a repository-relative path and the first line when it is known; returns an id such as `typescript`, or null.
 */
export function detectLanguage(path: string, firstLine?: string): string | null {
  tables ??= buildTables();
  const name = path.slice(path.lastIndexOf('/') + 1);
  const byName = tables.filenames.get(name);
  if (byName !== undefined) return byName;
  for (const [start, id] of FILENAME_STARTS) if (name.startsWith(start)) return id;
  if (DOCKERFILE_OF.test(name)) return 'dockerfile';
  const lower = name.toLowerCase();
  // The longest extension wins: `.tsconfig.json` before `.json`. Only a short name can hold one.
  for (let dot = lower.indexOf('.'); dot !== -1 && lower.length < 500; dot = lower.indexOf('.', dot + 1)) {
    const byExtension = tables.extensions.get(lower.slice(dot));
    if (byExtension !== undefined) return byExtension;
  }
  return firstLine === undefined ? null : byShebang(firstLine, tables.interpreters);
}

/** `#!/usr/bin/env -S python3.12 -u` → python. */
function byShebang(firstLine: string, interpreters: ReadonlyMap<string, string>): string | null {
  if (!firstLine.startsWith('#!')) return null;
  const words = firstLine
    .slice(2, 300)
    .trim()
    .split(/[ \t]+/);
  let index = 0;
  if (words[0]?.endsWith('/env') === true) {
    index = words.findIndex((word, at) => at > 0 && !word.startsWith('-') && !word.includes('='));
    if (index === -1) return null;
  }
  const word = words[index] ?? '';
  const program = word.slice(word.lastIndexOf('/') + 1);
  return interpreters.get(program) ?? interpreters.get(program.replace(/[0-9.]+$/, '')) ?? null;
}

/** Built at the first question, so that importing this file costs nothing. */
function buildTables(): Tables {
  const extensions = new Map<string, string>();
  const filenames = new Map<string, string>();
  const interpreters = new Map<string, string>(INTERPRETERS);
  const add = (table: Map<string, string>, key: string, id: string) => {
    if (!table.has(key)) table.set(key, id);
  };
  for (const [id, data] of LANGUAGES) {
    for (const extension of data.extensions ?? []) {
      const key = extension.toLowerCase();
      if (!UNDECIDED.has(key) && !IGNORED.has(key)) add(extensions, key, id);
    }
    for (const name of data.filenames ?? []) add(filenames, name, id);
    for (const program of data.interpreters ?? []) add(interpreters, program, id);
  }
  return { extensions, filenames, interpreters };
}
