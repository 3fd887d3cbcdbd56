import { writeFileSync } from 'node:fs';

// Loaded before the measured program: writes the most memory it ever held, in kilobytes.
process.on('exit', () => writeFileSync(process.env.MEMORY_FILE, String(process.resourceUsage().maxRSS)));
