import { runAction } from './action/run-action.ts';

// Fail closed: whatever ends this process before the last line ends it as failed.
process.exitCode = 1;
process.exitCode = await runAction(new URL('./', import.meta.url));
