import { ENGLISH_SIGNALS } from './english-signals.ts';
import { FOREIGN_SIGNALS, MARKER_SIGNALS } from './marker-signals.ts';
import type { NormalisedText } from './normalise-text.ts';
import { OUTPUT_SIGNALS } from './output-signals.ts';
import { type Signal, type SignalFamily, THRESHOLD } from './signal.ts';

/** A passage that reads like orders to a model. */
export interface Passage {
  readonly score: number;
  /** Lines that carry a signal, heaviest first, without repeats. */
  readonly lines: readonly number[];
  /** What the text does, heaviest first, for people. */
  readonly reasons: readonly string[];
  readonly families: ReadonlySet<SignalFamily>;
}

export const SIGNALS: readonly Signal[] = [
  ...ENGLISH_SIGNALS,
  ...MARKER_SIGNALS,
  ...FOREIGN_SIGNALS,
  ...OUTPUT_SIGNALS,
];

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly signal: Signal;
}

/** Hits closer together than this, in normalised characters, belong to one passage. */
const REACH = 260;
/** One signal cannot fill the list. */
const MOST_HITS = 500;

/** Words around a phrase that make it an example, a definition or a condition for people. */
const ABOUT =
  /prompt[- ]injection|jailbreak|injection (?:attack|attempt|pattern|payload)|attacker|adversar|malicious|red[- ]team|such as|for example|for instance|e\.g\.|examples? of|an? (?:example|attempt|attack)|payloads?|detect|sanitiz|guardrail|untrusted input|threat model|owasp|llm01|(?:phrases?|strings?|texts?|patterns?|messages?|inputs?|comments?) (?:like|such as)|tries to|trying to|attempts? to|might say|may say|could say|says? things like|if you(?:'re| are)? (?:on|using|running|already|have|installed)|you (?:can|may) (?:safely )?(?:ignore|skip|disregard)/;

/**
 * Adds up the signals of each passage and returns those that reach the threshold.
 *
 * @param bonus points that the place adds: an order in a description or a hidden comment weighs more
 */
export function scorePassages(text: NormalisedText, bonus = 0): Passage[] {
  const hits = findHits(text.text);
  const passages: Passage[] = [];
  let group: Hit[] = [];
  for (const hit of hits) {
    const last = group.at(-1);
    const isApart =
      last !== undefined &&
      (hit.start - last.end > REACH || text.text.slice(last.end, hit.start).split('\n').length > 3);
    if (isApart) {
      pushPassage(group, text, bonus, passages);
      group = [];
    }
    group.push(hit);
  }
  pushPassage(group, text, bonus, passages);
  return passages;
}

function findHits(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const signal of SIGNALS) {
    let count = 0;
    for (const match of text.matchAll(signal.pattern)) {
      count += 1;
      if (count > MOST_HITS) break;
      if (signal.unless?.test(match[0])) continue;
      hits.push({ start: match.index, end: match.index + match[0].length, signal });
    }
  }
  return hits.sort((a, b) => a.start - b.start);
}

/** Some patterns begin with the break before the line. */
function firstLetter(text: string, start: number): number {
  return text[start] === '\n' ? start + 1 : start;
}

function pushPassage(hits: readonly Hit[], text: NormalisedText, bonus: number, passages: Passage[]): void {
  const best = new Map<SignalFamily, Hit>();
  for (const hit of hits) {
    const known = best.get(hit.signal.family);
    if (known === undefined || hit.signal.weight > known.signal.weight) best.set(hit.signal.family, hit);
  }
  // A second, different phrase of a family supports the first.
  const support =
    hits.filter(
      (hit) => hit.signal.weight >= 2 && best.get(hit.signal.family)?.signal.words !== hit.signal.words,
    ).length > 0
      ? 1
      : 0;
  const heaviest = [...best.values()].sort((a, b) => b.signal.weight - a.signal.weight);
  let score = heaviest.reduce((sum, hit) => sum + hit.signal.weight, support);
  if (heaviest.length === 0 || heaviest.every((hit) => hit.signal.family === 'address')) return;
  const first = hits[0]?.start ?? 0;
  const surroundings = text.text.slice(Math.max(0, first - 300), (hits.at(-1)?.end ?? 0) + 200);
  // Talk about such phrases lowers the score, but a text that has everything stays above.
  if (ABOUT.test(surroundings)) score -= 4;
  if (score + bonus < THRESHOLD) return;
  passages.push({
    score: score + bonus,
    lines: [...new Set(heaviest.map((hit) => text.lineAt(firstLetter(text.text, hit.start))))],
    reasons: [...new Set(heaviest.map((hit) => hit.signal.words))],
    families: new Set(best.keys()),
  });
}
