import type { AnalyzedFile, AnalyzerFinding, FileAnalyzer } from '../analyzer.ts';
import { onNewLine } from '../on-new-line.ts';
import { shorten } from '../shorten.ts';
import { changedLineOf } from '../symbols/changed-line-of.ts';
import type { FunctionSymbol } from '../symbols/function-symbol.ts';
import { listFunctions } from '../symbols/list-functions.ts';
import { lineIndexOf, makeLineIndex } from '../tree/line-index.ts';

/** `@param {type} name`, `:param type name:`, and the indented `name (type): …` of the Google style. */
const JSDOC_PARAMETER = /@param\s+(?:\{[^}\n]{0,200}\}\s*)?\[?([A-Za-z_$][\w$]*)/g;
const SPHINX_PARAMETER = /:param\s+(?:[\w.[\]]+\s+)?\*{0,2}([A-Za-z_]\w*)\s*:/g;
/** YARD writes the type before or after the name: `@param [String] name`, `@param name [String]`. */
const YARD_PARAMETER = /@param\s+(?:\[[^\]\n]{0,200}\]\s*)?[*&]{0,2}([a-z_]\w*)/g;
const GOOGLE_HEADING = /^[ \t]*(?:Args|Arguments|Parameters):[ \t]*$/;
const GOOGLE_PARAMETER = /^\*{0,2}([A-Za-z_]\w*)[ \t]*(?:\([^)]*\))?:/;

/**
 * Documentation that no longer agrees with the code: parameters it names that are gone, parameters it leaves out while
 * it documents others, and documentation left untouched while the signature changed.
 */
export const docParametersAnalyzer: FileAnalyzer = {
  name: 'doc-parameters',
  run: async (file) => {
    const { tree } = file;
    if (tree === null) return [];
    const changed = listFunctions(tree, file.text, lineIndexOf(file.lines)).filter(
      (one) => one.documentation !== null && headChanged(file, one),
    );
    if (changed.length === 0) return [];
    const before = await signaturesBefore(file);
    return changed.flatMap((one) => judge(file, one, before.get(one.name)));
  },
};

/** The change touches the documentation or the head of the function (not just its body). */
function headChanged(file: AnalyzedFile, one: FunctionSymbol): boolean {
  const from = Math.min(one.documentation?.startLine ?? one.nameLine, one.startLine);
  return file.map.firstChangedIn('new', from, one.nameLine + one.parameters.length) > 0;
}

async function signaturesBefore(file: AnalyzedFile): Promise<ReadonlyMap<string, FunctionSymbol>> {
  const tree = await file.baseTree();
  if (tree === null || file.baseText === null) return new Map();
  const functions = listFunctions(tree, file.baseText, makeLineIndex(file.baseText.split('\n')));
  return new Map(functions.map((one) => [one.name, one]));
}

/** Parameter names that a documentation text describes. Go has no custom for them. */
export function documentedParameters(documentation: string, language = 'typescript'): readonly string[] {
  if (language === 'go') return [];
  if (language === 'ruby') return [...new Set(namesIn(documentation, YARD_PARAMETER))];
  // Most documentation follows one custom, and a file may hold tens of thousands.
  return [
    ...new Set([
      ...(documentation.includes('@param') ? namesIn(documentation, JSDOC_PARAMETER) : []),
      ...(documentation.includes(':param') ? namesIn(documentation, SPHINX_PARAMETER) : []),
      ...(documentation.includes('s:') ? googleParameters(documentation.split('\n')) : []),
    ]),
  ];
}

function namesIn(documentation: string, parameter: RegExp): readonly string[] {
  return [...documentation.matchAll(parameter)].map((match) => match[1] ?? '');
}

