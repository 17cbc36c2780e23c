import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' });

test('a command is found by words of its name and run by keyboard alone', async ({
  playground,
}) => {
  const { page } = playground;
  await page.getByRole('tab', { name: /^Requests/ }).focus();
  // Until the page stands, its keys are not listened to.
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(palette(page)).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.type('the console show');
  await expect(page.getByRole('menuitem')).toHaveText(/Show the console/);
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeHidden();
  await expect(page.getByRole('tab', { name: /^Console/, selected: true })).toBeVisible();
});

test('a command is chosen with the mouse', async ({ playground }) => {
  const { page } = playground;
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('button', { name: 'Commands' }).click();
  await palette(page).getByRole('menuitem', { name: 'Theme: dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a file is opened by its name', async ({ playground }) => {
  const { page } = playground;
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('button', { name: 'Commands' }).click();
  await palette(page).getByLabel('Command', { exact: true }).fill('open wrangler');
  await expect(page.getByRole('menuitem')).toHaveText(/Open wrangler\.jsonc/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'wrangler.jsonc', selected: true })).toBeVisible();
});

test('the command that the arrows lead to is in sight, however long the list', async ({
  playground,
}) => {
  const { page } = playground;
  await page.setViewportSize({ width: 1000, height: 420 });
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('button', { name: 'Commands' }).click();
  await expect(palette(page).getByLabel('Command', { exact: true })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(palette(page).getByRole('menuitem').last()).toBeInViewport({ ratio: 0.9 });
});

test('words that no command has are said to be in none', async ({ playground }) => {
  const { page } = playground;
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('button', { name: 'Commands' }).click();
  await palette(page).getByLabel('Command', { exact: true }).fill('make coffee');
  await expect(palette(page)).toContainText('No command has these words');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
});

test('? lists the keys, but is a letter where something is typed', async ({ playground }) => {
  const { page } = playground;
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await page.getByRole('tab', { name: /^Requests/ }).focus();
  await expect(async () => {
    await page.keyboard.press('Shift+?');
    await expect(keys).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(keys).toContainText('Zoom in, out');
  await expect(keys).toContainText('Show the console');
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  const url = page.getByLabel('Path or URL');
  await url.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+?');
  await expect(url).toHaveValue('/?');
  await expect(keys).toBeHidden();
});

test('what a keyboard writes with AltGr is a character, not a command', async ({ playground }) => {
  const { page } = playground;
  await page.getByRole('tab', { name: /^Requests/ }).focus();
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(palette(page)).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
  // As Windows has it: the browser of this test knows no such keyboard.
  const press = (modifierAltGraph: boolean) =>
    page.evaluate((modifierAltGraph) => {
      const keys = { ctrlKey: true, altKey: true, modifierAltGraph, bubbles: true };
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: '2', code: 'Digit2', ...keys }),
      );
    }, modifierAltGraph);
  await press(true);
  await expect(page.getByRole('tab', { name: /^Requests/, selected: true })).toBeVisible();
  await press(false);
  await expect(page.getByRole('tab', { name: /^Console/, selected: true })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing is wrong for axe with commands and keys over a ${colorScheme} page`, async ({
    playground,
  }) => {
    const { page } = playground;
    await page.emulateMedia({ colorScheme });
    for (const name of ['Commands', 'Keys']) {
      await page.getByRole('button', { name: 'View', exact: true }).click();
      await page.getByRole('button', { name, exact: true }).click();
      await expect(page.getByRole('dialog', { name })).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog', { name })).toBeHidden();
    }
  });
}

test.describe('with the editor', () => {
  test.use({ editor: true });

  test('what the editor can do is among the commands, with its keys', async ({ playground }) => {
    const { page } = playground;
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await page.getByRole('button', { name: 'Commands' }).click();
    await palette(page).getByLabel('Command', { exact: true }).fill('go to a line');
    await expect(page.getByRole('menuitem')).toHaveText(/Go to a line.*Ctrl.*G/);
    await page.keyboard.press('Enter');
    await expect(page.locator('.quick-input-widget')).toContainText(/line number/i);
  });
});
