import { expect, type Playground, test } from '../fixtures';
import { Workbench } from '../workbench';

const WORKER = `
export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/fails') throw new TypeError('no such thing');
    return new Response(pathname);
  },
};`;

/** Three requests that ended well and one that did not, in a page with the keyboard at the picture. */
async function fired(playground: Playground) {
  await playground.openWorker(WORKER);
  for (const path of ['/one', '/two', '/fails', '/three']) await playground.fetch(path);
  const { page } = playground;
  // The page draws when it finds the time.
  await expect(page.locator('tr[data-request]')).toHaveCount(4);
  const picture = page.getByRole('region', { name: 'Picture' });
  await picture.focus();
  return { page, picture, detail: new Workbench(page).detail() };
}

test('the arrow keys lead from request to request, and its details come along', async ({
  playground,
}) => {
  const { page, detail } = await fired(playground);
  await page.keyboard.press('Home');
  await expect(detail).toContainText('/one');
  await page.keyboard.press('ArrowRight');
  await expect(detail).toContainText('/two');
  await page.keyboard.press('End');
  await expect(detail).toContainText('/three');
  await page.keyboard.press('ArrowLeft');
  await expect(detail).toContainText('/fails');
});

test('keys zoom and move the picture, and follow again', async ({ playground }) => {
  const { page } = await fired(playground);
  const ticks = page.locator('.timeline-ticks');
  const follow = page.getByRole('button', { name: 'Follow' });
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  const before = await ticks.textContent();
  await page.keyboard.press('w');
  await page.keyboard.press('w');
  await expect(follow).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(() => ticks.textContent()).not.toBe(before);
  await page.keyboard.press('l');
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => ticks.textContent()).toBe(before);
});

test('a scenario that is started is followed, wherever one looked', async ({ playground }) => {
  const { page } = await fired(playground);
  await playground.open({
    'worker.js': WORKER,
    'story.http': 'GET https://playground.example/one',
  });
  await page.keyboard.press('w');
  const follow = page.getByRole('button', { name: 'Follow' });
  await expect(follow).toHaveAttribute('aria-pressed', 'false');
  await page.getByRole('button', { name: /^Run / }).click();
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
});

test('the minimap is dragged to look elsewhere', async ({ playground }) => {
  const { page } = await fired(playground);
  await page.keyboard.press('w');
  const ticks = page.locator('.timeline-ticks');
  const before = await ticks.textContent();
  const box = await page.locator('.timeline-minimap').boundingBox();
  if (!box) throw new Error('There is no minimap.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 4, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => ticks.textContent()).not.toBe(before);
});

test('a marked span says what happened in it', async ({ playground }) => {
  const { page } = await fired(playground);
  await page.keyboard.press('f');
  await page.keyboard.press('m');
  const marked = page.getByRole('region', { name: 'Marked span' });
  await expect(marked).toContainText('4 requests · 3 ok · 1 not ok');
  await page.keyboard.press('Escape');
  await expect(marked).toBeHidden();
});

test('a drag with Shift marks a span', async ({ playground }) => {
  const { page } = await fired(playground);
  await page.keyboard.press('f');
  const box = await page.locator('.timeline-canvas').boundingBox();
  if (!box) throw new Error('There is no canvas.');
  await page.keyboard.down('Shift');
  await page.mouse.move(box.x + 5, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 5, box.y + 20, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(page.getByRole('region', { name: 'Marked span' })).toContainText('4 requests');
});

test('two fingers zoom where they are', async ({ playground }) => {
  const { page } = await fired(playground);
  await page.keyboard.press('f');
  const ticks = page.locator('.timeline-ticks');
  const before = await ticks.innerHTML();
  const box = await page.locator('.timeline-canvas').boundingBox();
  if (!box) throw new Error('There is no canvas.');
  const screen = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...at: number[]) =>
    screen.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at.map((x, id) => ({ x: box.x + x, y: box.y + 20, id })),
    });
  await touch('touchStart', 100);
  await touch('touchStart', 100, 200);
  for (const x of [220, 260, 300]) await touch('touchMove', 100, x);
  await touch('touchEnd');
  await expect.poll(() => ticks.innerHTML()).not.toBe(before);
  // One finger is a drag again.
  const zoomed = await ticks.innerHTML();
  await touch('touchStart', 200);
  for (const x of [190, 150, 100]) await touch('touchMove', x);
  await touch('touchEnd');
  await expect.poll(() => ticks.innerHTML()).not.toBe(zoomed);
});

test('what is looked for is counted, found in turn, and alone in the table', async ({
  playground,
}) => {
  const { page, picture, detail } = await fired(playground);
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox', { name: 'Find requests' });
  await expect(field).toBeFocused();
  await field.fill('typeerror');
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.locator('output')).toHaveText('1 of 4');
  await page.keyboard.press('Enter');
  await expect(detail).toContainText('/fails');
  await timeline.getByRole('button', { name: 'Table' }).click();
  await expect(timeline.locator('tr[data-request]')).toHaveCount(1);
  await timeline.getByRole('button', { name: 'Table' }).click();
  await field.press('Escape');
  await expect(picture).toBeFocused();
  await expect(timeline.locator('tr[data-request]')).toHaveCount(4);
  await timeline.getByLabel('How they ended').selectOption('Not ok');
  await expect(timeline.locator('output')).toHaveText('1 of 4');
});
