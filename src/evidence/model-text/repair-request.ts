import type { ModelRequest, TextBlock } from '../../ports.ts';

/** Longest part of the unreadable answer that is shown to the model again. */
const SHOWN_AGAIN = 20_000;

/**
 * The same question once more, with the answer that could not be read and what was wrong with it. The cached beginning
 * stays as it was.
 * @param problem our own words, never text of the answer
 */
export function repairRequest(request: ModelRequest, answer: string, problem: string): ModelRequest {
  const demand: TextBlock = {
    text:
      `Your answer could not be read: ${problem}. Answer the question above again, with exactly one JSON object and ` +
      'nothing before or after it, every field of the schema present, and only the allowed words for category, ' +
      'severity, anchor and side.',
    cacheMark: false,
  };
  const shown = answer.slice(0, SHOWN_AGAIN).toWellFormed().trim();
  if (shown !== '') {
    return {
      ...request,
      messages: [
        ...request.messages,
        { role: 'assistant', content: [{ text: shown, cacheMark: false }] },
        { role: 'user', content: [demand] },
      ],
    };
  }
  // A server refuses an empty turn, and two turns of the same speaker: the demand joins the question.
  const last = request.messages.at(-1);
  const rest = request.messages.slice(0, -1);
  return {
    ...request,
    messages: [...rest, { role: 'user', content: [...(last?.content ?? []), demand] }],
  };
}
