import { getPriority } from 'node:os';

/** A process that is no review process: it says which names its environment holds and how urgent it is, and ends. */
const names = Object.keys(process.env).sort().join(',');
process.stderr.write(`environment: ${names}; priority: ${getPriority()}\n`, () => process.exit(3));
