import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/render/secret-filter.ts
var WINDOW = 12;
var SHORTEST_SECRET = 8;
var HIDDEN = "[hidden]";
var INVISIBLE = [
  [0, 8],
  [11, 12],
  [14, 31],
  [127, 159],
  [173, 173],
  [847, 847],
  [1564, 1564],
  [4447, 4448],
  [6068, 6069],
  [6155, 6158],
  [8203, 8207],
  [8234, 8238],
  [8288, 8303],
  [12644, 12644],
  [65024, 65039],
  [65279, 65279],
  [65440, 65440]
];
var TAGS = 56128;
var SKETCH = 1 << 16;
function sketchOf(text, start) {
  const pair = text.charCodeAt(start) * 31 + text.charCodeAt(start + 1);
  return (pair * 961 + text.charCodeAt(start + 3) * 31 + text.charCodeAt(start + 6)) % SKETCH;
}
function makeSecretFilter(secrets) {
  const windows = /* @__PURE__ */ new Map();
  for (const secret of secrets) {
    if (secret.length < SHORTEST_SECRET) continue;
    for (const [form, perCharacter] of formsOf(secret)) {
      const size = Math.min(Math.round(WINDOW * perCharacter), form.length);
      const known = windows.get(size) ?? { texts: /* @__PURE__ */ new Set(), sketch: new Uint8Array(SKETCH) };
      for (let start = 0; start + size <= form.length; start += 1) {
        known.texts.add(form.slice(start, start + size));
        known.sketch[sketchOf(form, start)] = 1;
      }
      windows.set(size, known);
    }
  }
  if (windows.size === 0) return (text) => text;
  return (text) => hide(text, windows);
}
function formsOf(secret) {
  const forms = [secret, reverse(secret)].flatMap(encodingsOf);
  return [...forms, ...forms.map(([form, perCharacter]) => [reverse(form), perCharacter])];
}
function encodingsOf(text) {
  const bytes = [...new TextEncoder().encode(text)];
  const hexOf = (separator) => bytes.map((byte) => `${separator}${byte.toString(16).padStart(2, "0")}`).join("");
  const base64 = [0, 1, 2].map((skip) => toBase64(bytes.slice(skip)));
  return [
    [text, 1],
    [encodeURIComponent(text.toWellFormed()), 1],
    ...base64.flatMap((form) => [
      [form, 1],
      [form.replaceAll("+", "-").replaceAll("/", "_"), 1]
    ]),
    [hexOf(""), 2],
    [hexOf("").toUpperCase(), 2],
    [hexOf("%"), 3],
    [hexOf("%").toUpperCase(), 3]
  ];
}
function reverse(text) {
  return [...text].reverse().join("");
}
function toBase64(bytes) {
  return btoa(String.fromCharCode(...bytes)).replace(/=+$/, "");
}
function hide(text, windows) {
  const { seen, places } = withoutInvisible(text);
  const spans = [];
  for (const [size, { texts, sketch }] of windows) {
    for (let start = 0; start + size <= seen.length; start += 1) {
      if (sketch[sketchOf(seen, start)] === 1 && texts.has(seen.slice(start, start + size)))
        spans.push({ start, end: start + size });
    }
  }
  if (spans.length === 0) return text;
  const at = (index) => places === null ? index : places[index] ?? text.length;
  let [result, from] = ["", 0];
  let open = null;
  const close = () => {
    if (open === null) return;
    result += text.slice(from, at(open.start)) + HIDDEN;
    from = at(open.end - 1) + 1;
  };
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    if (open !== null && span.start <= open.end)
      open = { start: open.start, end: Math.max(open.end, span.end) };
    else {
      close();
      open = span;
    }
  }
  close();
  return result + text.slice(from);
}
function withoutInvisible(text) {
  const places = [];
  let seen = "";
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isInvisible(code)) continue;
    if (code === TAGS) {
      index += 1;
      continue;
    }
    seen += text.charAt(index);
    places.push(index);
  }
  return places.length === text.length ? { seen: text, places: null } : { seen, places };
}
function isInvisible(code) {
  return (code < 32 || code >= 127) && INVISIBLE.some(([first, last]) => first <= code && code <= last);
}
function mapTexts(value, change) {
  return mapValue(value, change);
}
function mapValue(value, change) {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((one) => mapValue(one, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapValue(one, change)]));
}

export {
  makeSecretFilter,
  mapTexts
};
