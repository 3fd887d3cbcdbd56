import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codeFence,
  codeSpan,
  escapeMarkdown,
  escapeMarkdownCell,
  escapeMarkdownLine,
  markdownLink,
} from '../../src/render/escape-markdown.ts';
import { INVISIBLE, NAUGHTY_STRINGS } from './naughty-strings.ts';
import { codeBlocks, foreignMarkup, liveReferences, parseMarkdown } from './rendered-markdown.ts';

/** What a reader sees of inert prose: paragraphs and code spans, nothing else. */
function visibleText(markdown: string): string {
  return parseMarkdown(markdown)
    .replace(/<\/?(?:p|code)>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** Texts made of what Markdown and GitHub react to. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'`~*_[]()<>#|!$@&\\/:-+=.\n \t'.split('')),
      fc.constantFrom(
        '```',
        '~~~',
        '@a',
        '#1',
        'https://x.y',
        '<b>',
        '![a](b)',
        '[^1]',
        '1. ',
        '- ',
        '| - |',
        '<!--',
      ),
      fc.constantFrom('a', 'word', 'abcdef1234', ':a:', '\u200b', '\u202e', '\r', '\u2028', '&amp;', 'é'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('R17 rendered text is inert', () => {
  it.each(NAUGHTY_STRINGS)('prose %j becomes paragraphs and code only', (text) => {
    const html = parseMarkdown(escapeMarkdown(text));
    expect(foreignMarkup(html)).toEqual([]);
    expect(html.replace(/<\/?(?:p|code)>/g, '')).not.toContain('<');
  });

  it.each(NAUGHTY_STRINGS)('a list item %j stays one item', (text) => {
    const html = parseMarkdown(`- ${escapeMarkdownLine(text)}\n- second`);
    expect(foreignMarkup(html)).toEqual([]);
    expect(html.match(/<li>/g)).toHaveLength(2);
    expect(html.match(/<ul>/g)).toHaveLength(1);
  });

  it.each(NAUGHTY_STRINGS)('a table cell %j stays one cell', (text) => {
    const html = parseMarkdown(`| a | b |\n| - | - |\n| ${escapeMarkdownCell(text)} | end |`);
    expect(foreignMarkup(html)).toEqual([]);
    expect(html.match(/<td>/g)).toHaveLength(2);
    expect(html).toContain('<td>end</td>');
  });

  it('holds for any text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = parseMarkdown(escapeMarkdown(text));
        expect(html.replace(/<\/?(?:p|code)>/g, '')).not.toContain('<');
        expect(codeBlocks(html)).toEqual([]);
        expect(INVISIBLE.test(html.replaceAll('\n', ''))).toBe(false);
      }),
      { numRuns: 1500 },
    );
  });

  it('shows plain words and code as they were written', () => {
    expect(visibleText(escapeMarkdown('Use `a < b && c` in snake_case, 2 * 3 | 4.'))).toBe(
      'Use a < b && c in snake_case, 2 * 3 | 4.',
    );
    expect(parseMarkdown(escapeMarkdown('first\n\nsecond'))).toBe('<p>first</p>\n<p>second</p>');
    expect(parseMarkdown(escapeMarkdown('call `query()` here'))).toBe(
      '<p>call <code>query()</code> here</p>',
    );
  });

  it('loses no visible character of a text without white space and backticks', () => {
    const printable = fc
      .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 })
      .map((text) => text.replace(/[`\s]/g, 'x'));
    fc.assert(
      fc.property(printable, (text) => {
        expect(visibleText(escapeMarkdown(text))).toBe(text);
      }),
    );
  });
});

describe('R18 no pings, references or commands', () => {
  it.each(NAUGHTY_STRINGS)('%j', (text) => {
    expect(liveReferences(escapeMarkdown(text))).toEqual([]);
    expect(liveReferences(`1 · ${escapeMarkdownLine(text)}`)).toEqual([]);
  });

  it('holds for any text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(liveReferences(escapeMarkdown(text))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    ['@octocat', '`@octocat`'],
    ['(see @acme/team).', '(see `@acme/team`).'],
    ['fixes #1', 'fixes `#1`'],
    ['/approve', '`/approve`'],
    ['a/b', 'a/b'],
    ['CWE-89 and UTF-8', 'CWE-89 and UTF-8'],
  ])('%s is written as %s', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  it('takes time that grows with the length alone', () => {
    const start = performance.now();
    for (const unit of [
      '`',
      '``` `',
      '@',
      ')',
      '(',
      ':a',
      'f',
      '#',
      '\\',
      '[',
      '<!--',
      '\u200b',
      'a\n',
      ' ',
    ]) {
      escapeMarkdown(unit.repeat(200_000 / unit.length));
    }
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('R19 fences hold what they are given', () => {
  const snippets = [
    ['three backticks', ['a', '```', 'b']],
    ['seven backticks', ['`'.repeat(7), 'b', '`'.repeat(5)]],
    ['tildes', ['~~~', 'b']],
    ['an unclosed fence', ['```js', 'let a;']],
    ['html', ['</code></pre><script>']],
    ['a longer fence than any', ['`'.repeat(40)]],
  ] as const;

  it.each(snippets)('%s: exactly one block, the rest intact', (_name, lines) => {
    const html = parseMarkdown(`before\n\n${codeFence(lines, 'text')}\n\nafter`);
    expect(codeBlocks(html)).toEqual([`${lines.join('\n')}\n`]);
    expect(html.startsWith('<p>before</p>')).toBe(true);
    expect(html.endsWith('<p>after</p>')).toBe(true);
  });

  it('holds for any lines', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 6 }), (lines) => {
        const html = parseMarkdown(
          `before\n\n${codeFence(
            lines.map((line) => `| ${line}`),
            'text',
          )}\n\nafter`,
        );
        expect(codeBlocks(html)).toHaveLength(1);
        expect(html.endsWith('<p>after</p>')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('a code span holds any text on one line', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = parseMarkdown(`a ${codeSpan(text)} b`);
        expect(html).toMatch(/^<p>a <code>[^<]*<\/code> b<\/p>$/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('markers and links', () => {
  it('never lets the comment marker through, not even inside code', () => {
    const marker = '<!-- multi-agent-review v1 -->';
    for (const text of [
      escapeMarkdown(marker),
      escapeMarkdown(`\`${marker}\``),
      codeSpan(marker),
      codeFence([marker], 'text'),
    ]) {
      expect(text).not.toContain(marker);
    }
  });

  it('links only to http addresses and keeps the target in one piece', () => {
    expect(markdownLink('x', 'javascript:alert(1)')).toBe('x');
    expect(markdownLink('x', null)).toBe('x');
    const html = parseMarkdown(markdownLink('x', 'https://forge.example/a b)<c>\n"d\ud83d#L1'));
    expect(html).toBe('<p><a href="https://forge.example/a%20b%29%3Cc%3E%0A%22d#L1">x</a></p>');
  });
});
