import { isTestPath } from '../../diff/is-test-path.ts';
import type { SyntaxTree } from '../../model.ts';
import type { AnalyzedFile, AnalyzerFinding, FileAnalyzer } from '../analyzer.ts';
import { onNewLine } from '../on-new-line.ts';
import { shorten } from '../shorten.ts';
import { type LineIndex, lineIndexOf } from '../tree/line-index.ts';
import { childByField, children, descendantsOfKind, kindOf, textOf } from '../tree/syntax.ts';

/** A type has the habit of documenting when this share of its other properties has a comment. */
const HABIT = 0.75;
const LEAST_OTHERS = 3;
const TYPES = new Set(['interface_body', 'object_type']);

/** Properties that the change adds to a type without a comment, where the type documents its others. */
export const undocumentedPropertiesAnalyzer: FileAnalyzer = {
  name: 'undocumented-properties',
  run: (file) => {
    const { tree, text } = file;
    if (tree === null || !/^(typescript|tsx)$/.test(tree.language) || isTestPath(file.file.path)) return [];
    const lines = lineIndexOf(file.lines);
    return descendantsOfKind(tree, 0, TYPES).flatMap((type) => {
      const properties = propertiesOf(tree, text, type, lines);
      const others = properties.filter((one) => !file.map.isChanged('new', one.line));
      const documented = others.filter((one) => one.isDocumented).length;
      if (others.length < LEAST_OTHERS || documented / others.length < HABIT) return [];
      const silent = properties.find((one) => !one.isDocumented && file.map.isChanged('new', one.line));
      return silent === undefined ? [] : [findingOf(file, silent, documented, others.length)];
    });
  },
};

interface Property {
  readonly name: string;
  readonly line: number;
  readonly isDocumented: boolean;
}

/** The properties of a type; a comment right above or at the end of the line documents one. */
function propertiesOf(tree: SyntaxTree, text: string, type: number, lines: LineIndex): readonly Property[] {
  const properties: Property[] = [];
  const lineOf = (offset: number | undefined) => lines.lineOf(offset ?? 0);
  let commentEnd = 0;
  for (const node of children(tree, type)) {
    const kind = kindOf(tree, node);
    const line = lineOf(tree.start[node]);
    if (kind === 'comment') {
      const last = properties.at(-1);
      if (last !== undefined && last.line === line)
        properties[properties.length - 1] = { ...last, isDocumented: true };
      else commentEnd = lineOf(tree.end[node]);
    } else if (kind === 'property_signature') {
      const name = textOf(tree, text, childByField(tree, node, 'name')).slice(0, 120);
      properties.push({ name, line, isDocumented: commentEnd > 0 && commentEnd >= line - 1 });
    }
  }
  return properties;
}

function findingOf(file: AnalyzedFile, one: Property, documented: number, others: number): AnalyzerFinding {
  return {
    reviewer: 'documentation',
    ruleId: 'undocumented-property',
    category: 'missing-docs',
    severity: 'info',
    confidence: 80,
    ...onNewLine(file, one.line),
    title: shorten(`${shorten(one.name, 40)} has no comment, unlike its neighbours`, 80),
    explanation: `${documented} of the other ${others} properties of this type say what they mean; ${one.name} does not.`,
    failureScenario: 'Who fills or reads the property guesses its meaning, its unit, and when it is absent.',
    fix: 'Say in one line what it means and when it is absent.',
    proof: [],
  };
}
