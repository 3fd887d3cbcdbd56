import { groupSame } from '../../src/aggregate/dedupe-findings.ts';
import { systemClock } from '../../src/entry/system-ports.ts';
import { estimateTokens } from '../../src/plan/model-plan/estimate-tokens.ts';
import { verifyRole } from '../../src/verify/verify-prompt.ts';
import { makeMaterial } from '../../tests/dispatch/model/material.ts';
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

/** What the five reviewers say is one finding: the verifier's question about it, and the same for each of them alone. */
const { runs } = await typicalRun({ prefixTokens: 14_000, clock: systemClock });
const findings = runs.flatMap((run) => run.findings);
const { fence, builder } = makeMaterial();
const tokensOf = (questions: Parameters<typeof verifyRole>[0]) =>
  estimateTokens(verifyRole(questions, fence, builder.shower));
const once = groupSame(findings);
const each = findings.map((kept) => ({ kept, others: [] }));
const [together, apart] = [tokensOf(once), tokensOf(each)];
console.log('\nthe verifier, tokens beyond the shared prefix');
console.log(`  ${each.length} questions, one for each reviewer  ${apart}`);
console.log(
  `  ${once.length} question, one for each finding   ${together}  ${(together / apart).toFixed(2)} ×`,
);
