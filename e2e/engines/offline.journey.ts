import { expect, test } from './test';

test('after one visit the page opens, runs and answers with nobody at its address', async ({
  visit,
  site,
}) => {
  await visit.until(
    () => navigator.serviceWorker?.controller?.state === 'activated',
    undefined,
    'all of the page to be kept',
  );
  await site.stop();
  await visit.reload();
  await visit.slowStory();
  await visit.click({ role: 'button', name: /^Run / });
  await expect
    .poll(() => visit.requests())
    .toContainEqual(expect.stringMatching(/5.*ok.*GET \/.*200/));
});
