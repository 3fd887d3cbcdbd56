/** A whole number with thousands separated: `2,000`. The same in every locale. */
export function formatNumber(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 critical finding`, `3 findings`, `no findings`. The plural is the noun with an `s`. */
export function formatCount(count: number, noun: string): string {
  if (count === 0) return `no ${noun}s`;
  return `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A duration for people: `<0.1 s`, `3.1 s`, `1 min 5 s`, `1 h 2 min`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds < 0.05) return seconds === 0 ? '0 s' : '<0.1 s';
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** A number of tokens: `900`, `1.2k`, `14k`, `1.2M`. */
export function formatTokens(tokens: number): string {
  if (tokens < 1000) return String(Math.max(0, Math.round(tokens)));
  if (tokens < 9950) return `${(tokens / 1000).toFixed(1)}k`;
  if (tokens < 999_500) return `${Math.round(tokens / 1000)}k`;
  return `${(tokens / 1_000_000).toFixed(1)}M`;
}

/** Dollars as they are read on a bill for one review: `$0`, `<$0.001`, `$0.013`, `$1.24`. */
export function formatDollars(dollars: number): string {
  if (dollars <= 0) return '$0';
  if (dollars < 0.001) return '<$0.001';
  return dollars < 1 ? `$${dollars.toFixed(3)}` : `$${dollars.toFixed(2)}`;
}

/** `a`, `a and b`, `a, b and c`; beyond `most` the rest is counted. */
export function formatList(words: readonly string[], most = words.length): string {
  const shown = words.slice(0, most);
  if (words.length > most) return `${shown.join(', ')} and ${formatNumber(words.length - most)} more`;
  const last = shown.at(-1) ?? '';
  return shown.length <= 1 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
