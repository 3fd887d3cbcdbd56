import { describe, expect, it } from 'vitest';
import { annotationCommand, renderAnnotations } from '../../src/render/render-annotations.ts';
import { renderInlineComment } from '../../src/render/render-inline-comment.ts';
import { makeFinding } from '../make-finding.ts';
import { makeFailingReport, makeReport } from '../render/make-report.ts';
import { NAUGHTY_STRINGS } from '../render/naughty-strings.ts';
import { foreignMarkup, isBalanced, liveReferences, parseMarkdown } from '../render/rendered-markdown.ts';

describe('inline comments', () => {
  it('offers the suggestion exactly as it is', () => {
    const suggestion = '\tconst a = `x`;\n\treturn a;\n';
    expect(renderInlineComment(makeFinding({ suggestion }), true)).toContain(
      '```suggestion\n\tconst a = `x`;\n\treturn a;\n```',
    );
    expect(renderInlineComment(makeFinding({ suggestion }), false)).not.toContain('suggestion\n');
    expect(renderInlineComment(makeFinding({ suggestion: '' }), true)).toContain('```suggestion\n```');
    const fenced = renderInlineComment(makeFinding({ suggestion: '```\n# a\n````' }), true);
    expect(fenced).toContain('`````suggestion\n```\n# a\n````\n`````');
  });

  it.each(['a\u202eb', 'a\u200bb', '/approve', '  /merge now', '@dependabot merge', 'x <!-- y'])(
    'offers no suggestion that hides something or speaks to bots: %j',
    (suggestion) => {
      expect(renderInlineComment(makeFinding({ suggestion }), true)).not.toContain('suggestion\n');
    },
  );

  it('R18 holds no line that starts with a slash and no reference outside code', () => {
    for (const text of ['/approve', 'x\n/merge', '@jane and @acme/team', 'fixes #1', 'acme/shop#2', 'GH-3']) {
      const body = renderInlineComment(
        makeFinding({ title: text, explanation: text, failureScenario: text, fix: text, suggestion: text }),
        false,
      );
      expect(body).not.toMatch(/^\s*\//m);
      expect(body.replace(/`[^`]*`/g, '')).not.toMatch(/@jane|@acme|#\d|GH-\d/);
    }
  });
});

describe('annotations', () => {
  it('R23 are one command each, whatever the finding holds', () => {
    const hostile = 'a\r\n::add-mask::x\n##[error]y\u001b[31m%0A::stop-commands::z';
    const finding = makeFinding({
      title: hostile,
      explanation: `::error::${hostile}`,
      path: `src/${hostile},line=1::x.ts`,
    });
    const commands = renderAnnotations(makeFailingReport({ findings: [finding], shownCount: 1 })).map(
      annotationCommand,
    );
    expect(commands).toHaveLength(1);
    for (const command of commands) {
      expect(command).toMatch(/^::error title=/);
      expect(command).not.toMatch(/[\r\n\u001b]/);
      expect(command).not.toContain('##[');
      const [properties = ''] = command.slice('::error '.length).split('::', 1);
      expect(properties.split(',').map((one) => one.split('=')[0])).toEqual(['title']);
    }
  });

  it('escapes values that belong into a path', () => {
    const [annotation] = renderAnnotations(
      makeFailingReport({ findings: [makeFinding({ path: 'a,b::c%.ts' })] }),
    );
    if (annotation === undefined) throw new Error('no annotation');
    expect(annotationCommand(annotation)).toMatch(
      /^::error file=a%2Cb%3A%3Ac%25\.ts,line=42,endLine=42,title=/,
    );
  });

  it('keep the limits of the runner: ten of a level, 4,096 characters', () => {
    const findings = (['critical', 'high', 'low'] as const).flatMap((severity) =>
      Array.from({ length: 15 }, (_, index) =>
        makeFinding({ severity, explanation: 'long '.repeat(5_000), id: `${severity}${index}` }),
      ),
    );
    const annotations = renderAnnotations(makeReport({ findings, shownCount: 45 }));
    for (const level of ['error', 'warning', 'notice'])
      expect(annotations.filter((one) => one.level === level)).toHaveLength(10);
    for (const { message } of annotations) expect(message.length).toBeLessThanOrEqual(4_096);
  });

  it('name a line only where the line is in the new file', () => {
    const [annotation] = renderAnnotations(makeReport({ findings: [makeFinding({ side: 'old' })] }));
    expect(annotation).toMatchObject({ path: 'src/db/search.ts' });
    expect(annotation).not.toHaveProperty('startLine');
  });
});

describe('naughty strings', () => {
  it('R17 leave inline comments without raw HTML, pictures or foreign links', () => {
    for (const text of NAUGHTY_STRINGS) {
      const body = renderInlineComment(
        makeFinding({ title: text, explanation: text, failureScenario: text, fix: text, reviewer: text }),
        false,
      );
      const html = parseMarkdown(body);
      expect(foreignMarkup(html)).toEqual([]);
      expect(liveReferences(body)).toEqual([]);
      expect(isBalanced(html)).toBe(true);
    }
  });
});
