import type { BranchRuns, FileRuns } from '../../../model.ts';
import { BadProfile, makeRunCounts } from './run-counts.ts';
import { scanXml } from './scan-xml.ts';

/**
 * Reads a Cobertura report (coverage-04.dtd): `source` folders, a `class` names its file, `line` counts.
 * @throws BadProfile when it is none
 */
export function readCobertura(text: string): readonly FileRuns[] {
  const counts = makeRunCounts();
  const sources: string[] = [];
  let location = '';
  let isCobertura = false;
  for (const { name, closes, attributes, text: inner } of scanXml(text)) {
    if (name === 'coverage') isCobertura = true;
    else if (name === 'source' && !closes) sources.push(inner);
    else if (name === 'class') location = closes ? '' : place(attributes.get('filename') ?? '', sources);
    else if (name === 'line' && location !== '') {
      const at = Number(attributes.get('number'));
      counts.line(location, at, Number(attributes.get('hits') ?? '0'));
      const branches = branchesOf(attributes.get('condition-coverage') ?? '');
      if (branches !== null) counts.branches(location, at, branches);
    }
  }
  if (!isCobertura) throw new BadProfile('it is XML, but no Cobertura report');
  return counts.files();
}

/** With one source folder a file lies in it; of several it is not said which. */
function place(name: string, sources: readonly string[]): string {
  const [only] = sources;
  const isAbsolute = /^(?:[/\\]|[A-Za-z]:)/.test(name);
  if (sources.length !== 1 || only === undefined || only === '' || isAbsolute || name === '') return name;
  return `${only.replace(/[/\\]+$/, '')}/${name}`;
}

/** `50% (1/2)`. */
function branchesOf(text: string): BranchRuns | null {
  const found = /\((\d{1,6})\/(\d{1,6})\)/.exec(text);
  return found === null ? null : { taken: Number(found[1]), total: Number(found[2]) };
}
