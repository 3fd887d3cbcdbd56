import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { donePage, problemPage, registerPage, startPage } from '../../src/entry/app/set-up/set-up-page.ts';
import type { Report } from '../../src/model.ts';
import { makeAgent, makeFinding } from '../make-finding.ts';
import { makeReport } from '../render/make-report.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import { type DashboardScene, SHOP, setDashboard } from './scene.ts';

/** Keep the browser from calling home: nothing outside this machine is needed. */
const OFFLINE = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What a page holds that we did not put there. Runs in the page. */
const FOREIGN = `({
  scripts: [...document.scripts].map((script) => script.getAttribute('src')),
  handlers: [...document.querySelectorAll('*')]
    .flatMap((element) => element.getAttributeNames().filter((name) => name.startsWith('on'))),
  links: [...document.querySelectorAll('[href], [src], [action]')]
    .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? element.getAttribute('action'))
    .filter((address) => !/^([/]|#|https:[/][/](github[.]example|cwe[.]mitre[.]org)[/])/.test(address)),
  strangers: document.querySelectorAll('iframe, object, embed, base, style, img').length,
})`;

/** A report in which every text that comes from elsewhere is hostile. */
function hostileReport(): Report {
  const text = (index: number) => HOSTILE_TEXTS[index % HOSTILE_TEXTS.length] ?? '';
  const findings = HOSTILE_TEXTS.map((hostile, index) =>
    makeFinding({
      id: `f${index}`,
      fingerprint: `f1:${index}`,
      title: hostile.slice(0, 80),
      explanation: hostile,
      failureScenario: text(index + 1),
      fix: text(index + 2),
      path: `src/${text(index + 3)}`,
      ruleId: text(index + 4),
      reviewer: index % 3 === 0 ? text(index + 5) : 'security',
      quote: text(index + 6),
      suggestion: text(index + 7),
      cwe: text(index + 8),
      agreedBy: [text(index + 9)],
      proof: [{ path: text(index), line: 1, text: hostile }],
      excerpt: { startLine: 1, lines: [hostile, text(index + 1)] },
    }),
  );
  const paths = HOSTILE_TEXTS.map((hostile) => ({ path: hostile, reason: hostile }));
  return {
    ...makeReport({}),
    gate: 'fail',
    verdict: 'findings',
    findings,
    notes: [...HOSTILE_TEXTS],
    incompleteReasons: [...HOSTILE_TEXTS],
    conflicts: HOSTILE_TEXTS.map((hostile) => ({ findings: [hostile], reason: hostile })),
    escalations: HOSTILE_TEXTS.map((hostile) => ({ reason: hostile, role: hostile })),
    configProblems: HOSTILE_TEXTS.map((hostile) => ({
      file: hostile,
      line: 1,
      column: 1,
      key: hostile,
      message: hostile,
    })),
    coverage: {
      reviewed: HOSTILE_TEXTS.map((path) => ({ path, by: [path] })),
      excluded: paths,
      notReviewed: paths,
    },
  };
}

