import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    // Half of the time a test waits for a process that it started: one worker leaves a core of two idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // For a machine that others share; a test that hangs still ends.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    restoreMocks: true,
  },
});
