import { describe, expect, it } from 'vitest';
import { readSarif } from '../../../src/analyzers/sarif/read-sarif.ts';
import type { ImportedResult } from '../../../src/model.ts';
import { processorNow } from '../processor-time.ts';
import { makeLog, makeResult } from './make-log.ts';

function resultsOf(log: unknown): readonly ImportedResult[] {
  const file = readSarif(JSON.stringify(log));
  if (file.kind === 'broken') throw new Error(file.reason);
  return file.results;
}

function reasonOf(text: string): string {
  const file = readSarif(text);
  return file.kind === 'broken' ? file.reason : 'read';
}

describe('what a result says', () => {
  it('carries the tool, the rule, the place and the words', () => {
    expect(resultsOf(makeLog([makeResult('src/a.js', 3)]))).toEqual([
      {
        tool: 'eslint',
        rule: 'no-eval',
        category: 'code-execution',
        severity: 'high',
        location: 'src/a.js',
        startLine: 3,
        endLine: 3,
        message: 'eval can be harmful.',
        description: '',
        help: '',
      },
    ]);
  });

  it.each([
    ['error', undefined, 'high'],
    ['warning', undefined, 'medium'],
    ['note', undefined, 'low'],
    ['none', undefined, 'info'],
    ['note', '9.1', 'critical'],
    ['error', 9, 'critical'],
    ['error', '8.9', 'high'],
    ['error', 'Infinity', 'high'],
    ['warning', {}, 'medium'],
  ])('level %s with the security severity %j is %s', (level, score, severity) => {
    const rules = [{ id: 'r', properties: { 'security-severity': score } }];
    const run = { tool: { driver: { name: 'x', rules } } };
    const [one] = resultsOf(makeLog([makeResult('a.js', 1, { ruleId: 'r', level })], run));
    expect(one?.severity).toBe(severity);
  });

  it('takes the level of the rule, and warning where nobody says one', () => {
    const rules = [{ id: 'r', defaultConfiguration: { level: 'error' } }];
    const run = { tool: { driver: { name: 'x', rules } } };
    const results = [
      makeResult('a.js', 1, { ruleId: 'r', level: undefined }),
      makeResult('a.js', 1, { ruleId: 'other', level: undefined }),
    ];
    expect(resultsOf(makeLog(results, run)).map((one) => one.severity)).toEqual(['high', 'medium']);
  });

  it.each([
    [{ properties: { tags: ['security', 'external/cwe/cwe-089'] } }, 'CWE-89', 'injection'],
    [{ properties: { tags: ['CWE-79: Cross-site Scripting'] } }, 'CWE-79', 'xss'],
    [{ properties: { cwe: ['CWE-502'] } }, 'CWE-502', 'deserialization'],
    [
      { relationships: [{ target: { id: '22', toolComponent: { name: 'CWE' } } }] },
      'CWE-22',
      'path-traversal',
    ],
    [{ properties: { tags: ['security'] } }, undefined, 'misconfiguration'],
  ])('finds the weakness that the rule %j names', (rule, cwe, category) => {
    const run = { tool: { driver: { name: 'x', rules: [{ id: 'r', ...rule }] } } };
    const [one] = resultsOf(makeLog([makeResult('a.js', 1, { ruleId: 'r' })], run));
    expect([one?.cwe, one?.category]).toEqual([cwe, category]);
  });

  it('finds rules by index, in extensions, and by the stem of a longer id', () => {
    const tool = {
      driver: { name: 'x', rules: [{ id: 'a', shortDescription: { text: 'first' } }] },
      extensions: [{ rules: [{ id: 'b', shortDescription: { text: 'second' } }] }],
    };
    const results = [
      makeResult('a.js', 1, { ruleId: undefined, ruleIndex: 0 }),
      makeResult('a.js', 1, { ruleId: undefined, rule: { index: 0, toolComponent: { index: 0 } } }),
      makeResult('a.js', 1, { ruleId: 'a/1' }),
    ];
    expect(resultsOf(makeLog(results, { tool })).map((one) => [one.rule, one.description])).toEqual([
      ['a', 'first'],
      ['b', 'second'],
      ['a/1', 'first'],
    ]);
  });

  it('puts the arguments into a message that the rule holds', () => {
    const rules = [{ id: 'r', messageStrings: { one: { text: '"{0}" is {1}, {9}' } } }];
    const run = { tool: { driver: { name: 'x', rules } } };
    const message = { id: 'one', arguments: ['x', 'unused'] };
    const [one] = resultsOf(makeLog([makeResult('a.js', 1, { ruleId: 'r', message })], run));
    expect(one?.message).toBe('"x" is unused, {9}');
  });
});

