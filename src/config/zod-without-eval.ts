import { config } from 'zod';

// zod compiles object schemas with `new Function` unless told otherwise, and even probes for it. Nothing of ours is ever
// evaluated (security requirement R30), so every file with schemas imports this one before it builds its first schema.
config({ jitless: true });
