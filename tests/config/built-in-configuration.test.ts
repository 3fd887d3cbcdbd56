import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compileBuiltIns } from '../../scripts/compile-built-ins.ts';
import { builtInConfiguration } from '../../src/config/built-in-configuration.ts';
import { loadConfiguration } from '../../src/config/load-configuration.ts';

it('the short way for no configuration gives what loading no files gives', () => {
  const builtIns = compileBuiltIns(join(import.meta.dirname, '../..'));
  expect(builtInConfiguration(builtIns)).toEqual(loadConfiguration(new Map(), builtIns));
});
