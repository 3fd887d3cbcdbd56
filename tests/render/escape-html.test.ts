import { describe, expect, it } from 'vitest';
import { escapeHtml, escapeHtmlLine, escapeHtmlProse } from '../../src/render/escape-html.ts';

describe('R39 text for HTML', () => {
  it('leaves no character that ends a text or an attribute', () => {
    expect(escapeHtml(`<b a="1" c='2'>&amp;`)).toBe('&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;');
    expect(escapeHtmlLine('one\r\ntwo\u202e')).toBe('one two⟦U+202E⟧');
  });

  it('makes code of what stands between backticks, escaped all the same', () => {
    expect(escapeHtmlProse('use `a < b` or `unclosed')).toBe('use <code>a &lt; b</code> or `unclosed');
    expect(escapeHtmlProse('`<img src=x>`')).toBe('<code>&lt;img src=x&gt;</code>');
  });
});
