import type { ChangedFile } from '../../model.ts';
import type { AnalyzerFinding } from '../analyzer.ts';
import { skeleton } from '../hidden-text/confusables.ts';
import { hiddenInPath } from '../hidden-text/hidden-in-path.ts';
import { HIDDEN } from '../hidden-text/hidden-kind.ts';
import { fileFinding, shown } from './file-finding.ts';

/**
 * Reports new names that pass for others: the same but for case (one file on Windows and macOS), the same but for
 * invisible or look-alike characters, or holding such characters at all.
 *
 * @param headPaths paths at head; those of the change itself are added
 */
export function findNameClashes(
  files: readonly ChangedFile[],
  headPaths: readonly string[],
): AnalyzerFinding[] {
  const byCase = new Map<string, string[]>();
  const byLook = new Map<string, string[]>();
  for (const path of new Set([...headPaths, ...files.map((file) => file.path)])) {
    push(byCase, caseKey(path), path);
    push(byLook, lookKey(path), path);
  }
  return files.flatMap((file) => {
    if (!isNewName(file)) return [];
    const { path } = file;
    const twin = byCase.get(caseKey(path))?.find((other) => other !== path);
    const double = byLook
      .get(lookKey(path))
      ?.find((other) => other !== path && caseKey(other) !== caseKey(path));
    const hidden = hiddenInPath(path);
    return [
      ...(twin === undefined ? [] : [caseFinding(path, twin)]),
      ...(double === undefined && hidden === null ? [] : [lookFinding(path, double, hidden)]),
    ];
  });
}

function isNewName({ change }: ChangedFile): boolean {
  return change.status === 'added' || change.status === 'renamed' || change.status === 'copied';
}

function push(map: Map<string, string[]>, key: string, path: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [path]);
  else list.push(path);
}

/** What file systems that ignore case and Unicode form make of a name. */
function caseKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** What a name looks like. ASCII names look like themselves. */
function lookKey(path: string): string {
  if (!/[^\0-\x7f]/.test(path)) return path.toLowerCase();
  const visible = [...path].filter((letter) => !HIDDEN.test(letter)).join('');
  return skeleton(visible).toLowerCase();
}

function caseFinding(path: string, twin: string): AnalyzerFinding {
  return fileFinding(path, {
    ruleId: 'case-clash',
    category: 'misconfiguration',
    cwe: 'CWE-178',
    severity: 'medium',
    confidence: 90,
    title: 'Two paths differ only in case',
    explanation: `"${shown(path)}" and "${shown(twin)}" are one file on systems that ignore case, as Windows and macOS do by default.`,
    failureScenario:
      'A checkout there keeps only one of the two: imports load the wrong file, and git shows changes that nobody made.',
    fix: 'Rename one of the two.',
  });
}

function lookFinding(path: string, double: string | undefined, hidden: string | null): AnalyzerFinding {
  const holds = hidden === null ? '' : ` It holds ${hidden}.`;
  return fileFinding(path, {
    ruleId: 'deceptive-name',
    category: 'hidden-text',
    cwe: 'CWE-1007',
    severity: double === undefined ? 'medium' : 'high',
    confidence: double === undefined ? 80 : 95,
    title: double === undefined ? 'A path holds deceptive characters' : 'A path looks like another one',
    explanation:
      double === undefined
        ? `The name "${shown(path)}" is not what it looks like.${holds}`
        : `"${shown(path)}" looks like "${shown(double)}", which is another file.${holds}`,
    failureScenario:
      'A reader takes this file for another one and approves an import or a configuration that loads it.',
    fix: 'Rename the file with plain letters.',
  });
}
