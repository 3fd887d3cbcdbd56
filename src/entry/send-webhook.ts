import { runSendWebhook } from './send-webhook/run-send-webhook.ts';

// Fail closed: whatever ends this process before the last line ends it as failed.
process.exitCode = 1;
process.exitCode = await runSendWebhook({
  args: process.argv.slice(2),
  environment: process.env,
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
});
