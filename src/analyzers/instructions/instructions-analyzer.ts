import { isTestPath } from '../../diff/is-test-path.ts';
import type { AnalyzedFile, AnalyzerFinding, FileAnalyzer } from '../analyzer.ts';
import { onNewLine } from '../on-new-line.ts';
import {
  confidenceOf,
  describeInstructions,
  type FoundInstructions,
  findPassages,
} from './find-instructions.ts';
import { readsLikePrompts } from './reads-prompts.ts';

/** Lines around an added one that are read with it, so that an order over several lines stays whole. */
const CONTEXT_LINES = 3;
const MOST_FINDINGS = 20;
/** Files that must not hold orders to a model, unless they are strong: prompts and code that calls models. */
const STRONG_SCORE = 8;

/** Reports text on added lines, and file names, that give orders to whoever reviews the change with a model. */
export const instructionsAnalyzer: FileAnalyzer = {
  name: 'instructions',
  run(file) {
    const keep = nearChanges(file);
    const all = findPassages(file.lines, keep, 0);
    if (all.length === 0) return namedOnly(file);
    // The passage itself must not make the file one about prompts.
    const carriers = new Set(all.flatMap((passage) => passage.lines));
    const others = file.lines.filter((_, index) => !carriers.has(index + 1)).join('\n');
    const isTrade = readsLikePrompts(file.file.path, others);
    const found = all.filter((passage) => !isTrade || isHostile(passage));
    const findings: AnalyzerFinding[] = [];
    for (const passage of found) {
      const line = passage.lines.find((number) => file.map.isChanged('new', number));
      if (line !== undefined && findings.length < MOST_FINDINGS)
        findings.push(toFinding(file, passage, line, isTrade));
    }
    return [...namedOnly(file), ...findings];
  },
};

function namedOnly(file: AnalyzedFile): AnalyzerFinding[] {
  const named = nameFinding(file);
  return named === null ? [] : [named];
}

/** A role, an address and the shape of the answer are what every honest prompt is made of; the rest is not. */
function isHostile(found: FoundInstructions): boolean {
  return [...found.families].some(
    (family) => !/^(?:output-control|address|persona|role-marker)$/.test(family),
  );
}

/** True for the added lines and a few around each. */
function nearChanges(file: AnalyzedFile): (line: number) => boolean {
  const near = new Uint8Array(file.lines.length + CONTEXT_LINES + 1);
  for (const line of file.map.addedLines) {
    near.fill(1, Math.max(0, line - CONTEXT_LINES), line + CONTEXT_LINES + 1);
  }
  return (line) => near[line] === 1;
}

function toFinding(
  file: AnalyzedFile,
  found: FoundInstructions,
  line: number,
  isTrade: boolean,
): AnalyzerFinding {
  const path = file.file.path;
  const confidence = confidenceOf(found.score);
  return {
    ...describeInstructions(found, 'a changed line'),
    // A system prompt is a legitimate string; what remains is worth a look, not an alarm.
    severity: isTrade ? (found.score >= STRONG_SCORE ? 'low' : 'info') : 'high',
    confidence: isTrade ? Math.min(45, confidence) : isTestPath(path) ? confidence - 15 : confidence,
    ...onNewLine(file, line),
  };
}

/** A new path that is itself an order. */
function nameFinding(file: AnalyzedFile): AnalyzerFinding | null {
  const { path, change } = file.file;
  if (change.status !== 'added' && change.status !== 'renamed' && change.status !== 'copied') return null;
  const [found] = findPassages([path.replace(/[-_./]/g, ' ')], () => true, 1);
  if (found === undefined) return null;
  return {
    ...describeInstructions(found, 'the name of a file'),
    severity: 'high',
    confidence: confidenceOf(found.score),
    anchor: 'file',
    path,
  };
}
