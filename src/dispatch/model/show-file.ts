import type { EvidenceIndex, FileEvidence } from '../../evidence/evidence-index.ts';
import type { TextShower } from '../../evidence/model-text/show-text.ts';
import type { Hunk } from '../../model.ts';
import { type CallIndex, callSitesOf, type FileSymbols, functionAround } from './changed-symbols.ts';

/** What one file's part of the prompt is made from. */
export interface FileMaterial {
  readonly evidence: FileEvidence;
  readonly symbols: FileSymbols | null;
  /** Calls in all files that may be shown. */
  readonly calls: CallIndex;
  /** Unchanged files that were searched for calls: path → lines, secrets replaced. */
  readonly unchanged: ReadonlyMap<string, readonly string[]>;
  readonly index: EvidenceIndex;
  readonly shower: TextShower;
}

/** Lines shown around a hunk when its function is longer. */
const REACH = 12;

export interface ShownFile {
  readonly text: string;
  /** Characters of the hunks alone: what context is measured by. */
  readonly diffCharacters: number;
}

/** A file of the change as a model sees it: header, numbered hunks, and context no longer than the hunks. */
export function showFile(material: FileMaterial): ShownFile {
  const { evidence, shower } = material;
  const { change, language } = evidence.file;
  const from =
    change.oldPath !== null && change.oldPath !== change.path
      ? ` from ${shower.anyLine(change.oldPath)}`
      : '';
  const header = `## File: ${shower.anyLine(evidence.file.path)}\n${change.status}${from}, ${language ?? 'language unknown'}${material.symbols === null ? '; call sites not searched' : ''}`;
  const hunks = change.hunks.map((hunk) => showHunk(hunk, material));
  const room = hunks.reduce((sum, text) => sum + text.length, 0);
  return { text: [header, ...hunks, ...showContext(material, room)].join('\n\n'), diffCharacters: room };
}

function showHunk(hunk: Hunk, { evidence, symbols, shower }: FileMaterial): string {
  const firstChanged = hunk.lines.find((line) => line.kind === 'add')?.newLine ?? hunk.newStart;
  const around = symbols === null ? undefined : functionAround(symbols, firstChanged);
  const symbol = around?.name ?? (evidence.symbolAt(firstChanged) || hunk.section.trim());
  const place = symbol === '' ? '' : ` in ${shower.anyLine(symbol)}`;
  const news = hunk.lines.flatMap((line) =>
    line.kind === 'delete'
      ? []
      : [
          `${line.newLine} ${line.kind === 'add' ? '+' : ' '} ${shower.line(evidence, 'new', line.newLine) ?? ''}`,
        ],
  );
  const removed = hunk.lines.flatMap((line) =>
    line.kind === 'delete' ? [`${line.oldLine} - ${shower.line(evidence, 'old', line.oldLine) ?? ''}`] : [],
  );
  return [
    `### Hunk${place}`,
    ...(news.length === 0 ? [] : ['New lines:', ...news]),
    ...(removed.length === 0 ? [] : ['Removed lines:', ...removed]),
  ].join('\n');
}

/** Call sites and the rest of the enclosing functions, row by row, as far as `room` characters go. */
function showContext(material: FileMaterial, room: number): readonly string[] {
  const { evidence, symbols, shower } = material;
  if (symbols === null) return [];
  let left = room;
  const section = (title: string, rows: readonly string[]): readonly string[] => {
    const shown: string[] = [];
    for (const row of [title, ...rows]) {
      left -= row.length + 1;
      if (left < 0) break;
      shown.push(row);
    }
    return shown.length < 2 ? [] : [shown.join('\n')];
  };
  return [
    ...section(callersTitle(material.unchanged.size), callerRows(material)),
    ...section(
      '### Unchanged lines of the functions around the hunks',
      linesAround(material).map((line) => `${line}   ${shower.line(evidence, 'new', line) ?? ''}`),
    ),
  ];
}

/** Lines of the enclosing functions that no hunk shows, near the hunks. */
function linesAround({ evidence, symbols }: FileMaterial): readonly number[] {
  if (symbols === null) return [];
  const wanted = new Set<number>();
  for (const hunk of evidence.file.change.hunks.slice(0, 50)) {
    const last = hunk.newStart + hunk.newCount - 1;
    const around = functionAround(symbols, Math.max(1, Math.min(hunk.newStart, last)));
    const start = around === undefined ? hunk.newStart : Math.max(around.startLine, hunk.newStart - REACH);
    const end = around === undefined ? last : Math.min(around.endLine, last + REACH);
    if (around !== undefined) wanted.add(around.startLine);
    for (let line = start; line <= end; line += 1) wanted.add(line);
  }
  return [...wanted].filter((line) => evidence.map.at('new', line) === undefined).sort((a, b) => a - b);
}

function callersTitle(unchanged: number): string {
  if (unchanged === 0)
    return '### Call sites in the changed files (in unchanged files: call sites not searched)';
  const files = unchanged === 1 ? '1 unchanged test' : `${unchanged} unchanged tests`;
  return `### Call sites in the changed files and ${files} (in all other files: call sites not searched)`;
}

function callerRows({ symbols, calls, index, unchanged, shower }: FileMaterial): readonly string[] {
  if (symbols === null) return [];
  return callSitesOf(symbols, calls).flatMap(({ name, removed, sites }) => {
    const shown = `${shower.anyLine(name)}${removed ? ' (no longer exported by this file)' : ''}`;
    if (sites.length === 0) return [`${shown}: none`];
    return sites.map((site) => {
      const other = index.file(site.path);
      const line =
        other === undefined
          ? shower.anyLine(unchanged.get(site.path)?.[site.line - 1] ?? '')
          : (shower.line(other, 'new', site.line) ?? '');
      return `${shown}: ${shower.anyLine(site.path)}:${site.line}   ${line.trim()}`;
    });
  });
}
