/** Exit codes of the Action (design, section 3). */
export const ACTION_EXIT = { done: 0, failed: 1, incomplete: 2, badInput: 3 } as const;
