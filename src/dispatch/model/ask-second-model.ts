import type { ModelChoice, SecondReason } from '../../plan/model-plan/choose-models.ts';
import type { Deadline } from '../deadline.ts';
import { type AskSurroundings, askModel, type Bill, type Question, type Reading } from './ask-model.ts';
import { buildFindingQuestion, type RoleMaterial } from './build-messages.ts';

/** A model that may be asked in another's place. */
export interface SecondModel {
  readonly choice: ModelChoice;
  /** Other calls of the run ask it about the same files, so that the prefix may be read. */
  readonly expectCached: boolean;
}

/** Who is asked after a refusal and after overload; null: nobody. */
export type SecondModels = Readonly<Record<SecondReason, SecondModel | null>>;

/** Which models were asked and what became of those that did not answer; kept when a deadline cuts the rest. */
export interface Trail {
  /** In the order in which they were asked. */
  models: readonly string[];
  /** Why the first one's answer was not to be had; null when it was. */
  firstFailed: string | null;
}

/** What kind of second try a failed first one is worth, or null: other failures would meet any model. */
export function secondReason({ failure }: Reading): SecondReason | null {
  if (failure === 'refused') return 'refused';
  return failure === 'overloaded' || failure === 'rate-limited' ? 'overloaded' : null;
}

/**
 * Asks another model once, in the same budget and before the same deadline. After a refusal it gets the question for
 * findings alone; after overload the same question.
 * @param first what the first model's failure came to
 * @returns the second model's reading; the first one when nobody else could be asked
 */
export async function askSecondModel(
  first: Reading,
  question: Question,
  { role, seconds }: { readonly role: RoleMaterial; readonly seconds: SecondModels },
  around: AskSurroundings,
  deadline: Deadline,
  bill: Bill,
  trail: Trail,
): Promise<Reading> {
  const why = secondReason(first);
  const second = why === null ? null : seconds[why];
  if (second === null || deadline.signal.aborted) return first;
  const { choice, expectCached } = second;
  const text = why === 'refused' ? buildFindingQuestion(role) : question.role;
  const firstFailed = `${question.choice.model}: ${first.reason ?? first.status}`;
  const asked: Question = { ...question, role: text, choice, expectCached };
  trail.models = [...trail.models, choice.model];
  trail.firstFailed = firstFailed;
  const reading = await askModel(asked, around, deadline, bill);
  if (reading.status === 'done') return reading;
  const because = reading.reason ?? reading.status;
  if (reading.parsed === null && reading.failure === undefined) {
    // Too long or too dear for the second model: it was not asked, and the first one's end is what counts.
    trail.models = [question.choice.model];
    return { ...first, reason: `${firstFailed}; ${choice.model} was not asked: ${because}` };
  }
  return { ...reading, reason: `${firstFailed}; then ${choice.model}: ${because}` };
}
