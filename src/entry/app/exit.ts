/** Exit codes of the App: `stopped` when it was asked to, `badInput` for settings that cannot be right. */
export const APP_EXIT = { stopped: 0, failed: 1, badInput: 3 } as const;
