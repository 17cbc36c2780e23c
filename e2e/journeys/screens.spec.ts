/** The screens that no other journey gives to axe, in both themes and in both of high contrast: axe finds nothing. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, type Playground, test } from '../fixtures';
import { Workbench } from '../workbench';

const WORKER = `const socket = () => {
  const { 0: client, 1: server } = new WebSocketPair();
  server.accept();
  server.addEventListener('message', ({ data }) => server.send('heard ' + data));
  return new Response(null, { status: 101, webSocket: client });
};
export default { fetch(request) {
  if (request.headers.get('upgrade') === 'websocket') return socket();
  console.log('an object', { deep: { list: [1, 'two', null] }, map: new Map([[1, 2]]) });
  console.info('info');
  console.warn('warning');
  console.error(new TypeError('not ready'));
  console.debug('debug');
  console.table([{ a: 1, b: 2 }, { a: 3 }]);
  console.group('a group');
  console.log('within');
  console.groupEnd();
  return new Response('ok');
} };
`;

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC';

/** What brings a fresh page to a screen. */
const SCREENS: Record<string, (playground: Playground, workbench: Workbench) => Promise<void>> = {
  'the first visit': async () => undefined,
  'the story that was run': async (_, workbench) => {
    await workbench.runScenario();
    await expect(workbench.requests()).toHaveCount(5);
    await expect(workbench.requests().first()).toContainText('ok');
    await workbench.requests().nth(1).click();
    await expect(workbench.detail()).toBeVisible();
  },
  'a console with lines of every kind': async (playground, workbench) => {
    await playground.openWorker(WORKER);
    await playground.fetch('/');
    await workbench.openConsole();
    await expect(workbench.consoleLines().last()).toContainText('within');
    await workbench.consoleLines().first().getByRole('button').first().click();
    await expect(workbench.consoleLines().first()).toContainText('deep');
  },
  'a scenario': async ({ page }) => {
    await page.getByRole('tab', { name: 'Scenario', exact: true }).click();
    await page.getByRole('button', { name: 'Headers, body and more of event 1' }).click();
    await expect(page.getByRole('button', { name: 'Less of event 1' })).toBeVisible();
  },
  'the history of what was sent': async ({ page }, workbench) => {
    await workbench.send('/sent?a=1', { method: 'POST' });
    await expect(workbench.requests()).toHaveCount(1);
    await page.getByRole('button', { name: 'History' }).click();
    await expect(page.getByRole('dialog', { name: 'History' })).toContainText('/sent');
  },
  'a talk over a WebSocket': async (playground, workbench) => {
    await playground.openWorker(WORKER);
    await workbench.send('/', { headers: 'Upgrade: websocket' });
    await expect(workbench.requests()).toHaveCount(1);
    await workbench.requests().first().click();
    await workbench.detail().getByRole('tab', { name: 'Messages' }).click();
    await expect(workbench.detail().getByRole('button', { name: 'Send' })).toBeVisible();
  },
  'the menu of the isolate': async (_, workbench) => {
    await workbench.openIsolateMenu();
  },
  'a project that cannot run': async (playground, workbench) => {
    await playground.openWorker('export default {');
    await workbench.send('/');
    await expect(workbench.requests().first()).toContainText('startupFailed');
    await workbench.requests().first().click();
    await expect(workbench.detail()).toContainText('worker.js');
  },
  'the list of projects': async ({ page }) => {
    await page.getByLabel('Code of src/index.ts').fill('// edited');
    await page.getByRole('button', { name: 'Project', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Your projects' }).click();
    await expect(page.getByRole('dialog', { name: 'Your projects' })).toContainText('story');
  },
  'the history of a project': async (playground) => {
    const { page } = playground;
    await page.getByRole('button', { name: 'Project', exact: true }).click();
    await page.getByRole('menuitem', { name: 'New project' }).click();
    await page
      .getByLabel('Code of src/index.ts')
      .fill("export default { fetch: () => new Response('edited') };");
    await playground.fetch('/');
    await page.getByRole('button', { name: 'Project', exact: true }).click();
    await page.getByRole('menuitem', { name: 'History of this project' }).click();
    await page.getByRole('button', { name: /as it was opened/ }).click();
    await expect(page.getByRole('region', { name: /^Differences in/ })).toBeVisible();
  },
  'a project that another tab has': async (playground) => {
    const { page } = playground;
    await page.getByLabel('Code of src/index.ts').fill('// edited');
    await page.reload();
    await expect
      .poll(() => page.evaluate(async () => (await navigator.locks.query()).held?.length))
      .toBe(1);
    const other = await page.context().newPage();
    await other.goto('/');
    await expect(other.getByText('open in another tab')).toBeVisible();
    await other.getByRole('button', { name: 'Take over' }).click();
    await expect(page.getByText('open in another tab')).toBeVisible();
    await other.close();
  },
  'a file that is no text': async (playground, workbench) => {
    await playground.page.evaluate(
      ({ source, png }) =>
        window.isolab.open({
          files: {
            'worker.js': source,
            'dot.png': Uint8Array.from(atob(png), (character) => character.charCodeAt(0)),
          },
        }),
      { source: WORKER, png: PNG },
    );
    await workbench.openFile('dot.png');
    await expect(playground.page.getByRole('img', { name: 'dot.png' })).toBeVisible();
  },
};

async function violationsOf(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const theme of ['system', 'contrast'] as const) {
    test.describe(`${colorScheme}${theme === 'contrast' ? ', in high contrast' : ''}`, () => {
      test.use({ colorScheme });

      for (const [screen, show] of Object.entries(SCREENS)) {
        test(`axe finds nothing on ${screen}`, async ({ playground }) => {
          const { page } = playground;
          await page.evaluate(
            (theme) =>
              localStorage.setItem(
                'isolab:look',
                JSON.stringify({ state: { theme, screen: 'laptop' }, version: 0 }),
              ),
            theme,
          );
          await playground.goto();
          await show(playground, new Workbench(page));
          expect(await violationsOf(page)).toEqual([]);
        });
      }
    });
  }
}
