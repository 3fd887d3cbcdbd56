import { finishOrphan } from './action/finish-orphan.ts';

process.exitCode = 1;
process.exitCode = await finishOrphan();
