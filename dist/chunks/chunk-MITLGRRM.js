import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/render/format-quantity.ts
function formatNumber(value) {
  return String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
function formatCount(count, noun) {
  if (count === 0) return `no ${noun}s`;
  return `${formatNumber(count)} ${noun}${count === 1 ? "" : "s"}`;
}
function formatDuration(milliseconds) {
  const seconds = Math.max(0, milliseconds) / 1e3;
  if (seconds < 0.05) return seconds === 0 ? "0 s" : "<0.1 s";
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor(whole % 3600 / 60)} min`;
}
function formatTokens(tokens) {
  if (tokens < 1e3) return String(Math.max(0, Math.round(tokens)));
  if (tokens < 9950) return `${(tokens / 1e3).toFixed(1)}k`;
  if (tokens < 999500) return `${Math.round(tokens / 1e3)}k`;
  return `${(tokens / 1e6).toFixed(1)}M`;
}
function formatDollars(dollars) {
  if (dollars <= 0) return "$0";
  if (dollars < 1e-3) return "<$0.001";
  return dollars < 1 ? `$${dollars.toFixed(3)}` : `$${dollars.toFixed(2)}`;
}
function formatList(words, most = words.length) {
  const shown = words.slice(0, most);
  if (words.length > most) return `${shown.join(", ")} and ${formatNumber(words.length - most)} more`;
  const last = shown.at(-1) ?? "";
  return shown.length <= 1 ? last : `${shown.slice(0, -1).join(", ")} and ${last}`;
}

// src/render/cut-text.ts
function cutText(text, most) {
  if (text.length <= most) return text;
  const kept = trimEndSafely(text.slice(0, most));
  return `${kept}\u2026 (${formatNumber(text.length - kept.length)} more characters)`;
}
function cutLine(text, most) {
  return text.length <= most ? text : `${trimEndSafely(text.slice(0, Math.max(0, most - 1)))}\u2026`;
}
function cutPath(path, most) {
  if (path.length <= most) return path;
  const end = path.slice(path.length - (most - 1));
  return `\u2026${/^[\udc00-\udfff]/.test(end) ? end.slice(1) : end}`;
}
function trimEndSafely(text) {
  return text.replace(/[\ud800-\udbff]$/, "").trimEnd();
}

// src/render/reveal-hidden-text.ts
var HIDDEN = /(?:(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800])+/gu;
var JOINER = /^[\u200c\u200d]$/u;
var EMOJI_GLUE = /^[\ufe0e\ufe0f]?\u200d?$/u;
var EMOJI_BEFORE = new RegExp("(?:\\p{Extended_Pictographic}|\\p{Emoji_Modifier})$", "u");
var EMOJI_AFTER = new RegExp("^\\p{Extended_Pictographic}", "u");
var JOINING_LETTER = "[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}]";
var JOINING_BEFORE = new RegExp(`${JOINING_LETTER}$`, "u");
var JOINING_AFTER = new RegExp(`^${JOINING_LETTER}`, "u");
var MOST_SPELLED_OUT = 4;
function revealHiddenText(text) {
  return text.replace(HIDDEN, (run, offset) => {
    const before = text.slice(Math.max(0, offset - 2), offset);
    const after = text.slice(offset + run.length, offset + run.length + 2);
    return isSpelling(before, run, after) ? run : spellOut([...run]);
  });
}
function flattenText(text) {
  return revealHiddenText(text.replace(/\r\n?|[\n\t\u2028\u2029]/g, " "));
}
function showCodeLine(line) {
  return revealHiddenText(line.replace(/\r$/, "").replace(/\n/g, " ")).replaceAll("	", "    ");
}
function isSpelling(before, run, after) {
  if (JOINER.test(run) && JOINING_BEFORE.test(before) && JOINING_AFTER.test(after)) return true;
  if (!EMOJI_GLUE.test(run)) return false;
  if (run === "\uFE0F" && /[0-9#*]$/.test(before)) return after.startsWith("\u20E3");
  return EMOJI_BEFORE.test(before) && (!run.endsWith("\u200D") || EMOJI_AFTER.test(after));
}
function spellOut(run) {
  if (run.length <= MOST_SPELLED_OUT) return run.map((character) => `\u27E6${codePointName(character)}\u27E7`).join("");
  return `\u27E6${run.length} hidden characters from ${codePointName(run[0] ?? "")}\u27E7`;
}
function codePointName(character) {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

export {
  revealHiddenText,
  flattenText,
  showCodeLine,
  formatNumber,
  formatCount,
  formatDuration,
  formatTokens,
  formatDollars,
  formatList,
  cutText,
  cutLine,
  cutPath
};
