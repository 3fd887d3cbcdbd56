/** Child of bench.ts: parses one file with one parser, once, in a fresh process, and prints what it took as JSON. */
import { readFileSync } from 'node:fs';
import { CONTESTANTS } from './contestants.ts';

const [, , name = '', file = ''] = process.argv;
const contestant = CONTESTANTS.find((candidate) => candidate.name === name);
if (contestant === undefined) throw new Error(`no parser is called ${name}`);
const parse = contestant.load();
const bytes = readFileSync(file);
const input: unknown = contestant.input === 'bytes' ? bytes : bytes.toString('utf8');

const start = performance.now();
const parsed = parse(input as Uint8Array & string);
const milliseconds = performance.now() - start;

const rss = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ milliseconds, rss, found: contestant.count(parsed) }));
