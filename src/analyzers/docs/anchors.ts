/** Longer lines are no headings. */
const LONGEST = 1_000;
/** More lines are no page that people read. */
const MOST_LINES = 20_000;

/**
 * The anchors of a Markdown page, in lower case: what GitHub makes of its headings (lower case, spaces to hyphens,
 * everything but letters, digits, hyphens and underscores dropped, `-1`, `-2` … for repeated ones), and every `id` and
 * `name` of HTML in it.
 */
export function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  const counts = new Map<string, number>();
  let fenced = false;
  let above = '';
  for (const raw of text.split('\n', MOST_LINES)) {
    const line = raw.slice(0, LONGEST).trimEnd();
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    if (fenced) continue;
    for (const [, id = ''] of line.matchAll(/\b(?:id|name)\s*=\s*["']([^"']{1,200})["']/g))
      anchors.add(id.toLowerCase());
    // `## Title {#own-anchor}`
    const own = /\{#([\w-]{1,200})\}$/.exec(line)?.[1];
    if (own !== undefined) anchors.add(own.toLowerCase());
    const heading = /^ {0,3}#{1,6}\s+(\S.*)$/.exec(line)?.[1] ?? (/^(?:=+|-+)$/.test(line) ? above : '');
    above = line.trim();
    if (heading === '') continue;
    // What the page's own marks leave is not told from the text alone: both readings count.
    for (const slug of new Set([
      slugOf(heading),
      slugOf(withoutTags(heading)),
      slugOf(withoutEmphasis(heading)),
    ])) {
      const count = counts.get(slug) ?? 0;
      counts.set(slug, count + 1);
      anchors.add(count === 0 ? slug : `${slug}-${count}`);
    }
  }
  return anchors;
}

function withoutTags(heading: string): string {
  return heading.replace(/<[^<>]{0,200}>/g, '');
}

function withoutEmphasis(heading: string): string {
  return withoutTags(heading).replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '');
}

function slugOf(heading: string): string {
  return heading
    .replace(/\s+#+$/, '')
    .replace(/!?\[([^\]]{0,300})\]\([^)]{0,500}\)/g, '$1')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s/g, '-');
}
