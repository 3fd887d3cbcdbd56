import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMAND_TABLE } from '../../src/event/command-table.ts';
import { type Command, commandName, parseCommand } from '../../src/event/parse-command.ts';

const REVIEWERS = ['security', 'performance', 'style'];
const parse = (body: string) => parseCommand(body, REVIEWERS);
const ID = 'c0ffee12';

/** One spelling of every kind of command, and what it asks for. */
const KNOWN: readonly (readonly [string, Command, string])[] = [
  ['/review', { kind: 'review', extent: 'changed', reviewers: null }, 'review'],
  ['/review full', { kind: 'review', extent: 'full', reviewers: null }, 'review full'],
  [
    '/review security performance security',
    { kind: 'review', extent: 'changed', reviewers: ['security', 'performance'] },
    'review security performance',
  ],
  ['/review status', { kind: 'status' }, 'status'],
  ['/review abort', { kind: 'abort' }, 'abort'],
  ['/review pause', { kind: 'pause' }, 'pause'],
  ['/review resume', { kind: 'resume' }, 'resume'],
  [`/review explain ${ID}`, { kind: 'explain', id: ID }, 'explain'],
  [
    `/review dismiss ${ID} Checked by hand: it is a test key.`,
    { kind: 'dismiss', id: ID, reason: 'Checked by hand: it is a test key.' },
    'dismiss',
  ],
  [`/review undismiss ${ID}`, { kind: 'undismiss', id: ID }, 'undismiss'],
  ['/review override Hotfix', { kind: 'override', reason: 'Hotfix' }, 'override'],
  ['/review help', { kind: 'help' }, 'help'],
  ['/review --workflow deep', { kind: 'not-yet', option: '--workflow' }, '--workflow'],
  ['/review security --strategy x', { kind: 'not-yet', option: '--strategy' }, '--strategy'],
  ['/review full --agents a,b --workflow x', { kind: 'not-yet', option: '--agents' }, '--agents'],
];

