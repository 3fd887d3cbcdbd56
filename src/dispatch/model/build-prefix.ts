import type { AnalyzedFile } from '../../analyzers/analyzer.ts';
import { compileGlobs } from '../../config/compile-glob.ts';
import type { EvidenceIndex } from '../../evidence/evidence-index.ts';
import type { Fence } from '../../evidence/model-text/fence.ts';
import { makeTextShower, type TextShower } from '../../evidence/model-text/show-text.ts';
import { type RaisedFinding, severityRank } from '../../model.ts';
import { estimateTokens } from '../../plan/model-plan/estimate-tokens.ts';
import type { PromptPrefix } from '../../ports.ts';
import { indexCalls, symbolsOf } from './changed-symbols.ts';
import { type ChangedWords, changedWords } from './changed-words.ts';
import { PRODUCT_INSTRUCTIONS } from './instructions.ts';
import { type ShownFile, showFile } from './show-file.ts';
import type { UnchangedFile } from './unchanged-files.ts';

/** What is shown of a change, whoever looks at it. */
export interface PrefixMaterial {
  readonly evidence: EvidenceIndex;
  /** Files with their trees, for symbols and callers; those without are shown all the same. */
  readonly analyzed: readonly AnalyzedFile[];
  /** `settings.instructions` of the base branch. */
  readonly instructions: string;
  /** `settings.neverSend`. */
  readonly neverSend: readonly string[];
  /** What the analyzers found, gated. */
  readonly findings: readonly RaisedFinding[];
  /** Unchanged files beside the change that may be shown. */
  readonly unchanged: readonly UnchangedFile[];
  readonly fence: Fence;
}

export interface BuiltPrefix extends PromptPrefix {
  readonly tokens: number;
  /** Files whose content was held back. */
  readonly notSent: readonly string[];
}

/** Shows files one by one, so that they can be sized, bundled and put together without being built twice. */
export interface PrefixBuilder {
  /** Estimated tokens of a file's part; 0 for a path that is not of the change. */
  sizeOf(path: string): number;
  /** Characters of a file's hunks as they are shown: what goes with them is measured by it. */
  diffSizeOf(path: string): number;
  /** What unchanged files are chosen by for a reviewer of these files. */
  changedWordsOf(paths: readonly string[]): ChangedWords;
  /** The path is never sent. */
  isHeldBack(path: string): boolean;
  /** The beginning that all calls about these files share. The same paths in any order give the same bytes. */
  build(paths: readonly string[]): BuiltPrefix;
  readonly shower: TextShower;
}

/** Analyzer findings beyond it are counted, not listed. */
const MOST_REPORTED = 100;
const LONGEST_INSTRUCTIONS = 20_000;

/** Prepares the shared beginning of all prompts of a run. */
export function makePrefixBuilder(material: PrefixMaterial): PrefixBuilder {
  const { evidence, fence } = material;
  const shower = makeTextShower(evidence, fence);
  const isHeldBack = material.neverSend.length === 0 ? () => false : compileGlobs(material.neverSend);
  const holdsBack = (path: string) =>
    isHeldBack(path) || isHeldBack(evidence.file(path)?.file.change.oldPath ?? path);
  const symbols = new Map(
    material.analyzed
      .filter((one) => !holdsBack(one.file.path))
      .map((one) => [one.file.path, symbolsOf(one)] as const),
  );
  const readable = [...symbols.values()]
    .filter((one) => one !== null)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const tests = material.unchanged.filter((one) => one.kind === 'tests');
  const calls = indexCalls(readable, tests);
  const unchanged = new Map(tests.map((one) => [one.path, one.lines]));
  const texts = new Map<string, ShownFile>();
  const shownFile = (path: string): ShownFile => {
    const file = evidence.file(path);
    if (file === undefined) return { text: '', diffCharacters: 0 };
    const known = texts.get(path);
    if (known !== undefined) return known;
    const shown = holdsBack(path)
      ? {
          text: `## File: ${shower.anyLine(path)}\n${file.file.change.status}; its content is not sent to any model (configured)`,
          diffCharacters: 0,
        }
      : showFile({
          evidence: file,
          symbols: symbols.get(path) ?? null,
          calls,
          unchanged,
          index: evidence,
          shower,
        });
    texts.set(path, shown);
    return shown;
  };
  return {
    shower,
    isHeldBack: holdsBack,
    sizeOf: (path) => estimateTokens(shownFile(path).text),
    diffSizeOf: (path) => shownFile(path).diffCharacters,
    changedWordsOf: (paths) =>
      changedWords(
        paths.filter((path) => !holdsBack(path)).flatMap((path) => evidence.file(path) ?? []),
        paths.flatMap((path) => symbols.get(path) ?? []),
      ),
    build: (paths) => {
      const sorted = [...new Set(paths)].sort();
      const reported = material.findings.filter((finding) => !holdsBack(finding.path ?? ''));
      const text = [
        showRules(material.instructions, shower),
        showReported(reported, sorted, shower, fence),
        `# The change\n\n${fence.open}\n${sorted
          .map((path) => shownFile(path).text)
          .filter((one) => one !== '')
          .join('\n\n')}\n${fence.close}`,
      ].join('\n\n');
      return {
        system: [{ text: PRODUCT_INSTRUCTIONS, cacheMark: true }],
        shared: { text, cacheMark: true },
        tokens: estimateTokens(PRODUCT_INSTRUCTIONS, text),
        notSent: sorted.filter(holdsBack),
      };
    },
  };
}

function showRules(instructions: string, shower: TextShower): string {
  const text = instructions.trim();
  const shown = text === '' ? 'None beyond the general ones.' : shower.text(text, LONGEST_INSTRUCTIONS);
  return `# Rules of the repository (base branch)\n\n${shown}`;
}

function showReported(
  findings: readonly RaisedFinding[],
  paths: readonly string[],
  shower: TextShower,
  fence: Fence,
): string {
  const here = new Set(paths);
  const rows = findings
    .filter((finding) => finding.path === undefined || here.has(finding.path))
    .sort((a, b) => severityRank(a.severity) - severityRank(b.severity) || (keyOf(a) < keyOf(b) ? -1 : 1))
    .map(({ path, startLine, category, ruleId, title }) => {
      const place =
        path === undefined
          ? 'subject'
          : `${shower.anyLine(path)}${startLine === undefined ? '' : `:${startLine}`}`;
      return `- ${place} ${category} (${ruleId}): ${shower.anyLine(title)}`;
    });
  const unique = [...new Set(rows)];
  const more = unique.length > MOST_REPORTED ? [`- and ${unique.length - MOST_REPORTED} more`] : [];
  const list = unique.length === 0 ? '- nothing' : [...unique.slice(0, MOST_REPORTED), ...more].join('\n');
  // Paths and titles may hold text of the change.
  return `# Already reported by programs: do not repeat\n\n${fence.open}\n${list}\n${fence.close}`;
}

function keyOf(finding: RaisedFinding): string {
  return [
    finding.path ?? '',
    String(finding.startLine ?? 0).padStart(8, '0'),
    finding.category,
    finding.ruleId,
    finding.title,
  ].join('\0');
}
