import { describe, expect, it } from 'vitest';
import { makeStatementNames } from '../../src/adapters/store/statement-names.ts';

describe('names of statements', () => {
  it('are the same for the same statement only', () => {
    const nameOf = makeStatementNames();

    const names = ['select $1', 'select $2', 'select $1'].map(nameOf);

    expect(names[2]).toBe(names[0]);
    expect(names[1]).not.toBe(names[0]);
  });

  it('are bounded: statements without end get none, and the known keep theirs', () => {
    const nameOf = makeStatementNames();
    const first = nameOf('select 0');
    const names = Array.from({ length: 1_000 }, (_, index) => nameOf(`select ${index}`));

    expect(names.filter((name) => name !== undefined).length).toBeLessThan(500);
    expect(names.at(-1)).toBeUndefined();
    expect(nameOf('select 0')).toBe(first);
  });
});
