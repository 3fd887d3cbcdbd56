import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  flattenText,
  revealHiddenText,
  showCodeLine
} from "./chunk-MITLGRRM.js";

// src/render/escape-markdown.ts
var LIVE = new RegExp(
  [
    "[@$]",
    // mentions, teams, e-mail addresses, mathematics
    ":\\/\\/",
    // any URL with a scheme
    "(?<![a-z0-9])www\\.",
    "#\\d",
    // #1 and owner/repository#1
    "(?<![a-z0-9])gh-\\d",
    "(?<![a-z0-9])(?:ghsa|cve)-",
    "(?<![0-9a-z])[0-9a-f]{7,}(?![0-9a-z])",
    // abbreviated and full commit SHAs
    ":[a-z0-9_+-]+(?::|$)"
    // emoji short codes, also those that a colon of ours would complete
  ].join("|"),
  "i"
);
var OPENING = `("'[{`;
var CLOSING = `)]}"',.;:!?`;
function escapeMarkdown(text) {
  const lines = revealHiddenText(text.replace(/\r\n?|[\u2028\u2029]/g, "\n")).split("\n").map(escapeLine);
  return lines.join("\n").replace(/\n{3,}/g, "\n\n").trim();
}
function escapeMarkdownLine(text) {
  return escapeLine(flattenText(text));
}
function escapeMarkdownCell(text) {
  return escapeLine(flattenText(text).replaceAll("|", "\xA6"));
}
function codeSpan(text) {
  const flat = breakMarker(flattenText(text));
  if (flat.trim() === "") return "` `";
  const fence = "`".repeat(longestRun(flat) + 1);
  const pad = /^[`$ ]|[`$ ]$/.test(flat) ? " " : "";
  return `${fence}${pad}${flat}${pad}${fence}`;
}
function codeFence(lines, info) {
  const shown = lines.map((line) => breakMarker(showCodeLine(line)).trimEnd());
  const fence = "`".repeat(Math.max(3, longestRun(shown.join("\n")) + 1));
  return [`${fence}${info}`, ...shown, fence].join("\n");
}
function markdownLink(label, url) {
  if (url === null || !/^https?:\/\//i.test(url)) return label;
  const safe = url.replace(
    /[^\w.~:/?#@!&,;=%+-]/gu,
    (character) => /^[\ud800-\udfff]$/.test(character) ? "" : encodeURIComponent(character).replace(/[()'*!]/g, percentEncode)
  );
  return `[${label}](<${safe}>)`;
}
function percentEncode(character) {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
function escapeLine(line) {
  let result = "";
  let before = "text";
  for (const piece of splitCode(line.replace(/\s+/gu, " ").trim())) {
    for (const part of piece.kind === "code" ? [piece] : splitWords(piece.text, result === "")) {
      if (part.text === "") continue;
      if (before === "code" && part.kind === "code") result += " ";
      result += part.kind === "code" ? codeSpan(part.text) : escapePunctuation(part.text);
      before = part.kind;
    }
  }
  return escapeLineStart(result.trim());
}
function splitCode(line) {
  const runs = [...line.matchAll(/`+/g)];
  const nextOfSameLength = /* @__PURE__ */ new Map();
  const closing = new Array(runs.length).fill(-1);
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const length = runs[index]?.[0].length ?? 0;
    closing[index] = nextOfSameLength.get(length) ?? -1;
    nextOfSameLength.set(length, index);
  }
  const pieces = [];
  let end = 0;
  for (let index = 0; index < runs.length; index += 1) {
    const open = runs[index];
    const close = runs[closing[index] ?? -1];
    if (open === void 0 || close === void 0) continue;
    pieces.push({ kind: "text", text: line.slice(end, open.index) });
    pieces.push({ kind: "code", text: line.slice(open.index + open[0].length, close.index) });
    end = close.index + close[0].length;
    index = closing[index] ?? index;
  }
  pieces.push({ kind: "text", text: line.slice(end) });
  return pieces;
}
function splitWords(text, atLineStart) {
  return text.split(/( )/).flatMap((word, index) => {
    const command = atLineStart && index === 0 && word.startsWith("/");
    if (!command && !LIVE.test(word)) return [{ kind: "text", text: word }];
    let start = 0;
    let end = word.length;
    while (start < end && OPENING.includes(word.charAt(start))) start += 1;
    while (end > start && CLOSING.includes(word.charAt(end - 1))) end -= 1;
    return [
      { kind: "text", text: word.slice(0, start) },
      { kind: "code", text: word.slice(start, end) },
      { kind: "text", text: word.slice(end) }
    ];
  });
}
function escapePunctuation(text) {
  return text.replace(/[\\*_[\]|~#!]/g, "\\$&").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("`", "&#96;");
}
function escapeLineStart(line) {
  return line.replace(/^[+\-=:/]/, "\\$&").replace(/^(\d+)([.)])/, "$1\\$2");
}
function breakMarker(text) {
  return text.replace(/<!--(?=\s*multi-agent-review)/gi, "<!- -");
}
function longestRun(text) {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

export {
  escapeMarkdown,
  escapeMarkdownLine,
  escapeMarkdownCell,
  codeSpan,
  codeFence,
  markdownLink
};
