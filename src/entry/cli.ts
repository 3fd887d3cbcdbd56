#!/usr/bin/env node
import { runCommandLine } from './cli/run-command-line.ts';

// Fail closed: whatever ends this process before the last line ends it as incomplete (2), never as passed.
process.exitCode = 2;
process.exitCode = await runCommandLine(process.argv.slice(2), new URL('./', import.meta.url));
