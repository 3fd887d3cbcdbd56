import type { SyntaxTree } from '../../model.ts';
import type { AnalyzedFile, AnalyzerFinding, FileAnalyzer } from '../analyzer.ts';
import { onNewLine } from '../on-new-line.ts';
import { shorten } from '../shorten.ts';
import { lineIndexOf } from '../tree/line-index.ts';
import { childByField, children, kindOf, textOf } from '../tree/syntax.ts';

/** `$NAME` or `${NAME}`, unless a backslash keeps it from being one; group 2 says that it has a value for this case. */
const USE = /(?<!\\)\$\{?([A-Za-z_][A-Za-z0-9_]{0,80})(:?[-=+?])?/g;
/** Every stage knows these without an ARG. */
const ALWAYS_KNOWN = /^(?:https?|ftp|no|all)_proxy$/i;
/** A name the shell gives a value itself: assignment, loop, `read`. */
const GIVEN_BY_SHELL =
  /(?:^|[\s;&|(`"'])([A-Za-z_][A-Za-z0-9_]{0,80})\+?=|\b(?:for|read|local)\s{1,4}(?:-\w{1,4}\s{1,4})?([A-Za-z_][A-Za-z0-9_]{0,80})/g;
/**
 * An ARG that states the name again may use it as its own default; what a container is started with takes its values from
 * the environment of that time.
 */
const NOT_EXPANDED = new Set([
  'arg_instruction',
  'onbuild_instruction',
  'cmd_instruction',
  'entrypoint_instruction',
  'healthcheck_instruction',
  'comment',
]);
/** More stages are machine-made; what each leaves to the next would cost the square of their number. */
const MOST_STAGES = 200;
/** More text is no one's instruction. */
const LONGEST = 20_000;

/** The instruction, or pair of one, that a variable is empty or old in. */
interface Place {
  readonly node: number;
  readonly name: string;
}

/**
 * Variables of a Dockerfile that have no value where they are used: an `ARG` before the first `FROM` that a stage does
 * not state again, and a variable that its own `ENV` instruction sets (Dockerfile reference, "Understand how ARG and FROM
 * interact" and "Environment replacement").
 */
export const imageVariablesAnalyzer: FileAnalyzer = {
  name: 'image-variables',
  run: (file) => {
    const { tree, text } = file;
    if (tree === null || tree.language !== 'dockerfile' || !text.includes('$')) return [];
    const lines = lineIndexOf(file.lines);
    const report = (
      places: readonly Place[],
      make: (file: AnalyzedFile, line: number, name: string) => AnalyzerFinding,
    ) =>
      places.flatMap(({ node, name }) => {
        const line = lines.lineOf(tree.start[node] ?? 0);
        return file.map.isChanged('new', line) ? [make(file, line, name)] : [];
      });
    return [
      ...report(emptyInStages(tree, text), emptyVariable),
      ...report(setBesideUse(tree, text), oldVariable),
    ];
  },
};

/** Uses in a stage of what is stated before the first stage only. One for each name and stage. */
function emptyInStages(tree: SyntaxTree, text: string): readonly Place[] {
  const top = children(tree, 0);
  const outside = new Set(
    top
      .filter((node) => kindOf(tree, node) === 'arg_instruction')
      .flatMap((node) => namesSetBy(tree, text, node)),
  );
  const stages = top.filter((node) => kindOf(tree, node) === 'stage');
  if (outside.size === 0 || stages.length > MOST_STAGES) return [];
  /** What a stage leaves to those that are built on it, by its name. */
  const left = new Map<string, ReadonlySet<string>>();
  return stages.flatMap((stage) => {
    const [from = -1, ...instructions] = children(tree, stage);
    const image = nameIn(tree, text, from, 'name');
    const known = new Set(left.get(image) ?? []);
    const found: Place[] = [];
    for (const node of instructions) {
      for (const name of usesIn(tree, text, node)) {
        if (!outside.has(name) || known.has(name)) continue;
        known.add(name);
        found.push({ node, name });
      }
      for (const name of namesSetBy(tree, text, node)) known.add(name);
    }
    const inherited = instructions.filter((node) => kindOf(tree, node) === 'env_instruction');
    left.set(
      nameIn(tree, text, from, 'alias'),
      new Set([...(left.get(image) ?? []), ...inherited.flatMap((node) => namesSetBy(tree, text, node))]),
    );
    return found;
  });
}

/** Pairs of an `ENV` with several whose value names another pair of the same instruction. */
function setBesideUse(tree: SyntaxTree, text: string): readonly Place[] {
  const found: Place[] = [];
  for (let node = 0; node < tree.size; node++) {
    if (kindOf(tree, node) !== 'env_instruction') continue;
    const pairs = children(tree, node).filter((child) => kindOf(tree, child) === 'pair');
    const earlier = new Set<string>();
    for (const pair of pairs.length > 1 ? pairs : []) {
      const own = nameIn(tree, text, pair, 'key');
      const name = variablesOf(nameIn(tree, text, pair, 'value')).find(
        (one) => one !== own && earlier.has(one),
      );
      if (name !== undefined) found.push({ node: pair, name });
      earlier.add(own);
    }
  }
  return found;
}

function nameIn(tree: SyntaxTree, text: string, node: number, field: string): string {
  const child = node < 0 ? -1 : childByField(tree, node, field);
  return child < 0 ? '' : textOf(tree, text, child);
}

function namesSetBy(tree: SyntaxTree, text: string, node: number): readonly string[] {
  if (!['arg_instruction', 'env_instruction'].includes(kindOf(tree, node))) return [];
  return children(tree, node).flatMap((pair) =>
    kindOf(tree, pair) === 'pair' ? [nameIn(tree, text, pair, 'key')] : [],
  );
}

function usesIn(tree: SyntaxTree, text: string, node: number): readonly string[] {
  const kind = kindOf(tree, node);
  if (NOT_EXPANDED.has(kind)) return [];
  const code = textOf(tree, text, node).slice(0, LONGEST);
  const given = new Set(
    kind === 'run_instruction'
      ? [...code.matchAll(GIVEN_BY_SHELL)].map((match) => match[1] ?? match[2] ?? '')
      : [],
  );
  return variablesOf(code.replace(/'[^']{0,2000}'/g, "''")).filter(
    (name) => !given.has(name) && !ALWAYS_KNOWN.test(name),
  );
}

function variablesOf(code: string): readonly string[] {
  return [...code.matchAll(USE)].flatMap(([whole, name = '', otherwise]) =>
    whole.startsWith('${') && otherwise !== undefined ? [] : [name],
  );
}

function emptyVariable(file: AnalyzedFile, line: number, name: string): AnalyzerFinding {
  return {
    reviewer: 'correctness',
    ruleId: 'docker-variable-empty',
    category: 'logic',
    severity: 'medium',
    confidence: 84,
    ...onNewLine(file, line),
    title: shorten(`${name} is empty in this stage`, 80),
    explanation: `ARG ${name} stands before the first FROM, so it holds for FROM lines only. The stage does not state it again, and the text is replaced by nothing.`,
    failureScenario: `The step runs as if ${name} were not given: a wrong version is fetched, or a path lacks its middle.`,
    fix: `Write \`ARG ${name}\` (without a value) behind the FROM of this stage.`,
    proof: [],
  };
}

function oldVariable(file: AnalyzedFile, line: number, name: string): AnalyzerFinding {
  return {
    reviewer: 'correctness',
    ruleId: 'docker-variable-of-same-line',
    category: 'logic',
    severity: 'medium',
    confidence: 84,
    ...onNewLine(file, line),
    title: shorten(`${name} has not got its new value yet`, 80),
    explanation: `The same ENV instruction sets ${name}. All values of one instruction are worked out before any of them is set, so this is the value from before, mostly none.`,
    failureScenario: `The variable holds a path without its beginning, and the program looks in the wrong folder.`,
    fix: `Set ${name} in an ENV instruction of its own, before this one.`,
    proof: [],
  };
}
