import { describe, expect, it } from 'vitest';
import type { ChangeAnalyzer, FileAnalyzer } from '../../../src/analyzers/analyzer.ts';
import { brokenLinksAnalyzer } from '../../../src/analyzers/docs/broken-links.ts';
import { docParametersAnalyzer, documentedParameters } from '../../../src/analyzers/docs/doc-parameters.ts';
import { readmeDriftAnalyzer } from '../../../src/analyzers/docs/readme-drift.ts';
import { undocumentedExportsAnalyzer } from '../../../src/analyzers/docs/undocumented-exports.ts';
import type { ChangedFile, PullRequestContext } from '../../../src/model.ts';
import { makeChangedFile, makeContext } from '../../make-changed-file.ts';
import { makeAnalyzedFile } from '../make-analyzed-file.ts';

const onFile = async (analyzer: FileAnalyzer, file: ChangedFile) =>
  analyzer.run(await makeAnalyzedFile(file));
async function onChange(
  analyzer: ChangeAnalyzer,
  files: readonly ChangedFile[],
  more: Partial<PullRequestContext> = {},
) {
  return analyzer.run(makeContext(files, more), await Promise.all(files.map(makeAnalyzedFile)));
}

describe('documented parameters', () => {
  it.each([
    ['/** Adds.\n * @param {number} a first\n * @param [b] second\n */', ['a', 'b']],
    ['"""Adds.\n\n:param int a: first\n:param b: second\n"""', ['a', 'b']],
    [
      '"""Adds.\n\n    Args:\n        a (int): first\n        b: second,\n            note: not a parameter\n\n    Returns:\n        x: sum\n    """',
      ['a', 'b'],
    ],
    ['/** Adds. */', []],
  ])('reads %j', (text, names) => {
    expect(documentedParameters(text)).toEqual(names);
  });
});

describe('documented parameters of other languages', () => {
  it('reads both orders of YARD, Javadoc with type parameters, and nothing in Go', () => {
    const yard = '# @param [String] name the name\n# @param [Array<Integer>] *sizes\n# @param id [Integer]';
    expect(documentedParameters(yard, 'ruby')).toEqual(['name', 'sizes', 'id']);
    expect(documentedParameters('/** @param <T> kind\n * @param id number */', 'java')).toEqual(['id']);
    expect(documentedParameters('// @param id number', 'go')).toEqual([]);
  });
});

describe('documentation against the signature', () => {
  const before =
    '/**\n * Sends a mail.\n * @param to who gets it\n * @param subject its title\n */\nexport function send(to: string, subject: string): void {\n  deliver(to, subject);\n}\n';

  it('finds a documented parameter that is gone', async () => {
    const after = before
      .replace('(to: string, subject: string)', '(to: string)')
      .replace('deliver(to, subject)', 'deliver(to)');
    const [finding, ...rest] = await onFile(
      docParametersAnalyzer,
      makeChangedFile('src/mail.ts', before, after),
    );
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ ruleId: 'doc-parameter-unknown', startLine: 6 });
    expect(finding?.explanation).toBe('It documents subject; the function takes to.');
  });

  it('finds a new parameter that the documentation leaves out', async () => {
    const after = before.replace('subject: string)', 'subject: string, urgent: boolean)');
    const findings = await onFile(docParametersAnalyzer, makeChangedFile('src/mail.ts', before, after));
    expect(findings.map((finding) => finding.ruleId)).toEqual(['doc-parameter-missing']);
  });

  it('finds an exported signature that changed under an untouched text', async () => {
    const short = '/** Sends a mail. */\nexport function send(to: string): void {\n  deliver(to);\n}\n';
    const after = short.replace('(to: string): void', '(to: string): Promise<void>');
    const findings = await onFile(docParametersAnalyzer, makeChangedFile('src/mail.ts', short, after));
    expect(findings.map((finding) => finding.ruleId)).toEqual(['exported-change-without-docs']);
    const both = after.replace('Sends a mail.', 'Sends a mail and waits for it.');
    expect(await onFile(docParametersAnalyzer, makeChangedFile('src/mail.ts', short, both))).toEqual([]);
  });

  it('is quiet about changes of the body, and about Python that agrees', async () => {
    const after = before.replace('deliver(to, subject);', 'deliver(to, subject.trim());');
    expect(await onFile(docParametersAnalyzer, makeChangedFile('src/mail.ts', before, after))).toEqual([]);
    const python =
      'def add(a, b=1, *rest, **options):\n    """Add.\n\n    Args:\n        a: one\n        b: two\n        *rest: more\n        **options: all\n    """\n    return a\n';
    expect(await onFile(docParametersAnalyzer, makeChangedFile('add.py', null, python))).toEqual([]);
  });
});

