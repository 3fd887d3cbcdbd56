/** Plausible source files in five languages, the same on every run. */

/** A small deterministic generator (mulberry32), so that every run measures the same texts. */
function makeNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const NOUNS = [
  'order',
  'customer',
  'invoice',
  'basket',
  'refund',
  'shipment',
  'coupon',
  'price',
  'stock',
  'address',
];
const VERBS = ['load', 'save', 'find', 'update', 'remove', 'merge', 'check', 'build', 'send', 'count'];

type Write = (name: string, noun: string, n: number) => string;

const TYPESCRIPT: Write = (name, noun, n) => `
/** Works on one ${noun}. */
export async function ${name}(id: string, limit = ${n}): Promise<number> {
  const rows = await database.query('select * from ${noun} where id = $1 limit $2', [id, limit]);
  let total = 0;
  for (const row of rows) {
    if (row.amount > ${n} && row.state !== 'closed') total += row.amount;
    else if (row.amount < 0) throw new Error(\`negative amount in \${row.id}\`);
  }
  return rows.length === 0 ? 0 : total / rows.length;
}
`;
const JAVASCRIPT: Write = (name, noun, n) => `
export function ${name}(items, options = {}) {
  const seen = new Map();
  for (const item of items) {
    const key = \`\${item.${noun}Id}:\${item.kind}\`;
    if (!seen.has(key)) seen.set(key, []);
    seen.get(key).push({ ...item, rank: item.rank + ${n}, open: options.open ?? true });
  }
  return [...seen.values()].filter((group) => group.length > ${n % 7}).map((group) => group[0]);
}
`;
const TSX: Write = (name, noun, n) => `
export function ${name[0]?.toUpperCase()}${name.slice(1)}List({ items, onSelect }: { items: ${noun[0]?.toUpperCase()}${noun.slice(1)}[]; onSelect: (id: string) => void }) {
  const [filter, setFilter] = useState('');
  const shown = useMemo(() => items.filter((item) => item.title.includes(filter)), [items, filter]);
  return (
    <section className="${noun}-list" data-limit={${n}}>
      <input value={filter} onChange={(event) => setFilter(event.target.value)} aria-label="filter" />
      <ul>{shown.map((item) => <li key={item.id}><button type="button" onClick={() => onSelect(item.id)}>{item.title}</button></li>)}</ul>
    </section>
  );
}
`;
const PYTHON: Write = (name, noun, n) => `

def ${name}(session, ${noun}_id, limit=${n}):
    """Work on one ${noun}."""
    rows = session.execute(QUERY, {"id": ${noun}_id, "limit": limit}).fetchall()
    total = 0
    for row in rows:
        if row.amount > ${n} and row.state != "closed":
            total += row.amount
        elif row.amount < 0:
            raise ValueError(f"negative amount in {row.id}")
    return total / len(rows) if rows else 0
`;
const MARKDOWN: Write = (name, noun, n) => `
## ${name}

Works on one ${noun}. Give it the number of the ${noun} and, when you need more than ${n} rows, a limit.

| Option | Meaning | Default |
|---|---|---|
| \`limit\` | rows that are read | ${n} |
`;

const LANGUAGES: readonly (readonly [ending: string, write: Write])[] = [
  ['ts', TYPESCRIPT],
  ['js', JAVASCRIPT],
  ['tsx', TSX],
  ['py', PYTHON],
  ['md', MARKDOWN],
];

/** Both sides of one file: what was there, and that with more in it. */
export interface SourceFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Makes files whose added lines hold about `bytes` in all.
 * @param count number of files, spread over five languages
 */
export function makeSources(count: number, bytes: number): readonly SourceFile[] {
  const number = makeNumbers(20_261_121);
  return Array.from({ length: count }, (_, index) => {
    const [ending, write] = LANGUAGES[index % LANGUAGES.length] ?? ['ts', TYPESCRIPT];
    let before = '';
    let after = '';
    let added = 0;
    for (let part = 0; added < bytes / count; part += 1) {
      const noun = NOUNS[number(NOUNS.length)] ?? 'order';
      const text = write(`${VERBS[number(VERBS.length)]}${noun}${index}x${part}`, noun, number(90) + 10);
      after += text;
      if (part % 2 === 1) before += text;
      else added += text.length;
    }
    return { path: `src/area${index % 12}/${NOUNS[index % NOUNS.length]}-${index}.${ending}`, before, after };
  });
}
