/** A request as the stand-in records it, checked. */
export interface WireRequest {
  readonly model: string;
  readonly max_tokens: number;
  readonly system: readonly WireBlock[];
  readonly messages: readonly { readonly role: string; readonly content: readonly WireBlock[] }[];
  readonly stream: boolean;
  readonly output_config?: { readonly effort?: string; readonly format?: { readonly schema: unknown } };
}

export interface WireBlock {
  readonly type: string;
  readonly text: string;
  readonly cache_control?: { readonly type: string };
}

const TOP = ['model', 'max_tokens', 'system', 'messages', 'stream', 'output_config'];
const BLOCK = ['type', 'text', 'cache_control'];

/** What is wrong with a request, by the rules our product keeps and the API's own; empty when nothing is. */
export function checkRequest(body: unknown, profile: 'anthropic' | 'compat'): readonly string[] {
  if (!isRecord(body)) return ['the body is no object'];
  const problems = unknownKeys(body, TOP, 'request');
  if (typeof body.model !== 'string' || body.model === '') problems.push('no model');
  if (!Number.isInteger(body.max_tokens)) problems.push('max_tokens is no integer');
  if (body.stream !== true) problems.push('the request does not stream');
  const messages = Array.isArray(body.messages) ? body.messages : [];
  if (messages.length === 0) problems.push('no messages');
  messages.forEach((message: unknown, index) => {
    if (!isRecord(message)) {
      problems.push(`message ${index} is no object`);
      return;
    }
    problems.push(...unknownKeys(message, ['role', 'content'], `message ${index}`));
    const expected = index % 2 === 0 ? 'user' : 'assistant';
    if (message.role !== expected)
      problems.push(`message ${index} is of ${String(message.role)}, not ${expected}`);
  });
  if (messages.length % 2 === 0) problems.push('the last message is not the user’s: prefill is refused');
  const blocks = [
    ...(Array.isArray(body.system) ? body.system : []),
    ...messages.flatMap((message: unknown) =>
      isRecord(message) && Array.isArray(message.content) ? message.content : [null],
    ),
  ];
  problems.push(...blocks.flatMap(checkBlock), ...checkProfile(body, blocks, profile));
  return problems;
}

function checkBlock(block: unknown): string[] {
  if (!isRecord(block)) return ['content is no list of blocks'];
  const problems = unknownKeys(block, BLOCK, 'block');
  if (block.type !== 'text') problems.push(`a block of type ${String(block.type)}: only text is sent`);
  if (typeof block.text !== 'string' || block.text.trim() === '')
    problems.push('an empty text block is refused');
  const mark = block.cache_control;
  if (mark !== undefined && (!isRecord(mark) || mark.type !== 'ephemeral'))
    problems.push('a mark of unknown form');
  return problems;
}

function checkProfile(
  body: Record<string, unknown>,
  blocks: readonly unknown[],
  profile: 'anthropic' | 'compat',
): string[] {
  const marks = blocks.filter((block) => isRecord(block) && block.cache_control !== undefined).length;
  const config = body.output_config;
  if (profile === 'compat') {
    return [
      ...(config === undefined ? [] : ['output_config in compat']),
      ...(marks === 0 ? [] : ['marks in compat']),
    ];
  }
  const problems = marks > 4 ? [`${marks} cache marks, at most 4`] : [];
  if (!isRecord(config)) return [...problems, 'no output_config'];
  problems.push(...unknownKeys(config, ['effort', 'format'], 'output_config'));
  if (!['low', 'medium', 'high', 'xhigh', 'max'].includes(String(config.effort)))
    problems.push('unknown effort');
  const format = config.format;
  if (!isRecord(format) || format.type !== 'json_schema' || !isRecord(format.schema))
    problems.push('no json_schema');
  else problems.push(...checkSchema(format.schema, 'schema'));
  return problems;
}

/** Structured output wants every object closed, and we want every field required. */
function checkSchema(schema: unknown, where: string): string[] {
  if (!isRecord(schema)) return [`${where} is no schema`];
  if (schema.type === 'array') return checkSchema(schema.items, `${where}[]`);
  if (schema.type !== 'object') return unknownKeys(schema, ['type', 'enum'], where);
  const properties = isRecord(schema.properties) ? schema.properties : {};
  const problems: string[] = [];
  if (schema.additionalProperties !== false) problems.push(`${where} is open`);
  if (JSON.stringify(schema.required) !== JSON.stringify(Object.keys(properties))) {
    problems.push(`${where} has optional fields`);
  }
  return problems.concat(
    Object.entries(properties).flatMap(([name, value]) => checkSchema(value, `${where}.${name}`)),
  );
}

function unknownKeys(value: Record<string, unknown>, known: readonly string[], where: string): string[] {
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => `${where} has the field "${key}"`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
