import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenInPath } from '../../../src/analyzers/hidden-text/hidden-in-path.ts';
import { HIDDEN } from '../../../src/analyzers/hidden-text/hidden-kind.ts';
import { showHidden } from '../../../src/analyzers/hidden-text/show-hidden.ts';

describe('showHidden', () => {
  it('makes each hidden character visible and leaves the rest', () => {
    expect(showHidden('a\u202Eb\u{E0041}c\u200B\t\r\n\u3164\u00AD')).toBe(
      'a⟦U+202E⟧b⟦U+E0041⟧c⟦U+200B⟧\t\r\n⟦U+3164⟧⟦U+00AD⟧',
    );
  });

  it('leaves nothing hidden in any text, and showing twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = showHidden(text);
        expect([...shown].filter((letter) => HIDDEN.test(letter))).toEqual([]);
        expect(showHidden(shown)).toBe(shown);
      }),
    );
  });
});

describe('hiddenInPath', () => {
  it.each([
    ['src/\u202Ecod.js', 'U+202E'],
    ['src/in\u200Bdex.js', 'U+200B'],
    ['src/p\u0430yments.ts', 'payments'],
  ])('tells what %j hides', (path, part) => {
    expect(hiddenInPath(path)).toContain(part);
  });

  it.each(['src/index.ts', 'docs/руководство.md', 'assets/日本語.png', 'icons/👩‍💻.svg', 'α/β.py'])(
    '%s hides nothing',
    (path) => {
      expect(hiddenInPath(path)).toBeNull();
    },
  );
});
