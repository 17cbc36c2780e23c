/** Two tabs on one project: one writes to it, and no edit of the other is lost. */
import type { Page } from '@playwright/test';
import { expect, Playground, test } from '../fixtures';
import { typeOnTop } from '../workbench';

const ELSEWHERE = 'This project is open in another tab';

function code(page: Page): Promise<string> {
  return page.evaluate(() => String(window.isolab.project().files['src/index.ts']));
}

/** The code of all projects that are kept. */
function keptCode(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('keyval-store');
        opening.onsuccess = () => {
          const range = IDBKeyRange.bound('project:', 'project;');
          const all = opening.result.transaction('keyval').objectStore('keyval').getAll(range);
          all.onsuccess = () => {
            opening.result.close();
            resolve(
              all.result.map(({ files }: { files: Record<string, string> }) =>
                String(files['src/index.ts']),
              ),
            );
          };
        };
      }),
  );
}

const kept = (page: Page, text: string | RegExp) =>
  expect.poll(() => keptCode(page)).toContainEqual(expect.stringMatching(text));

/** Another tab, as a new visit opens it. */
async function anotherTab(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.route('**/assets/MonacoEditor-*.js', (route) => route.abort());
  await new Playground(other).goto();
  return other;
}

/** Two tabs with one project, in which `// first` was typed; the second one says so. */
async function twoTabs(page: Page): Promise<Page> {
  await typeOnTop(page, '// first');
  await kept(page, /^\/\/ first/);
  const other = await anotherTab(page);
  await expect(other.getByText(ELSEWHERE)).toBeVisible();
  return other;
}

test('a reload goes on with the same project, and no other one is kept', async ({ playground }) => {
  const { page } = playground;
  await typeOnTop(page, '// first');
  await kept(page, /^\/\/ first/);
  await page.reload();
  await page.evaluate(() => window.isolab.ready);
  await typeOnTop(page, '// second');
  await kept(page, /^\/\/ second\n\/\/ first/);
  expect(await keptCode(page)).toHaveLength(1);
  await expect(page.getByText(ELSEWHERE)).toBeHidden();
});

test('what is typed in the second tab is a copy, and says so', async ({ playground }) => {
  const { page } = playground;
  const other = await twoTabs(page);
  await typeOnTop(other, '// mine');
  await expect(other.getByText('What you type here is kept as story (copy)')).toBeVisible();
  await expect(other.getByText(ELSEWHERE)).toBeHidden();
  await kept(other, /^\/\/ mine\n\/\/ first/);
  await typeOnTop(page, '// more');
  await kept(page, /^\/\/ more\n\/\/ first/);
  expect(await keptCode(page)).toHaveLength(2);
});

test('the second tab takes over what was typed last in the first, by keyboard', async ({
  playground,
}) => {
  const { page } = playground;
  const other = await twoTabs(page);
  await typeOnTop(page, '// last words');
  await other.getByRole('button', { name: 'Take over' }).focus();
  await other.keyboard.press('Enter');
  await expect(other.getByText(ELSEWHERE)).toBeHidden();
  await expect.poll(() => code(other)).toMatch(/^\/\/ last words\n\/\/ first/);
  await expect(page.getByText(ELSEWHERE)).toBeVisible();
  await typeOnTop(other, '// taken over');
  await kept(other, /^\/\/ taken over\n\/\/ last words/);
  expect(await keptCode(other)).toHaveLength(1);
});

test('what is typed in a tab that lost the project is kept as a copy', async ({ playground }) => {
  const { page } = playground;
  const other = await twoTabs(page);
  await other.getByRole('button', { name: 'Take over' }).click();
  await expect(page.getByText(ELSEWHERE)).toBeVisible();
  await typeOnTop(page, '// too late');
  await expect(page.getByText('is kept as story (copy)')).toBeVisible();
  await kept(page, /^\/\/ too late/);
  expect((await keptCode(page)).toSorted()).toEqual([
    expect.stringMatching(/^\/\/ first/),
    expect.stringMatching(/^\/\/ too late/),
  ]);
});

test('a project is taken back by the tab that gave it up, with what the other typed', async ({
  playground,
}) => {
  const { page } = playground;
  const other = await twoTabs(page);
  await other.getByRole('button', { name: 'Take over' }).click();
  await expect(page.getByText(ELSEWHERE)).toBeVisible();
  await typeOnTop(other, '// theirs');
  await page.getByRole('button', { name: 'Take over' }).click();
  await expect(page.getByText(ELSEWHERE)).toBeHidden();
  await expect.poll(() => code(page)).toMatch(/^\/\/ theirs/);
  await expect(other.getByText(ELSEWHERE)).toBeVisible();
});

test('once the first tab is closed, the second goes on with the project', async ({
  playground,
}) => {
  const { page } = playground;
  const other = await twoTabs(page);
  await page.close();
  await expect
    .poll(() => other.evaluate(async () => (await navigator.locks.query()).held?.length))
    .toBe(0);
  await typeOnTop(other, '// alone');
  await kept(other, /^\/\/ alone\n\/\/ first/);
  expect(await keptCode(other)).toHaveLength(1);
  await expect(other.getByText(ELSEWHERE)).toBeHidden();
});

test('a tab that answers nothing loses the project in the end, and nothing that it typed', async ({
  playground,
}) => {
  const { page } = playground;
  await page.addInitScript(() => {
    BroadcastChannel.prototype.addEventListener = () => {};
  });
  await playground.goto();
  const other = await twoTabs(page);
  await other.getByRole('button', { name: 'Take over' }).click();
  await expect(other.getByText(ELSEWHERE)).toBeHidden();
  await expect(page.getByText(ELSEWHERE)).toBeVisible();
  await typeOnTop(page, '// still here');
  await kept(page, /^\/\/ still here\n\/\/ first/);
  expect(await keptCode(page)).toHaveLength(2);
});
