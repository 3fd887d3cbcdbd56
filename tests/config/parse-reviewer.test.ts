import { describe, expect, test } from 'vitest';
import { parseReviewer } from '../../src/config/parse-reviewer.ts';
import { problemLines } from './problem-lines.ts';

const FILE = '.github/reviewers/api-design.md';
const file = (frontMatter: string, body = 'Look at the routes.\n'): string =>
  `---\n${frontMatter}\n---\n${body}`;
const LEAST = 'name: api-design\ndescription: Looks at routes.';

describe('parseReviewer', () => {
  test('reads every key, and the body as instructions', () => {
    const text = file(
      `name: api-design
title: API design
description: Keeps the routes consistent.
expertise: [REST]
model: strong
paths: [src/api/**]
categories: [api-misuse]
analyzers: [api-design, security]
min-confidence: 70
sees: [diff, intent]
required: false`,
      '\n# What to look for\n\n---\n\nNames of routes.\n\n',
    );

    expect(parseReviewer(text, FILE, false)).toMatchObject({
      problems: [],
      value: {
        name: 'api-design',
        title: 'API design',
        description: 'Keeps the routes consistent.',
        expertise: ['REST'],
        model: 'strong',
        paths: ['src/api/**'],
        categories: ['api-misuse'],
        analyzers: ['api-design', 'security'],
        minConfidence: 70,
        sees: ['diff', 'intent'],
        required: false,
        instructions: '# What to look for\n\n---\n\nNames of routes.',
        source: FILE,
        builtIn: false,
      },
    });
  });

  test('name, description and body are enough; a reviewer is required and runs the rules filed under it', () => {
    expect(parseReviewer(file(LEAST), FILE, true).value).toEqual({
      name: 'api-design',
      title: 'Api design',
      description: 'Looks at routes.',
      expertise: [],
      model: 'balanced',
      paths: [],
      categories: [],
      analyzers: ['api-design'],
      minConfidence: 50,
      sees: ['diff'],
      required: true,
      instructions: 'Look at the routes.',
      source: FILE,
      builtIn: true,
    });
  });

  test('a byte order mark and Windows line ends are fine', () => {
    const text = `\uFEFF${file(LEAST)}`.replaceAll('\n', '\r\n');

    expect(parseReviewer(text, FILE, false)).toMatchObject({ problems: [], value: { name: 'api-design' } });
  });

  test.each([
    [file(`${LEAST}\nmodel: turbo`), '4:8 model | "turbo" is not one of fast, balanced, strong'],
    [
      file(`${LEAST}\nsees: [dif]`),
      '4:8 sees[0] | "dif" is not one of diff, intent, tests, docs. Did you mean "diff"?',
    ],
    [
      file(`${LEAST}\nminConfidence: 3`),
      '4:1 minConfidence | unknown key "minConfidence". Did you mean "min-confidence"? Known keys: name, title, description, expertise, model, paths, categories, analyzers, min-confidence, sees, required',
    ],
    [file(`${LEAST}\nrequired: no`), '4:11 required | "no" is not true or false'],
  ])('a wrong key keeps its default: %j', (text, expected) => {
    const { value, problems } = parseReviewer(text, FILE, false);

    expect(problemLines(problems)).toEqual([expected]);
    expect(value).toMatchObject({ model: 'balanced', sees: ['diff'], minConfidence: 50, required: true });
  });

  test.each([
    ['', '1:1  | the file must begin with a line "---", then keys such as "name: api-design", then "---"'],
    [
      '# Title',
      '1:1  | the file must begin with a line "---", then keys such as "name: api-design", then "---"',
    ],
    ['---\nname: a\n', '1:1  | the front matter that begins in line 1 has no closing line "---"'],
    [file('# nothing'), '2:1  | the file holds no settings at all'],
    [file('- a'), '2:1  | this is a list; expected keys with values, such as "name: value"'],
    [file('name: a'), '2:1 description | missing; expected a sentence of at most 500 characters'],
    [
      file('name: Api Design\ndescription: x'),
      '2:7 name | "Api Design" is not a name of at most 40 characters in lower-case words joined by hyphens, such as "api-design"',
    ],
    [
      file(LEAST, ' \n\n'),
      '5:1  | the text below the front matter is empty; write there what the reviewer should look for',
    ],
    [
      file(LEAST, 'a'.repeat(20_001)),
      '5:1  | the instructions have 20001 characters; at most 20000 are allowed',
    ],
    ['a'.repeat(70_000), '1:1  | the file is larger than 64 KB and was not read; shorten it'],
  ])('without name, description or body there is no reviewer: %j', (text, expected) => {
    const { value, problems } = parseReviewer(text, FILE, false);

    expect(value).toBeNull();
    expect(problemLines(problems)).toEqual([expected]);
  });

  test('R16: a reviewer cannot choose the endpoint either', () => {
    const { problems } = parseReviewer(file(`${LEAST}\nbase-url: http://x`), FILE, false);

    expect(problems[0]).toMatchObject({ line: 4, key: 'base-url' });
    expect(problems[0]?.message).toMatch(/never read from repository configuration/);
  });
});
