import type { ChangeSource } from '../../ports.ts';

/** A change source that holds something to give back. */
export interface GitSource extends ChangeSource {
  /**
   * Removes what was written to the system's folder for temporary files. Without it, that happens when the process ends.
   */
  close(): Promise<void>;
}
