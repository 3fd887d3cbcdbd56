import { ForgeError } from '../../errors.ts';

const MOST_SENDS = 3;

/**
 * Carries out a request that must not happen twice. When its answer is lost, looks whether it happened before sending
 * it again.
 * @param look finds what an earlier send made, or null
 * @throws ForgeError of the last send
 */
export async function lookBeforeResend<Value>(
  send: () => Promise<Value>,
  look: () => Promise<Value | null>,
): Promise<Value> {
  for (let sends = 1; ; sends += 1) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof ForgeError) || !error.maybeDone) throw error;
      const found = await look();
      if (found !== null) return found;
      if (sends >= MOST_SENDS) throw error;
    }
  }
}
