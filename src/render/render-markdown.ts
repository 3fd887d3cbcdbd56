import { type Finding, LONGEST_REASON, type Report } from '../model.ts';
import { cutLine } from './cut-text.ts';
import { escalationSection } from './describe-escalation.ts';
import {
  convergenceWords,
  factsOf,
  findingsInWords,
  headlineOf,
  headlineText,
  type Mark,
  revisionWords,
  warningsOf,
} from './describe-report.ts';
import { codeSpan, escapeMarkdownLine, markdownLink } from './escape-markdown.ts';
import { extentWords } from './extent-words.ts';
import { byteLength, fitBudget, type Slot } from './fit-budget.ts';
import { formatCount } from './format-quantity.ts';
import { type FindingGroups, groupFindings } from './group-findings.ts';
import { type BlobUrl, findingLine, findingStub, folded, markdownFinding } from './markdown-finding.ts';
import {
  agentsTable,
  conflictsSection,
  coverageSection,
  dismissedSection,
  missingSection,
  notesSection,
  problemsSection,
  suppressedSection,
} from './markdown-sections.ts';
import { type Entry, mergeNeighbours } from './merge-neighbours.ts';
import { sinceSection } from './since-section.ts';

/** First line of the comment, exactly; by it and by its author the comment is found again. */
export const COMMENT_MARKER = '<!-- multi-agent-review v1 -->';

/** GitHub refuses bodies above 65,536 characters (facts: body limits); the rest is left for the publisher's state. */
const DEFAULT_BUDGET = 60_000;
/** For the sentence on what was left out and the tags around sections. */
const RESERVE = 1_500;

const MARKS: Readonly<Record<Mark, string>> = { pass: '✅', fail: '❌', incomplete: '⚠️', skipped: '⏭️' };

export interface MarkdownOptions {
  /** Permalink of a line of the reviewed commit; links are left out without it. */
  readonly blobUrl?: BlobUrl;
  /** Most bytes of the body; 60,000 when absent. */
  readonly budget?: number;
  /** The comment can be answered with `/review` commands. */
  readonly commands?: boolean;
}

/**
 * The unified comment, inert whatever the report holds. Findings that block or are critical always stand in it, one
 * line each if it must be; the lowest severities go first, and the comment says how many went.
 */
export function renderMarkdown(report: Report, options: MarkdownOptions = {}): string {
  const groups = groupFindings(report);
  const blobUrl: BlobUrl = options.blobUrl ?? (() => null);
  const before = [
    header(report, options),
    missingSection(report),
    problemsSection(report),
    escalationSection(report),
  ].join('');
  const after = [extentSection(report), agentsTable(report), footer(report, groups, options)].join('');
  const extras = [
    sinceSection(report),
    conflictsSection(report),
    coverageSection(report),
    dismissedSection(groups.dismissed),
    suppressedSection(groups.suppressed),
    notesSection(report),
  ];
  const budget = (options.budget ?? DEFAULT_BUDGET) - RESERVE - byteLength(before) - byteLength(after);
  const merged = mergeGroups(groups);
  const entries = inOrder(report, merged);
  const slots = [...findingSlots(entries, merged, blobUrl)];
  const firstMinor = entries.findIndex((entry) => !mustAppear(entry, groups));
  const cut = firstMinor === -1 ? entries.length : firstMinor;
  // What was not reviewed ranks behind the findings that may never be cut and before all others.
  const extraSlots = extras.map((text): Slot => ({ sizes: [text, ''] }));
  const chosen = fitBudget([...slots.slice(0, cut), ...extraSlots, ...slots.slice(cut)], budget);
  const textOf = new Map(
    entries.map((entry, index) => [entry, chosen[index < cut ? index : index + extras.length] ?? '']),
  );
  const body = [
    before,
    findingSections(merged, textOf),
    ...chosen.slice(cut, cut + extras.length),
    after,
  ].join('');
  return `${body.trimEnd()}\n`;
}

function header(report: Report, { commands = false }: MarkdownOptions): string {
  const headline = headlineOf(report);
  const text = headlineText(headline);
  const head = revisionMarkdown(report.head);
  const base = revisionMarkdown(report.base);
  const facts = [`Reviewed ${head} against ${base}`, ...factsOf(report)].join(' · ');
  const warnings = [...overrideWords(report), ...warningsOf(report)].map((warning) => `> ${warning}\n\n`);
  const converged = convergenceWords(report);
  const full = commands ? ' `/review full` looks at everything again.' : '';
  const calm = converged === null ? '' : `_${converged}_${full}\n\n`;
  return `${COMMENT_MARKER}\n### ${MARKS[headline.mark]} ${escapeMarkdownLine(cutLine(text, 400))}\n\n${facts}\n\n${calm}${warnings.join('')}`;
}

/** Why everything was looked at again, or what was not. */
function extentSection(report: Report): string {
  const words = extentWords(report);
  return words === null ? '' : `${escapeMarkdownLine(words)}\n\n`;
}

/** Who lets this commit pass, why, and until when. */
function overrideWords({ override }: Report): readonly string[] {
  if (override === undefined) return [];
  const { by, reason, head, source } = override;
  const who = markdownLink(escapeMarkdownLine(cutLine(by, 60)), source);
  const why = escapeMarkdownLine(cutLine(reason, LONGEST_REASON));
  return [
    `Overridden by ${who} for ${codeSpan(head.slice(0, 7))}: ${why} · The override ends with this commit: the next push is judged anew.`,
  ];
}

