import { expect, it } from 'vitest';
import { actionInputsAnalyzer } from '../../../src/analyzers/docs/action-inputs.ts';
import { makeChangedFile, makeContext } from '../../make-changed-file.ts';
import { makeAnalyzedFile } from '../make-analyzed-file.ts';

const action = (...names: readonly string[]) =>
  `name: one\ninputs:\n${names.map((name) => `  ${name}:\n    description: it\n    default: ''\n`).join('')}runs:\n  using: node20\n`;

async function found(before: string, after: string, readme: string) {
  const files = [makeChangedFile('action.yml', before, after)];
  const analyzed = await Promise.all(files.map(makeAnalyzedFile));
  const findings = await actionInputsAnalyzer.run(
    makeContext(files, { related: new Map([['README.md', readme]]) }),
    analyzed,
  );
  return findings.map((one) => `${one.side} ${one.startLine}: ${one.title}`);
}

it('names an input that the README does not know although it knows the others', async () => {
  const readme = '| `api-key` | the key |\n| `model` | which one |\n';
  expect(await found(action('api-key', 'model'), action('api-key', 'model', 'time-limit'), readme)).toEqual([
    'new 9: No document names the new input time-limit',
  ]);
  expect(
    await found(
      action('api-key', 'model'),
      action('api-key', 'model', 'time-limit'),
      `${readme}\`time-limit\`\n`,
    ),
  ).toEqual([]);
  expect(
    await found(action('api-key', 'model'), action('api-key', 'model', 'time-limit'), 'No inputs here.'),
  ).toEqual([]);
});

it('names an input that is gone and that the README still tells people to use', async () => {
  expect(await found(action('api-key', 'model'), action('model'), 'with: api-key\n')).toEqual([
    'old 3: README.md still names the input api-key',
  ]);
  expect(await found(action('api-key', 'model'), action('model'), 'with: model\n')).toEqual([]);
});
