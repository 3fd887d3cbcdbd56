import { answerNotYet, answerUnknown, helpText } from '../../../event/command-help.ts';
import { unknownFinding } from '../../../render/answers/finding-lines.ts';
import { statusAnswer } from '../../../render/answers/status-answer.ts';
import { recallOrders } from '../recall-orders.ts';
import { explainRemembered } from './explain-remembered.ts';
import { findRemembered } from './find-remembered.ts';
import type { HeardCommand } from './hear-command.ts';

/**
 * The answer to a command that only asks: nothing is claimed and no model is called.
 * @returns null when the command asks for more than an answer
 */
export async function answerQuestion(heard: HeardCommand, signal: AbortSignal): Promise<string | null> {
  const { event, configuration } = heard;
  const { command } = event;
  switch (command.kind) {
    case 'help':
      return helpText(configuration.reviewers.map(({ name }) => name));
    case 'unknown':
      return answerUnknown(command);
    case 'not-yet':
      return answerNotYet(command);
    case 'status':
      return answerStatus(heard, signal);
    case 'explain':
      return explain(heard, command.id, signal);
    default:
      return null;
  }
}

async function ordersOf({ read, conversation, world, reader }: HeardCommand, signal: AbortSignal) {
  const { permissions } = world.forge;
  const head = await reader.pinnedHead(signal);
  return recallOrders(read.state?.orders ?? [], { conversation, said: null, permissions, head }, signal);
}

async function answerStatus(heard: HeardCommand, signal: AbortSignal): Promise<string> {
  const { reader, read, sticky, world } = heard;
  const head = await reader.pinnedHead(signal);
  const { dismissals, ...orders } = await ordersOf(heard, signal);
  return statusAnswer({
    head,
    status: await world.forge.statuses.newest(head, signal),
    reviewedHead: read.state?.memory?.head ?? (read.state?.head || null),
    findings: read.state?.memory?.findings ?? [],
    ...orders,
    dismissals: dismissals.length,
    commentUrl: sticky?.url ?? null,
  });
}

async function explain(heard: HeardCommand, id: string, signal: AbortSignal): Promise<string> {
  const { read, configuration } = heard;
  const memory = read.state?.memory ?? null;
  const finding = findRemembered(memory, id);
  if (finding === null) return unknownFinding(id, memory?.findings ?? []);
  const { dismissals } = finding.state === 'dismissed' ? await ordersOf(heard, signal) : { dismissals: [] };
  return explainRemembered(finding, memory, configuration, dismissals);
}
