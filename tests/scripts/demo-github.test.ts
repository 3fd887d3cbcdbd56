import { describe, expect, it } from 'vitest';
import { commentHtml } from '../../scripts/github-demo/comment-html.ts';
import { pullRequestPage } from '../../scripts/github-demo/pull-request-page.ts';
import { runGitHubDemo } from '../../scripts/github-demo/run-github-demo.ts';

describe('the comment as HTML', () => {
  it('shows Markdown and the folded parts of our renderer, and leaves hidden state out', () => {
    const html = commentHtml(
      '<!-- state -->\n### ❌ One\n\n<details><summary>Proof</summary>\n\n`code` &lt;b&gt;\n\n</details>\n',
    );
    expect(html).toContain('<details><summary>Proof</summary>');
    expect(html).toContain('<code>code</code> &lt;b&gt;');
    expect(html).not.toContain('state');
    expect(html).toContain('aria-label="failed"');
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    'text <b onclick="x()">bold</b>',
    '<a href="javascript:alert(1)">go</a>',
    '<details ontoggle="x()"><summary>x</summary></details>',
    '<details',
  ])('refuses %s', (markdown) => {
    expect(() => commentHtml(markdown)).toThrow('does not write');
  });

  it.each(['<script>alert(1)</script>', '<style>*{}</style>', '<svg/onload=x()>', '[go](javascript:x)'])(
    'makes %s inert, as GitHub does',
    (markdown) => {
      expect(commentHtml(markdown)).not.toMatch(/<(?:script|style|svg)|javascript:/);
    },
  );
});

describe('npm run demo:github', () => {
  it('ends with one comment, one review and a final status, and shows them without any asset', async () => {
    const result = await runGitHubDemo();
    const page = pullRequestPage(result);
    expect(result.unexpected).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(result.comments).toHaveLength(1);
    expect(result.statuses.at(-1)?.state).toBe('failure');
    expect(new Set(result.reviewComments.map((one) => one.reviewId)).size).toBe(1);
    expect(page.match(/<article class="inline">/g)).toHaveLength(result.reviewComments.length);
    expect(page).toContain(result.pull.title);
    expect(page).not.toMatch(/<script|<img|<link|url\(|src=/);
  }, 60_000);
});
