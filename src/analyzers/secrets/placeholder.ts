import { entropy } from './entropy.ts';

/** Marks of a template, a variable or a mask: the value is filled in elsewhere or was blacked out. */
const TEMPLATE = /[<>]|\$\{|\{\{|\$\(|%\(|%\{|\*{3}|\.{3}|…|•|#\{|\[\[|process\.env|os\.environ|getenv/;

/** Words that people write where the secret belongs. */
const WORDS =
  /example|placeholder|change[-_ ]?(?:me|it|this)|your[-_ ]?[a-z]|dummy|sample|redacted|insert|replace[-_ ]?|fake|not[-_ ]?(?:a[-_ ]?)?(?:real|secret)|foobar|lorem|secret[-_]?here|goes[-_]?here|[kt]e[yn][-_]?here|todo|removed|masked|hidden|undefined|notused|xxxx|0{8}/;

/**
 * Values that vendors print in their own documentation, or that every installation of an emulator shares. Fragments
 * that name the value beyond doubt, in two halves so that no scanner takes this file for a leak: Stripe's
 * documentation keys, jwt.io's sample payload, the storage and Cosmos emulators.
 */
const DOCUMENTED = [
  ['4eC39HqLyjW', 'DarjtT1zdp7dc'],
  ['BQokikJOvBiI', '2HlWgH4olfQ2'],
  ['eyJzdWIiOiIxMjM0', 'NTY3ODkwIi'],
  ['Eby8vdM02xNO', 'cqFlqUwJPLlm'],
  ['C2y6yDjf5/R+', 'ob0N8A7Cgv30'],
  ['wJalrXUtnFEMI', '/K7MDENG'],
].map((halves) => halves.join(''));

/**
 * True when a value stands where a secret would and is none: a template, a mask, a made-up word, a documented key.
 *
 * @param value the text that matched
 * @param isLive the prefix says that the key is live; then a documented test value is still reported
 */
export function isPlaceholder(value: string, isLive = false): boolean {
  if (TEMPLATE.test(value) || WORDS.test(value.toLowerCase())) return true;
  if (!isLive && DOCUMENTED.some((fragment) => value.includes(fragment))) return true;
  return value.length >= 16 && new Set(value.toLowerCase()).size <= 4;
}

/** True when a text counts up, as typed along the keyboard or the alphabet. */
export function isSequence(value: string): boolean {
  const lower = value.toLowerCase();
  return /123456789|23456789a|abcdefgh|qwertyui|asdfghjk|deadbeef|cafebabe/.test(lower);
}

/** Passwords that only ever protect a developer's own machine; the first column of every list of defaults. */
const COMMON = new Set(
  (
    'password passwd pass secret root admin administrator postgres mysql mongo redis guest user username test testing ' +
    'test123 local localhost dev develop development docker default none null true false empty string token key ' +
    'hunter2 letmein qwerty mypassword mysecret secretpassword password1 password123 pass123 passw0rd p4ssw0rd ' +
    'rabbitmq minio minioadmin sa oracle elastic pwd secret123 admin123 supersecret 123456 12345678 1234567890 ' +
    'mydb app demo basic bearer'
  ).split(' '),
);

/** True for a password that everybody knows. */
export function isCommonWord(value: string): boolean {
  return COMMON.has(value.toLowerCase());
}

/**
 * True when a value looks drawn at random: long, of several character classes, without words. Thresholds set on the
 * half of the sample set that is kept for tuning and on real changes.
 */
export function looksRandom(value: string): boolean {
  if (value.length < 16 || value.length > 300 || /\s/.test(value)) return false;
  const digits = value.replace(/[^0-9]/g, '').length;
  const letters = value.replace(/[^A-Za-z]/g, '').length;
  if ((digits < 2 && !isMixedAtRandom(value)) || letters < 4) return false;
  const isHex = /^[0-9a-f]{16,300}$/i.test(value);
  if (entropy(value) < (isHex ? 2.9 : 3.5)) return false;
  return isHex || !isMadeOfWords(value);
}

/** `user-profile_settings.v2`, `someCamelCaseName12`: names, not random text. */
function isMadeOfWords(value: string): boolean {
  const pieces = value.split(/[-_./:\\@]|(?=[A-Z][a-z])/).filter((piece) => piece !== '');
  const words = pieces.filter((piece) =>
    /^(?:[A-Za-z]?[a-z]{2,20}|[A-Z]{2,12}|v?[0-9]{1,4}|[a-z]{3,12}[0-9]{1,3})$/.test(piece),
  );
  return words.length / pieces.length > 0.7;
}

/** Few digits, but capitals in between as no name has them: every other letter changes case where it is drawn. */
function isMixedAtRandom(value: string): boolean {
  if (value.length < 24 || !/^[A-Za-z0-9+/_=-]{24,300}$/.test(value)) return false;
  const changes = value.match(/[a-z](?=[A-Z])|[A-Z](?=[a-z])/g)?.length ?? 0;
  return changes / value.length > 0.38 && entropy(value) >= 4;
}
