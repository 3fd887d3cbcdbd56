import { spareMemory } from './spare-memory.ts';

// Fail closed: whatever ends this process before the last line ends it as failed.
process.exitCode = 1;
await spareMemory();
// Loaded after that: what is loaded earlier grows the heap first.
const { runAction } = await import('./action/run-action.ts');
process.exitCode = await runAction(new URL('./', import.meta.url));
