import type { ModelMessage, ModelRequest, TextBlock } from '../../ports.ts';

/** How much of the Messages API the server speaks. `compat`: text in, text out, nothing newer. */
export type ModelProfile = 'anthropic' | 'compat';

/** A server accepts at most four (Messages API, prompt caching). */
const MOST_MARKS = 4;

/** The request as it is sent. Never tools, thinking or temperature: newer models refuse some, and none is wanted. */
export function toWire(request: ModelRequest, profile: ModelProfile) {
  const marks = [...request.system, ...request.messages.flatMap((message) => message.content)].filter(
    (block) => block.cacheMark,
  ).length;
  if (marks > MOST_MARKS)
    throw new RangeError(`a request has ${marks} cache marks; at most ${MOST_MARKS} work`);
  const block = ({ text, cacheMark }: TextBlock) => ({
    type: 'text' as const,
    text,
    ...(cacheMark && profile === 'anthropic' ? { cache_control: { type: 'ephemeral' as const } } : {}),
  });
  const message = ({ role, content }: ModelMessage) => ({ role, content: content.map(block) });
  const body = {
    model: request.model,
    max_tokens: request.maxTokens,
    system: request.system.map(block),
    messages: request.messages.map(message),
    stream: true as const,
  };
  if (profile === 'compat') return body;
  const format =
    request.schema === null
      ? {}
      : { format: { type: 'json_schema' as const, schema: request.schema as Record<string, unknown> } };
  return { ...body, output_config: { effort: request.effort, ...format } };
}
