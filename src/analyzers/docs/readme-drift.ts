import { isTestPath } from '../../diff/is-test-path.ts';
import type { ChangedFile } from '../../model.ts';
import type { AnalyzerFinding, ChangeAnalyzer } from '../analyzer.ts';
import { shorten } from '../shorten.ts';
import { type DocumentText, documentsOf, mentionOf } from './documents.ts';

/** A name that documents tell people to use. */
interface PublicName {
  readonly kind: 'option' | 'environment variable';
  readonly name: string;
  readonly line: number;
  readonly text: string;
}

const OPTION = /['"`](--[a-z][a-z0-9]*(?:-[a-z0-9]+)*)['"`]/g;
const ENVIRONMENT =
  /process\.env\.([A-Z][A-Z0-9_]{2,80})|process\.env\[['"]([A-Z][A-Z0-9_]{2,80})['"]\]|os\.environ(?:\.get\(|\[)\s*['"]([A-Z][A-Z0-9_]{2,80})['"]|os\.getenv\(\s*['"]([A-Z][A-Z0-9_]{2,80})['"]/g;
/** Set by systems, not by a project's documentation. */
const COMMON = new Set([
  'NODE_ENV',
  'PATH',
  'HOME',
  'CI',
  'DEBUG',
  'PORT',
  'TERM',
  'LANG',
  'USER',
  'TZ',
  'NO_COLOR',
  'FORCE_COLOR',
]);

/**
 * Options and environment variables that the change removes from the code while a document still tells people to use
 * them, and new ones that no document knows although it lists others.
 */
export const readmeDriftAnalyzer: ChangeAnalyzer = {
  name: 'readme-drift',
  run: (context, files) => {
    const documents = documentsOf(context, files);
    if (documents.length === 0) return [];
    const code = context.files.filter((file) => !isTestPath(file.path) && isCode(file));
    const present = new Set(files.filter((file) => isCode(file.file)).flatMap((file) => namesIn(file.text)));
    return [...removedNames(code, present, documents), ...newNames(code, documents)];
  },
};

function isCode(file: ChangedFile): boolean {
  return ['javascript', 'typescript', 'tsx', 'python'].includes(file.language ?? '');
}

function removedNames(
  code: readonly ChangedFile[],
  present: ReadonlySet<string>,
  documents: readonly DocumentText[],
): readonly AnalyzerFinding[] {
  const seen = new Set<string>();
  return code.flatMap((file) =>
    namesOf(file, 'delete').flatMap((one) => {
      const mention = present.has(one.name) || seen.has(one.name) ? null : mentionOf(one.name, documents);
      if (mention === null) return [];
      seen.add(one.name);
      return [
        findingOf(file, one, 'old', {
          ruleId: 'docs-name-removed',
          severity: 'medium',
          title: `${mention.path} still tells people to use ${one.name}`,
          explanation: `The change removes the ${one.kind} ${one.name} from the code; ${mention.path} line ${mention.line} still names it.`,
          failureScenario: `Somebody who follows ${mention.path} sets ${one.name}, and nothing happens.`,
          fix: `Change ${mention.path} in the same pull request.`,
          proof: [{ path: mention.path, line: mention.line, text: mention.text }],
        }),
      ];
    }),
  );
}

function newNames(
  code: readonly ChangedFile[],
  documents: readonly DocumentText[],
): readonly AnalyzerFinding[] {
  const all = documents.flatMap((document) => document.lines).join('\n');
  const habit = {
    environment: /\b[A-Z][A-Z0-9]*_[A-Z0-9_]{2,}\b/.test(all),
    option: /(^|[\s`])--[a-z][a-z-]{2,}/m.test(all),
  };
  const seen = new Set<string>();
  return code.flatMap((file) => {
    const before = new Set(file.base.kind === 'text' ? namesIn(file.base.text) : []);
    return namesOf(file, 'add').flatMap((one) => {
      const listsOthers = one.kind === 'option' ? habit.option : habit.environment;
      if (
        !listsOthers ||
        before.has(one.name) ||
        seen.has(one.name) ||
        mentionOf(one.name, documents) !== null
      )
        return [];
      seen.add(one.name);
      return [
        findingOf(file, one, 'new', {
          ruleId: 'docs-name-missing',
          severity: 'low',
          title: `No document names the new ${one.kind} ${one.name}`,
          explanation: `The code now reads ${one.name}. The documents list others of its kind, but not this one.`,
          failureScenario: 'People who run this do not learn of it, and meet its default by surprise.',
          fix: `Say in the README what ${one.name} does and what happens without it.`,
          proof: [],
        }),
      ];
    });
  });
}

function namesIn(text: string): readonly string[] {
  return [
    ...[...text.matchAll(ENVIRONMENT)].map((match) => match[1] ?? match[2] ?? match[3] ?? match[4] ?? ''),
    ...[...text.matchAll(OPTION)].map((match) => match[1] ?? ''),
  ];
}

function namesOf(file: ChangedFile, kind: 'add' | 'delete'): readonly PublicName[] {
  return file.change.hunks.flatMap((hunk) =>
    hunk.lines
      .filter((line) => line.kind === kind && line.text.length < 1_000)
      .flatMap((line) => {
        const number = kind === 'add' ? line.newLine : line.oldLine;
        return namesIn(line.text)
          .filter((name) => !COMMON.has(name))
          .map((name): PublicName => {
            const what = name.startsWith('--') ? 'option' : 'environment variable';
            return { kind: what, name, line: number, text: line.text };
          });
      }),
  );
}

type Words = Pick<
  AnalyzerFinding,
  'ruleId' | 'severity' | 'title' | 'explanation' | 'failureScenario' | 'fix' | 'proof'
>;

function findingOf(file: ChangedFile, one: PublicName, side: 'new' | 'old', words: Words): AnalyzerFinding {
  return {
    ...words,
    title: shorten(words.title, 80),
    reviewer: 'documentation',
    category: 'docs-drift',
    confidence: 80,
    anchor: 'line',
    path: file.path,
    startLine: one.line,
    endLine: one.line,
    side,
    quote: one.text,
  };
}