describe('undocumented exports', () => {
  const documented =
    '/** One. */\nexport function one() {\n  return 1;\n}\n/** Two. */\nexport function two() {\n  return 2;\n}\n';

  it('reports a new export without a word where others have one', async () => {
    const after = `${documented}export const three = () => {\n  return 3;\n};\n`;
    const findings = await onFile(
      undocumentedExportsAnalyzer,
      makeChangedFile('src/numbers.ts', documented, after),
    );
    expect(findings.map((finding) => finding.title)).toEqual(['three is exported without documentation']);
  });

  it('leaves constructors alone, and what was as silent before the change', async () => {
    const before = `${documented}export class Sum {\n  constructor() {}\n}\nexport function three() {\n  return 3;\n}\n`;
    const after = before.replace('constructor()', 'constructor(a = 1)').replace('three()', 'three(a = 1)');
    const file = makeChangedFile('src/numbers.ts', before, after);
    expect(await onFile(undocumentedExportsAnalyzer, file)).toEqual([]);
  });

  it('respects a file that documents nothing', async () => {
    const bare = documented.replaceAll(/\/\*\* \w+\. \*\/\n/g, '');
    const after = `${bare}export function three() {\n  return 3;\n}\n`;
    expect(await onFile(undocumentedExportsAnalyzer, makeChangedFile('src/numbers.ts', bare, after))).toEqual(
      [],
    );
  });
});

describe('README drift', () => {
  const readme = '# Shop\n\nSet `SHOP_MAIL_HOST` and start with `--dry-run`.\n';
  const related = new Map([['README.md', readme]]);

  it('finds a variable that the code no longer reads and the README still names', async () => {
    const file = makeChangedFile(
      'src/mail.ts',
      'const host = process.env.SHOP_MAIL_HOST;\nuse(host);\n',
      "const host = 'x';\nuse(host);\n",
    );
    const findings = await onChange(readmeDriftAnalyzer, [file], { related });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      ruleId: 'docs-name-removed',
      side: 'old',
      startLine: 1,
      title: 'README.md still tells people to use SHOP_MAIL_HOST',
    });
    expect(findings[0]?.proof[0]).toMatchObject({ path: 'README.md', line: 3 });
  });

  it('finds a new option and a new variable that no document names', async () => {
    const after =
      "const host = process.env.SHOP_MAIL_HOST;\nconst port = process.env.SHOP_MAIL_PORT;\nif (argv.includes('--loud')) use(host, port);\n";
    const file = makeChangedFile('src/mail.ts', 'const host = process.env.SHOP_MAIL_HOST;\n', after);
    const titles = (await onChange(readmeDriftAnalyzer, [file], { related })).map((finding) => finding.title);
    expect(titles).toEqual([
      'No document names the new environment variable SHOP_MAIL_PORT',
      'No document names the new option --loud',
    ]);
  });

  it('is quiet when the README moved with the code, or the name lives on elsewhere', async () => {
    const gone = makeChangedFile('src/mail.ts', 'use(process.env.SHOP_MAIL_HOST);\n', 'use();\n');
    const newReadme = makeChangedFile('README.md', readme, readme.replace('`SHOP_MAIL_HOST`', 'nothing'));
    expect(await onChange(readmeDriftAnalyzer, [gone, newReadme], { related })).toEqual([]);
    const elsewhere = makeChangedFile('src/other.ts', null, 'use(process.env.SHOP_MAIL_HOST);\n');
    expect(await onChange(readmeDriftAnalyzer, [gone, elsewhere], { related })).toEqual([]);
  });
});

describe('broken links', () => {
  it('finds relative links to files that do not exist, and only those', async () => {
    const text = [
      '[a](docs/guide.md) [b](docs/gone.md) [c](https://example.com/x) [d](#top) [e](docs/) [f](../outside.md)',
      '`[code](docs/gone.md)` ![p](img/a%20b.png)',
      '```',
      '[fenced](docs/gone.md)',
      '```',
      '',
    ].join('\n');
    const files = [makeChangedFile('README.md', null, text)];
    const headPaths = ['README.md', 'docs/guide.md', 'img/a b.png'];
    const findings = await onChange(brokenLinksAnalyzer, files, { headPaths });
    expect(findings.map((finding) => finding.title)).toEqual([
      'The link leads to docs/gone.md, which does not exist',
    ]);
  });

  it('finds anchors that no heading of a known page makes', async () => {
    const text = [
      '# Set-up & use',
      '## The `--fast` option',
      '## The `--fast` option',
      'Old style',
      '---------',
      '<a id="own"></a>',
      '[1](#set-up--use) [2](#the---fast-option-1) [3](#old-style) [4](#own) [5](#gone) [6](#L12)',
      '[7](docs/guide.md#steps) [8](docs/guide.md#step) [9](docs/far.md#any) [10](src/a.ts#L3)',
      '',
    ].join('\n');
    const findings = await onChange(brokenLinksAnalyzer, [makeChangedFile('README.md', null, text)], {
      headPaths: ['README.md', 'docs/guide.md', 'docs/far.md', 'src/a.ts'],
      related: new Map([['docs/guide.md', '# Steps\n']]),
    });
    expect(findings.map((finding) => finding.title)).toEqual([
      'No heading makes the anchor #gone',
      'No heading makes the anchor #step',
    ]);
  });
});
