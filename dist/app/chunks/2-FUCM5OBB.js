import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// left-out:2
throw new Error("Tools for models are not part of this build.");
