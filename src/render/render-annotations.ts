import type { Finding, Report } from '../model.ts';
import { cutLine } from './cut-text.ts';
import { certaintyOf, locationOf } from './describe-report.ts';
import { groupFindings } from './group-findings.ts';
import { flattenText } from './reveal-hidden-text.ts';

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  /** One line; holds nothing that the runner takes for a command. */
  readonly message: string;
  readonly path?: string;
  readonly startLine?: number;
  readonly endLine?: number;
}

/** What the runner keeps of one step (facts: annotations). */
const MOST_OF_A_STEP = 10;
const MOST_CHARACTERS = 4_096;

/**
 * The findings as annotations of a run, for where no comment may be written: what blocks as errors, what is medium or
 * above as warnings, the rest as notices.
 * @param most of each level
 */
export function renderAnnotations(report: Report, most = MOST_OF_A_STEP): readonly Annotation[] {
  const { blocking, notable, minor, folded } = groupFindings(report);
  return [
    ...blocking.slice(0, most).map((finding) => annotate('error', finding)),
    ...notable.slice(0, most).map((finding) => annotate('warning', finding)),
    ...[...minor, ...folded].slice(0, most).map((finding) => annotate('notice', finding)),
  ];
}

/** An annotation as the runner's workflow command; every value escaped, so that it is one line and one command (R23). */
export function annotationCommand(annotation: Annotation): string {
  const { level, title, message, path, startLine, endLine } = annotation;
  const properties: readonly (readonly [string, string | number | undefined])[] = [
    ['file', path],
    ['line', startLine],
    ['endLine', endLine],
    ['title', title],
  ];
  const shown = properties.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
  );
  return `::${level} ${shown.join(',')}::${escapeData(message)}`;
}

function annotate(level: Annotation['level'], finding: Finding): Annotation {
  const { path, startLine, endLine, side } = finding;
  const text = [finding.explanation, finding.failureScenario, finding.fix].filter((part) => part !== '');
  // A path that could disturb the log is said in the text, where it is made harmless.
  const isPlain = path !== undefined && inert(path) === path;
  const where = path === undefined || isPlain ? '' : `${locationOf(finding)}: `;
  const isOnLine = isPlain && finding.anchor === 'line' && side !== 'old' && startLine !== undefined;
  return {
    level,
    title: cutLine(inert(`${finding.severity}: ${finding.title}`), 200),
    message: cutLine(
      inert(`${where}${text.join(' ')} (${finding.reviewer}, ${certaintyOf(finding)}, ${finding.id})`),
      MOST_CHARACTERS,
    ),
    ...(isPlain ? { path } : {}),
    ...(isOnLine ? { startLine, endLine: endLine ?? startLine } : {}),
  };
}

/** The runner looks for `##[` anywhere in a line, and for `::` at its start (facts: Action runtime). */
function inert(text: string): string {
  return flattenText(text.slice(0, MOST_CHARACTERS * 2))
    .replaceAll('##[', '# #[')
    .replace(/^(\s*):(?=:)/, '$1: ');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