/** The entries directly below an `Args:` heading, up to the next text that stands as far left as the heading. */
function googleParameters(lines: readonly string[]): readonly string[] {
  const heading = lines.findIndex((line) => GOOGLE_HEADING.test(line));
  if (heading < 0) return [];
  const names: string[] = [];
  let entries = 0;
  for (const line of lines.slice(heading + 1)) {
    if (line.trim() === '') continue;
    const indent = indentOf(line);
    if (indent <= indentOf(lines[heading] ?? '')) break;
    if (entries === 0) entries = indent;
    const name = indent === entries ? GOOGLE_PARAMETER.exec(line.trim())?.[1] : undefined;
    if (name !== undefined) names.push(name);
  }
  return names;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function judge(
  file: AnalyzedFile,
  one: FunctionSymbol,
  before: FunctionSymbol | undefined,
): readonly AnalyzerFinding[] {
  const documentation = one.documentation?.text ?? '';
  const language = file.tree?.language;
  const documented = documentedParameters(documentation, language);
  const known = new Set(one.parameters.map((name) => name.replace(/^\*+/, '')));
  const destructured = one.parameters.includes('');
  const gone = destructured ? [] : documented.filter((name) => !known.has(name));
  if (gone.length > 0) {
    return [
      findingOf(file, one, {
        ruleId: 'doc-parameter-unknown',
        severity: 'low',
        title: `The documentation of ${shorten(one.shortName, 32)} names a parameter that is gone`,
        explanation: `It documents ${gone.join(', ')}; the function takes ${[...known].join(', ') || 'no parameters'}.`,
        fix: `Rename or remove ${gone.join(', ')} in the documentation.`,
      }),
    ];
  }
  const missing =
    documented.length === 0 ? [] : [...known].filter((name) => name !== '' && !documented.includes(name));
  if (missing.length > 0) {
    return [
      findingOf(file, one, {
        ruleId: 'doc-parameter-missing',
        severity: documentedAll(before, language) ? 'low' : 'info',
        title: `The documentation of ${shorten(one.shortName, 32)} leaves out ${shorten(missing.join(', '), 24)}`,
        explanation: `It describes ${documented.join(', ')}, but not ${missing.join(', ')}.`,
        fix: `Describe ${missing.join(', ')}: what it is, its unit, and what happens without it.`,
      }),
    ];
  }
  // Go's comments say what a function does and seldom name what it takes.
  const stale =
    language !== 'go' && one.exported && before !== undefined && before.signature !== one.signature;
  if (!stale || before?.documentation?.text !== documentation) return [];
  return [
    findingOf(file, one, {
      ruleId: 'exported-change-without-docs',
      severity: 'low',
      title: `${shorten(one.shortName, 40)} changed its signature, its documentation did not`,
      explanation: `It was ${shorten(before.signature, 120)} and is ${shorten(one.signature, 120)}; the text above it is the same as before.`,
      fix: 'Read the documentation against the new signature and say what callers must now pass or expect.',
    }),
  ];
}

/** Before the change, every parameter was described: leaving one out is new, not the author's habit. */
function documentedAll(before: FunctionSymbol | undefined, language: string | undefined): boolean {
  if (before === undefined || before.documentation === null) return false;
  const documented = documentedParameters(before.documentation.text, language);
  return documented.length > 0 && before.parameters.every((name) => name === '' || documented.includes(name));
}

type Words = Pick<AnalyzerFinding, 'ruleId' | 'severity' | 'title' | 'explanation' | 'fix'>;

function findingOf(file: AnalyzedFile, one: FunctionSymbol, words: Words): AnalyzerFinding {
  const documented = one.documentation?.startLine ?? one.nameLine;
  const line = changedLineOf(file, one, Math.min(documented, one.startLine));
  return {
    ...words,
    title: shorten(words.title, 80),
    reviewer: 'documentation',
    category: 'docs-drift',
    confidence: 85,
    ...onNewLine(file, line),
    failureScenario:
      'A caller who trusts the documentation passes the wrong thing and finds out at run time.',
    proof: [
      { path: file.file.path, line: documented, text: 'the documentation' },
      { path: file.file.path, line: one.nameLine, text: shorten(`${one.shortName}${one.signature}`, 200) },
    ],
  };
}
