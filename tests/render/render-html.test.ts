import { describe, expect, it } from 'vitest';
import { HTML_STYLE } from '../../src/render/html-style.ts';
import { renderHtml } from '../../src/render/render-html.ts';
import { makeAgent, makeFinding } from '../make-finding.ts';
import { makeFailingReport, makeReport } from './make-report.ts';
import { INVISIBLE, NAUGHTY_STRINGS, poisonedReport } from './naughty-strings.ts';

const TAGS = new Set(
  (
    'html head meta title style body a div header b span h1 h2 h3 h4 p code ul ol li fieldset legend label input main section ' +
    'small article pre details summary table thead tbody tr th td i footer'
  ).split(' '),
);
const VOID = new Set(['meta', 'input']);
const ATTRIBUTE =
  /\s(?:(?:lang|charset|http-equiv|content|name|class|href|id|type|aria-label|aria-labelledby|aria-hidden|scope|rel|tabindex|style)="[^"<>]*"|checked|open)/g;

/** The page without its style sheet: what is left must be tags of ours and escaped text. */
function breaches(page: string): readonly string[] {
  const found: string[] = [];
  const open: string[] = [];
  const body = page.replace('<!doctype html>', '').replace(/<style>[\s\S]*?<\/style>/, '');
  const rest = body.replace(
    /<(\/?)([a-z][a-z0-9]*)((?:[^<>"]|"[^"]*")*)>/g,
    (tag, slash: string, name: string, attributes: string) => {
      if (!TAGS.has(name)) found.push(tag);
      if (attributes.replace(ATTRIBUTE, '') !== '') found.push(tag);
      const [, href] = /\shref="([^"]*)"/.exec(attributes) ?? [];
      if (
        href !== undefined &&
        !/^(?:#findings|https:\/\/cwe\.mitre\.org\/data\/definitions\/\d+\.html)$/.test(href)
      )
        found.push(tag);
      const [, style] = /\sstyle="([^"]*)"/.exec(attributes) ?? [];
      if (style !== undefined && !/^--share:[\d.]+$/.test(style)) found.push(tag);
      if (slash === '' && !VOID.has(name)) open.push(name);
      if (slash === '/' && open.pop() !== name) found.push(`unbalanced ${tag}`);
      return '';
    },
  );
  if (rest.includes('<')) found.push(rest.slice(rest.indexOf('<'), rest.indexOf('<') + 60));
  return [...found, ...open];
}

