import type { RawMessageStreamEvent } from '@anthropic-ai/sdk/resources/messages/messages';
import type { Tokens } from '../../model.ts';

/** What arrived of one streamed answer. Filled while it arrives, so that a break loses nothing. */
export interface Arrived {
  text: string;
  stopReason: string | null;
  usage: Tokens;
  /** The server said that the answer is over. */
  ended: boolean;
}

/** Longest answer that is read, in characters: far above any honest one. */
const LONGEST = 10_000_000;

export function nothingArrived(): Arrived {
  return {
    text: '',
    stopReason: null,
    usage: { input: 0, cacheWritten: 0, cacheRead: 0, output: 0 },
    ended: false,
  };
}

/**
 * Reads a stream into `arrived`.
 * @param onFirstEvent called when the answer begins
 * @throws what the stream throws; RangeError when the answer is longer than anything honest
 */
export async function readStream(
  events: AsyncIterable<RawMessageStreamEvent>,
  arrived: Arrived,
  onFirstEvent: () => void,
): Promise<void> {
  const pieces: string[] = [];
  let length = 0;
  try {
    for await (const event of events) {
      if (event.type === 'message_start') onFirstEvent();
      const piece = textOf(event);
      length += piece.length;
      if (length > LONGEST) throw new RangeError(`the answer is longer than ${LONGEST} characters`);
      if (piece !== '') pieces.push(piece);
      noteUsage(event, arrived);
      if (event.type === 'message_stop') arrived.ended = true;
    }
  } finally {
    arrived.text = pieces.join('');
  }
}

function textOf(event: RawMessageStreamEvent): string {
  if (event.type === 'content_block_start' && event.content_block?.type === 'text') {
    return asText(event.content_block.text);
  }
  if (event.type === 'content_block_delta' && event.delta?.type === 'text_delta')
    return asText(event.delta.text);
  return '';
}

function noteUsage(event: RawMessageStreamEvent, arrived: Arrived): void {
  if (event.type === 'message_start') {
    const usage = event.message?.usage;
    arrived.usage = {
      input: count(usage?.input_tokens),
      cacheWritten: count(usage?.cache_creation_input_tokens),
      cacheRead: count(usage?.cache_read_input_tokens),
      output: count(usage?.output_tokens),
    };
  } else if (event.type === 'message_delta') {
    // Counts of a delta are totals so far; a server that leaves one out has said it before.
    const usage = event.usage;
    arrived.stopReason = event.delta?.stop_reason ?? arrived.stopReason;
    arrived.usage = {
      input: count(usage?.input_tokens) || arrived.usage.input,
      cacheWritten: count(usage?.cache_creation_input_tokens) || arrived.usage.cacheWritten,
      cacheRead: count(usage?.cache_read_input_tokens) || arrived.usage.cacheRead,
      output: count(usage?.output_tokens) || arrived.usage.output,
    };
  }
}

/** Servers are not believed: counts are whole and not negative. */
function count(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
