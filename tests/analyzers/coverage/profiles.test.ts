import { describe, expect, it } from 'vitest';
import { readProfile } from '../../../src/analyzers/coverage/profiles/read-profile.ts';
import { processorNow } from '../processor-time.ts';

function read(text: string) {
  const file = readProfile(text);
  if (file.kind === 'broken') throw new Error(file.reason);
  return file.files.map(({ location, lines, branches }) => ({
    location,
    lines: [...lines],
    branches: [...branches].map(([line, { taken, total }]) => [line, taken, total]),
  }));
}

function reasonOf(text: string): string {
  const file = readProfile(text);
  return file.kind === 'broken' ? file.reason : 'read';
}

const COBERTURA = `<?xml version="1.0" ?>
<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
<!-- <class filename="not.py"> -->
<coverage line-rate="0.5"><sources><source>/build/shop</source></sources><packages><package><classes>
<class name="cart" filename="src/a&amp;b.py"><methods><method name="x>y"><lines><line number="3" hits="2"/></lines></method></methods>
<lines><line number="3" hits="2" branch="true" condition-coverage="50% (1/2)"/><line number='4' hits='0'/></lines></class>
</classes></package></packages></coverage>`;

describe('what a profile says', () => {
  it('reads lcov: lines, branches, several runs of one file', () => {
    const text =
      'TN:\r\nSF:/build/src/a.js\r\nDA:1,5\nDA:2,0,checksum\nBRDA:1,0,0,5\nBRDA:1,0,1,-\nend_of_record\nSF:/build/src/a.js\nDA:2,1\nend_of_record\n';
    expect(read(text)).toEqual([
      {
        location: '/build/src/a.js',
        lines: [
          [1, 5],
          [2, 1],
        ],
        branches: [[1, 1, 2]],
      },
    ]);
  });

  it('reads Cobertura: the source folder, entities, branches', () => {
    expect(read(COBERTURA)).toEqual([
      {
        location: '/build/shop/src/a&b.py',
        lines: [
          [3, 2],
          [4, 0],
        ],
        branches: [[3, 1, 2]],
      },
    ]);
  });

  it('reads a Go profile: a line counts as run when any block on it was', () => {
    const text = 'mode: set\nexample.com/shop/cart.go:3.20,5.10 2 1\nexample.com/shop/cart.go:5.10,6.3 1 0\n';
    expect(read(text)).toEqual([
      {
        location: 'example.com/shop/cart.go',
        lines: [
          [3, 1],
          [4, 1],
          [5, 1],
          [6, 0],
        ],
        branches: [],
      },
    ]);
  });
});

describe('hostile profiles', () => {
  it.each([
    ['', /no lcov/],
    ['hello', /no lcov/],
    ['<html></html>', /no Cobertura/],
    ['<coverage', /without an end/],
    ['<coverage><!-- ', /no "-->"/],
    ['<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><coverage/>', /entities of its own/],
    ['<coverage><class filename="a"><line number="x" hits="1"/></class></coverage>', /names a line/],
    ['SF:a.js\nDA:-1,5\n', /names a line "-1"/],
    ['TN:\nDA:1,5\n', /before a file is named/],
    ['TN:\n', /names no file/],
    ['mode: set\nnot a block\n', /line 2 is no block/],
    ['mode: set\na.go:1.1,9999999.1 1 0\n', /names a line|more than/],
  ])('refuses %j with the reason', (text, reason) => {
    expect(reasonOf(text)).toMatch(reason);
  });

  it('expands no entity and keeps unknown ones as they are', () => {
    const text = '<coverage><class filename="&x;&#97;&lt;"><line number="1" hits="1"/></class></coverage>';
    expect(read(text)[0]?.location).toBe('&x;a<');
  });

  it('bounds ranges that would fill the memory', () => {
    const block = 'a.go:1.1,999999.1 1 0\n';
    expect(reasonOf(`mode: set\n${block.repeat(50)}`)).toMatch(/more than \d+ lines/);
  });

  it.each([
    ['attributes without values', `<coverage ${'a '.repeat(9_000)}></coverage>`],
    ['an open quote', `<coverage a="${'x'.repeat(1_000_000)}`],
    ['a megabyte of brackets', `<coverage>${'<'.repeat(1_000_000)}`],
    ['a megabyte of ampersands', `<coverage><source>${'&#'.repeat(500_000)}</source></coverage>`],
    ['one long line of lcov', `SF:${'a'.repeat(1_000_000)}\nDA:1,${'1,'.repeat(400_000)}\n`],
    ['one long block', `mode: set\n${'a:'.repeat(500_000)}\n`],
  ])('ends soon on %s', (_, text) => {
    const began = processorNow();
    readProfile(text);
    expect(processorNow() - began).toBeLessThan(500);
  });
});
