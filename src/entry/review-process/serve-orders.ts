import type { FromProcess, ToProcess } from '../../adapters/review-process/messages.ts';
import { messageOf } from '../../errors.ts';
import type { Grammars, ProcessEnd, ProcessOrder } from '../../ports.ts';
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
  // What it works with is loaded before the first order comes.
  port.on('message', (message: ToProcess) => {
    if (message.kind === 'start') {
      assets = load(new URL(message.assets));
      assets.then(
        () => tell({ kind: 'ready' }),
        // Whoever sends the first order is told why.
        () => tell({ kind: 'ready' }),
      );
    } else void obey(message.order, assets);
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

async function obey(order: ProcessOrder, assets: Promise<ProcessAssets> | null): Promise<void> {
  const end = await endOf(order, assets);
  tell({ kind: 'end', end, rssBytes: process.memoryUsage.rss() });
}

async function endOf(order: ProcessOrder, assets: Promise<ProcessAssets> | null): Promise<ProcessEnd> {
  try {
    if (assets === null) throw new Error('an order came before the assets were named');
    return await carryOutOrder(order, await assets, (event) => tell({ kind: 'event', event }));
  } catch (error) {
    return { kind: 'failed', reason: messageOf(error), isRetryable: false };
  }
}

function tell(message: FromProcess): void {
  // A service that is gone hears nothing; this process ends with it.
  if (process.connected) process.send?.(message);
}
