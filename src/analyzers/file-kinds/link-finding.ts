import type { ChangedFile } from '../../model.ts';
import type { AnalyzerFinding } from '../analyzer.ts';
import { fileFinding, shown } from './file-finding.ts';

/** A symbolic link that was added or points elsewhere now; null for anything else. The target is read, not followed. */
export function linkFinding({ path, change, head, base }: ChangedFile): AnalyzerFinding | null {
  if (head.kind !== 'symlink' && change.newMode !== '120000') return null;
  const target = head.kind === 'symlink' ? head.target : null;
  if (target !== null && base.kind === 'symlink' && base.target === target) return null;
  const wasLink = base.kind === 'symlink' || change.oldMode === '120000';
  const leaves = target !== null && leavesTree(path, target);
  const to = target === null ? 'a target that could not be read' : `"${shown(target)}"`;
  return fileFinding(path, {
    ruleId: leaves ? 'symlink-leaves-tree' : 'symlink',
    category: 'path-traversal',
    cwe: 'CWE-59',
    severity: leaves ? 'high' : target === null ? 'low' : 'info',
    confidence: leaves ? 95 : 80,
    title: `${leaves ? 'A symbolic link leaves the repository' : wasLink ? 'A symbolic link points elsewhere now' : 'A symbolic link is added'}`,
    explanation:
      `"${shown(path)}" is a symbolic link to ${to}. ` +
      (leaves
        ? 'The target is absolute or lies above the root, so what stands there depends on the machine.'
        : 'It was not followed; what it points to is reviewed only where that is part of the change.'),
    failureScenario: leaves
      ? 'A build, a linter or a deployment follows the link and reads or overwrites a file of the machine, such as a key.'
      : 'A tool that follows links reads or writes the target under another name.',
    fix: leaves
      ? 'Remove the link, or copy what it points to into the repository.'
      : 'Check that the link is meant to be there.',
  });
}

/** True when the target is absolute, names a drive or a home, or goes above the root of the repository. */
function leavesTree(path: string, target: string): boolean {
  if (/^[/\\~]|^[A-Za-z]:|\0/.test(target) || target === '') return true;
  let depth = path.split('/').length - 1;
  for (const part of target.split(/[/\\]/)) {
    if (part === '..') depth -= 1;
    else if (part !== '.' && part !== '') depth += 1;
    if (depth < 0) return true;
    if (part.toLowerCase() === '.git') return true;
  }
  return false;
}