describe('where a result stands', () => {
  const locationOf = (artifactLocation: unknown, run = {}) => {
    const locations = [{ physicalLocation: { artifactLocation, region: { startLine: 1 } } }];
    return resultsOf(makeLog([makeResult('', 1, { locations })], run))[0]?.location;
  };

  it.each([
    ['src/a.js', 'src/a.js'],
    ['src/a%20b.js', 'src/a b.js'],
    ['100%.js', '100%.js'],
    ['src\\win\\a.js', 'src/win/a.js'],
    ['file:///builds/src/a.js', '/builds/src/a.js'],
    ['file:///C:/builds/a.js', 'C:/builds/a.js'],
    ['file://localhost/builds/a.js', '/builds/a.js'],
    ['C:\\builds\\a.js', 'C:/builds/a.js'],
    ['/builds/a.js', '/builds/a.js'],
  ])('reads %s as %s', (uri, location) => {
    expect(locationOf({ uri })).toBe(location);
  });

  it('follows bases, and ends a chain that goes in a circle', () => {
    const originalUriBaseIds = {
      ROOT: { uri: 'file:///builds' },
      SRC: { uri: 'src/', uriBaseId: 'ROOT' },
      A: { uri: 'a/', uriBaseId: 'B' },
      B: { uri: 'b/', uriBaseId: 'A' },
    };
    expect(locationOf({ uri: 'x.js', uriBaseId: 'SRC' }, { originalUriBaseIds })).toBe('/builds/src/x.js');
    expect(locationOf({ uri: 'x.js', uriBaseId: '%SRCROOT%' }, { originalUriBaseIds })).toBe('x.js');
    expect(locationOf({ uri: 'x.js', uriBaseId: 'A' }, { originalUriBaseIds })).toMatch(/x\.js$/);
  });

  it('takes the place from the list of artifacts, and none from the web', () => {
    const artifacts = [{ location: { uri: 'src/listed.js' } }];
    expect(locationOf({ index: 0 }, { artifacts })).toBe('src/listed.js');
    expect(locationOf({ uri: 'https://example.com/a.js' })).toBeUndefined();
  });
});

describe('what is left out', () => {
  it('skips what is suppressed, passed or gone, and counts what has no line', () => {
    const file = readSarif(
      JSON.stringify(
        makeLog([
          makeResult('a.js', 1, { suppressions: [{ kind: 'inSource' }] }),
          makeResult('a.js', 2, { suppressions: [{ kind: 'external', status: 'rejected' }] }),
          makeResult('a.js', 3, { kind: 'pass' }),
          makeResult('a.js', 4, { baselineState: 'absent' }),
          makeResult('a.js', 0),
          makeResult('a.js', 1, { locations: [] }),
        ]),
      ),
    );
    expect(file).toMatchObject({ kind: 'read', suppressed: 1, placeless: 2 });
    expect(file.kind === 'read' && file.results.map((one) => one.startLine)).toEqual([2]);
  });

  it('says when the program itself did not end well', () => {
    const run = { invocations: [{ executionSuccessful: false }] };
    expect(readSarif(JSON.stringify(makeLog([], run)))).toMatchObject({ kind: 'read', failed: 'eslint' });
  });
});

describe('hostile files', () => {
  it.each([
    ['', /not JSON/],
    ['{"version": "2.1.0", "runs": [', /not JSON/],
    ['[]', /names no version/],
    ['null', /names no version/],
    ['{"version":"2.0.0","runs":[]}', /version "2\.0\.0"; only SARIF 2\.1\.0/],
    ['{"version":"2.1.0","runs":{}}', /no list "runs"/],
    ['{"version":"2.1.0"}', /no list "runs"/],
  ])('refuses %j with the reason', (text, reason) => {
    expect(reasonOf(text)).toMatch(reason);
  });

  it('never shows what stands in a file that is no SARIF', () => {
    expect(reasonOf('root:x:0:0:/root')).toBe('it is not JSON');
  });

  it('reads entries of a wrong shape as nothing', () => {
    const log = {
      version: '2.1.0',
      runs: [
        null,
        7,
        { tool: 'x', results: 'none' },
        { tool: { driver: { name: 7, rules: [null, { id: [] }] } }, results: [null, [], { locations: [7] }] },
        { results: [makeResult('a.js', 1, { message: [], ruleId: {}, ruleIndex: -1, level: 7 })] },
        { results: [makeResult('a.js', 1e308), makeResult('a.js', 1.5)] },
      ],
    };
    const results = resultsOf(log);
    expect(results.map((one) => [one.tool, one.rule, one.startLine])).toEqual([
      ['linter', 'unnamed rule', 1],
    ]);
  });

  it('keeps to itself what is named like a part of every object', () => {
    const text = JSON.stringify(makeLog([makeResult('a.js', 1)])).replace(
      '"ruleId"',
      '"__proto__":{"level":"note"},"constructor":{},"ruleId"',
    );
    expect(readSarif(text)).toMatchObject({ kind: 'read', results: [{ severity: 'high' }] });
    expect(Object.hasOwn(Object.prototype, 'level')).toBe(false);
  });

  it('bounds messages that grow by their arguments', () => {
    const message = { text: '{0}'.repeat(100_000), arguments: ['x'.repeat(1_000_000)] };
    const [one] = resultsOf(makeLog([makeResult('a.js', 1, { message })]));
    expect(one?.message.length).toBeLessThanOrEqual(2_000);
  });

  it('refuses more results than a change can have', () => {
    const results = Array.from({ length: 200_001 }, () => ({}));
    expect(reasonOf(JSON.stringify({ version: '2.1.0', runs: [{ results }] }))).toMatch(/200001 results/);
  });

  it('reads a deep file and a megabyte in one line in little time', () => {
    const deep = `{"version":"2.1.0","x":${'['.repeat(400_000)}${']'.repeat(400_000)},"runs":[]}`;
    const long = JSON.stringify(
      makeLog([
        makeResult('%20'.repeat(400_000), 1),
        makeResult('a.js', 1, { ruleId: `cwe-${'0'.repeat(1_000_000)}` }),
      ]),
    );
    const began = processorNow();
    expect(reasonOf(deep)).toBe('read');
    expect(reasonOf(long)).toBe('read');
    expect(processorNow() - began).toBeLessThan(1_000);
  });
});
