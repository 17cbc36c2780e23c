import { expect, type Playground, test } from '../fixtures';
import { Workbench } from '../workbench';

const WORKER = `export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/wait') await new Promise(() => {});
    return new Response('ok');
  },
  scheduled: () => new Promise(() => {}),
  queue: () => new Promise(() => {}),
};`;

const SCENARIO = `# What this shows.

### First
// a word
GET /first
Accept: */*

### Second
# @at 100
GET /second
`;

test('the table and the text are one file, and what was not touched stays', async ({
  playground,
}) => {
  const { table } = await opened(playground, SCENARIO);
  await table.getByLabel('Count of event 1').fill('3');
  await table.getByLabel('URL of event 2').fill('/other?a=1');
  await table.getByLabel('Time of event 2').fill('250');
  expect(await textOf(playground)).toBe(
    SCENARIO.replace('// a word\n', '// a word\n# @count 3\n').replace(
      '# @at 100\nGET /second',
      '# @at 250\nGET /other?a=1',
    ),
  );
  await table.getByLabel('URL of event 2').fill('/a b');
  const pane = playground.page.getByRole('region', { name: 'Scenario', exact: true });
  await expect(pane.getByRole('status')).toContainText('Line 11');
  await pane.getByRole('button', { name: 'Edit as text' }).click();
  const editor = playground.page.getByLabel(/^Code of scenario\.http/);
  await editor.fill('GET /typed');
  await expect(table.getByLabel('URL of event 1')).toHaveValue('/typed');
  await expect(pane.getByRole('status')).toHaveCount(0);
});

test('events are added, copied, moved by the keyboard, deleted, and put back', async ({
  playground,
}) => {
  const { page } = playground;
  const { table } = await opened(playground, SCENARIO);
  await table.getByLabel('URL of event 1').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(table.getByLabel('URL of event 2')).toHaveValue('/first');
  await expect(table.getByLabel('URL of event 2')).toBeFocused();
  await table.getByRole('button', { name: 'Duplicate event 1' }).click();
  await expect(table.getByLabel('URL of event 2')).toHaveValue('/second');
  await page.getByRole('button', { name: 'Add an event' }).click();
  await table.getByLabel('Kind of event 4').selectOption('queue');
  await table.getByRole('button', { name: 'Delete event 2' }).click();
  await expect(table.getByLabel('Queue of event 3')).toHaveValue('queue');
  expect(await textOf(playground)).toContain('# @queue queue\n# @message {}');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(table.getByLabel('URL of event 2')).toHaveValue('/second');
  await expect(table.getByLabel('Queue of event 4')).toHaveValue('queue');
});

test('what is composed is added to the scenario, and runs with it', async ({ playground }) => {
  const { page } = playground;
  const { workbench, table } = await opened(playground, SCENARIO);
  const bar = page.getByRole('form', { name: 'Request' });
  await bar.getByLabel('Path or URL').fill('/added');
  await bar.getByRole('button', { name: 'Headers, body' }).click();
  await bar.getByRole('button', { name: 'Add to scenario' }).click();
  await expect(table.getByLabel('URL of event 3')).toHaveValue('/added');
  await page.getByRole('button', { name: 'New scenario' }).click();
  await expect(table.getByLabel('URL of event 1')).toHaveValue('/');
  await bar.getByRole('button', { name: 'Add to scenario-2' }).click();
  await expect(table.getByLabel('URL of event 2')).toHaveValue('/added');
  await page.getByLabel('Scenario file').selectOption('scenario.http');
  await page.getByRole('button', { name: 'Run it' }).click();
  await page.getByRole('tab', { name: /^Requests/ }).click();
  await expect(workbench.requests()).toHaveText([/ok.*\/added/, /ok.*\/second/, /ok.*\/first/]);
});

test('a long run shows how far it is, and cancelling it cancels what is in flight', async ({
  playground,
}) => {
  const { page } = playground;
  const { workbench } = await opened(
    playground,
    '# @count 2\nGET /wait\n\n###\n# @scheduled * * * * *\n\n###\n# @queue orders\n# @message 1\n\n###\n# @at 60000\nGET /late\n',
  );
  await page.getByRole('button', { name: 'Run it' }).click();
  const progress = page.getByRole('region', { name: 'Run of the scenario' });
  await expect(progress).toContainText(/4 of 5 fired, 4 in flight/);
  await progress.getByRole('button', { name: 'Cancel the run' }).click();
  await expect(progress.getByRole('status')).toContainText(
    'was cancelled: 4 of 5 had been fired, 4 of them were in flight and were cancelled',
  );
  await page.getByRole('tab', { name: /^Requests/ }).click();
  await expect(workbench.requests()).toHaveText([/canceled/, /canceled/, /canceled/, /canceled/]);
});

test('a scenario is run with one key and cancelled with another', async ({ playground }) => {
  const { page } = playground;
  const { workbench } = await opened(playground, 'GET /wait\n\n###\n# @at 60000\nGET /late\n');
  const progress = page.getByRole('region', { name: 'Run of the scenario' });
  // Until the page stands, its keys are not listened to.
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+Alt+Enter');
    await expect(page.getByRole('button', { name: 'Cancel scenario' })).toBeVisible({
      timeout: 500,
    });
  }).toPass();
  await expect(progress).toContainText('1 of 2 fired, 1 in flight');
  await page.keyboard.press('ControlOrMeta+Alt+Period');
  await expect(progress.getByRole('status')).toContainText('1 of them was in flight');
  await page.getByRole('tab', { name: /^Requests/ }).click();
  await expect(workbench.requests()).toHaveText([/canceled/]);
});

test('a project without a scenario says what one is, and gets one', async ({ playground }) => {
  const { page } = playground;
  await playground.openWorker(WORKER);
  await page.getByRole('tab', { name: 'Scenario', exact: true }).click();
  await page.getByRole('button', { name: 'New scenario' }).click();
  await expect(page.getByLabel('URL of event 1')).toHaveValue('/');
  await expect(page.getByRole('button', { name: 'Run scenario' })).toBeVisible();
});

async function opened(playground: Playground, scenario: string) {
  const { page } = playground;
  await playground.open({ 'worker.js': WORKER, 'scenario.http': scenario });
  await page.getByRole('tab', { name: 'Scenario', exact: true }).click();
  const table = page.getByRole('region', { name: 'Scenario', exact: true }).getByRole('table');
  await table.waitFor();
  return { workbench: new Workbench(page), table };
}

async function textOf(playground: Playground): Promise<unknown> {
  return playground.page.evaluate(() => window.isolab.project().files['scenario.http']);
}
