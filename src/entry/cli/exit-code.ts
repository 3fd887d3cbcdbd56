import type { Gate } from '../../model.ts';

/** Exit codes of the command line (design, section 3). */
export const EXIT = { pass: 0, gateFailed: 1, incomplete: 2, usage: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit code that says a gate. */
export function exitCodeOf(gate: Gate): ExitCode {
  if (gate === 'fail') return EXIT.gateFailed;
  return gate === 'incomplete' ? EXIT.incomplete : EXIT.pass;
}
