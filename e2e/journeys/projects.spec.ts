import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { typeOnTop, Workbench } from '../workbench';

function code(page: Page): Promise<string> {
  return page.evaluate(() => String(window.isolab.project().files['src/index.ts']));
}

/** What another visit, or an older page, left in the browser. */
function putIntoStorage(page: Page, values: Readonly<Record<string, unknown>>): Promise<void> {
  return page.evaluate(
    (values) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('keyval-store');
        opening.onupgradeneeded = () => opening.result.createObjectStore('keyval');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('keyval', 'readwrite');
          for (const [key, value] of Object.entries(values)) {
            writing.objectStore('keyval').put(value, key);
          }
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    values,
  );
}

test('the project’s menu lists what can be done with it, and does it by keyboard', async ({
  playground,
}) => {
  const { page } = playground;
  await page.getByRole('button', { name: 'Project', exact: true }).focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu', { name: 'Project' });
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.type('new');
  await page.keyboard.press('Enter');
  await expect(menu).toBeHidden();
  await expect
    .poll(() => new Workbench(page).filePaths())
    .toEqual(['src/index.ts', 'wrangler.jsonc']);
  expect(await playground.fetch('/')).toMatchObject({ how: 'resolved', text: 'Hello' });
});

test('the project’s menu opens while the page is still loading', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Project', exact: true }).click();
  await expect(page.getByRole('menu', { name: 'Project' }).getByRole('menuitem')).not.toHaveCount(
    0,
  );
});

