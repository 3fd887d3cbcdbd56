import type { ConfigProblem, Dismissal } from '../model.ts';
import { checkShape } from './check-shape.ts';
import { type DismissalShape, dismissalSchema, MOST_DISMISSALS } from './dismissals-schema.ts';
import { capped, MOST_PROBLEMS, type Parsed } from './parsed.ts';
import { readYaml, type YamlLimits } from './read-yaml.ts';
import type { YamlEntry } from './yaml-node.ts';

/** Room for 2,000 entries as the tool prints them (441 KB and 114,000 tokens, read in 0.35 s). */
const LIMITS: YamlLimits = { bytes: 512 * 1024, tokens: 150_000 };

/**
 * Reads dismissals.yml: a list of entries. Never throws. An entry with a mistake is left out whole, because without
 * its `until` or its `path` it would dismiss more than was meant; the other entries stay.
 *
 * @param text the file
 * @param file its name for messages; its last part and the line become the dismissals' `source`
 */
export function parseDismissals(text: string, file: string): Parsed<readonly Dismissal[]> {
  const yaml = readYaml(text, file, 0, LIMITS);
  const { root } = yaml;
  if (root === null) return { value: [], problems: yaml.problems };
  if (root.kind !== 'list') {
    const message = 'this is not a list of dismissals; begin each with "- fingerprint: …"';
    return { value: [], problems: [...yaml.problems, { file, ...root.at, key: '', message }] };
  }
  // Problems beyond the cap are not listed, so nobody can tell which entries lost a key to them.
  if (yaml.problems.length > MOST_PROBLEMS) return { value: [], problems: yaml.problems };
  const problems: ConfigProblem[] = [...yaml.problems];
  if (root.entries.length > MOST_DISMISSALS) {
    const message = `a file has at most ${MOST_DISMISSALS} dismissals, this one has ${root.entries.length}; the others were not read`;
    problems.push({ file, ...root.at, key: '', message });
  }
  const found = new Map<string, { readonly dismissal: Dismissal; readonly line: number }>();
  for (const entry of root.entries.slice(0, MOST_DISMISSALS)) {
    const above = `[${entry.key}]`;
    const { value, problems: own } = parseEntry(entry, file, above);
    problems.push(...own);
    // A problem of the YAML inside the entry (an alias, a key twice) costs the entry as well.
    if (value === null || yaml.problems.some((problem) => problem.key.startsWith(above))) continue;
    const { at } = entry.node;
    const target = targetOf(value);
    const earlier = found.get(target);
    if (earlier === undefined) found.set(target, { dismissal: value, line: at.line });
    else {
      const message = `the same was already dismissed in line ${earlier.line}, which counts; keep one of the two`;
      problems.push({ file, ...at, key: above, message });
    }
  }
  return { value: [...found.values()].map(({ dismissal }) => dismissal), problems: capped(problems) };
}

function parseEntry({ node }: YamlEntry, file: string, above: string): Parsed<Dismissal | null> {
  const checked = checkShape(dismissalSchema, node, file);
  const problems = checked.problems.map((problem) => ({
    ...problem,
    key:
      problem.key === '' || problem.key.startsWith('[')
        ? `${above}${problem.key}`
        : `${above}.${problem.key}`,
  }));
  if (checked.value === null || problems.length > 0) return { value: null, problems };
  const source = `${file.slice(file.lastIndexOf('/') + 1)}:${node.at.line}`;
  return { value: toDismissal(checked.value, source), problems: [] };
}

function toDismissal(shape: DismissalShape, source: string): Dismissal {
  return {
    fingerprint: shape.fingerprint ?? '',
    scope: shape.scope,
    reason: shape.reason,
    by: shape.by,
    until: shape.until ?? null,
    ...(shape.rule === undefined ? {} : { ruleId: shape.rule }),
    ...(shape.path === undefined ? {} : { path: shape.path }),
    origin: 'file',
    source,
  };
}

/** Equal for dismissals of the same thing. */
function targetOf({ scope, fingerprint, ruleId = '', path = '' }: Dismissal): string {
  if (scope === 'finding') return fingerprint;
  return JSON.stringify(scope === 'file' ? [ruleId, path] : [ruleId]);
}
