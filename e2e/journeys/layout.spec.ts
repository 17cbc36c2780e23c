import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { Workbench } from '../workbench';

const editor = (page: Page) => page.getByRole('region', { name: 'Editor', exact: true });
const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline', exact: true });

async function openViewMenu(page: Page) {
  await page.getByRole('button', { name: 'View', exact: true }).click();
  const menu = page.getByRole('dialog', { name: 'View' });
  await menu.getByText('Theme').waitFor();
  return menu;
}

/** The colour of the page's ground, as it is painted. */
const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test('a pane is made larger by dragging its edge, and a reload keeps it', async ({
  playground,
}) => {
  const { page } = playground;
  const edge = page.getByRole('separator', { name: 'Width of the editor' });
  const before = Number(await edge.getAttribute('aria-valuenow'));
  const box = await edge.boundingBox();
  if (!box) throw new Error('The edge is not on the page.');
  await page.mouse.move(box.x, box.y + 50);
  await page.mouse.down();
  await page.mouse.move(box.x + 150, box.y + 50);
  await page.mouse.up();
  const after = Number(await edge.getAttribute('aria-valuenow'));
  expect(after).toBeGreaterThan(before);
  await playground.goto();
  await expect(edge).toHaveAttribute('aria-valuenow', String(after));
});

test('a pane is hidden and shown by keyboard alone, and a reload keeps it', async ({
  playground,
}) => {
  const { page } = playground;
  await page.getByRole('separator', { name: 'Width of the editor' }).focus();
  await page.keyboard.press('Enter');
  await expect(editor(page)).toBeHidden();
  await playground.goto();
  await expect(editor(page)).toBeHidden();
  await page.getByRole('button', { name: 'Show: Editor' }).focus();
  await page.keyboard.press('Enter');
  await expect(editor(page)).toBeVisible();
});

test('with all panes but the timeline hidden, it shows what happens', async ({ playground }) => {
  const { page } = playground;
  const menu = await openViewMenu(page);
  await menu.getByLabel('Editor').uncheck();
  await menu.getByLabel('Requests and console').uncheck();
  await page.keyboard.press('Escape');
  await new Workbench(page).runScenario();
  await expect(page.locator('tr[data-request]')).toHaveCount(5);
  await expect(timeline(page)).toBeInViewport({ ratio: 0.9 });
  await expect(page.getByRole('button', { name: 'Show: Requests and console' })).toBeVisible();
});

test('a request that is chosen shows itself in its pane, though that was hidden', async ({
  playground,
}) => {
  const { page } = playground;
  const workbench = new Workbench(page);
  await workbench.send('/');
  await expect(workbench.requests()).toHaveCount(1);
  const menu = await openViewMenu(page);
  await menu.getByLabel('Requests and console').uncheck();
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: 'Picture' }).focus();
  await page.keyboard.press('Home');
  await expect(workbench.detail()).toBeVisible();
});

test('the panes can be reset', async ({ playground }) => {
  const { page } = playground;
  const edge = page.getByRole('separator', { name: 'Height above the timeline' });
  const before = await edge.getAttribute('aria-valuenow');
  await edge.focus();
  await page.keyboard.press('Home');
  await expect(edge).not.toHaveAttribute('aria-valuenow', String(before));
  const menu = await openViewMenu(page);
  await menu.getByLabel('Editor').uncheck();
  await menu.getByRole('button', { name: 'Reset the panes' }).click();
  await expect(edge).toHaveAttribute('aria-valuenow', String(before));
  await expect(editor(page)).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const) {
  const other = scheme === 'light' ? 'dark' : 'light';

  test(`a theme that was chosen stays where the system is ${scheme}`, async ({ playground }) => {
    const { page } = playground;
    await page.emulateMedia({ colorScheme: scheme });
    const system = await ground(page);
    const menu = await openViewMenu(page);
    await menu.getByText(other === 'dark' ? 'Dark' : 'Light', { exact: true }).click();
    await expect.poll(() => ground(page)).not.toBe(system);
    const chosen = await ground(page);
    await playground.goto();
    expect(await ground(page)).toBe(chosen);
  });

  test(`nothing is wrong for axe in high contrast where the system is ${scheme}`, async ({
    playground,
  }) => {
    const { page } = playground;
    await page.emulateMedia({ colorScheme: scheme });
    const menu = await openViewMenu(page);
    await menu.getByText('Contrast', { exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('data-contrast', 'more');
    const open = await new AxeBuilder({ page }).analyze();
    expect(open.violations).toEqual([]);
    await page.keyboard.press('Escape');
    const workbench = new Workbench(page);
    await workbench.runScenario();
    await expect(workbench.requests()).toHaveCount(5);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
  });
}

test('by default the page looks as the system does, and follows it', async ({ playground }) => {
  const { page } = playground;
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await ground(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => ground(page)).not.toBe(light);
});

test('on a projector everything is larger, and what is pointed at is still what is meant', async ({
  playground,
}) => {
  const { page } = playground;
  const title = page.getByRole('heading', { level: 1 });
  const small = await title.boundingBox();
  const menu = await openViewMenu(page);
  await menu.getByText('Projector').click();
  await page.keyboard.press('Escape');
  const large = await title.boundingBox();
  expect(large?.height).toBeGreaterThan(small?.height ?? Number.POSITIVE_INFINITY);

  const workbench = new Workbench(page);
  await workbench.send('/slow');
  await expect(workbench.requests()).toHaveText(/ok.*GET \/slow/);
  const picture = page.getByRole('region', { name: 'Picture' });
  await picture.focus();
  await page.keyboard.press('f');
  const canvas = page.locator('.timeline-canvas');
  const box = await canvas.boundingBox();
  if (!box) throw new Error('The timeline is not on the page.');
  // The one request fills the width; its row is the second of its lane.
  const zoom = (large?.height ?? 1) / (small?.height ?? 1);
  await page.mouse.move(box.x + box.width / 2, box.y + (5 + 24 + 11) * zoom);
  await expect(page.getByRole('tooltip')).toContainText('GET /slow');
});

test('nothing on the page moves while it loads', async ({ page }) => {
  await page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ('value' in entry && Number(entry.value) > 0) moved.push(`${entry.name} ${entry.value}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('/');
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await expect(timeline(page)).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, 'moved'))).toEqual([]);
});

test.describe('at 390 px', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the code is below the requests, and both have their room', async ({ playground }) => {
    const { page } = playground;
    const heightOf = async (name: string) =>
      (await page.getByRole('region', { name, exact: true }).boundingBox())?.height ?? 0;
    expect(await heightOf('Timeline')).toBeGreaterThan(300);
    expect(await heightOf('Requests and console')).toBeGreaterThan(400);
    expect(await heightOf('Editor')).toBeGreaterThan(400);
  });

  test.describe('with the editor', () => {
    test.use({ editor: true });

    test('a visit begins at the top of the page', async ({ playground }) => {
      const { page } = playground;
      await expect(page.locator('.monaco-editor .view-line').first()).toBeAttached();
      await expect(page.getByRole('heading', { name: 'Isolab' })).toBeInViewport();
    });
  });

  test('a pane is hidden to its name, and shown again', async ({ playground }) => {
    const { page } = playground;
    const menu = await openViewMenu(page);
    await menu.getByLabel('Timeline').uncheck();
    await page.keyboard.press('Escape');
    await expect(timeline(page)).toBeHidden();
    await page.getByRole('button', { name: 'Show: Timeline' }).click();
    await expect(timeline(page)).toBeVisible();
  });
});
