import { writeFileSync } from 'node:fs';

// Loaded before the measured program: writes the most memory it ever held, in kilobytes, and the processor time of all its
// threads, in microseconds.
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(process.env.MEMORY_FILE, `${maxRSS} ${userCPUTime + systemCPUTime}`);
});
