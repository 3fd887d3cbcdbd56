/** Families of signals; two of one family count once, so that repeating a phrase does not add up. */
export type SignalFamily =
  | 'override'
  | 'address'
  | 'verdict'
  | 'exfiltration'
  | 'role-marker'
  | 'output-control'
  | 'persona'
  | 'authority'
  | 'encoded';

/** A phrase that people write to a model and rarely to each other. */
export interface Signal {
  readonly family: SignalFamily;
  /** Points; a passage is reported from `THRESHOLD` points on. */
  readonly weight: number;
  /** What the text does, for people: `tells the reader to ignore its instructions`. */
  readonly words: string;
  /** RE2 syntax, bounded; matched against text in lower case, one space between words. */
  readonly pattern: RegExp;
  /** A match that holds this is about something else: HTTP, files, commands. */
  readonly unless?: RegExp;
}

/** Points from which a passage is reported. One unmistakable phrase is enough, or a doubtful one with company. */
export const THRESHOLD = 5;

/** A signal for text in lower case. */
export function signal(
  family: SignalFamily,
  weight: number,
  words: string,
  source: string,
  unless?: RegExp,
): Signal {
  const pattern = new RegExp(source, 'g');
  return unless === undefined
    ? { family, weight, words, pattern }
    : { family, weight, words, pattern, unless };
}
