import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentRulesPage } from './current-rules-page.ts';

/** `npm run rules:docs`: writes docs/rules.md from the rules and the checks. */
const ROOT = join(import.meta.dirname, '..');
writeFileSync(join(ROOT, 'docs', 'rules.md'), currentRulesPage(ROOT));
