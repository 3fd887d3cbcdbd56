import { wireAnswer } from '../../tests/dispatch/model/material.ts';
import { pullRequestEvent } from '../../tests/fakes/github/events.ts';
import {
  type MessagesServer,
  startMessagesServer,
} from '../../tests/fakes/messages/start-messages-server.ts';
import { commitMore, judged, run, setStage } from './stage.ts';

/** Looks like a key, and is none. */
const KEY = 'a key for the stand-in alone';
const FILES = 100;

/** A push to one file of a pull request of 100 files: its tokens as a share of those of the first review. */
export async function benchOneFilePush(): Promise<void> {
  const server = await startMessagesServer({ behave: () => ({ kind: 'answer', content: wireAnswer([]) }) });
  const stage = await setStage('one-file-push', sources());
  const environment = { 'INPUT_ANTHROPIC-API-KEY': KEY, ANTHROPIC_BASE_URL: server.url };
  const first = await run(stage, { environment });
  const firstTokens = tokensOf(server, 0);
  const calls = server.seen.length;
  const head = commitMore('one-file-push', { [pathOf(40)]: `${textOf(40)}export const more = 1;\n` });
  stage.fake.moveHead(stage.pull, head);
  const again = await run(stage, {
    environment,
    event: pullRequestEvent(stage.fake, stage.pull, 'synchronize'),
  });
  const tokens = tokensOf(server, calls);
  console.log('a push to one file of 100, tokens of all kinds');
  console.log(
    `  first ${firstTokens} in ${calls} calls (${first.status}); push ${tokens} in ${server.seen.length - calls} calls (${again.status}): ${judged('one file pushed again: tokens, %', (100 * tokens) / firstTokens, 10, 1)} %`,
  );
  console.log(`  problems seen by the stand-in: ${server.problems.length}\n`);
  await stage.fake.close();
  await server.close();
}

function tokensOf({ seen }: MessagesServer, from: number): number {
  return seen
    .slice(from)
    .map(
      ({ billed }) =>
        billed.input_tokens +
        billed.cache_creation_input_tokens +
        billed.cache_read_input_tokens +
        billed.output_tokens,
    )
    .reduce((sum, one) => sum + one, 0);
}

function sources() {
  return Array.from({ length: FILES }, (_, index) => ({
    path: pathOf(index),
    before: '',
    after: textOf(index),
  }));
}

function pathOf(index: number): string {
  return `src/part${index}/module${index}.js`;
}

/** A dozen lines, none like another. */
function textOf(index: number): string {
  const rows = Array.from({ length: 8 }, (_, row) => `  total += input.value${row} * ${row + index};`);
  return [
    `export function sum${index}(input) {`,
    '  let total = 0;',
    ...rows,
    '  return total;',
    '}',
    '',
  ].join('\n');
}
