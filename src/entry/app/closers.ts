import { messageOf } from '../../errors.ts';
import type { Log } from '../../ports.ts';

/** What has to be put away at the end, in the opposite order of its making. */
export interface Closers {
  add(name: string, close: () => void | Promise<void>): void;
  /** Closes everything, also after something could not be closed. */
  closeAll(): Promise<void>;
}

export function makeClosers(log: Log): Closers {
  const open: { readonly name: string; readonly close: () => void | Promise<void> }[] = [];
  return {
    add: (name, close) => void open.push({ name, close }),
    async closeAll() {
      for (const { name, close } of open.splice(0).reverse()) {
        try {
          await close();
        } catch (thrown) {
          log.warn(`The ${name} could not be closed: ${messageOf(thrown)}`);
        }
      }
    },
  };
}
