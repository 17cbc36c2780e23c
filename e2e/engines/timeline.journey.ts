import { expect, test } from './test';
import type { Visit } from './visit';

const WORKER = `
export default {
  fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/fails') throw new TypeError('no such thing');
    return new Response(pathname);
  },
};`;

/** Three requests that ended well and one that did not, and the keyboard at the picture. */
async function fire(visit: Visit): Promise<void> {
  await visit.openWorker(WORKER);
  await visit.see('.timeline-canvas');
  for (const path of ['/one', '/two', '/fails', '/three']) await visit.fetch(path);
  await expect.poll(() => visit.texts('tr[data-request]')).toHaveLength(4);
  await visit.click('.timeline-canvas');
}

/** How many colours the picture has. */
function colours(visit: Visit): Promise<number> {
  return visit.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.timeline-canvas');
    const context = canvas?.getContext('2d');
    if (!canvas || !context || canvas.width === 0) return 0;
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size;
  });
}

test('the picture is painted', async ({ visit }) => {
  await fire(visit);
  // The background, the lane, and bars of two outcomes.
  await expect.poll(() => colours(visit)).toBeGreaterThan(3);
});

test('its keys lead from request to request, zoom, and follow again', async ({ visit }) => {
  await fire(visit);
  const detail = { role: 'region', name: /^Request \d/ } as const;
  await visit.press('Home');
  await expect.poll(() => visit.text(detail)).toContain('/one');
  await visit.press('ArrowRight');
  await expect.poll(() => visit.text(detail)).toContain('/two');
  await visit.press('End');
  await expect.poll(() => visit.text(detail)).toContain('/three');
  const follows = () =>
    visit.evaluate(() =>
      Array.from(document.querySelectorAll('button[aria-pressed]'))
        .find(({ textContent }) => textContent === 'Follow')
        ?.getAttribute('aria-pressed'),
    );
  const before = await visit.text('.timeline-ticks');
  await visit.press('w');
  await visit.press('w');
  await expect.poll(follows).toBe('false');
  await expect.poll(() => visit.text('.timeline-ticks')).not.toBe(before);
  await visit.press('l');
  await expect.poll(follows).toBe('true');
});

test('its table says what the events say', async ({ visit }) => {
  await fire(visit);
  await visit.click({
    role: 'button',
    name: 'Table',
    within: { role: 'region', name: 'Timeline' },
  });
  const rows = () =>
    visit.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>('tr[data-request]'), ({ dataset }) => [
        dataset.request,
        dataset.generation,
        dataset.outcome,
      ]),
    );
  const events = await visit.eventsOf('request.ended');
  const told = events.map(({ request, generation, outcome }) => [
    request,
    String(generation),
    outcome,
  ]);
  expect(told).toHaveLength(4);
  await expect.poll(rows).toEqual(told);
});
