import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/**
 * Writes the licences of every package that is really inside the bundles, with their texts. A bundled package without
 * any licence text stops the build.
 * @param path file to write
 * @param inputs bundled files, relative to the repository
 */
export function writeLicences(path: string, inputs: readonly string[]): void {
  const packages = new Set(['@vscode/tree-sitter-wasm']);
  for (const input of inputs) {
    const found = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input.replaceAll('\\', '/'));
    if (found?.[1] !== undefined) packages.add(found[1]);
  }
  const sections = [...packages].sort().map(sectionOf);
  const head = 'Third-party software inside this folder, each under its own licence.\n';
  writeFileSync(path, `${head}\n${sections.join('\n\n')}\n`);
}

function sectionOf(name: string): string {
  const folder = join(ROOT, 'node_modules', name);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string;
    license?: string;
  };
  const files = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort();
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  if (texts.length === 0 && (manifest.license ?? '') === '') {
    throw new Error(`${name} names no licence: it cannot be shipped inside dist/`);
  }
  const title = `${name} ${manifest.version} (${manifest.license ?? 'see below'})`;
  const rule = '-'.repeat(100);
  const body =
    texts.length > 0
      ? texts.join('\n\n')
      : `The package ships no licence text; its manifest says ${manifest.license}.`;
  return `${rule}\n${title}\n${rule}\n${body}`;
}