const textOf = (page: string) =>
  page
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the HTML page', () => {
  it('loads and runs nothing', () => {
    const page = renderHtml(makeFailingReport());
    expect(page).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
    );
    expect(page).not.toMatch(/<script|<img|<link|<iframe|\son\w+=|url\(|@import/i);
    expect(page).toContain('<html lang="en">');
    expect(page).toMatch(/<main>[\s\S]*<\/main>/);
  });

  it('says verdict, gate and mode in its header', () => {
    const text = textOf(renderHtml(makeFailingReport()));
    expect(text).toContain('1 critical finding blocks this change deterministic mode');
    expect(text).toContain('Gate failed: 1 finding at or above critical. Exit code 1.');
  });

  it('holds every finding with its code, proof and fix, folded or not', () => {
    const text = textOf(renderHtml(makeFailingReport({ shownCount: 2 })));
    for (const title of [
      'SQL built from request input',
      'Promise is not awaited',
      'Query inside a loop',
      'Leftover debugging output',
      'Exported without documentation',
    ]) {
      expect(text).toContain(title);
    }
    expect(text).toContain('sink: query() runs the text as SQL');
    expect(text).toContain('Pass the value as a parameter of the query.');
    expect(text).toContain('Beyond the limit');
  });

  it('marks the line of a finding', () => {
    expect(renderHtml(makeFailingReport())).toMatch(/<span class="row marked"><span class="no">42<\/span>/);
  });

  it('has a switch for each severity that occurs', () => {
    const page = renderHtml(makeReport({ findings: [makeFinding({ severity: 'low' })] }));
    expect(page).toContain('id="show-low" checked');
    expect(page).not.toContain('id="show-high"');
  });

  it('an incomplete review shows what is missing before the findings', () => {
    const page = textOf(
      renderHtml(
        makeReport({
          verdict: 'incomplete',
          gate: 'incomplete',
          findings: [makeFinding({ severity: 'low' })],
          agents: [makeAgent({ name: 'style', status: 'failed', reason: 'broke' })],
          incompleteReasons: ['style: broke'],
          coverage: {
            reviewed: [],
            excluded: [],
            notReviewed: [{ path: 'big.js', reason: 'larger than 2 MB' }],
          },
        }),
      ),
    );
    expect(page).toContain('Review incomplete: style failed, 1 file not reviewed');
    expect(page.indexOf('style: broke')).toBeLessThan(page.indexOf('SQL built from request input'));
    expect(page).toContain('big.js larger than 2 MB');
    expect(page.toLowerCase()).not.toContain('clean');
  });

  it('nothing reviewed is never called clean', () => {
    const page = renderHtml(
      makeReport({ mode: 'models', coverage: { reviewed: [], excluded: [], notReviewed: [] } }),
    );
    expect(textOf(page).toLowerCase()).not.toContain('clean');
  });

  it('dismissed findings have their own folded section, with whom and why', () => {
    const suppressedBy = 'dismissal: a <closed> list (@alice, dismissals.yml:12)';
    const page = renderHtml(makeReport({ findings: [makeFinding({ state: 'dismissed', suppressedBy })] }));
    expect(breaches(page)).toEqual([]);
    expect(page).toContain(
      '<h2 id="dismissed">Dismissed</h2><details class="fold"><summary>1 finding</summary>',
    );
    expect(page).toContain('a &lt;closed&gt; list (@alice, dismissals.yml:12)');
    expect(page).not.toContain('id="held"');
  });

  it('2,000 findings make one well-formed page', () => {
    const findings = Array.from({ length: 2_000 }, (_, index) =>
      makeFinding({ severity: 'medium', id: `id${index}` }),
    );
    const page = renderHtml(makeReport({ findings, shownCount: 10 }));
    expect(breaches(page)).toEqual([]);
    expect(page).toContain('id1999');
  });

  it.each(NAUGHTY_STRINGS)('%j everywhere stays text', (text) => {
    const page = renderHtml(poisonedReport(text));
    expect(breaches(page)).toEqual([]);
    expect(INVISIBLE.test(page.replaceAll('\n', ''))).toBe(false);
  });
});

describe('contrast of the colours reaches WCAG AA', () => {
  /** Relative luminance contrast of two sRGB colours (WCAG 2.2). */
  function contrast(a: string, b: string): number {
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
        const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  }
  /** `front` over `back` at a share, as color-mix does it. */
  function mix(front: string, back: string, share: number): string {
    const channel = (colour: string, start: number) => Number.parseInt(colour.slice(start, start + 2), 16);
    return `#${[1, 3, 5]
      .map((start) =>
        Math.round(channel(front, start) * share + channel(back, start) * (1 - share))
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`;
  }
  const [light = '', dark = ''] = HTML_STYLE.split('@media (prefers-color-scheme: dark)');
  const colours = (css: string) =>
    new Map(
      [...css.matchAll(/--([a-z]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
    );

  it.each([
    ['light', colours(light)],
    ['dark', colours(dark.slice(0, dark.indexOf('* {')))],
  ])('%s', (_scheme, palette) => {
    const of = (name: string) => palette.get(name) ?? '#000000';
    for (const surface of ['card', 'page', 'sunken']) {
      for (const name of ['text', 'muted', 'link'])
        expect(contrast(of(name), of(surface))).toBeGreaterThanOrEqual(4.5);
    }
    for (const tone of [
      'critical',
      'high',
      'medium',
      'low',
      'info',
      'pass',
      'fail',
      'incomplete',
      'skipped',
    ]) {
      expect(contrast(of(tone), of('card'))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(of(tone), mix(of(tone), of('card'), 0.13))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(of('text'), mix(of(tone), of('sunken'), 0.12))).toBeGreaterThanOrEqual(4.5);
    }
  });
});