test('what a script opens is a project of its own: the one that was open stays as it was typed', async ({
  playground,
}) => {
  const { page } = playground;
  await typeOnTop(page, '// typed');
  await playground.open({ 'src/index.ts': 'export default {};' });
  await typeOnTop(page, '// other');
  await page.getByRole('button', { name: 'Project', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Your projects' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: '3 files' })
    .getByRole('button')
    .first()
    .click();
  await expect.poll(() => code(page)).toMatch(/^\/\/ typed/);
});

test.describe('the list of projects', () => {
  const list = (page: Page) => page.getByRole('dialog', { name: 'Your projects' });
  const row = (page: Page, name: string) =>
    list(page)
      .getByRole('listitem')
      .filter({ has: page.locator('bdi').getByText(name, { exact: true }) });

  async function openList(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Project', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Your projects' }).click();
    await expect(list(page)).toBeVisible();
  }

  /** Opens a new project by the menu, and types a line on top of it. */
  async function makeProject(page: Page, line: string): Promise<void> {
    await page.getByRole('button', { name: 'Project', exact: true }).click();
    await page.getByRole('menuitem', { name: 'New project' }).click();
    await expect(page.locator('.header-name')).toHaveText('new-project');
    await typeOnTop(page, line);
  }

  const rowNames = (page: Page) => list(page).locator('li bdi');

  test('has what was edited, the last one first, and says which is open', async ({
    playground,
  }) => {
    const { page } = playground;
    await openList(page);
    await expect(list(page)).toContainText('is kept here from its first edit on');
    await page.keyboard.press('Escape');
    await typeOnTop(page, '// story');
    await makeProject(page, '// new');
    await openList(page);
    await expect(rowNames(page)).toHaveText(['new-project', 'story']);
    await expect(row(page, 'new-project')).toContainText('open');
    await expect(row(page, 'new-project')).toContainText('2 files');
  });

  test('opens a project with the mouse; a reload goes on with it', async ({ playground }) => {
    const { page } = playground;
    await typeOnTop(page, '// story');
    await makeProject(page, '// new');
    await openList(page);
    await row(page, 'story').getByRole('button').first().click();
    await expect(list(page)).toBeHidden();
    await expect.poll(() => code(page)).toMatch(/^\/\/ story/);
    await page.reload();
    await page.evaluate(() => window.isolab.ready);
    expect(await code(page)).toMatch(/^\/\/ story/);
  });

  test('is gone through by keyboard: F2 renames, Delete deletes, Enter opens', async ({
    playground,
  }) => {
    const { page } = playground;
    await typeOnTop(page, '// story');
    await makeProject(page, '// new');
    await openList(page);
    await expect(row(page, 'new-project').getByRole('button').first()).toBeFocused();
    await page.keyboard.press('F2');
    await expect(page.getByLabel('New name of new-project')).toBeFocused();
    await page.keyboard.type('Seventh try');
    await page.keyboard.press('Enter');
    await expect(row(page, 'Seventh try').getByRole('button').first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(row(page, 'story').getByRole('button').first()).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(rowNames(page)).toHaveText(['Seventh try']);
    await expect(row(page, 'Seventh try').getByRole('button').first()).toBeFocused();
    await list(page).getByRole('button', { name: 'Undo' }).focus();
    await page.keyboard.press('Enter');
    await expect(rowNames(page)).toHaveText(['Seventh try', 'story']);
    await row(page, 'story').getByRole('button').first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => code(page)).toMatch(/^\/\/ story/);
  });

  test('a new name is the one of the header, in the next visit too', async ({ playground }) => {
    const { page } = playground;
    await typeOnTop(page, '// story');
    await openList(page);
    await list(page).getByRole('button', { name: 'Rename story' }).click();
    await page.getByLabel('New name of story').fill('Mine');
    await page.keyboard.press('Enter');
    await expect(page.locator('.header-name')).toHaveText('Mine');
    await page.reload();
    await expect(page.locator('.header-name')).toHaveText('Mine');
  });

  test('a copy is a project of its own', async ({ playground }) => {
    const { page } = playground;
    await typeOnTop(page, '// story');
    await openList(page);
    await list(page).getByRole('button', { name: 'Duplicate story' }).click();
    await expect(rowNames(page)).toHaveText(['story (copy)', 'story']);
    await row(page, 'story (copy)').getByRole('button').first().click();
    await typeOnTop(page, '// copy');
    await openList(page);
    await row(page, 'story').getByRole('button').first().click();
    await expect.poll(() => code(page)).toMatch(/^\/\/ story/);
  });

  test('the open project is deleted, and comes back with undo', async ({ playground }) => {
    const { page } = playground;
    await typeOnTop(page, '// story');
    await makeProject(page, '// new');
    await openList(page);
    await list(page).getByRole('button', { name: 'Delete new-project' }).click();
    await expect(rowNames(page)).toHaveText(['story']);
    await expect(row(page, 'story')).toContainText('open');
    expect(await code(page)).toMatch(/^\/\/ story/);
    await list(page).getByRole('button', { name: 'Undo' }).click();
    await expect(rowNames(page)).toHaveText(['new-project', 'story']);
    await row(page, 'new-project').getByRole('button').first().click();
    await expect.poll(() => code(page)).toMatch(/^\/\/ new/);
  });

  test('says what cannot be read and leaves it; what was kept by an older page opens', async ({
    playground,
  }) => {
    const { page } = playground;
    await putIntoStorage(page, {
      'project:broken': { files: { 'a.js': 7 } },
      'project:old': { files: { 'old.js': 'export default {};' } },
    });
    await openList(page);
    await expect(list(page)).toContainText(
      'Something is kept as broken that this page cannot read',
    );
    await list(page).getByRole('listitem').getByRole('button').first().click();
    await expect.poll(() => new Workbench(page).filePaths()).toEqual(['old.js']);
  });

  test('one of many is found by its name', async ({ playground }) => {
    const { page } = playground;
    const many = Array.from({ length: 30 }, (_, index) => index + 1);
    await putIntoStorage(page, {
      ...Object.fromEntries(
        many.map((index) => [`project:${index}`, { files: { 'a.js': '' }, edited: index }]),
      ),
      ...Object.fromEntries(
        many.map((index) => [`about:${index}`, { name: `Try number ${index}` }]),
      ),
    });
    await openList(page);
    await expect(rowNames(page)).toHaveCount(30);
    await page.getByLabel('Find a project').fill('17 try');
    await expect(rowNames(page)).toHaveText(['Try number 17']);
  });
});
