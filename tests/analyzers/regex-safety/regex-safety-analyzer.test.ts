import { describe, expect, it } from 'vitest';
import { regexSafetyAnalyzer } from '../../../src/analyzers/regex-safety/regex-safety-analyzer.ts';
import { makeAnalyzedFile } from '../make-analyzed-file.ts';
import { addedFile } from '../secrets/added-file.ts';

const run = async (path: string, language: string, text: string, added?: readonly number[]) =>
  regexSafetyAnalyzer.run(
    await makeAnalyzedFile(addedFile(path, text, { language, ...(added ? { added } : {}) }).file),
  );

describe('regexSafetyAnalyzer', () => {
  it.each([
    ['a literal', 'a.js', 'javascript', 'const ok = /^a+$/;\nconst bad = /^(a+)+$/i;\n'],
    ['a literal in TSX', 'a.tsx', 'tsx', 'const ok = 1;\nif (/^(\\w+\\s?)*$/.test(input)) {}\n'],
    ['a constructor', 'a.ts', 'typescript', "const ok = 1;\nconst bad = new RegExp('^(\\\\d+)*$', 'g');\n"],
    ['a call', 'a.js', 'javascript', 'let ok;\nconst bad = RegExp("(x+x+)+y");\n'],
    ['a raw Python string', 'a.py', 'python', "import re\nBAD = re.compile(r'^(\\w+\\s?)*$')\n"],
    ['a Python string', 'a.py', 'python', 'import re\nre.match("^(a|a)*$", text)\n'],
    ['a Java pattern', 'A.java', 'java', 'class A {\nPattern p = Pattern.compile("^(\\\\w+\\\\s?)*$");\n}\n'],
    ['a Java text', 'A.java', 'java', 'class A {\nboolean f(String s) { return s.matches("(a+)+b"); }\n}\n'],
  ])('reports %s', async (_name, path, language, text) => {
    const findings = await run(path, language, text);

    expect(findings).toMatchObject([
      {
        ruleId: 'catastrophic-regex',
        reviewer: 'performance',
        cwe: 'CWE-1333',
        severity: 'high',
        startLine: 2,
        quote: text.split('\n')[1],
      },
    ]);
    expect(findings[0]?.failureScenario).toContain('repeated');
  });

  it('looks at added lines only', async () => {
    const text = 'const a = /^(a+)+$/;\nconst b = /^(b+)+$/;\n';

    expect(await run('a.js', 'javascript', text, [2])).toMatchObject([{ startLine: 2 }]);
  });

  it('says nothing where there is no tree and about patterns put together at run time', async () => {
    expect(await regexSafetyAnalyzer.run(addedFile('a.js', 'x = /^(a+)+$/'))).toEqual([]);
    expect(
      await run(
        'a.js',
        'javascript',
        'const a = new RegExp("^(" + part + "+)+$"); const b = RegExp(name);\n',
      ),
    ).toEqual([]);
    expect(
      await run(
        'A.java',
        'java',
        'class A { boolean f(String s) { return s.startsWith("(a+)+$") || s.matches(part + "(a+)+$"); } }\n',
      ),
    ).toEqual([]);
  });

  it('says where it stopped when a file holds more than is judged', async () => {
    const lines = Array.from({ length: 250 }, (_, index) => `const a${index} = /^(a+)+x${index}$/;`);
    const { file } = addedFile('a.js', lines.join('\n'), { language: 'javascript' });
    const problems: string[] = [];

    const findings = await regexSafetyAnalyzer.run(await makeAnalyzedFile(file), (message) =>
      problems.push(message),
    );

    expect(findings).toHaveLength(200);
    expect(problems).toEqual([
      expect.stringContaining('regular expressions in a.js were judged up to line 201 only'),
    ]);
  });

  it('stops at patterns that are made to take long, and says so', async () => {
    const intricate = `^(${'a?'.repeat(60)}b)*c`;
    const text = Array.from({ length: 100 }, (_, index) => `const a${index} = /${intricate}${index}/;`);
    const { file } = addedFile('a.js', text.join('\n'), { language: 'javascript' });
    const problems: string[] = [];

    await regexSafetyAnalyzer.run(await makeAnalyzedFile(file), (message) => problems.push(message));

    expect(problems).toHaveLength(1);
  });
});
