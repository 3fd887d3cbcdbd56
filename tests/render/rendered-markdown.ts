import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** Tags that the comment is made of; nothing else may come out of the parser. */
const ALLOWED_TAGS = new Set(
  'h3 h4 p ul ol li strong code pre a details summary table thead tbody tr th td sub blockquote'.split(' '),
);
/** Where links of ours may lead. */
const ALLOWED_LINK = /^https:\/\/(?:cwe\.mitre\.org\/data\/definitions\/\d+\.html|forge\.example\/)/;

/** What GitHub turns into pings, references, pictures or formulas when it stands outside code. */
const LIVE: readonly RegExp[] = [
  /@[a-z0-9]/i,
  /#\d/,
  /\bgh-\d/i,
  /:\/\//,
  /\bwww\./i,
  /(?<![0-9a-z])[0-9a-f]{7,}(?![0-9a-z])/i,
  /:[a-z0-9_+-]+:/i,
  /\$/,
];

/** What a CommonMark + GFM parser makes of a comment; raw HTML is let through so that it can be seen. */
export function parseMarkdown(markdown: string): string {
  return micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

/** Breaches of R17 in rendered HTML: foreign tags, attributes, links; an empty list when it is inert. */
export function foreignMarkup(html: string): readonly string[] {
  const breaches: string[] = [];
  const body = html.replace(/^<!-- multi-agent-review v1 -->/, '');
  const rest = body.replace(
    /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)\s*\/?>/gi,
    (tag, _slash, name: string, rest: string) => {
      if (!ALLOWED_TAGS.has(name.toLowerCase())) breaches.push(tag);
      const [, href] = /\shref="([^"]*)"/.exec(rest) ?? [];
      if (href !== undefined && !ALLOWED_LINK.test(href)) breaches.push(tag);
      const attributes = rest.replace(/\s(?:href="[^"]*"|align="right"|class="language-(?:text|diff)")/g, '');
      // Markdown never emits other attributes for our own constructs: any left is foreign.
      if (attributes.trim() !== '' && !/^\s*start="\d+"$/.test(attributes)) breaches.push(tag);
      return '';
    },
  );
  if (rest.includes('<')) breaches.push(`stray <: ${rest.slice(rest.indexOf('<'), rest.indexOf('<') + 60)}`);
  return breaches;
}

/** Text that stands outside code, as GitHub's filters for mentions and references see it. Amounts of ours are left out. */
export function textOutsideCode(html: string): string {
  return html
    .replace(/<pre>[\s\S]*?<\/pre>/g, ' ')
    .replace(/<code>[\s\S]*?<\/code>/g, '\u0001')
    .replace(/<td align="right">(?:&lt;)?\$[\d.]+<\/td>/g, ' ')
    .replace(/<[^>]*>/g, '\u0002')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** Breaches of R18: pings, references and the like outside code, and lines that another bot would take as a command. */
export function liveReferences(markdown: string): readonly string[] {
  const text = textOutsideCode(parseMarkdown(markdown));
  const live = LIVE.flatMap((pattern) => {
    const found = pattern.exec(text);
    return found === null
      ? []
      : [`${pattern} at ${text.slice(Math.max(0, found.index - 20), found.index + 30)}`];
  });
  const commands = markdown.split('\n').filter((line) => /^\s*(?:\/|@)/.test(line));
  return [...live, ...commands];
}

/** Contents of the fenced code blocks that the parser sees. */
export function codeBlocks(html: string): readonly string[] {
  return [...html.matchAll(/<pre><code[^>]*>([\s\S]*?)<\/code><\/pre>/g)].map((match) =>
    (match[1] ?? '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );
}

/** Every element that is opened is closed, in order. */
export function isBalanced(html: string): boolean {
  const open: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}
