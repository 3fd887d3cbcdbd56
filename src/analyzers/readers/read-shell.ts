import type { TreeBuilder } from './tree-builder.ts';

/** Words that open or close a construct: the command they stand in front of begins after them. */
const KEYWORDS = new Set(['if', 'then', 'else', 'elif', 'fi', 'do', 'done', 'while', 'until', '!', '{', '}']);
const LONGEST_KEYWORD = Math.max(...[...KEYWORDS].map((word) => word.length));
const ASSIGNMENT = /^[A-Za-z_][A-Za-z0-9_]*\+?=/;

/** Characters are compared by their codes: it happens for each of a file. */
const [LINE_FEED, SEMICOLON, OPENING, CLOSING] = [10, 59, 40, 41];
const [DOUBLE_QUOTE, SINGLE_QUOTE, BACK_QUOTE, DOLLAR] = [34, 39, 96, 36];
const [OPENING_BRACE, CLOSING_BRACE] = [123, 125];
const [BACKSLASH, AMPERSAND, BAR, HASH] = [92, 38, 124, 35];

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
  const commands = makeCommands(builder, text);
  let at = from;
  while (at < to) {
    const jump = skip.size === 0 ? undefined : skip.get(at);
    if (jump !== undefined) {
      at = Math.max(jump, at + 1);
      continue;
    }
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || code === SEMICOLON || code === OPENING || code === CLOSING) {
      commands.end();
      at += 1;
    } else if (isBlank(text, at)) at += 1;
    else if (code === BACKSLASH && isLineBreak(text, at + 1)) at += 2;
    else if (code === AMPERSAND || code === BAR) at = addOperator(commands, text, at);
    else if (code === HASH) at = lineEnd(text, at, to);
    else {
      const end = wordEnd(text, at, to);
      commands.word(at, end);
      at = end;
    }
  }
  commands.end();
}

/** What is open while the words of shell text are passed. */
interface Commands {
  word(start: number, end: number): void;
  /** A pipe: the next word begins another command of the same pipeline. */
  pipe(): void;
  /** The end of the pipeline. */
  end(): void;
}

function makeCommands(builder: TreeBuilder, text: string): Commands {
  let inPipeline = false;
  let inCommand = false;
  let isNamed = false;
  let last = 0;
  const pipe = (): void => {
    if (inCommand) builder.close(last);
    inCommand = false;
  };
  return {
    word: (start, end) => {
      if (!inCommand && end - start <= LONGEST_KEYWORD && KEYWORDS.has(text.slice(start, end))) return;
      if (!inPipeline) builder.open('pipeline', start);
      if (!inCommand) {
        builder.open('command', start);
        isNamed = false;
      }
      inPipeline = true;
      inCommand = true;
      if (isNamed) builder.leaf('word', start, end);
      else if (end - start > 1 && ASSIGNMENT.test(text.slice(start, Math.min(end, start + 60))))
        builder.leaf('assignment', start, end);
      else {
        builder.leaf('word', start, end, 'name');
        isNamed = true;
      }
      last = end;
    },
    pipe,
    end: () => {
      pipe();
      if (inPipeline) builder.close(last);
      inPipeline = false;
    },
  };
}

/** Passes `&`, `&&`, `&>`, `|`, `||` or `|&`: only a single bar leaves the pipeline open. */
function addOperator(commands: Commands, text: string, at: number): number {
  const [character, next] = [text[at], text[at + 1]];
  if (character === '|' && next !== '|') commands.pipe();
  else commands.end();
  return next === character || next === '&' || (character === '&' && next === '>') ? at + 2 : at + 1;
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || (code >= 9 && code <= 13) || (code > 127 && /\s/.test(text[at] ?? ''));
}

function isLineBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || code === 13;
}

function lineEnd(text: string, from: number, to: number): number {
  const feed = text.indexOf('\n', from);
  return feed === -1 || feed > to ? to : feed;
}

/** The end of a word: quotes, escapes, `$( )`, `${ }` and back-quotes belong to it. */
function wordEnd(text: string, from: number, to: number): number {
  let quote = 0;
  let open = 0;
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH && quote !== SINGLE_QUOTE) {
      if (quote === 0 && open === 0 && isLineBreak(text, at + 1)) return at;
      at += 2;
      continue;
    }
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE || code === BACK_QUOTE) quote = code;
    else if (code === DOLLAR && isOpening(text.charCodeAt(at + 1))) {
      open += 1;
      at += 1;
    } else if (open === 0) {
      if (code === SEMICOLON || code === BAR || code === OPENING || code === CLOSING || isBlank(text, at))
        return at;
      if (code === AMPERSAND && text[at - 1] !== '>') return at;
    } else if (code === CLOSING || code === CLOSING_BRACE) open -= 1;
    else if (isOpening(code)) open += 1;
    at += 1;
  }
  return Math.min(at, to);
}

const isOpening = (code: number): boolean => code === OPENING || code === OPENING_BRACE;
