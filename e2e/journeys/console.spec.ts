import type { Locator, Page } from '@playwright/test';
import { expect, type Playground, test } from '../fixtures';
import { Workbench } from '../workbench';

/** Runs this in a worker, and opens the console. */
async function logged(playground: Playground, body: string): Promise<Workbench> {
  const workbench = new Workbench(playground.page);
  await playground.open({
    'wrangler.jsonc': JSON.stringify({
      name: 'worker',
      main: 'worker.js',
      compatibility_date: '2026-08-01',
      limits: { cpu_ms: 20_000 },
    }),
    'worker.js': `export default { async fetch(request) {\n${body}\n  return new Response('ok');\n} };`,
  });
  await workbench.send('/');
  await expect(workbench.requests().first()).toContainText('200');
  await workbench.openConsole();
  await expect(workbench.consoleLines().first()).toBeVisible();
  return workbench;
}

const log = (page: Page) => page.getByRole('log', { name: 'Console' });
const filter = (page: Page) => page.getByRole('combobox', { name: 'Filter lines' });
const level = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Levels' }).getByRole('button', { name });
const turn = (line: Locator, text: string) => line.getByRole('button', { name: text }).last();

const USER = "{ name: 'Ann', of: {…} }";
const NESTED = `  console.log('user', { name: 'Ann', of: { team: ['red', 'blue'] } });`;

test('a logged object unfolds by the mouse, level by level', async ({ playground }) => {
  const workbench = await logged(playground, NESTED);
  const line = workbench.consoleLines().first();
  await expect(line).toContainText(`user ${USER}`);
  await turn(line, USER).click();
  await turn(line, 'of: { team: Array(2) }').click();
  await turn(line, "team: (2) [ 'red', 'blue' ]").click();
  await expect(line.getByRole('listitem').last()).toHaveText("1: 'blue'");
  await turn(line, USER).click();
  await expect(line.getByRole('listitem')).toHaveCount(0);
});

