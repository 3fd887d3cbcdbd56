import { runApp } from './app/run-app.ts';

// Fail closed: whatever ends this process before the last line ends it as failed.
process.exitCode = 1;
const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    // Whoever asks twice does not want to wait.
    if (stop.signal.aborted) process.exit(1);
    stop.abort();
  });
}
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const code = await runApp({
  args: process.argv.slice(2),
  environment: process.env,
  // Two folders up from here both as source and as built.
  root: new URL('../../', import.meta.url),
  reviewProcess: new URL(`./review-process.${extension}`, import.meta.url),
  signal: stop.signal,
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  onFault: (report) => {
    process.on('uncaughtException', (thrown) => {
      report(thrown);
      process.exit(1);
    });
  },
});
// Whatever a library left open must not keep a process alive that has put everything away.
process.exit(code);
