import type { Severity } from '../../model.ts';
import type { AnalyzedFile, AnalyzerFinding, FileAnalyzer } from '../analyzer.ts';
import { findHiddenCharacters, type HiddenCharacter, MOST_PER_LINE } from './hidden-characters.ts';
import { HIDDEN_EFFECTS } from './hidden-effects.ts';
import { codePointName, type HiddenKind } from './hidden-kind.ts';
import { findHomoglyphs, type Homoglyph, makeVocabulary } from './homoglyphs.ts';
import { findOddSpaces } from './odd-spaces.ts';
import { showHidden } from './show-hidden.ts';

/** More than this in one file says the same thing again; the last finding carries the count of the rest. */
const MOST_FINDINGS = 50;
const LONGEST_SUGGESTION = 500;
const LONGEST_PART = 160;

/** Files that people read as text: a trick there misleads, it does not change what a program does. */
const PROSE = /\.(?:md|mdx|markdown|txt|rst|adoc|html?|xml|svg|po|pot|csv|tsv|srt|vtt|tex|json|ya?ml)$/i;

/** Reports what a reader of the added lines cannot see, or takes for something else (Trojan Source, CVE-2021-42574). */
export const hiddenTextAnalyzer: FileAnalyzer = {
  name: 'hidden-text',
  run(file) {
    if (!/[^\t\n\r\x20-\x7e]/.test(file.text)) return [];
    const isCode = !PROSE.test(file.file.path);
    const vocabulary = makeVocabulary(file.text);
    const findings: AnalyzerFinding[] = [];
    let more = 0;
    for (const number of file.map.addedLines) {
      const line = file.lines[number - 1] ?? '';
      const lineFindings = [
        ...hiddenFindings(file, number, line, isCode, vocabulary),
        ...findHomoglyphs(line, vocabulary, isCode).map((one) =>
          homoglyphFinding(file, number, line, one, isCode),
        ),
        ...(isCode ? oddSpaceFindings(file, number, line) : []),
      ];
      for (const finding of lineFindings) {
        if (findings.length < MOST_FINDINGS) findings.push(finding);
        else more += 1;
      }
    }
    return more === 0 ? findings : withCount(findings, more);
  },
};

function withCount(findings: readonly AnalyzerFinding[], more: number): AnalyzerFinding[] {
  const last = findings.at(-1);
  if (last === undefined) return [];
  const explanation = `${last.explanation} ${more} more places in this file are like this.`;
  return [...findings.slice(0, -1), { ...last, explanation }];
}

function base(file: AnalyzedFile, line: number, quote: string) {
  return {
    reviewer: 'security',
    category: 'hidden-text',
    anchor: 'line',
    path: file.file.path,
    startLine: line,
    endLine: line,
    side: 'new',
    quote,
  } as const;
}

function hiddenFindings(
  file: AnalyzedFile,
  number: number,
  line: string,
  isCode: boolean,
  vocabulary: () => ReadonlySet<string>,
): AnalyzerFinding[] {
  const byKind = new Map<HiddenKind, HiddenCharacter[]>();
  for (const one of findHiddenCharacters(line, number === 1)) {
    const list = byKind.get(one.kind);
    if (list === undefined) byKind.set(one.kind, [one]);
    else list.push(one);
  }
  return [...byKind].map(([kind, characters]) =>
    hiddenFinding(file, number, line, kind, characters, isCode, vocabulary),
  );
}

function hiddenFinding(
  file: AnalyzedFile,
  number: number,
  line: string,
  kind: HiddenKind,
  characters: readonly HiddenCharacter[],
  isCode: boolean,
  vocabulary: () => ReadonlySet<string>,
): AnalyzerFinding {
  const { ruleId, name, effect, code, prose } = HIDDEN_EFFECTS[kind];
  const names = [...new Set(characters.map((one) => codePointName(one.codePoint)))];
  const listed = `${names.slice(0, 6).join(', ')}${names.length > 6 ? ` and ${names.length - 6} more` : ''}`;
  const shadow = isCode ? shadowedName(line, characters, vocabulary) : '';
  const decoded = kind === 'tag' ? decodeTags(characters) : '';
  return {
    ...base(file, number, line),
    ruleId,
    cwe: kind === 'bidi-control' ? 'CWE-1007' : 'CWE-451',
    severity: severityOf(kind, characters, isCode ? code : prose, shadow, isCode, file.file.language),
    confidence: kind === 'soft-hyphen' || kind === 'bidi-mark' || kind === 'control' ? 75 : 95,
    title: `Hidden text: ${name} ${names[0]}${names.length > 1 ? ' and others' : ''}`.slice(0, 80),
    explanation:
      `This line holds ${countOf(characters)} invisible ${name}${characters.length === 1 ? '' : 's'} (${listed}). ${effect}` +
      (shadow === ''
        ? ''
        : ` Without it the name is "${shadow}", which this file also uses: they are two different names.`) +
      (decoded === '' ? '' : ` The hidden message reads: "${decoded}".`),
    failureScenario: `A reviewer approves what the screen shows; the machine reads: ${shownAround(line, characters[0]?.index ?? 0)}`,
    fix: 'Delete the invisible characters. If the text needs one, write it as an escape such as \\u202E, so that readers see it.',
    proof: characters.slice(0, 5).map((one) => ({
      path: file.file.path,
      line: number,
      text: `${codePointName(one.codePoint)} at column ${one.index + 1}`,
    })),
  };
}

