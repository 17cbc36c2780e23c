/** What is typed runs, is kept, and what it logs is shown. */

import { PATIENT } from './life';
import { expect, test } from './test';

const ANSWERING = 'export default { fetch: () => new Response(String(answer)) };\n';

test('what is typed in the editor is what the next request runs, and is there after a reload', async ({
  visit,
}) => {
  await visit.openWorker(ANSWERING);
  // Until then the plain editor is there, and a line of Monaco's comes and goes.
  await visit.click('.monaco-editor .view-lines');
  await visit.press('Control+Home');
  await visit.type('const answer = 42;');
  await visit.press('Enter');
  const code = () => visit.evaluate(() => String(window.isolab.project().files['worker.js']));
  await expect.poll(code).toBe(`const answer = 42;\n${ANSWERING}`);
  await visit.send('/');
  await expect.poll(() => visit.requests()).toEqual([expect.stringMatching(/ok.*200/)]);
  expect(await visit.fetch('/')).toMatchObject({ text: '42' });

  await visit.reload();
  expect(await code()).toBe(`const answer = 42;\n${ANSWERING}`);
  expect(await visit.fetch('/')).toMatchObject({ text: '42' });
});

test('the console shows what the worker logged, with its place', async ({ visit, differs }) => {
  await visit.openWorker(
    `export default { fetch() {\n  console.warn('look', { here: 1 });\n  return new Response('ok');\n} };`,
    { limits: PATIENT },
  );
  await visit.send('/');
  await visit.click({ role: 'tab', name: /^Console/ });
  const column = differs('column of a call') ? 15 : 11;
  await expect
    .poll(() => visit.texts('.console-line'))
    .toContainEqual(expect.stringMatching(`look \\{ here: 1 \\}.*worker\\.js:2:${column}`));
});

test('an error names the place in the file that was written', async ({ visit }) => {
  await visit.openWorker(
    `export default { fetch() {\n  const value = undefined;\n  return value.missing;\n} };`,
    { limits: PATIENT },
  );
  await visit.send('/');
  await expect.poll(() => visit.requests()).toEqual([expect.stringMatching(/exception/)]);
  const [ended] = await visit.eventsOf('request.ended');
  expect(ended?.error).toMatchObject({
    name: 'TypeError',
    position: { file: 'worker.js', line: 3 },
  });
});