// The packaged browser is built for Linux; other systems run every other test of the dashboard.
describe.runIf(process.platform === 'linux')('R39 the dashboard in a browser', () => {
  let scene: DashboardScene;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];
  beforeAll(async () => {
    scene = await setDashboard();
    scene.rights.set('ada', [{ ...SHOP, mayWrite: true }]);
    browser = await playwright.launch({
      args: [...chromium.args, ...OFFLINE],
      executablePath: await chromium.executablePath(),
      headless: true,
    });
    page = await browser.newPage();
    await page.exposeFunction('pwn', () => faults.push('a script of somebody else ran'));
    page.on('dialog', (dialog) => faults.push(`a dialog: ${dialog.message()}`));
    page.on('pageerror', (error) => faults.push(`an error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`the console: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(scene.url)) faults.push(`a request to ${request.url()}`);
    });
    const [name = '', value = ''] = (await scene.signIn('ada')).split('=');
    await page.context().addCookies([{ name, value, url: scene.url }]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await scene.close();
  });

  it('runs no script of titles, names, paths, findings and reports', { timeout: 120_000 }, async () => {
    const ids: string[] = [];
    for (const [index, hostile] of HOSTILE_TEXTS.entries()) {
      ids.push(await scene.startReview(SHOP, { title: hostile, author: hostile, pullNumber: index + 1 }));
    }
    const [done = '', running = ''] = ids;
    const tenant = scene.store.of(SHOP);
    await tenant.end(done, {
      state: 'done',
      reason: HOSTILE_TEXTS[1] ?? '',
      report: hostileReport(),
      commentUrl: 'javascript:pwn()',
    });
    for (const hostile of HOSTILE_TEXTS) {
      const status = {
        state: 'running',
        progress: 5,
        findings: 0,
        task: hostile,
        blockers: [hostile],
      } as const;
      await tenant.agent(running, {
        ...status,
        agent: hostile,
        support: { from: hostile, reason: hostile, urgency: 'low' },
      });
    }
    const paths = [
      '/',
      `/?search=${encodeURIComponent('<script>pwn()</script>')}`,
      `/reviews/${done}`,
      `/reviews/${running}`,
    ];
    for (const path of [
      ...paths,
      '/repositories',
      '/repositories/101/1',
      '/reviewers',
      '/sign-in',
      '/reviews/none',
    ]) {
      await page.goto(scene.url + path, { waitUntil: 'load' });
      const foreign = await page.evaluate(FOREIGN);
      expect([path, foreign]).toEqual([
        path,
        {
          scripts: [expect.stringMatching(/^\/assets\/[0-9a-f]{16}\.js$/)],
          handlers: [],
          links: [],
          strangers: 0,
        },
      ]);
    }
    // 404 of the last page is an error of the console, and the only one.
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
  });

  it('shows what reviewers are at as it happens, and the end', { timeout: 60_000 }, async () => {
    const tenant = scene.store.of(SHOP);
    const id = await scene.startReview(SHOP, { title: 'Live', pullNumber: 900 });
    await page.goto(`${scene.url}/reviews/${id}`);
    await page.getByText('live', { exact: false }).first().waitFor();
    const status = {
      agent: 'security',
      state: 'running',
      task: 'reads src/a.ts',
      progress: 40,
      blockers: [],
      findings: 0,
    } as const;
    await tenant.agent(id, status);
    await page.getByText('reads src/a.ts').waitFor();
    const tokens = { input: 1_000, cacheWritten: 0, cacheRead: 200, output: 50 };
    await tenant.agent(id, { ...status, task: '<b>bold</b>', progress: 80, tokens });
    await page.getByText('<b>bold</b>').waitFor();
    await page.getByText('1.3k tokens').waitFor();
    expect(await page.getByLabel('security').getAttribute('value')).toBe('80');
    await tenant.end(id, { state: 'done', reason: null, report: makeReport({}), commentUrl: null });
    await page.getByRole('heading', { name: 'Reviewers and cost' }).waitFor();
  });

  it('fits a phone on every page, however long the texts are', { timeout: 60_000 }, async () => {
    const word = 'WithoutAnyPlaceToBreakIt'.repeat(8);
    const id = await scene.startReview(SHOP, { title: word, author: word.slice(0, 39), pullNumber: 901 });
    const running = await scene.startReview(SHOP, { title: word, pullNumber: 902 });
    const finding = makeFinding({
      path: word,
      title: word,
      explanation: word,
      ruleId: word,
      agreedBy: [word],
    });
    const agent = makeAgent({ name: word.slice(0, 60), model: word, status: 'failed', reason: word });
    const report = makeReport({
      findings: [finding],
      agents: [agent],
      notes: [word],
      incompleteReasons: [word],
    });
    const tenant = scene.store.of(SHOP);
    const status = { agent: word, state: 'running', task: word, progress: 5, findings: 0 } as const;
    for (const one of [id, running]) await tenant.agent(one, { ...status, blockers: [word] });
    await tenant.end(id, { state: 'failed', reason: word, report, commentUrl: null });
    await page.setViewportSize({ width: 390, height: 844 });
    const outside = `[...document.querySelectorAll('body, .scroll')].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.className)`;
    for (const path of [
      '/',
      '/?search=no-such-thing',
      `/reviews/${id}`,
      `/reviews/${running}`,
      '/reviews/none',
      '/repositories',
      '/repositories/101/1',
      '/reviewers',
      '/sign-in',
    ]) {
      await page.goto(scene.url + path);
      expect([path, await page.evaluate(outside)]).toEqual([path, []]);
    }
    // Away from the policy of the dashboard, which forbids the style of these pages.
    await page.goto('about:blank');
    const manifest = { name: word, default_permissions: { contents: 'read' } };
    const given = { organisation: word, publicUrl: `https://${word}.example`, state: 'state', back: '/' };
    for (const [name, { text }] of Object.entries({
      start: startPage('/setup', given.publicUrl, word),
      register: registerPage({ ...given, serverUrl: 'https://github.example', manifest }),
      done: donePage('https://github.example', word, given.publicUrl),
      problem: problemPage(word, '/'),
    })) {
      await page.setContent(text);
      expect([name, await page.evaluate(outside)]).toEqual([name, []]);
    }
  });

  it('is usable by keyboard, also while the page changes', { timeout: 60_000 }, async () => {
    const id = await scene.startReview(SHOP, { title: 'Watched', pullNumber: 903 });
    const held = 'document.activeElement.textContent';
    await page.goto(`${scene.url}/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(held)).toBe('Go to the content');
    expect(await page.evaluate('document.activeElement.getBoundingClientRect().left >= 0')).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(held)).toBe('Watched');
    const status = { agent: 'style', state: 'running', task: 'reads', progress: 70, findings: 0 } as const;
    await scene.store.of(SHOP).agent(id, { ...status, blockers: [] });
    await page.getByLabel('style: running, 70 %').waitFor();
    expect(await page.evaluate(held)).toBe('Watched');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${scene.url}/reviews/${id}`);
  });

  it('shows a review that ended among the past ones, without loading the page again', async () => {
    const id = await scene.startReview(SHOP, { title: 'Ends now', pullNumber: 904 });
    await page.goto(`${scene.url}/`);
    await page.locator('#running').getByText('Ends now').waitFor();
    await scene.store
      .of(SHOP)
      .end(id, { state: 'done', reason: null, report: makeReport({}), commentUrl: null });
    await page.locator('#list').getByText('Ends now').waitFor();
    expect(await page.locator('#running').getByText('Ends now').count()).toBe(0);
  });
});
