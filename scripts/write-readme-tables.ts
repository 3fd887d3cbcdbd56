import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeWithTables } from './readme-with-tables.ts';

/** `npm run readme`: writes the tables of inputs and outputs into README.md, from action.yml. */
const ROOT = join(import.meta.dirname, '..');
const README = join(ROOT, 'README.md');
writeFileSync(
  README,
  readmeWithTables(readFileSync(README, 'utf8'), readFileSync(join(ROOT, 'action.yml'), 'utf8')),
);
