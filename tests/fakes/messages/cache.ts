import { createHash } from 'node:crypto';
import type { WireBlock, WireRequest } from './check-request.ts';

export interface Billed {
  readonly input_tokens: number;
  readonly cache_creation_input_tokens: number;
  readonly cache_read_input_tokens: number;
}

/** The prompt cache as the service documents it: exact bytes up to each mark, readable once its writer's answer began. */
export interface PromptCache {
  /** Bills a request by what can be read now. */
  bill(request: WireRequest): Billed;
  /** The request's answer has begun: its prefixes can be read from now on. */
  began(request: WireRequest): void;
}

/** Smallest prefix that is kept (512 on the 5.5 models, facts/models.md A5). */
const SMALLEST = 512;

/** Three characters count as one token, as in the product's own estimate. */
export const tokensOf = (text: string) => Math.ceil(text.length / 3);

export function makePromptCache(): PromptCache {
  const readable = new Set<string>();
  return {
    bill: (request) => {
      const blocks = blocksOf(request);
      const total = tokensOf(blocks.map((block) => block.text).join(''));
      const prefixes = prefixesOf(request);
      const read = prefixes.filter((prefix) => readable.has(prefix.key)).at(-1)?.tokens ?? 0;
      const longest = prefixes.at(-1)?.tokens ?? 0;
      const written = Math.max(0, longest - read);
      return {
        input_tokens: total - read - written,
        cache_creation_input_tokens: written,
        cache_read_input_tokens: read,
      };
    },
    began: (request) => {
      for (const prefix of prefixesOf(request)) readable.add(prefix.key);
    },
  };
}

function blocksOf(request: WireRequest): readonly WireBlock[] {
  return [...request.system, ...request.messages.flatMap((message) => message.content)];
}

/** The marked prefixes that are long enough, shortest first. Model, effort and format are part of the key. */
function prefixesOf(request: WireRequest): readonly { readonly key: string; readonly tokens: number }[] {
  const hash = createHash('sha256').update(JSON.stringify([request.model, request.output_config ?? null]));
  const found: { key: string; tokens: number }[] = [];
  let text = '';
  for (const block of blocksOf(request)) {
    text += block.text;
    hash.update(`${block.text.length}:`).update(block.text);
    const tokens = tokensOf(text);
    if (block.cache_control !== undefined && tokens >= SMALLEST) {
      found.push({ key: hash.copy().digest('hex'), tokens });
    }
  }
  return found;
}
