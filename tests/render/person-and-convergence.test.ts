import { describe, expect, it } from 'vitest';
import type { Escalation, Report } from '../../src/model.ts';
import { renderHtml } from '../../src/render/render-html.ts';
import { renderJson } from '../../src/render/render-json.ts';
import { renderMarkdown } from '../../src/render/render-markdown.ts';
import { renderSarif } from '../../src/render/render-sarif.ts';
import { renderText } from '../../src/render/render-text.ts';
import { reportSchema } from '../../src/render/report-schema.ts';
import { makeReport } from './make-report.ts';

const owners: Escalation = {
  role: 'code owners',
  reason: '7 security-sensitive files were changed.',
  paths: Array.from({ length: 7 }, (_, index) => `src/auth/part${index}.ts`),
};
const decide: Escalation = { role: 'maintainers', reason: 'Two findings contradict each other.' };
const report = makeReport({
  escalations: [owners, decide],
  convergence: { round: 8, after: 5, suppressed: 3 },
});
const WORDS = 'This review has converged: after 5 automatic reviews';

function everywhere(shown: Report): readonly (readonly [string, string])[] {
  return [
    ['markdown', renderMarkdown(shown)],
    ['text', renderText(shown, { color: false, width: 140 })],
    ['html', renderHtml(shown)],
  ];
}

describe('a person is asked for', () => {
  it.each([...everywhere(report), ['sarif', renderSarif(report, { version: '1' })] as const])(
    'in %s',
    (_name, text) => {
      expect(text).toMatch(/Needs a person/);
      expect(text).toMatch(/Code owners.* of .*src\/auth\/part0\.ts.* and 2 more/);
      expect(text).toContain('Two findings contradict each other.');
    },
  );

  it('near the top of the comment, before the table', () => {
    const comment = renderMarkdown(report);
    expect(comment.indexOf('**Needs a person**')).toBeGreaterThan(comment.indexOf('###'));
    expect(comment.indexOf('**Needs a person**')).toBeLessThan(comment.indexOf('| Reviewer |'));
  });

  it('in no words when nobody is needed', () => {
    for (const [, text] of everywhere(makeReport())) expect(text).not.toMatch(/Needs a person|converged/);
  });

  it('R17: without a ping, whatever a path or a role is called', () => {
    const hostile: Escalation = {
      role: '@acme/owners',
      reason: 'see @octocat',
      paths: ['src/`@octocat`/auth.ts'],
    };
    const comment = renderMarkdown(makeReport({ escalations: [hostile] }));
    expect(comment.replace(/`+[^`\n]*(?:`[^`\n]+)*`+/g, '')).not.toMatch(/@(?:acme|octocat)/);
  });

  it('in the schema of the report', () => {
    expect(reportSchema.parse(JSON.parse(renderJson(report)))).toMatchObject({
      escalations: [owners, decide],
      convergence: { round: 8 },
    });
  });
});

describe('a review that has converged says so', () => {
  it.each(everywhere(report))('in %s', (_name, text) => {
    expect(text).toContain(WORDS);
    expect(text.replace(/\s+/g, ' ')).toContain('3 findings are not shown for it.');
  });
});
