import type { TreeBuilder } from './tree-builder.ts';

/** Words that open or close a construct: the command they stand in front of begins after them. */
const KEYWORDS = new Set(['if', 'then', 'else', 'elif', 'fi', 'do', 'done', 'while', 'until', '!', '{', '}']);
const ASSIGNMENT = /^[A-Za-z_][A-Za-z0-9_]*\+?=/;

interface Piece {
  readonly kind: 'word' | 'pipe' | 'end';
  readonly start: number;
  readonly end: number;
}

/**
 * Adds the commands of a piece of shell text: `pipeline`s of `command`s of `word`s, with leading `assignment`s. Enough
 * to know which program runs with which arguments; substitutions and here-documents stay part of their word.
 * One pass, no recursion.
 * @param skip offsets to leave out (comments inside of a continued line), by their start
 */
export function addCommands(
  builder: TreeBuilder,
  text: string,
  from: number,
  to: number,
  skip: ReadonlyMap<number, number> = new Map(),
): void {
  let inPipeline = false;
  let inCommand = false;
  let last = from;
  const endCommand = (): void => {
    if (inCommand) builder.close(last);
    inCommand = false;
  };
  const endPipeline = (): void => {
    endCommand();
    if (inPipeline) builder.close(last);
    inPipeline = false;
  };
  let named = false;
  for (const piece of piecesOf(text, from, to, skip)) {
    if (piece.kind === 'end') endPipeline();
    else if (piece.kind === 'pipe') endCommand();
    else {
      const word = text.slice(piece.start, Math.min(piece.end, piece.start + 60));
      if (!inCommand && KEYWORDS.has(word)) continue;
      if (!inPipeline) builder.open('pipeline', piece.start);
      inPipeline = true;
      if (!inCommand) {
        builder.open('command', piece.start);
        named = false;
      }
      inCommand = true;
      const assigns: boolean = !named && ASSIGNMENT.test(word);
      if (assigns) builder.leaf('assignment', piece.start, piece.end);
      else builder.leaf('word', piece.start, piece.end, named ? '' : 'name');
      named ||= !assigns;
      last = piece.end;
    }
  }
  endPipeline();
}

function* piecesOf(
  text: string,
  from: number,
  to: number,
  skip: ReadonlyMap<number, number>,
): Generator<Piece> {
  let at = from;
  while (at < to) {
    const jump = skip.get(at);
    if (jump !== undefined) {
      at = Math.max(jump, at + 1);
      continue;
    }
    const character = text[at] ?? '';
    if (character === '\\' && /[\r\n]/.test(text[at + 1] ?? '')) at += 2;
    else if (character === '\n' || character === ';' || character === '(' || character === ')') {
      yield { kind: 'end', start: at, end: at + 1 };
      at += 1;
    } else if (character === '&' || character === '|') {
      const double = text[at + 1] === character;
      const redirects = character === '&' && text[at + 1] === '>';
      const pipes = character === '|' && !double;
      yield { kind: pipes ? 'pipe' : 'end', start: at, end: at + 1 };
      at += double || redirects || text[at + 1] === '&' ? 2 : 1;
    } else if (/\s/.test(character)) at += 1;
    else if (character === '#') at = lineEnd(text, at, to);
    else {
      const end = wordEnd(text, at, to);
      yield { kind: 'word', start: at, end };
      at = end;
    }
  }
}

function lineEnd(text: string, from: number, to: number): number {
  const feed = text.indexOf('\n', from);
  return feed === -1 || feed > to ? to : feed;
}

/** The end of a word: quotes, escapes, `$( )`, `${ }` and back-quotes belong to it. */
function wordEnd(text: string, from: number, to: number): number {
  let quote = '';
  let open = 0;
  let at = from;
  while (at < to) {
    const character = text[at] ?? '';
    const next = text[at + 1] ?? '';
    if (character === '\\' && quote !== "'") {
      if (quote === '' && open === 0 && /[\r\n]/.test(next)) return at;
      at += 2;
      continue;
    }
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'" || character === '`') quote = character;
    else if (character === '$' && (next === '(' || next === '{')) {
      open += 1;
      at += 1;
    } else if (open > 0 && (character === ')' || character === '}')) open -= 1;
    else if (open > 0 && (character === '(' || character === '{')) open += 1;
    else if (open === 0 && (/[\s;|()]/.test(character) || (character === '&' && text[at - 1] !== '>')))
      return at;
    at += 1;
  }
  return Math.min(at, to);
}
