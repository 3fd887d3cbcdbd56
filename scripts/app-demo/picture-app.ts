import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { wireAnswer } from '../../tests/dispatch/model/material.ts';
import type { WireRequest } from '../../tests/fakes/messages/check-request.ts';
import { startMessagesServer } from '../../tests/fakes/messages/start-messages-server.ts';
import { type AppDemo, startAppDemo } from './start-app-demo.ts';

/** How long the stand-in of the models thinks, so that a picture can be taken of reviewers at work. */
const THINKING_MS: Readonly<Record<string, number>> = {
  security: 3_200,
  correctness: 6_500,
  performance: 4_600,
  style: 8_000,
};
const OTHERS_MS = 7_000;
const SETTLED_MS = 180_000;

/**
 * Takes the pictures of the dashboard: the built App on a stand-in of GitHub, with models answered by a stand-in of the
 * Messages API.
 * @param open starts a browser; each picture has its own
 * @param out folder of the pictures
 */
export async function pictureApp(open: () => Promise<Browser>, out: string): Promise<void> {
  let isQuick = true;
  const models = await startMessagesServer({
    behave: (request) => ({
      kind: 'answer',
      content: wireAnswer(),
      start: wait(isQuick ? 50 : 700),
      rest: wait(isQuick ? 50 : thinkingOf(request)),
    }),
  });
  const demo = await startAppDemo({
    environment: {
      ANTHROPIC_API_KEY: 'answered-by-a-stand-in',
      ANTHROPIC_BASE_URL: models.url,
      REVIEW_CONCURRENCY: '2',
    },
  });
  try {
    const [first, ...others] = demo.pulls;
    const last = others.at(-1);
    if (first === undefined || last === undefined) throw new Error('The demo has too few pull requests.');
    const before = others.slice(0, -1);
    await demo.open(before);
    await demo.settled(before, SETTLED_MS);
    isQuick = false;
    await demo.open([first, last]);
    await inBrowser(open, demo, 'dark', async (page) => {
      // Some have their answer and others wait for it: that is what there is to see.
      await page.locator('.mini progress[value="90"]').nth(3).waitFor({ timeout: 60_000 });
      await page.screenshot({ path: join(out, 'app-home-dark.png') });
      await page.getByRole('link', { name: first.title }).first().click();
      await page.locator('.board li').first().waitFor();
      const box = await page.locator('main').boundingBox();
      const clip = { x: 0, y: 0, width: 1180, height: Math.ceil((box?.y ?? 0) + (box?.height ?? 860)) };
      await page.screenshot({ path: join(out, 'app-running-dark.png'), clip });
    });
    await demo.settled([first, last], SETTLED_MS);
    await inBrowser(open, demo, 'light', async (page) => {
      await page.getByRole('link', { name: first.title }).first().click();
      await page.getByRole('heading', { name: 'Timeline' }).waitFor();
      await page.screenshot({ path: join(out, 'app-review-light.png') });
    });
  } finally {
    await demo.close();
    await models.close();
  }
}

function thinkingOf(request: WireRequest): number {
  const text = request.messages.flatMap((message) => message.content.map((block) => block.text)).join('\n');
  const [, role = ''] = /# Your role: (.+)/.exec(text) ?? [];
  return THINKING_MS[role.toLowerCase()] ?? OTHERS_MS;
}

/** Signs in as a person does and hands over the page with the list of reviews. */
async function inBrowser(
  open: () => Promise<Browser>,
  demo: AppDemo,
  colorScheme: 'light' | 'dark',
  take: (page: Page) => Promise<void>,
): Promise<void> {
  const browser = await open();
  try {
    const page = await browser.newPage({
      viewport: { width: 1180, height: 860 },
      deviceScaleFactor: 1,
      colorScheme,
    });
    await page.goto(demo.url);
    await page.getByRole('link', { name: 'Sign in with GitHub' }).click();
    await page.getByRole('heading', { name: 'Past reviews' }).waitFor();
    await take(page);
  } finally {
    await browser.close();
  }
}