test('arrow keys move from line to line, unfold and fold what is in it', async ({ playground }) => {
  const { page } = playground;
  const workbench = await logged(playground, `${NESTED}\n  console.log('after');`);
  const line = workbench.consoleLines().first();
  await log(page).focus();
  await page.keyboard.press('Home');
  await expect(line).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(turn(line, USER)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(line.getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('ArrowRight');
  await expect(turn(line, 'of: { team')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(turn(line, USER)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(line.getByRole('listitem')).toHaveCount(0);
  await page.keyboard.press('End');
  await expect(workbench.consoleLines().last()).toBeFocused();
  await expect(workbench.consoleLines().last()).toContainText('after');
});

test('levels and the filter choose lines, and can be put back', async ({ playground }) => {
  const { page } = playground;
  const workbench = await logged(
    playground,
    `  console.log('plain'); console.warn('careful'); console.error('broken'); console.debug('detail');`,
  );
  const lines = workbench.consoleLines();
  await level(page, 'Warnings 1').click();
  await expect(level(page, 'Warnings 1')).toHaveAttribute('aria-pressed', 'false');
  await expect(lines).toHaveText([/plain/, /broken/, /detail/]);
  await log(page).focus();
  await page.keyboard.press('ControlOrMeta+F');
  await expect(filter(page)).toBeFocused();
  await page.keyboard.type('-plain DETAIL');
  await expect(lines).toHaveCount(1);
  await expect(page.getByText('1 of 4 lines')).toBeVisible();
  await page.keyboard.type(' nothing has this');
  await page.getByRole('button', { name: 'Show all lines' }).click();
  await expect(lines).toHaveCount(4);
});

test('lines are narrowed to a request and to a generation, by the mouse or in words', async ({
  playground,
}) => {
  const { page } = playground;
  const workbench = await logged(playground, `  console.log('at', new URL(request.url).pathname);`);
  const lines = workbench.consoleLines();
  await playground.fetch('/second');
  await expect(lines).toHaveCount(2);
  await playground.page.evaluate(() => window.isolab.abortIsolate('again'));
  await playground.fetch('/third');
  await expect(lines).toHaveCount(4);
  await lines.nth(1).hover();
  await page.getByRole('button', { name: 'Only lines of request #2' }).click();
  await expect(lines).toHaveText([/at \/second/]);
  await filter(page).fill('gen:2');
  await expect(lines).toHaveText([/at \/third/]);
  await lines.first().getByRole('button', { name: 'gen 2' }).click();
  await expect(filter(page)).toHaveValue('');
  await expect(lines).toHaveCount(4);
});

test('a line leads to its request and to its place in the code', async ({ playground }) => {
  const { page } = playground;
  const workbench = await logged(playground, `  console.log('here');`);
  const line = workbench.consoleLines().first();
  await expect(line).toContainText('gen 1');
  await log(page).focus();
  await page.keyboard.press('Home');
  await expect(line).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(line.getByRole('button', { name: 'worker.js:2:11' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /^worker\.js/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await line.getByRole('button', { name: '#1 GET /' }).click();
  await expect(workbench.detail()).toContainText('#1');
});

test('groups fold, a table is a table, counts, timers and assertions are told', async ({
  playground,
}) => {
  const { page } = playground;
  const workbench = await logged(
    playground,
    `  console.group('outer');
  console.table([{ id: 1, name: 'Ann' }, { id: 2, name: 'Bob' }], ['name']);
  console.groupCollapsed('inner');
  console.log('hidden');
  console.groupEnd();
  console.groupEnd();
  console.count('hits'); console.count('hits');
  console.time('work'); console.timeEnd('work');
  console.assert(false, 'one is not', 2);
  console.trace('from here');`,
  );
  const lines = workbench.consoleLines();
  await expect(log(page).getByRole('columnheader')).toHaveText(['(index)', 'name']);
  await expect(log(page).getByRole('row').last()).toHaveText("1'Bob'");
  await expect(lines).toContainText([
    'outer',
    'Ann',
    'inner',
    'hits: 1',
    'hits: 2',
    /work: [\d.]+ ms/,
    'Assertion failed: one is not 2',
    'from here\n    at',
  ]);
  await page.getByRole('button', { name: 'Group inner' }).click();
  await expect(lines.nth(3)).toContainText('hidden');
  await lines.first().click();
  await page.keyboard.press('Enter');
  await expect(lines.nth(1)).toContainText('hits: 1');
});

test('the console is cleared and copied, by buttons and by keys', async ({ playground }) => {
  const { page } = playground;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const workbench = await logged(playground, `  console.log('one', { a: 1 }); console.log('two');`);
  await page.getByRole('button', { name: 'Copy the lines on show' }).click();
  await expect(page.getByText('Copied 2 lines')).toBeVisible();
  expect(await copied()).toBe('one { a: 1 }\ntwo');
  await log(page).focus();
  await page.keyboard.press('End');
  await expect(workbench.consoleLines().last()).toBeFocused();
  await page.keyboard.press('ControlOrMeta+C');
  await expect.poll(copied).toBe('two');
  await page.keyboard.press('ControlOrMeta+L');
  await expect(workbench.consoleLines()).toHaveCount(0);
  await expect(page.getByText('Cleared.')).toBeVisible();
  await playground.fetch('/');
  await expect(workbench.consoleLines()).toHaveCount(2);
  await page.getByRole('button', { name: 'Clear the console' }).click();
  await expect(workbench.consoleLines()).toHaveCount(0);
});

test('it stays at the newest line until it is scrolled away from it', async ({ playground }) => {
  const { page } = playground;
  const workbench = await logged(
    playground,
    `  for (let i = 1; i <= 200; i += 1) console.log('line', i);`,
  );
  const lines = workbench.consoleLines();
  await expect(lines.getByText('line 200', { exact: true })).toBeInViewport();
  await playground.fetch('/');
  await expect(page.getByText('400 lines')).toBeVisible();
  await expect(lines.last()).toHaveAttribute('aria-posinset', '400');
  await expect(lines.last()).toBeInViewport();
  await log(page).hover();
  await page.mouse.wheel(0, -100_000);
  await expect(lines.first()).toHaveAttribute('aria-posinset', '1');
  await expect(lines.first()).toBeInViewport();
  await playground.fetch('/');
  await expect(page.getByText('600 lines')).toBeVisible();
  await expect(lines.first()).toBeInViewport();
  await page.getByRole('button', { name: 'Newest line' }).click();
  await expect(lines.last()).toHaveAttribute('aria-posinset', '600');
  await expect(lines.last()).toBeInViewport();
});

test('of 100,000 lines only those in sight are in the page, and any of them is reached', async ({
  playground,
}) => {
  test.slow();
  const { page } = playground;
  const workbench = await logged(
    playground,
    `  for (let i = 1; i <= 2000; i += 1) console.log('line', i);`,
  );
  await page.evaluate(async () => {
    for (let fired = 1; fired < 50; fired += 1) await (await window.isolab.fetch('/')).text();
  });
  await expect(page.getByText('100,000 lines')).toBeVisible({ timeout: 60_000 });
  const lines = workbench.consoleLines();
  expect(await lines.count()).toBeLessThan(150);
  await log(page).focus();
  await page.keyboard.press('Home');
  await expect(lines.first()).toBeFocused();
  await expect(lines.first()).toHaveAttribute('aria-posinset', '1');
  await filter(page).fill('req:50 line 1999');
  await expect(lines).toHaveCount(1);
  await expect(lines).toContainText('line 1999');
});

test('strings of the worker stay text in values, keys and tables', async ({ playground }) => {
  const { page } = playground;
  const workbench = await logged(
    playground,
    `  const evil = '<img src=x onerror=window.gotIn=1>';
  console.log({ [evil]: evil }, new (class { static name = evil; })(), new Map([[evil, evil]]));
  console.table([{ [evil]: evil }]);`,
  );
  await expect(workbench.consoleLines()).toHaveCount(2);
  await workbench.consoleLines().first().getByRole('button', { name: '{ <img' }).first().click();
  await expect(log(page).getByRole('columnheader').last()).toContainText('<img');
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.evaluate(() => 'gotIn' in window)).toBe(false);
});
