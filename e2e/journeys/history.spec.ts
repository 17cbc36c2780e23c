/** The history of a project: a version for each run, to look at, compare and bring back. */
import type { Page } from '@playwright/test';
import { expect, type Playground, test } from '../fixtures';

const history = (page: Page) => page.getByRole('dialog', { name: 'History of this project' });
const versions = (page: Page) => history(page).locator('ol').getByRole('button');
const view = (page: Page) => history(page).getByRole('region', { name: /^Version of/ });

async function openHistory(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Project', exact: true }).click();
  await page.getByRole('menuitem', { name: 'History of this project' }).click();
  await expect(history(page)).toBeVisible();
}

function code(page: Page): Promise<string> {
  return page.evaluate(() => String(window.isolab.project().files['worker.js']));
}

const answering = (text: string) => `export default { fetch: () => new Response('${text}') };\n`;

/** Types a worker that answers with a text, and runs it. */
async function run(playground: Playground, text: string): Promise<void> {
  await playground.page.getByLabel('Code of worker.js').fill(answering(text));
  expect(await playground.fetch('/')).toMatchObject({ text });
}

/** A project that ran three times as something else; the page stands. */
async function withHistory(playground: Playground): Promise<void> {
  // What keeps versions is loaded once the page stands, with the commands.
  await playground.page.getByRole('button', { name: 'Project', exact: true }).click();
  await playground.page.getByRole('menuitem').first().waitFor();
  await playground.page.keyboard.press('Escape');
  await playground.openWorker(answering('opened'));
  await run(playground, 'one');
  await run(playground, 'two');
}

test('each run of files that did not run before is a version, and so is what was opened', async ({
  playground,
}) => {
  const { page } = playground;
  await withHistory(playground);
  await playground.fetch('/');
  await openHistory(page);
  await expect(versions(page)).toHaveText([
    /run; worker\.js changed/,
    /run; worker\.js changed/,
    /as it was opened; 1 file/,
  ]);
  await expect(view(page)).toContainText('This is what is open now');
  await expect(view(page).getByRole('button', { name: 'Bring back' })).toBeDisabled();
});

test('a version is compared with now, looked at and brought back by keyboard; that is undone', async ({
  playground,
}) => {
  const { page } = playground;
  await withHistory(playground);
  await openHistory(page);
  await expect(versions(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(versions(page).nth(1)).toBeFocused();
  const rows = view(page).getByRole('table').locator('tbody tr');
  await expect(rows).toHaveText([
    /only in the version.*new Response\('one'\)/,
    /only now.*new Response\('two'\)/,
  ]);
  await view(page).getByRole('radio', { name: 'Compared with now' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(view(page).locator('pre')).toContainText("new Response('one')");
  await view(page).getByRole('button', { name: 'Bring back' }).focus();
  await page.keyboard.press('Enter');
  await expect(history(page)).toBeHidden();
  await expect.poll(() => code(page)).toBe(answering('one'));
  expect(await playground.fetch('/')).toMatchObject({ text: 'one' });
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => code(page)).toBe(answering('two'));
});

test('what was there before another version was brought back is a version too', async ({
  playground,
}) => {
  const { page } = playground;
  await withHistory(playground);
  await page.getByLabel('Code of worker.js').fill(answering('never run'));
  await openHistory(page);
  await versions(page).last().click();
  await view(page).getByRole('button', { name: 'Bring back' }).click();
  await expect.poll(() => code(page)).toBe(answering('opened'));
  await openHistory(page);
  await expect(versions(page).first()).toContainText('before another was brought back');
  await view(page).getByRole('button', { name: 'Bring back' }).click();
  await expect.poll(() => code(page)).toBe(answering('never run'));
});

test('the history is there after a reload, and goes with its project', async ({ playground }) => {
  const { page } = playground;
  await withHistory(playground);
  await page.reload();
  await page.evaluate(() => window.isolab.ready);
  await openHistory(page);
  await expect(versions(page)).toHaveCount(3);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Project', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Your projects' }).click();
  const kept = page.getByRole('dialog', { name: 'Your projects' });
  await kept.getByRole('button', { name: /^Delete / }).click();
  await expect(kept.getByRole('listitem')).toHaveCount(0);
  await kept.getByRole('button', { name: 'Undo' }).click();
  await kept.getByRole('listitem').getByRole('button').first().click();
  await expect(kept).toBeHidden();
  await openHistory(page);
  await expect(versions(page)).toHaveCount(3);
});

test('files that came and went are told apart from those that changed', async ({ playground }) => {
  const { page } = playground;
  await withHistory(playground);
  await page.getByRole('button', { name: 'New file', exact: true }).click();
  await page.getByLabel('Name of the new file').fill('more.js');
  await page.keyboard.press('Enter');
  await openHistory(page);
  await versions(page).nth(1).click();
  const files = view(page).getByRole('list', { name: 'Files' }).getByRole('listitem');
  await expect(files).toHaveText([/added: .*more\.js/, /changed: .*worker\.js/]);
  await files.first().getByRole('button').click();
  await expect(view(page).getByRole('region', { name: 'Differences in more.js' })).toBeVisible();
});

test('a project that never ran says how versions come to be', async ({ playground }) => {
  await openHistory(playground.page);
  await expect(history(playground.page)).toContainText('A version is kept at each run');
});
