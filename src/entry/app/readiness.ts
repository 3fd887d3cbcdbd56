import { messageOf } from '../../errors.ts';
import type { Clock } from '../../ports.ts';

/** Something the service cannot work without. `look` says why it is not there, in words without secrets; null when it is. */
export interface Need {
  readonly name: string;
  look(): Promise<string | null>;
}

export interface Readiness {
  readonly ready: boolean;
  /** `ok`, or why not. */
  readonly needs: Readonly<Record<string, string>>;
}

const LOOK_MS = 2_000;
const FRESH_MS = 1_000;

/** Looks at all needs there are by then. Anybody may ask, so one answer serves everybody for a second. */
export function makeReadiness(needs: readonly Need[], clock: Clock): () => Promise<Readiness> {
  let last: { readonly at: number; readonly answer: Promise<Readiness> } | null = null;
  return () => {
    const now = clock.steady();
    if (last === null || now - last.at > FRESH_MS) last = { at: now, answer: lookAtAll(needs, clock) };
    return last.answer;
  };
}

async function lookAtAll(needs: readonly Need[], clock: Clock): Promise<Readiness> {
  const found = await Promise.all(
    needs.map(async (need) => [need.name, (await look(need, clock)) ?? 'ok'] as const),
  );
  return { ready: found.every(([, said]) => said === 'ok'), needs: Object.fromEntries(found) };
}

function look(need: Need, clock: Clock): Promise<string | null> {
  return new Promise((resolve) => {
    const cancel = clock.after(LOOK_MS, () => resolve(`no answer within ${LOOK_MS / 1_000} s`));
    const settle = (said: string | null) => {
      cancel();
      resolve(said);
    };
    need.look().then(settle, (thrown: unknown) => settle(messageOf(thrown)));
  });
}