describe('the grammar of commands', () => {
  it.each(KNOWN)('reads %j', (line, command, name) => {
    expect(parse(line)).toEqual(command);
    expect(parse(`${line}  \t\r\nThanks! /review full`)).toEqual(command);
    expect(commandName(command)).toBe(name);
  });

  it('has a line in the table for every command that can be done', () => {
    const told = new Set(COMMAND_TABLE.map((row) => row.word));
    const words = KNOWN.map(([line]) => line.split(' ')[1] ?? '').filter((word) => !word.startsWith('--'));
    expect(new Set(words.map((word) => (REVIEWERS.includes(word) ? '' : word)))).toEqual(told);
  });

  it.each([
    [`/review explain f1:${ID}`, { id: ID }],
    [`/review explain ${'a1'.repeat(12)}`, { id: 'a1'.repeat(12) }],
    [`/review  dismiss \t ${ID}  \t  two   words `, { id: ID, reason: 'two words' }],
    [`/review dismiss ${ID} --workflow is fine`, { kind: 'dismiss', reason: '--workflow is fine' }],
    ['/review override \u202eevil\u200b \u0007text\u2028end', { reason: 'evil text end' }],
    ['/review override two \u200b\u2060 words', { reason: 'two words' }],
    [`/review override ${'x'.repeat(200)}`, { reason: 'x'.repeat(200) }],
    [`/review override ${'x'.repeat(200)}${'\u200b'.repeat(50)}`, { reason: 'x'.repeat(200) }],
  ])('is lenient only where nothing can be mistaken: %j', (line, expected) => {
    expect(parse(line)).toMatchObject(expected);
  });

  it.each([
    ['/review please', 'please', null],
    ['/review statsu', 'statsu', 'status'],
    ['/review STATUS', 'STATUS', 'status'],
    ['/review Full', 'Full', 'full'],
    ['/review secruity', 'secruity', 'security'],
    ['/review security perfomance', 'perfomance', 'performance'],
    ['/review --workflw x', '--workflw', '--workflow'],
    ['/review please --workflow x', 'please', null],
    ['/review __proto__', '__proto__', null],
    ['/review constructor', 'constructor', null],
    ['/review status\u00a0', 'status\u00a0', 'status'],
    [`/review ${'y'.repeat(300)}`, 'y'.repeat(60), null],
    [`/review ${'y'.repeat(59)}\u{1f600}`, `${'y'.repeat(59)}\ufffd`, null],
  ])('names the nearest word: %j', (line, word, nearest) => {
    expect(parse(line)).toEqual({
      kind: 'unknown',
      word,
      nearest,
      problem: 'is neither a command nor the name of a reviewer',
    });
  });

  it.each([
    ['/review status now', 'status', 'no further words'],
    ['/review abort all', 'abort', 'no further words'],
    ['/review pause 5', 'pause', 'no further words'],
    ['/review resume x', 'resume', 'no further words'],
    ['/review help dismiss', 'help', 'no further words'],
    ['/review full security', 'full', 'stands alone'],
    ['/review security full', 'full', 'stands alone'],
    ['/review explain', 'explain', '8 to 24'],
    ['/review explain C0FFEE12', 'explain', '8 to 24'],
    ['/review explain c0ffee1', 'explain', '8 to 24'],
    [`/review explain ${'a'.repeat(25)}`, 'explain', '8 to 24'],
    [`/review explain f2:${ID}`, 'explain', '8 to 24'],
    [`/review explain ${ID} please`, 'explain', '8 to 24'],
    [`/review undismiss ${ID} because`, 'undismiss', '8 to 24'],
    [`/review dismiss ${ID}`, 'dismiss', '1 to 200'],
    [`/review dismiss ${ID} \u200b\u202e`, 'dismiss', '1 to 200'],
    ['/review dismiss it is fine', 'dismiss', '8 to 24'],
    [`/review dismiss ${ID} ${'x'.repeat(201)}`, 'dismiss', '1 to 200'],
    ['/review override', 'override', '1 to 200'],
    [`/review override ${'x'.repeat(201)}`, 'override', '1 to 200'],
    [`/review override ${'x '.repeat(300)}`, 'override', '500'],
  ])('says what is allowed: %j', (line, word, problem) => {
    expect(parse(line)).toEqual({
      kind: 'unknown',
      word,
      nearest: word,
      problem: expect.stringContaining(problem),
    });
  });

  it('R11 gives at most one command of any text, a short visible reason, and never throws', () => {
    const piece = fc.oneof(
      fc.constantFrom('/review', ' ', '\n', '> ', '```', '~~~', ID, 'f1:', '--agents', '\u202e', '\u200b'),
      fc.constantFrom(...COMMAND_TABLE.map((row) => row.word), ...REVIEWERS),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    const anyText = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
    const afterWord = fc
      .tuple(fc.constantFrom(`dismiss ${ID}`, 'override'), fc.string({ unit: 'binary', maxLength: 450 }))
      .map(([word, text]) => `/review ${word} ${text}`);
    let reasons = 0;
    fc.assert(
      fc.property(fc.oneof(anyText, afterWord), (body) => {
        const command = parse(body);
        if (command === null) return;
        if ('reason' in command) {
          reasons += 1;
          expect(command.reason).toMatch(/^.{1,200}$/su);
          expect(command.reason).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u3164]|^\s|\s$/u);
        }
        if ('id' in command) expect(command.id).toMatch(/^[0-9a-f]{8,24}$/);
        if (command.kind === 'unknown') expect(command.word.length).toBeLessThanOrEqual(60);
        expect(commandName(command)).toMatch(/^[a-z -]+$/);
      }),
      { numRuns: 2_000 },
    );
    expect(reasons).toBeGreaterThan(100);
  });

  it('reads a hostile comment in linear time', () => {
    const start = performance.now();
    for (const part of ['>', '`', '~~~\n', '/review ', ' ', '\n', '\t', '/review override \u200b'])
      for (const prefix of ['', '/review ', `/review dismiss ${ID} `]) parse(prefix + part.repeat(300_000));
    expect(performance.now() - start).toBeLessThan(500);
  });
});
