import type { FromProcess, ToProcess } from '../../adapters/review-process/messages.ts';
import { messageOf } from '../../errors.ts';
import type { Allowance, Grammars, ProcessEnd, ProcessOrder, SpendingWish } from '../../ports.ts';
import { loadBuiltIns, type ShippedData } from '../load-built-ins.ts';
import { openGrammars } from '../open-grammars.ts';
import { carryOutOrder } from './carry-out-order.ts';

/** What an order is carried out with, for as long as the process lives. */
export interface ProcessAssets {
  readonly assets: URL;
  readonly shipped: ShippedData;
  /** Threads with their grammars, which the next review finds as the last one left them. */
  readonly grammars: Grammars;
}

/**
 * Takes orders from the service that started this process, one at a time, until the service lets go of it. When the
 * service is gone, whatever is under way ends with it: another process takes the job up, and two must not do it.
 */
export async function serveOrders(): Promise<void> {
  const port = process;
  if (port.send === undefined)
    throw new Error('A review process is started by the service. Start that one: npm run app');
  // A terminal and a service manager signal all processes at once: when a review ends early is for the service to say.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) port.on(signal, () => undefined);
  let assets: Promise<ProcessAssets> | null = null;
  const wishes = makeWishes();
  // What it works with is loaded before the first order comes.
  port.on('message', (message: ToProcess) => {
    if (message.kind === 'start') {
      assets = load(new URL(message.assets));
      assets.then(
        () => tell({ kind: 'ready' }),
        // Whoever sends the first order is told why.
        () => tell({ kind: 'ready' }),
      );
    } else if (message.kind === 'allowance') wishes.hear(message.allowance);
    else void obey(message.order, assets, wishes.ask);
  });
  await new Promise<void>((resolve) => {
    port.once('disconnect', resolve);
  });
  process.exit(0);
}

async function load(assets: URL): Promise<ProcessAssets> {
  const [shipped] = await Promise.all([loadBuiltIns(assets), import('../../review.ts')]);
  return { assets, shipped, grammars: openGrammars(assets) };
}

type Ask = (wish: SpendingWish) => Promise<Allowance>;

/** Questions to the service, one at a time as there is one order at a time. */
function makeWishes(): { readonly ask: Ask; hear(allowance: Allowance | null): void } {
  let settle: (allowance: Allowance | null) => void = () => undefined;
  return {
    ask: async (wish) => {
      const answered = new Promise<Allowance | null>((resolve) => {
        settle = resolve;
      });
      tell({ kind: 'wish', wish });
      const allowance = await answered;
      if (allowance === null) throw new Error('What this review may spend is not known.');
      return allowance;
    },
    hear: (allowance) => settle(allowance),
  };
}

async function obey(order: ProcessOrder, assets: Promise<ProcessAssets> | null, ask: Ask): Promise<void> {
  const end = await endOf(order, assets, ask);
  tell({ kind: 'end', end, rssBytes: process.memoryUsage.rss() });
}

async function endOf(
  order: ProcessOrder,
  assets: Promise<ProcessAssets> | null,
  ask: Ask,
): Promise<ProcessEnd> {
  try {
    if (assets === null) throw new Error('an order came before the assets were named');
    return await carryOutOrder(order, await assets, (event) => tell({ kind: 'event', event }), ask);
  } catch (error) {
    return { kind: 'failed', reason: messageOf(error), isRetryable: false };
  }
}

function tell(message: FromProcess): void {
  // A service that is gone hears nothing; this process ends with it.
  if (process.connected) process.send?.(message);
}