function severityOf(
  kind: HiddenKind,
  characters: readonly HiddenCharacter[],
  usual: Severity,
  shadow: string,
  isCode: boolean,
  language: string | null,
): Severity {
  if (shadow !== '') return 'critical';
  if (kind === 'line-separator' && /^(?:javascript|typescript|tsx|jsx)$/.test(language ?? '')) return 'high';
  if (kind === 'variation-selector' && characters.length === 1 && (characters[0]?.codePoint ?? 0) < 0xe0100)
    return 'medium';
  const splitsName = isCode && characters.some((one) => one.inName);
  return splitsName && usual === 'medium' && kind !== 'control' ? 'high' : usual;
}

/** The ASCII name that remains around the first hidden character when it is taken out, if the file uses it too. */
function shadowedName(
  line: string,
  characters: readonly HiddenCharacter[],
  vocabulary: () => ReadonlySet<string>,
): string {
  for (const { index, kind } of characters.slice(0, 20)) {
    if (kind === 'bidi-control' || kind === 'control' || kind === 'line-separator') continue;
    const before = /[A-Za-z0-9_$]{1,100}$/.exec(line.slice(Math.max(0, index - 100), index))?.[0] ?? '';
    const after =
      /^[^A-Za-z0-9_$ -~]{1,8}([A-Za-z0-9_$]{1,100})/u.exec(line.slice(index, index + 110))?.[1] ?? '';
    if (before + after !== '' && /^[A-Za-z_$]/.test(before + after) && vocabulary().has(before + after))
      return before + after;
  }
  return '';
}

function decodeTags(characters: readonly HiddenCharacter[]): string {
  const text = characters.map(({ codePoint }) => String.fromCharCode(codePoint - 0xe0000)).join('');
  return text.replace(/[^ -~]/g, '').slice(0, 120);
}

function countOf(characters: readonly HiddenCharacter[]): string {
  return characters.length >= MOST_PER_LINE ? `at least ${MOST_PER_LINE}` : String(characters.length);
}

/** Part of a line around a place, short enough for a comment, with what is hidden in it. */
function shownAround(line: string, index: number): string {
  const start = Math.max(0, Math.min(index - 40, line.length - LONGEST_PART));
  return showHidden(line.slice(start, start + LONGEST_PART))
    .slice(0, LONGEST_PART)
    .trim();
}

function homoglyphFinding(
  file: AnalyzedFile,
  number: number,
  line: string,
  one: Homoglyph,
  isCode: boolean,
): AnalyzerFinding {
  const letters = one.letters
    .slice(0, 5)
    .map((letter) => `"${letter}" ${codePointName(letter.codePointAt(0) ?? 0)}`);
  const severity = !isCode ? 'medium' : one.clashes ? 'critical' : 'high';
  return {
    ...base(file, number, line),
    ruleId: 'homoglyph-identifier',
    cwe: 'CWE-1007',
    severity,
    confidence: one.clashes ? 95 : 85,
    title: `Look-alike letters: "${one.word}" is not "${one.looksLike}"`.slice(0, 80),
    explanation:
      `The word "${one.word}" looks like "${one.looksLike}" but holds ${letters.join(', ')}. ` +
      (one.clashes
        ? `"${one.looksLike}" is a name of its own here, so one can stand for the other unseen.`
        : 'It mixes letters of two scripts that no natural word mixes.'),
    failureScenario: `A reader takes the call or the comparison for "${one.looksLike}"; the program uses another name, with other code or another value behind it.`,
    fix: `Type the word again with plain letters ("${one.looksLike}"), or rename it so that nobody can mistake it.`,
    ...(line.length <= LONGEST_SUGGESTION ? { suggestion: line.replaceAll(one.word, one.looksLike) } : {}),
    proof: [
      {
        path: file.file.path,
        line: number,
        text: `${letters.join(', ')} in the word at column ${one.index + 1}`,
      },
    ],
  };
}

function oddSpaceFindings(file: AnalyzedFile, number: number, line: string): AnalyzerFinding[] {
  const spaces = findOddSpaces(line);
  if (spaces.length === 0) return [];
  const names = spaces.map((space) => codePointName(space.codePointAt(0) ?? 0)).join(', ');
  return [
    {
      ...base(file, number, line),
      ruleId: 'odd-space',
      cwe: 'CWE-1007',
      severity: 'low',
      confidence: 60,
      title: `A space that is no ordinary space: ${names}`.slice(0, 80),
      explanation: `Between the code of this line stands ${names}. It looks like a space; some languages reject it, others make it part of a name.`,
      failureScenario:
        'A shell takes the character as part of the argument or the file name, and a search for the code does not find it.',
      fix: 'Replace it by an ordinary space.',
      proof: [],
    },
  ];
}
