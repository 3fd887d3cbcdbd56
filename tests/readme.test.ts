import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readmeWithTables } from '../scripts/readme-with-tables.ts';
import { STARTER_WORKFLOW } from '../src/config/starter-files.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const README = read('README.md');
const PAGES = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
];

/** Targets of links and images that are files of this repository. */
function relativeTargets(markdown: string): readonly string[] {
  return [...markdown.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.split('#')[0] ?? '')
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target));
}

function block(markdown: string, language: string): string {
  return new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\n\`\`\``).exec(markdown)?.[1] ?? '';
}

describe('README', () => {
  it('has the tables of action.yml as they are; `npm run readme` writes them', () => {
    expect(README).toBe(readmeWithTables(README, read('action.yml')));
  });

  it('shows within 30 lines what it is, a posted comment, and the workflow to copy', () => {
    const lines = README.split('\n');
    const top = lines.slice(0, 30).join('\n');
    expect(lines[2]).toMatch(/^[A-Z][^.]*\.$/);
    expect(top).toContain('(docs/images/comment.png)');
    expect(parse(block(top, 'yaml'))).toEqual(parse(STARTER_WORKFLOW));
  });

  it('names the command line and the tests in its first shell block', () => {
    const commands = block(README, 'sh')
      .split('\n')
      .map((line) => line.replace(/ +#.*/, ''));
    expect(commands).toEqual(['node dist/cli.js review --base HEAD~3', 'npm ci && npm test']);
  });

  it('stays readable in one go', () => {
    expect(README.split('\n').length).toBeLessThan(220);
  });

  it.each(PAGES)('%s links only to files that exist', (page) => {
    const missing = relativeTargets(read(page)).filter(
      (target) => !existsSync(join(ROOT, dirname(page), target)),
    );
    expect(missing).toEqual([]);
  });

  it('refuses a README without the markers', () => {
    expect(() => readmeWithTables('# x', read('action.yml'))).toThrow('<!-- inputs -->');
  });
});
