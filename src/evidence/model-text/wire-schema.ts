import { CATEGORIES, SEVERITIES } from '../../model.ts';

const text = { type: 'string' } as const;
const whole = { type: 'integer' } as const;

function object(properties: Readonly<Record<string, unknown>>) {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  } as const;
}

const list = (items: unknown) => ({ type: 'array', items }) as const;

/**
 * The one schema of everything a model answers: reviewers, verifier and coordinator. It is part of the server's cache
 * key and compiled on first use, so there is one, and it changes rarely. Every field is required; one that does not
 * apply holds an empty text, 0 or an empty list. Bounds are not enforced by the service: the parser does.
 */
export const WIRE_SCHEMA = object({
  findings: list(
    object({
      category: { type: 'string', enum: [...CATEGORIES] },
      cwe: text,
      severity: { type: 'string', enum: [...SEVERITIES] },
      confidence: whole,
      anchor: { type: 'string', enum: ['line', 'file', 'subject'] },
      path: text,
      startLine: whole,
      endLine: whole,
      side: { type: 'string', enum: ['new', 'old'] },
      quote: text,
      source: text,
      title: text,
      explanation: text,
      failureScenario: text,
      fix: text,
      suggestion: text,
      proof: list(object({ path: text, line: whole, text })),
      introducedByChange: { type: 'boolean' },
    }),
  ),
  verdicts: list(
    object({
      finding: text,
      verdict: { type: 'string', enum: ['confirmed', 'refuted', 'uncertain'] },
      reason: text,
      path: text,
      line: whole,
      quote: text,
    }),
  ),
  sliceRequests: list(object({ path: text, startLine: whole, endLine: whole })),
  facts: list(object({ path: text, text })),
  remaining: list(text),
});
