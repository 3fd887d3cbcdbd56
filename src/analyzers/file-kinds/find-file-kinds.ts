import { isUnsafePath } from '../../diff/is-unsafe-path.ts';
import type { ChangedFile } from '../../model.ts';
import type { AnalyzerFinding } from '../analyzer.ts';
import { fileFinding, shown } from './file-finding.ts';
import { findNameClashes } from './find-name-clashes.ts';
import { linkFinding } from './link-finding.ts';

/**
 * Reports what a file is rather than what it says: links, submodules, the executable bit, paths that no tool may open,
 * names that pass for others, text that is not UTF-8. Looks at names, modes and kinds only; nothing is opened (R29).
 *
 * @param files every file of the change, excluded ones too
 * @param headPaths all paths at head, where they are known, for names that clash with unchanged files
 */
export function findFileKinds(
  files: readonly ChangedFile[],
  headPaths: readonly string[] = [],
): readonly AnalyzerFinding[] {
  const present = files.filter((file) => file.change.status !== 'removed');
  return [
    ...present.flatMap((file) =>
      [unsafePath(file), linkFinding(file), submodule(file), executable(file), undecodable(file)].filter(
        (finding) => finding !== null,
      ),
    ),
    ...findNameClashes(present, headPaths),
  ];
}

function unsafePath({ path }: ChangedFile): AnalyzerFinding | null {
  if (!isUnsafePath(path)) return null;
  return fileFinding(path, {
    ruleId: 'unsafe-path',
    category: 'path-traversal',
    cwe: 'CWE-22',
    severity: 'high',
    confidence: 95,
    title: 'A path that leaves the repository or cannot be trusted',
    explanation: `The path "${shown(path)}" is absolute, goes upwards, points into .git or holds control characters. This review did not open it.`,
    failureScenario:
      'A tool that unpacks or checks out the change writes outside its folder, or prints the name and the terminal obeys it.',
    fix: 'Rename the file to an ordinary path below the root of the repository.',
  });
}

function submodule({ path, change, head, base }: ChangedFile): AnalyzerFinding | null {
  if (head.kind !== 'submodule' && change.newMode !== '160000') return null;
  const commit = head.kind === 'submodule' ? head.commit.slice(0, 12) : 'unknown';
  const isMoved = base.kind === 'submodule' || change.oldMode === '160000';
  const before = base.kind === 'submodule' ? ` from ${base.commit.slice(0, 12)}` : '';
  return fileFinding(path, {
    ruleId: isMoved ? 'submodule-moved' : 'submodule-added',
    category: 'supply-chain',
    cwe: 'CWE-829',
    severity: isMoved ? 'info' : 'medium',
    confidence: 90,
    title: isMoved ? 'A submodule points to another commit' : 'A submodule is added',
    explanation: `"${shown(path)}" is a submodule and now stands at commit ${commit}${before}. The code behind it is not part of this change and was not reviewed.`,
    failureScenario: 'Code that nobody looked at here is built and run with the next checkout.',
    fix: 'Review the commits of the submodule in its own repository, and check that its address is the one you trust.',
  });
}

function executable({ path, change }: ChangedFile): AnalyzerFinding | null {
  if (change.newMode !== '100755' || change.oldMode === '100755' || SCRIPT.test(path)) return null;
  const isNew = change.oldMode === null;
  return fileFinding(path, {
    ruleId: 'executable-bit',
    category: 'misconfiguration',
    cwe: 'CWE-732',
    severity: 'low',
    confidence: 70,
    title: isNew ? 'A new file is executable' : 'A file becomes executable',
    explanation: `"${shown(path)}" may now be run as a program, and its name does not say that it is one.`,
    failureScenario: 'A hook, a wildcard or a mistyped command runs a file that was meant to be read.',
    fix: `If it is not meant to be run: git update-index --chmod=-x followed by the path.`,
  });
}

/** Files that people expect to be executable. */
const SCRIPT =
  /\.(?:sh|bash|zsh|fish|py|pl|rb|ps1|bat|cmd|command|js|mjs|ts|php|lua|awk)$|(?:^|\/)(?:bin|scripts?|hooks|\.husky|\.ci|ci)\/[^/]{1,255}$|(?:^|\/)(?:gradlew|mvnw|configure|bootstrap|run|install|build|test)$/i;

function undecodable({ path, head, base }: ChangedFile): AnalyzerFinding | null {
  if (head.kind !== 'text' || !head.undecodable || (base.kind === 'text' && base.undecodable)) return null;
  return fileFinding(path, {
    reviewer: 'correctness',
    ruleId: 'undecodable-text',
    category: 'maintainability',
    severity: 'low',
    confidence: 80,
    title: 'A text file holds bytes that are not UTF-8',
    explanation: `"${shown(path)}" holds bytes that are no valid UTF-8. They were read as U+FFFD here, so the lines they stand on could not be reviewed exactly.`,
    failureScenario:
      'Tools that expect UTF-8 fail on the file or show other characters than its author meant.',
    fix: 'Save the file as UTF-8, or mark it as binary in .gitattributes when it is no text.',
  });
}
