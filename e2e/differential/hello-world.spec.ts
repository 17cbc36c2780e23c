import { expect, test } from '../fixtures';
import { readTemplates } from './templates';
import { serveWithWorkerd } from './workerd';

test('the hello-world template answers as workerd does, also after an abort', async ({
  playground,
}) => {
  const { 'hello-world/ts': files } = readTemplates(['hello-world/ts']);
  expect(Object.keys(files)).toContain('wrangler.jsonc');
  await using real = await serveWithWorkerd(files);
  const response = await fetch(real.url);
  const expected = {
    status: response.status,
    type: response.headers.get('content-type'),
    text: await response.text(),
  };
  expect(expected.text).toBe('Hello World!');

  await playground.open({ ...files });
  const answer = () =>
    playground.page.evaluate(async () => {
      const response = await window.isolab.fetch('/');
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        text: await response.text(),
      };
    });
  expect(await answer()).toEqual(expected);
  await playground.page.evaluate(() => window.isolab.abortIsolate('poisoned'));
  expect(await answer()).toEqual(expected);
  expect((await playground.eventsOf('request.ended')).at(-1)).toMatchObject({ generation: 2 });
});
