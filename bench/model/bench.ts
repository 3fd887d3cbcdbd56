import { systemClock } from '../../src/entry/system-ports.ts';
import { typicalRun } from '../../tests/fakes/messages/typical-run.ts';

/** Cost of five reviewers of one model, leader first and all at once, against the stand-in of the Messages API. */
const row = (cells: readonly (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);

row(['prefix tokens', 'start', 'cache writes', 'input cost ratio', 'total cost ratio', 'dollars', 'ms']);
row(['---', '---', '---', '---', '---', '---', '---']);
for (const prefixTokens of [14_000, 60_000]) {
  for (const race of [false, true]) {
    const run = await typicalRun({ prefixTokens, clock: systemClock, race });
    row([
      run.prefixTokens,
      race ? 'all at once' : 'leader first',
      run.writes,
      run.inputRatio.toFixed(3),
      run.totalRatio.toFixed(3),
      run.dollars.toFixed(3),
      Math.round(run.ms),
    ]);
  }
}
