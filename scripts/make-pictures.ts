import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';
import { pictureApp } from './app-demo/picture-app.ts';
import { terminalPage } from './terminal-page.ts';

/** Takes the pictures of the README from real runs of the built command line. */
const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, 'docs', 'images');
const CLI = join(ROOT, 'dist', 'cli.js');
/** Keep the browser from calling home: nothing outside this machine is needed. */
const OFFLINE = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function run(words: readonly string[]): string {
  const ran = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '1', COLUMNS: '104' },
  });
  if (ran.error) throw ran.error;
  return ran.stdout;
}

/** The comment as it was posted: the verdict and the first two findings, whole. */
async function pictureOfComment(browser: Browser): Promise<void> {
  const file = join(tmpdir(), 'multi-agent-review-comment.html');
  run([join(ROOT, 'scripts', 'demo-github.ts'), '--once', '--output', file]);
  const page = await browser.newPage({
    viewport: { width: 1000, height: 1000 },
    deviceScaleFactor: 1.5,
    colorScheme: 'light',
  });
  await page.setContent(readFileSync(file, 'utf8'));
  const comment = page.locator('.sticky');
  const box = await comment.boundingBox();
  const third = await comment.locator('h4').nth(2).boundingBox();
  if (box === null || third === null) throw new Error('demo:github shows fewer than three findings');
  // a little of the page around it, and nothing from the third finding on
  const height = third.y - box.y - 6;
  const clip = { x: box.x - 12, y: box.y - 12, width: box.width + 24, height };
  await page.screenshot({ path: join(OUT, 'comment.png'), clip, fullPage: true });
}

mkdirSync(OUT, { recursive: true });
const html = join(tmpdir(), 'multi-agent-review-report.html');
run([CLI, 'demo', '--quiet', '--output', html]);
const text = run([CLI, 'demo', '--quiet']);
/** The head of the output, the findings with these weaknesses, and the end: a picture has room for no more. */
const CHOSEN = ['CWE-89'];
const pieces = text.split(/\n(?=\u001b\[[\d;]*m[^\n]* (?:CRITICAL|HIGH|MEDIUM|LOW|INFO) )/);
const chosen = CHOSEN.flatMap((cwe) => pieces.find((piece, index) => index > 0 && piece.includes(cwe)) ?? []);
if (chosen.length < CHOSEN.length) throw new Error(`the demo no longer shows ${CHOSEN.join(' and ')}`);
const blocks = chosen.map((piece) => piece.split(/\n[^\n]*── /, 1)[0]?.trimEnd() ?? '');
const shown = [
  pieces[0] ?? '',
  ...blocks.flatMap((block) => [block, '']),
  '  …',
  '',
  ...text.split('\n').slice(-24),
];

const executablePath = await chromium.executablePath();
const open = () =>
  playwright.launch({ args: [...chromium.args, ...OFFLINE], executablePath, headless: true });
const browser = await open();
try {
  await pictureOfComment(browser);
  const terminal = await browser.newPage({ viewport: { width: 1000, height: 800 }, deviceScaleFactor: 1.5 });
  await terminal.setContent(terminalPage('node dist/cli.js demo', shown.join('\n')));
  await terminal.locator('main').screenshot({ path: join(OUT, 'terminal.png') });
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({
      viewport: { width: 1180, height: 1100 },
      deviceScaleFactor: 1,
      colorScheme,
    });
    await page.setContent(readFileSync(html, 'utf8'));
    await page.screenshot({ path: join(OUT, `report-${colorScheme}.png`) });
  }
} finally {
  await browser.close();
}
await pictureApp(open, OUT);
writeFileSync(
  join(OUT, 'README.md'),
  'Made by `npm run pictures` from real runs of `dist/cli.js demo`, `npm run demo:github` and the App of `npm run demo:app`\n(there with models answered by a stand-in).\n',
);
