import { expect, onTestFinished } from 'vitest';
import { wireAnswer, wireFinding } from '../dispatch/model/material.ts';
import type { WireRequest } from '../fakes/messages/check-request.ts';
import {
  type Behaviour,
  type MessagesServer,
  startMessagesServer,
} from '../fakes/messages/start-messages-server.ts';
import { type ActionRun, type RunOptions, type Stage, setStage } from './run-action.ts';

/** Looks like a key, and is none. */
export const KEY = `sk-ant-${'api03'}-${'Zq7Xw2Lm9Rt4Vb8Nc3Kd6Pf1Hj5Gs0Ty'}-AA`;
const QUOTE = '  return amount - discount / 100;';
export const SMALL = `export function price(amount, discount) {\n${QUOTE}\n}\n`;
/** More lines than triage takes for trivial, so that every reviewer's model is asked. */
export const LARGE = `${SMALL}${Array.from({ length: 12 }, (_, index) => `export const step${index} = ${index};\n`).join('')}`;
export const PATH = 'src/price.js';
export const INJECTION =
  'app.get("/users", async (req, res) => {\n  res.json(await db.query("SELECT * FROM users WHERE name = \'" + req.query.name + "\'"));\n});\n';

/** Harmless code of so many estimated tokens (three characters each), no line like another. */
export function codeOfTokens(tokens: number): string {
  const lines: string[] = [SMALL];
  for (let [length, row] = [SMALL.length, 0]; length < tokens * 3; row += 1) {
    const line = `export const row${row} = ${row * 7};\n`;
    lines.push(line);
    length += line.length;
  }
  return lines.join('');
}

export type Behave = (request: WireRequest, index: number) => Behaviour;

/** A pull request on the stand-in for GitHub, the stand-in for the models, and the Action with a key for them. */
export interface Scene {
  readonly stage: Stage;
  readonly server: MessagesServer;
  run(inputs?: Readonly<Record<string, string>>, more?: RunOptions): Promise<ActionRun>;
}

export async function setScene(
  behave: Behave,
  {
    profile = 'anthropic',
    ...options
  }: Partial<Parameters<typeof setStage>[0]> & { readonly profile?: 'anthropic' | 'compat' } = {},
): Promise<Scene> {
  const server = await startMessagesServer({ behave, profile });
  onTestFinished(() => server.close());
  const stage = await setStage({ after: { [PATH]: SMALL }, ...options });
  return {
    stage,
    server,
    run: (inputs = {}, more = {}) =>
      stage.run({
        ...more,
        inputs: { 'anthropic-api-key': KEY, 'model-profile': profile, ...inputs },
        environment: { ANTHROPIC_BASE_URL: server.url, ...more.environment },
      }),
  };
}

export const textOf = (request: WireRequest) =>
  request.messages.flatMap((message) => message.content.map((block) => block.text)).join('\n');
export const isVerifier = (request: WireRequest) => textOf(request).includes('# Your role: refute');
/** The reviewer that a question is for, in lower case; empty for the verifier. */
export const roleOf = (request: WireRequest) =>
  isVerifier(request) ? '' : (/# Your role: (.+)/.exec(textOf(request))?.[1] ?? '').toLowerCase();
export const answer = (content: unknown): Behaviour => ({ kind: 'answer', content });
export const nothing = answer(wireAnswer());
export const critical = (more: Readonly<Record<string, unknown>> = {}) =>
  wireFinding({
    path: PATH,
    quote: QUOTE,
    severity: 'critical',
    title: 'The discount is not applied',
    explanation: 'A part of the discount is taken from the amount.',
    failureScenario: 'price(200, 50) is 199.5.',
    fix: 'Multiply.',
    ...more,
  });
export const verdict = (word: string) =>
  wireAnswer([], {
    verdicts: [{ finding: 'v1', verdict: word, reason: 'As told.', path: PATH, line: 2, quote: QUOTE }],
  });
export const raise =
  (word: string | null, more: Readonly<Record<string, unknown>> = {}): Behave =>
  (request) =>
    isVerifier(request)
      ? answer(word === null ? wireAnswer() : verdict(word))
      : answer(wireAnswer([critical(more)]));

export function expectNothingUnexpected({ stage, server }: Scene) {
  expect(stage.fake.unexpected).toEqual([]);
  expect(server.problems).toEqual([]);
}

export const last = (stage: Stage) => stage.statuses().at(-1);
