import { expect, test } from '../fixtures';
import { Workbench } from '../workbench';

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
