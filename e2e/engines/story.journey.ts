import { expect, test } from './test';

test('the story runs: three requests rejected with the reason, and a fresh isolate answers', async ({
  visit,
}) => {
  await visit.slowStory();
  await visit.click({ role: 'button', name: /^Run / });
  await expect
    .poll(() => visit.requests())
    .toEqual([
      expect.stringMatching(/5.*ok.*GET \/.*200/),
      expect.stringMatching(/4.*aborted.*GET \/abort.*poisoned/),
      expect.stringMatching(/3.*aborted.*GET \/slow.*poisoned/),
      expect.stringMatching(/2.*aborted.*GET \/slow.*poisoned/),
      expect.stringMatching(/1.*aborted.*GET \/slow.*poisoned/),
    ]);
  expect(await visit.eventsOf('isolate.aborted')).toMatchObject([{ reason: 'poisoned' }]);
  expect((await visit.eventsOf('request.ended')).at(-1)).toMatchObject({
    generation: 2,
    outcome: 'ok',
  });
});
