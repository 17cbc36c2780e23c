import { expect, Playground, test } from '../fixtures';
import { typeOnTop, Workbench } from '../workbench';

test('without Monaco the page says so, and the plain editor edits', async ({ playground }) => {
  const { page } = playground;
  await expect(page.getByText('The full editor could not be loaded')).toBeVisible();
  await page
    .getByLabel(/^Code of /)
    .fill("export default { fetch: () => new Response('edited plainly') };");
  await expect(playground.fetch('/')).resolves.toMatchObject({ text: 'edited plainly' });
});

test('without the part that has the timeline the page says what is missing, and the rest works', async ({
  page,
  playground,
}) => {
  // The lists share it.
  await page.route('**/assets/timeline-*.js', (route) => route.abort());
  await playground.goto();
  await expect(page.getByText('The timeline could not be loaded')).toBeVisible();
  await new Workbench(page).send('/');
  await expect(page.getByText('The list of requests could not be loaded')).toBeVisible();
  await typeOnTop(page, '// still typed');
  expect(await playground.fetch('/')).toMatchObject({ how: 'resolved', status: 200 });
  await expect(page.getByRole('tab', { name: 'Requests 2' })).toBeVisible();
});

test('without what packs a link, Share says so', async ({ page, playground }) => {
  await page.route('**/assets/links-*.js', (route) => route.abort());
  await playground.goto();
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText('could not be loaded. Check the connection')).toBeVisible();
});

test('without its panel, the isolate menu says so', async ({ page, playground }) => {
  await page.route('**/assets/IsolatePanel-*.js', (route) => route.abort());
  await playground.goto();
  await page.getByRole('button', { name: 'Isolate', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Isolate' })).toContainText('could not be loaded');
  await expect(page.getByRole('form', { name: 'Request' })).toBeVisible();
});

test("without the isolates' code a request says so", async ({ page }) => {
  await page.route('**/assets/isolate-code-*.js', (route) => route.abort());
  await page.goto('/');
  const workbench = new Workbench(page);
  await workbench.send('/');
  await expect(workbench.requests().first()).toContainText('could not be loaded');
});

test('where no Web Worker comes up a request says so', async ({ page }) => {
  await page.route('**/assets/isolate-code-*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'export const isolateCode = "";' }),
  );
  await page.goto('/');
  const workbench = new Workbench(page);
  await workbench.send('/');
  await expect(workbench.requests().first()).toContainText('it said nothing for 60 seconds', {
    timeout: 90_000,
  });
});

test('without the sandbox a request says so', async ({ page }) => {
  await page.route('**/sandbox.html', (route) => route.abort());
  await page.goto('/');
  const workbench = new Workbench(page);
  await workbench.send('/');
  await expect(workbench.requests().first()).toContainText('could not be loaded');
});

test('without what saves, the page says so, and keeps what was typed when it is left', async ({
  page,
  playground,
}) => {
  await page.route('**/assets/saving-*.js', (route) => route.abort());
  await playground.goto();
  await page.getByLabel(/^Code of /).fill('// not saved');
  await expect(page.getByText('what saves could not be loaded')).toBeVisible();
  await page.unroute('**/assets/saving-*.js');
  await playground.goto();
  await expect(page.getByLabel(/^Code of /)).toHaveValue('// not saved');
});

test('what is selected stays selected when the plain editor is there for good', async ({
  page,
}) => {
  let giveUp = () => {};
  const given = new Promise<void>((resolve) => {
    giveUp = resolve;
  });
  await page.route('**/assets/MonacoEditor-*.js', async (route) => {
    await given;
    await route.abort();
  });
  await new Playground(page).goto();
  const code = page.getByLabel(/^Code of /);
  await code.press('ControlOrMeta+a');
  giveUp();
  await expect(page.getByText('The full editor could not be loaded.')).toBeVisible();
  await page.keyboard.insertText('typed');
  await expect(code).toHaveValue('typed');
});