function revisionMarkdown(revision: Report['head']): string {
  const { sha, label } = revisionWords(revision);
  const shown = label === null ? null : cutLine(label, 100);
  if (sha === null) return codeSpan(shown ?? 'unknown');
  return shown === null ? codeSpan(sha) : `${codeSpan(sha)} (${codeSpan(shown)})`;
}

/** The groups with neighbours merged: for reading alone, whatever is counted is counted one by one. */
interface MergedGroups {
  readonly blocking: readonly Entry[];
  readonly notable: readonly Entry[];
  readonly minor: readonly Entry[];
  readonly folded: readonly Entry[];
}

function mergeGroups({ blocking, notable, minor, folded: rest }: FindingGroups): MergedGroups {
  return {
    blocking: mergeNeighbours(blocking),
    notable: mergeNeighbours(notable),
    minor: mergeNeighbours(minor),
    folded: mergeNeighbours(rest),
  };
}

/** All entries, each where its first finding stands in the report. */
function inOrder({ findings }: Report, merged: MergedGroups): readonly Entry[] {
  const { blocking, notable, minor, folded: rest } = merged;
  const all = [...blocking, ...notable, ...minor, ...rest];
  const entryOf = new Map(all.flatMap((entry) => entry.map((finding): [Finding, Entry] => [finding, entry])));
  const found = findings.map((finding) => entryOf.get(finding)).filter((entry) => entry !== undefined);
  return [...new Set(found)];
}

function mustAppear([first]: Entry, groups: FindingGroups): boolean {
  return first.severity === 'critical' || groups.blocking.includes(first);
}

function* findingSlots(
  entries: readonly Entry[],
  { blocking, notable }: MergedGroups,
  blobUrl: BlobUrl,
): Generator<Slot> {
  const mayNotBeCut = new Set(blocking);
  const inFull = new Map([...blocking, ...notable].map((entry, index) => [entry, index + 1]));
  for (const entry of entries) {
    const [{ severity }] = entry;
    const number = inFull.get(entry);
    if (number === undefined) {
      yield { sizes: [`${findingLine(entry, blobUrl)}\n`, ''] };
      continue;
    }
    const sizes = markdownFinding(entry, `${number} · ${severity}`, blobUrl);
    const stays = severity === 'critical' || mayNotBeCut.has(entry);
    yield { sizes: [...sizes, stays ? findingStub(entry) : ''] };
  }
}

function findingSections(groups: MergedGroups, textOf: ReadonlyMap<Entry, string>): string {
  const join = (entries: readonly Entry[]) => joinParts(entries.map((entry) => textOf.get(entry) ?? ''));
  const words = (entries: readonly Entry[]) => findingsInWords(entries.flat());
  const foldedMinor = foldedList(groups.minor, `${words(groups.minor)}, folded`, join);
  const foldedRest = foldedList(groups.folded, `${words(groups.folded)} beyond the limit`, join);
  return [
    join([...groups.blocking, ...groups.notable]),
    foldedMinor,
    foldedRest,
    leftOut(groups, textOf),
  ].join('');
}

/** A heading after list items needs an empty line before it, or it would be taken into the list. */
function joinParts(parts: readonly string[]): string {
  const text = parts
    .filter((part) => part !== '')
    .reduce(
      (page, part) =>
        page + (page === '' || part.startsWith('- ') || page.endsWith('\n\n') ? part : `\n${part}`),
      '',
    );
  return text === '' || text.endsWith('\n\n') ? text : `${text}\n`;
}

function foldedList(
  entries: readonly Entry[],
  summary: string,
  join: (entries: readonly Entry[]) => string,
): string {
  const body = join(entries);
  return body === '' ? '' : `${folded(summary, body.trimEnd())}\n\n`;
}

function leftOut(groups: MergedGroups, textOf: ReadonlyMap<Entry, string>): string {
  const left = [...groups.blocking, ...groups.notable, ...groups.minor, ...groups.folded]
    .filter((entry) => (textOf.get(entry) ?? '') === '')
    .flat();
  if (left.length === 0) return '';
  return `**Left out of this comment for its size: ${findingsInWords(left)}.** The full report holds them.\n\n`;
}

function footer(report: Report, groups: FindingGroups, options: MarkdownOptions): string {
  const first = [...groups.blocking, ...groups.notable, ...groups.minor][0];
  const commands =
    first === undefined
      ? ['`/review` runs again', '`/review help`']
      : [
          '`/review` runs again',
          `${codeSpan(`/review explain ${cutLine(first.id, 60)}`)}`,
          `${codeSpan(`/review dismiss ${cutLine(first.id, 60)} reason`)}`,
          '`/review help`',
        ];
  const about = [
    `${escapeMarkdownLine(cutLine(report.tool.name, 40))} ${escapeMarkdownLine(cutLine(report.tool.version, 40))}`,
    `workflow ${codeSpan(cutLine(report.workflow, 60))}`,
    `configuration ${codeSpan(cutLine(report.configDigest, 12))}`,
    formatCount(report.findings.length, 'finding'),
  ];
  return `<sub>${[...(options.commands === true ? commands : []), ...about].join(' · ')}</sub>\n`;
}
