import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { halfOf, percent, printTable, readJson, readTexts } from './corpus-files.ts';
import { shownFindings } from './our-contestant.ts';
import { scanWithSecretlint } from './peers/secretlint-scanner.ts';
import type { Reviewer } from './review-files.ts';
import type { Details } from './score-annotated.ts';
import type { RuleTally } from './tally-rules.ts';

interface SecretSample {
  readonly rule: string;
  readonly expect: 'secret' | 'clean';
  readonly text_b64: string;
}

/** Secrets and their look-alikes, each in a file of its own; secretlint's preset in the same run. */
export async function scoreSecrets(
  folder: string,
  reviewer: Reviewer,
  details: Details,
  tally: RuleTally,
): Promise<void> {
  const path = join(folder, 'cases.jsonl');
  if (!existsSync(path)) return;
  const samples = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SecretSample);
  const named = samples.map((sample, index) => ({ ...sample, path: `sample-${index}.txt` }));
  const texts = named.map(
    (sample) => [sample.path, Buffer.from(sample.text_b64, 'base64').toString('utf8')] as const,
  );
  const report = await reviewer.review({ after: new Map(texts), before: new Map() });
  const secretFindings = shownFindings(report.findings).filter((one) => one.category === 'secrets');
  const found = new Set(secretFindings.map((one) => one.path));
  const expected = new Map(named.map((sample) => [sample.path, sample.expect]));
  for (const { ruleId, path = '' } of secretFindings)
    tally.annotated(halfOf(path), ruleId, expected.get(path) === 'secret' ? 'true' : 'false');
  const bySecretlint = await scanWithSecretlint(texts);
  const rows: string[][] = [['half', 'tool', 'secrets', 'recall', 'look-alikes', 'false pos.']];
  for (const half of details.halves) {
    const mine = named.filter((sample) => halfOf(sample.path) === half);
    const secrets = mine.filter((sample) => sample.expect === 'secret');
    const cleans = mine.filter((sample) => sample.expect === 'clean');
    for (const [tool, paths] of [['ours', found] as const, ['secretlint', bySecretlint] as const]) {
      const hits = (list: typeof mine) => list.filter((sample) => paths.has(sample.path)).length;
      rows.push([
        half,
        tool,
        String(secrets.length),
        percent(hits(secrets), secrets.length),
        String(cleans.length),
        percent(hits(cleans), cleans.length),
      ]);
    }
    if (details.misses && half === 'tune')
      for (const sample of secrets)
        if (!found.has(sample.path)) console.log(`missed  secret  ${sample.path}  ${sample.rule}`);
  }
  console.log('\nSecret samples');
  printTable(rows);
}

interface HiddenTextFile {
  readonly file: string;
  readonly source: string;
  readonly expect: 'flag' | 'clean' | 'unlabelled';
  readonly lines: readonly number[];
}

/** Lines that a finding may be away from the hidden character. */
const NEAR = 2;

/** Hidden and confusable text: files that must be caught, and files that must stay quiet. */
export async function scoreUnicode(folder: string, reviewer: Reviewer): Promise<void> {
  if (!existsSync(join(folder, 'index.json'))) return;
  const index = readJson<readonly HiddenTextFile[]>(join(folder, 'index.json'));
  const texts = readTexts(folder);
  const after = new Map(index.map(({ file }) => [file, texts.get(file) ?? '']));
  const report = await reviewer.review({ after, before: new Map() });
  const hidden = shownFindings(report.findings).filter((finding) => finding.category === 'hidden-text');
  const isCaught = ({ file, lines }: HiddenTextFile) =>
    hidden.some(
      (finding) =>
        finding.path === file && lines.some((line) => Math.abs(line - (finding.startLine ?? 0)) <= NEAR),
    );
  const rows = [...new Set(index.map((one) => one.source))].map((source) => {
    const mine = index.filter((one) => one.source === source);
    const flags = mine.filter((one) => one.expect === 'flag');
    const cleans = mine.filter((one) => one.expect === 'clean');
    const alarms = cleans.filter((one) => hidden.some((finding) => finding.path === one.file));
    return [source, `${flags.filter(isCaught).length}/${flags.length}`, `${alarms.length}/${cleans.length}`];
  });
  console.log('\nHidden text');
  printTable([['source', 'caught', 'false'], ...rows]);
}
