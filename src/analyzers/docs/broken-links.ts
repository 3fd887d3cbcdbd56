import type { AnalyzedFile, AnalyzerFinding, ChangeAnalyzer } from '../analyzer.ts';
import { shorten } from '../shorten.ts';
import { anchorsOf } from './anchors.ts';

/** `[text](target)` and `![alt](target)`; targets with spaces or brackets are left alone. */
const LINK = /\]\(\s*<?([^()\s<>]{1,500})>?(?:\s+["'][^"'\n]{0,200}["'])?\s*\)/g;

/** Anchors that no heading makes: lines of a file, the top, a text to search for. */
const MADE_BY_FORGES = /^(?:l\d|top$|user-content-|:~:)/;

/**
 * Relative links on changed lines of Markdown whose target is not in the repository at head, or whose anchor is no
 * heading of a page that is known.
 */
export const brokenLinksAnalyzer: ChangeAnalyzer = {
  name: 'broken-links',
  run: (context, files) => {
    if (context.headPaths === null) return [];
    const known = pathsAndFolders(context.headPaths);
    const anchorsAt = anchorReader(context.related, files);
    return files
      .filter((file) => file.file.language === 'markdown')
      .flatMap((file) => brokenIn(file, known, anchorsAt));
  },
};

/** The anchors of a page, or null when its text is not at hand. */
type AnchorReader = (path: string) => ReadonlySet<string> | null;

function anchorReader(related: ReadonlyMap<string, string>, files: readonly AnalyzedFile[]): AnchorReader {
  const texts = new Map(related);
  for (const { file, text } of files) {
    if (file.partial) texts.delete(file.path);
    else texts.set(file.path, text);
  }
  const known = new Map<string, ReadonlySet<string>>();
  return (path) => {
    const text = /\.(md|markdown)$/i.test(path) ? texts.get(path) : undefined;
    if (text === undefined) return null;
    const anchors = known.get(path) ?? anchorsOf(text);
    known.set(path, anchors);
    return anchors;
  };
}

/** Every path and every folder on the way to it. */
function pathsAndFolders(paths: readonly string[]): ReadonlySet<string> {
  const known = new Set<string>(['']);
  for (const path of paths) {
    known.add(path);
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at);
      if (known.has(folder)) break;
      known.add(folder);
    }
  }
  return known;
}

function brokenIn(
  file: AnalyzedFile,
  known: ReadonlySet<string>,
  anchorsAt: AnchorReader,
): readonly AnalyzerFinding[] {
  const findings: AnalyzerFinding[] = [];
  let fenced = false;
  file.lines.forEach((text, index) => {
    if (/^\s*(```|~~~)/.test(text)) fenced = !fenced;
    if (fenced || text.length > 5_000 || !file.map.isChanged('new', index + 1)) return;
    for (const match of withoutCode(text).matchAll(LINK)) {
      const link = match[1] ?? '';
      const target = link.startsWith('#') ? file.file.path : resolveLink(file.file.path, link);
      if (target === null) continue;
      const anchor = decoded(link.split('#', 2)[1] ?? '')?.toLowerCase() ?? '';
      if (!known.has(target) && !link.startsWith('#')) {
        findings.push(findingOf(file, index + 1, text, link, target));
      } else if (anchor !== '' && !MADE_BY_FORGES.test(anchor) && anchorsAt(target)?.has(anchor) === false) {
        findings.push(anchorFinding(file, index + 1, text, anchor, target));
      }
    }
  });
  return findings;
}

function withoutCode(text: string): string {
  return text.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length));
}

/** The repository path a link means, or null when it leads elsewhere: an address, an anchor, outside the repository. */
function resolveLink(from: string, link: string): string | null {
  if (/^([a-z][a-z0-9+.-]*:|\/\/|#|\/|\{|\$|%7B)/i.test(link)) return null;
  const path = decoded(link.split(/[?#]/, 1)[0] ?? '');
  if (path === null || path === '') return null;
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch (thrown) {
    if (thrown instanceof URIError) return null;
    throw thrown;
  }
}

function findingOf(
  file: AnalyzedFile,
  line: number,
  text: string,
  link: string,
  target: string,
): AnalyzerFinding {
  return {
    reviewer: 'documentation',
    ruleId: 'broken-relative-link',
    category: 'broken-link',
    severity: 'low',
    confidence: 90,
    anchor: 'line',
    path: file.file.path,
    startLine: line,
    endLine: line,
    side: 'new',
    quote: text,
    title: `The link leads to ${target.length <= 50 ? target : `…${target.slice(-49)}`}, which does not exist`,
    explanation: `The repository has no ${target} at this commit, so the link "${link.slice(0, 200)}" leads nowhere.`,
    failureScenario: 'A reader follows the link and gets "not found".',
    fix: 'Correct the path, or add the file in this change.',
    proof: [{ path: file.file.path, line, text: `resolves to ${target.slice(0, 250)}` }],
  };
}

function anchorFinding(
  file: AnalyzedFile,
  line: number,
  text: string,
  anchor: string,
  target: string,
): AnalyzerFinding {
  const page = target === file.file.path ? 'this page' : shorten(target, 120);
  return {
    reviewer: 'documentation',
    ruleId: 'broken-anchor',
    category: 'broken-link',
    severity: 'low',
    confidence: 86,
    anchor: 'line',
    path: file.file.path,
    startLine: line,
    endLine: line,
    side: 'new',
    quote: text,
    title: `No heading makes the anchor #${shorten(anchor, 50)}`,
    explanation: `The link leads to #${shorten(anchor, 120)}, but no heading of ${page} has this anchor.`,
    failureScenario: 'A reader who follows the link lands at the top of the page and has to search.',
    fix: 'Write the anchor that the heading makes, or correct the heading.',
    proof: [{ path: file.file.path, line, text: `looked for in ${page}` }],
  };
}
