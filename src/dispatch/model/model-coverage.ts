import type { Coverage } from '../../model.ts';
import { type PriceTable, priceOf } from '../../plan/model-plan/prices.ts';
import type { EndedCall } from './make-calls.ts';
import type { FileShares, ModelCall } from './plan-calls.ts';

/**
 * The analyzers' coverage with what models read. A file that a model says it did not get to does not count as read by
 * models, whoever else read it: what it was asked for there was not looked for.
 * @param carried files whose results were taken over from the last review
 */
export function withModels(
  coverage: Coverage,
  runs: readonly EndedCall[],
  carried: ReadonlySet<string> = new Set(),
): Coverage {
  const ended = runs.filter(({ run }) => run.status === 'done' || run.status === 'degraded');
  const read = new Set([...carried, ...ended.flatMap(({ call }) => call.paths)]);
  for (const path of ended.flatMap(({ run }) => run.missed)) read.delete(path);
  const reviewed = coverage.reviewed.map((one) =>
    read.has(one.path) ? { ...one, by: [...one.by, 'model'] } : one,
  );
  return { ...coverage, reviewed };
}

/** What a reader should know of the models' part beside each reviewer's line. */
export function notesOfModels(
  files: FileShares,
  calls: readonly ModelCall[],
  runs: readonly EndedCall[],
  prices: PriceTable,
): readonly string[] {
  const asked = [...calls.map((call) => call.model), ...runs.flatMap(({ run }) => run.models)];
  const priceless = [...new Set(asked)].filter((model) => priceOf(prices, model) === undefined);
  return [
    ...files.heldBack.map((path) => `${path} was not sent to any model (never-send); analyzers read it.`),
    ...files.tooLarge.map((path) => `${path} is too large for a model; analyzers read it.`),
    ...new Set(runs.flatMap(({ run }) => run.notes)),
    ...priceless.map((model) => `No price is known for ${model}: its calls count as $0. Give one as price.`),
  ];
}
