import type { AnalyzedFile, AnalyzerFinding, ChangeAnalyzer } from '../analyzer.ts';
import { shorten } from '../shorten.ts';
import { type DocumentText, documentsOf, mentionOf } from './documents.ts';

const ACTION = /(^|\/)action\.ya?ml$/;
/** A document describes the inputs of an action when it names this share of those that are not new. */
const HABIT = 0.5;

/** An entry below `inputs:` or `outputs:` of a GitHub Action's metadata file. */
interface Entry {
  readonly kind: 'input' | 'output';
  readonly name: string;
  readonly line: number;
}

/**
 * Inputs and outputs that the change adds to a GitHub Action and that no document names, although documents describe
 * the others; and ones it removes that a document still names.
 */
export const actionInputsAnalyzer: ChangeAnalyzer = {
  name: 'action-inputs',
  run: (context, files) => {
    const actions = files.filter((file) => ACTION.test(file.file.path));
    if (actions.length === 0) return [];
    const documents = documentsOf(context, files);
    return actions.flatMap((file) => compare(file, documents));
  },
};

function compare(file: AnalyzedFile, documents: readonly DocumentText[]): readonly AnalyzerFinding[] {
  const now = entriesOf(file.lines);
  const before = entriesOf((file.baseText ?? '').split('\n'));
  const isIn = (list: readonly Entry[], one: Entry) =>
    list.some((other) => other.name === one.name && other.kind === one.kind);
  const folder = file.file.path.slice(0, file.file.path.lastIndexOf('/') + 1);
  const near = documents.filter((document) => document.path.startsWith(folder));
  const kept = now.filter((one) => isIn(before, one));
  const described = kept.filter((one) => mentionOf(one.name, near) !== null).length;
  const isDescribed = kept.length > 0 && described / kept.length >= HABIT;
  const added = now.filter(
    (one) =>
      isDescribed &&
      !isIn(before, one) &&
      file.map.isChanged('new', one.line) &&
      mentionOf(one.name, near) === null,
  );
  const removed = before.flatMap((one) => {
    const mention = isIn(now, one) || !/[-_]/.test(one.name) ? null : mentionOf(one.name, near);
    return mention === null || !file.map.isChanged('old', one.line) ? [] : [{ one, mention }];
  });
  return [
    ...added.map((one) =>
      findingOf(file, one, 'new', {
        ruleId: 'action-input-undocumented',
        severity: 'low',
        title: shorten(`No document names the new ${one.kind} ${one.name}`, 80),
        explanation: `Documents describe ${described} of the ${kept.length} other inputs and outputs of ${file.file.path}, but not ${one.name}.`,
        failureScenario: `Users of the action do not learn that ${one.name} exists.`,
        fix: `Add ${one.name} to the README: what it does, its default, an example.`,
        proof: [],
      }),
    ),
    ...removed.map(({ one, mention }) =>
      findingOf(file, one, 'old', {
        ruleId: 'action-input-still-documented',
        severity: 'medium',
        title: shorten(`${mention.path} still names the ${one.kind} ${one.name}`, 80),
        explanation: `The change removes the ${one.kind} ${one.name} from ${file.file.path}; ${mention.path} line ${mention.line} still tells people to use it.`,
        failureScenario:
          'A workflow that follows the document gets a warning about an unexpected input, and no effect.',
        fix: `Change ${mention.path} in the same pull request.`,
        proof: [{ path: mention.path, line: mention.line, text: mention.text }],
      }),
    ),
  ];
}

/** The keys directly below `inputs:` and `outputs:` at the left margin. */
function entriesOf(lines: readonly string[]): readonly Entry[] {
  const entries: Entry[] = [];
  let kind: Entry['kind'] | null = null;
  let indent = 0;
  for (const [index, raw] of lines.entries()) {
    const line = raw.slice(0, 300);
    if (/^\s*(#|$)/.test(line)) continue;
    const width = line.length - line.trimStart().length;
    if (width === 0) {
      const section = /^(input|output)s\s*:/.exec(line)?.[1];
      kind = section === 'input' || section === 'output' ? section : null;
      indent = 0;
      continue;
    }
    if (indent === 0) indent = width;
    const name = kind === null || width !== indent ? undefined : /^\s+["']?([\w-]+)["']?\s*:/.exec(line)?.[1];
    if (name !== undefined && kind !== null) entries.push({ kind, name, line: index + 1 });
  }
  return entries;
}

type Words = Pick<
  AnalyzerFinding,
  'ruleId' | 'severity' | 'title' | 'explanation' | 'failureScenario' | 'fix' | 'proof'
>;

function findingOf(file: AnalyzedFile, one: Entry, side: 'new' | 'old', words: Words): AnalyzerFinding {
  const text = side === 'new' ? file.lines : (file.baseText ?? '').split('\n');
  return {
    ...words,
    reviewer: 'documentation',
    category: 'docs-drift',
    confidence: 88,
    anchor: 'line',
    path: file.file.path,
    startLine: one.line,
    endLine: one.line,
    side,
    quote: text[one.line - 1] ?? '',
  };
}
