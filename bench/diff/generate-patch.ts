/** A generated patch and the truth about it, known from how it was made and not from any parser. */
export interface GeneratedPatch {
  readonly bytes: Buffer;
  readonly truth: Truth;
}

/** What every parser must find. `numberSum` adds up the new-side numbers of added and the old-side ones of deleted lines. */
export interface Truth {
  readonly files: number;
  readonly added: number;
  readonly deleted: number;
  readonly numberSum: number;
}

const WORDS =
  'const return function import await request response value index length options result user order total error message path config await for if else while map filter reduce push slice join'.split(
    ' ',
  );

/**
 * Makes a `git diff` of about `size` bytes: the same bytes for the same size on every machine. Nine tenths of the files
 * are plain ASCII, one tenth holds accents and CJK; modified, new, deleted and renamed files; hunks of 6 to 80 lines.
 */
export function generatePatch(size: number): GeneratedPatch {
  const random = makeRandom(20_261_121);
  const parts: string[] = [];
  const truth = { files: 0, added: 0, deleted: 0, numberSum: 0 };
  let length = 0;
  while (length < size) {
    const text = makeFile(truth.files, random, truth);
    truth.files += 1;
    parts.push(text);
    length += text.length;
  }
  return { bytes: Buffer.from(parts.join('')), truth };
}

type Random = (below: number) => number;
type Draft = { -readonly [Key in keyof Truth]: Truth[Key] };

function makeFile(index: number, random: Random, truth: Draft): string {
  const path = `src/${WORDS[index % WORDS.length]}/module-${index}.ts`;
  const unicode = index % 10 === 9;
  const kind = index % 20;
  if (kind === 3) return wholeFile(path, 'new', random, truth, unicode);
  if (kind === 7) return wholeFile(path, 'deleted', random, truth, unicode);
  const oldPath = kind === 11 ? path.replace('module', 'old') : path;
  const lines = [`diff --git a/${oldPath} b/${path}`];
  if (oldPath !== path) lines.push('similarity index 90%', `rename from ${oldPath}`, `rename to ${path}`);
  lines.push('index 1111111..2222222 100644', `--- a/${oldPath}`, `+++ b/${path}`);
  let oldLine = 1;
  let newLine = 1;
  for (let hunks = 20 + random(60); hunks > 0; hunks -= 1) {
    const gap = 4 + random(60);
    oldLine += gap;
    newLine += gap;
    const body = makeHunk(oldLine, newLine, random, truth, unicode);
    const { oldCount, newCount } = body;
    lines.push(
      `@@ -${oldLine},${oldCount} +${newLine},${newCount} @@ ${makeLine(random, false)}`,
      ...body.lines,
    );
    oldLine += oldCount;
    newLine += newCount;
  }
  return `${lines.join('\n')}\n`;
}

function makeHunk(oldStart: number, newStart: number, random: Random, truth: Draft, unicode: boolean) {
  const lines: string[] = [];
  let oldCount = 0;
  let newCount = 0;
  const add = (mark: string) => {
    if (mark === '+') {
      truth.added += 1;
      truth.numberSum += newStart + newCount;
    } else if (mark === '-') {
      truth.deleted += 1;
      truth.numberSum += oldStart + oldCount;
    }
    if (mark !== '+') oldCount += 1;
    if (mark !== '-') newCount += 1;
    lines.push(mark + makeLine(random, unicode));
  };
  for (let context = 0; context < 3; context += 1) add(' ');
  for (let blocks = 1 + random(4); blocks > 0; blocks -= 1) {
    for (let count = random(8); count > 0; count -= 1) add('-');
    for (let count = 1 + random(9); count > 0; count -= 1) add('+');
    for (let context = 0; context < 3; context += 1) add(' ');
  }
  return { lines, oldCount, newCount };
}

function wholeFile(
  path: string,
  kind: 'new' | 'deleted',
  random: Random,
  truth: Draft,
  unicode: boolean,
): string {
  const count = 100 + random(900);
  const isNew = kind === 'new';
  const lines = [
    `diff --git a/${path} b/${path}`,
    `${kind} file mode 100644`,
    isNew ? 'index 0000000..2222222' : 'index 1111111..0000000',
    isNew ? '--- /dev/null' : `--- a/${path}`,
    isNew ? `+++ b/${path}` : '+++ /dev/null',
    isNew ? `@@ -0,0 +1,${count} @@` : `@@ -1,${count} +0,0 @@`,
  ];
  for (let line = 1; line <= count; line += 1) {
    lines.push((isNew ? '+' : '-') + makeLine(random, unicode));
    truth.numberSum += line;
  }
  if (isNew) truth.added += count;
  else truth.deleted += count;
  return `${lines.join('\n')}\n`;
}

function makeLine(random: Random, unicode: boolean): string {
  const words: string[] = [];
  for (let count = random(11); count > 0; count -= 1) words.push(WORDS[random(WORDS.length)] ?? '');
  return `${'  '.repeat(random(6))}${words.join(' ')}${unicode && words.length > 5 ? ' // größe 日本' : ';'}`;
}

/** xorshift32: small, seeded, the same everywhere. */
function makeRandom(seed: number): Random {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
