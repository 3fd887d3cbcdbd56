import { type LineMap, makeLineMap } from '../diff/line-map.ts';
import type { ChangedFile, ChangeSubject, Side } from '../model.ts';

/** What the mechanical gate knows of one changed file. Line arrays start with line 1 at index 0. */
export interface FileEvidence {
  readonly file: ChangedFile;
  readonly map: LineMap;
  /** Exact text of each line at head; null when the head is not text. */
  readonly headLines: readonly string[] | null;
  /** The same lines with secrets replaced, same length. */
  readonly maskedHeadLines: readonly string[] | null;
  /** Deleted and context lines of the old side, by number, as the diff shows them. */
  oldLine(line: number): string | undefined;
  /** Old-side lines with secrets replaced. */
  maskedOldLine(line: number): string | undefined;
  /** Name of the enclosing function or class of a head line, or the empty string. */
  symbolAt(line: number): string;
}

/** All that a finding may be checked against. */
export interface EvidenceIndex {
  file(path: string): FileEvidence | undefined;
  /** Text of a subject source (`title`, `description`, `path`, …), or undefined when there is no such source. */
  subject(source: string): string | undefined;
  /** Replaces every secret of the change that occurs in a text. */
  mask(text: string): string;
}

/** What is known of a file's secrets and symbols when its evidence is made. */
export interface FileFacts {
  readonly file: ChangedFile;
  /** Head text with secrets replaced, same length; the head text itself when there are none. */
  readonly maskedHead: string | null;
  /** Replaces secrets in any text; used for old-side lines and free text. */
  readonly symbolAt: (line: number) => string;
}

/**
 * Builds the index.
 * @param facts one entry per changed file
 * @param subject title and description, when there are any
 * @param mask replaces secrets in free text
 */
export function makeEvidenceIndex(
  facts: readonly FileFacts[],
  subject: ChangeSubject | null,
  mask: (text: string) => string,
): EvidenceIndex {
  const byPath = new Map<string, FileEvidence>();
  for (const fact of facts) byPath.set(fact.file.path, makeFileEvidence(fact, mask));
  const paths = facts.map((fact) => fact.file.path).join('\n');
  return {
    file: (path) => byPath.get(path),
    subject: (source) => {
      if (source === 'title') return subject?.title;
      if (source === 'description') return subject?.description;
      return source === 'path' ? paths : undefined;
    },
    mask,
  };
}

function makeFileEvidence(fact: FileFacts, mask: (text: string) => string): FileEvidence {
  const { file, maskedHead, symbolAt } = fact;
  const map = makeLineMap(file.change);
  const oldLine = (line: number) => map.at('old', line)?.text;
  return {
    file,
    map,
    headLines: file.head.kind === 'text' ? file.head.text.split('\n') : null,
    maskedHeadLines: maskedHead === null ? null : maskedHead.split('\n'),
    oldLine,
    maskedOldLine: (line) => {
      const text = oldLine(line);
      return text === undefined ? undefined : mask(text);
    },
    symbolAt,
  };
}

/** Exact text of a line on a side, or undefined when it is not known. */
export function lineText(evidence: FileEvidence, side: Side, line: number): string | undefined {
  if (side === 'old') return evidence.oldLine(line);
  return evidence.headLines?.[line - 1] ?? evidence.map.at('new', line)?.text;
}

/** Text of a line on a side with secrets replaced, or undefined when it is not known. */
export function maskedLineText(
  evidence: FileEvidence,
  side: Side,
  line: number,
  mask: (text: string) => string,
): string | undefined {
  if (side === 'old') return evidence.maskedOldLine(line);
  const masked = evidence.maskedHeadLines?.[line - 1];
  if (masked !== undefined) return masked;
  const plain = evidence.map.at('new', line)?.text;
  return plain === undefined ? undefined : mask(plain);
}
