/** Runs out of the page and in again, played slowly, and side by side. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, type Playground, test } from '../fixtures';
import { Workbench } from '../workbench';

const V1 = fileURLToPath(new URL('../../app/trace/fixtures/v1.json', import.meta.url));

class Runs {
  readonly page: Page;
  readonly workbench: Workbench;

  constructor({ page }: Pick<Playground, 'page'>) {
    this.page = page;
    this.workbench = new Workbench(page);
  }

  timeline(): Locator {
    return this.page.getByRole('region', { name: 'Timeline' });
  }

  /** The bar of a recorded run. */
  recording(): Locator {
    return this.page.getByRole('region', { name: 'Recording' });
  }

  head(): Locator {
    return this.recording().getByRole('slider', { name: 'Play head' });
  }

  moment(): Locator {
    return this.recording().locator('.replay-moment');
  }

  async menu(name: 'Runs' | 'File'): Promise<Locator> {
    await this.timeline().getByRole('button', { name, exact: true }).click();
    return this.page.getByRole('dialog', { name, exact: true });
  }

  /** Runs the story to its end. */
  async runStory(): Promise<void> {
    await this.workbench.runScenario();
    await expect(this.workbench.requests()).toHaveCount(5);
    await expect(this.workbench.requests().first()).toContainText(/ok.*200/);
    await this.page.getByRole('button', { name: /^Run / }).waitFor();
  }

  /** Exports, and gives the file. */
  async save(name: string): Promise<{ name: string; path: string }> {
    const menu = await this.menu('File');
    const saved = this.page.waitForEvent('download');
    await menu.getByRole('button', { name: new RegExp(`^${name} `) }).click();
    const download = await saved;
    await expect(menu).toBeHidden();
    return { name: download.suggestedFilename(), path: await download.path() };
  }

  async open(file: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
    const menu = await this.menu('File');
    await menu.getByLabel('A recorded run').setInputFiles(file);
  }
}

test.describe('a run that was saved', () => {
  for (const [format, ending] of [
    ['Trace', '.isolab.json'],
    ['Chrome trace', '.chrome-trace.json'],
  ] as const) {
    test(`as a ${format} opens again, beside the live run and without its loss`, async ({
      playground,
    }) => {
      const runs = new Runs(playground);
      const { workbench } = runs;
      await runs.runStory();
      const { name, path } = await runs.save(format);
      expect(name).toMatch(/^story \d{4}-\d\d-\d\d \d{4}\./);
      expect(name.endsWith(ending)).toBe(true);
      await workbench.send('/');
      await expect(workbench.requests()).toHaveCount(6);

      await runs.open(path);
      await expect(runs.recording()).toContainText('Recording');
      await expect(runs.recording()).toContainText('story');
      await expect(workbench.requests()).toHaveCount(5);
      await expect(workbench.lane(1)).toContainText('abortIsolate("poisoned")');
      await workbench.requests().last().click();
      await expect(workbench.detail()).toContainText('poisoned');
      await workbench.openConsole();
      await expect(workbench.consoleLines()).toContainText(['request 1 waits']);

      await runs.recording().getByRole('button', { name: 'Back to live' }).click();
      await expect(runs.recording()).toBeHidden();
      await expect(workbench.barsOf(2)).toHaveCount(2);
    });
  }

  test('opens when it is dropped on the timeline', async ({ playground }) => {
    const runs = new Runs(playground);
    const content = await readFile(V1, 'utf8');
    const transfer = await playground.page.evaluateHandle((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], 'v1.json'));
      return transfer;
    }, content);
    await runs.timeline().dispatchEvent('dragover', { dataTransfer: transfer });
    await expect(playground.page.getByText('Open the recorded run')).toBeVisible();
    await runs.timeline().dispatchEvent('drop', { dataTransfer: transfer });
    await expect(runs.recording()).toContainText('The story under each policy');
    await expect(playground.page.locator('tbody[data-service="story · condemn"]')).toHaveCount(2);
    await expect(playground.page.getByText('Open the recorded run')).toBeHidden();
  });

  test('gives way to the live run when a request is sent', async ({ playground }) => {
    const runs = new Runs(playground);
    await runs.open(V1);
    await expect(runs.recording()).toBeVisible();
    await runs.workbench.send('/');
    await expect(runs.recording()).toBeHidden();
    await expect(runs.workbench.requests()).toHaveCount(1);
  });

  test('is a picture too, as PNG and as SVG', async ({ playground }) => {
    const runs = new Runs(playground);
    await runs.runStory();
    const png = await runs.save('PNG');
    expect((await readFile(png.path)).subarray(1, 4).toString()).toBe('PNG');
    const svg = await runs.save('SVG');
    const text = await readFile(svg.path, 'utf8');
    expect(text).toContain('abortIsolate("poisoned")</text>');
    const shapes = await playground.page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      return [
        parsed.querySelectorAll('parsererror').length,
        parsed.querySelectorAll('rect').length,
      ];
    }, text);
    expect(shapes[0]).toBe(0);
    expect(shapes[1]).toBeGreaterThan(20);
  });
});

test.describe('a file that is no trace', () => {
  const whole = readFile(V1, 'utf8');
  for (const [what, content, message] of [
    ['half of one', async () => (await whole).slice(0, 3000), /x\.json is only the first part/],
    ['a picture', async () => '\u0089PNG', /x\.json is no trace: it is not even JSON/],
    [
      'of a newer Isolab',
      async () => (await whole).replace('"version": 1', '"version": 7'),
      /newer/,
    ],
    [
      'with a time that is none',
      async () => (await whole).replace(/"at": \d+\.\d+/, '"at": 1e999'),
      /events\[0\]\.at/,
    ],
  ] as const) {
    test(`${what}: says so, and leaves all as it is`, async ({ playground }) => {
      const runs = new Runs(playground);
      await runs.workbench.send('/');
      await expect(runs.workbench.requests()).toHaveCount(1);
      const buffer = Buffer.from(await content());
      await runs.open({ name: 'x.json', mimeType: 'application/json', buffer });
      await expect(runs.timeline().getByRole('alert')).toHaveText(message);
      await expect(runs.recording()).toBeHidden();
      await expect(runs.workbench.requests()).toHaveCount(1);
      await runs.timeline().getByRole('button', { name: 'Put the message away' }).click();
      await expect(runs.timeline().getByRole('alert')).toBeHidden();
    });
  }

  test('what things are called in it never becomes HTML', async ({ playground }) => {
    const runs = new Runs(playground);
    const name = '<img src=x onerror=window.gotIn=1>';
    const content = (await whole)
      .replaceAll('"story', `"${name}`)
      .replaceAll('poisoned', name)
      .replaceAll('request 1 waits', name)
      .replace('The story under each policy', name);
    await runs.open({ name: `${name}.json`, mimeType: '', buffer: Buffer.from(content) });
    await expect(runs.recording()).toContainText(name);
    await runs.workbench.openConsole();
    await expect(runs.workbench.consoleLines().first()).toContainText(name);
    await runs.menu('Runs');
    expect(await playground.page.locator('img').count()).toBe(0);
    expect(await playground.page.evaluate(() => 'gotIn' in window)).toBe(false);
  });
});

test.describe('replay', () => {
  test('steps through an abort by the keyboard: the isolate first, then what it ended, one by one', async ({
    playground,
  }) => {
    const runs = new Runs(playground);
    const { page } = playground;
    await runs.runStory();
    await runs.timeline().getByRole('button', { name: 'Replay' }).click();
    await page.keyboard.press(' ');
    await expect(runs.recording().getByRole('button', { name: 'Play' })).toBeVisible();
    await runs.head().press('Home');
    await expect(runs.workbench.requests()).toHaveCount(0);

    const said: string[] = [];
    while (!said.at(-1)?.includes('is gone')) {
      await page.keyboard.press('.');
      said.push((await runs.moment().textContent()) ?? '');
    }
    const destroyed = said.findIndex((words) =>
      words.includes('is destroyed: abortIsolate("poisoned")'),
    );
    expect(said.slice(0, destroyed).join()).not.toContain('ends: aborted');
    expect(said.slice(destroyed).join()).toContain('GET /slow ends: aborted ("poisoned")');
    await expect(runs.workbench.lane(1)).toContainText('abortIsolate("poisoned")');
    await expect(runs.workbench.lane(2)).toHaveCount(0);
    await page.keyboard.press('.');
    await expect(runs.moment()).toContainText('generation 2 is made: after an abort');
    await expect(runs.workbench.lane(2)).toHaveCount(1);

    await page.keyboard.press(',');
    await expect(runs.workbench.lane(2)).toHaveCount(0);
    await expect(runs.workbench.requests().filter({ hasText: 'aborted' })).toHaveCount(4);
    for (let back = said.length - destroyed; back > 0; back -= 1) await page.keyboard.press(',');
    await expect(runs.workbench.requests().filter({ hasText: 'aborted' })).toHaveCount(0);
    await expect(runs.workbench.requests().filter({ hasText: 'in flight' })).toHaveCount(4);
  });

  test('plays to its end and stops there, and plays again from the begin', async ({
    playground,
  }) => {
    const runs = new Runs(playground);
    await runs.runStory();
    await runs.timeline().getByRole('button', { name: 'Replay' }).click();
    await runs.recording().getByLabel('Speed').selectOption('1');
    await expect(runs.recording().getByRole('button', { name: 'Play' })).toBeVisible();
    await expect(runs.workbench.requests()).toHaveCount(5);
    await runs.recording().getByLabel('Speed').selectOption('0.01');
    await runs.recording().getByRole('button', { name: 'Play' }).click();
    await expect(runs.recording().getByRole('button', { name: 'Pause' })).toBeVisible();
    await expect(runs.workbench.requests().filter({ hasText: 'starting' })).not.toHaveCount(0);
    await runs.recording().getByRole('button', { name: 'All' }).click();
    await expect(runs.workbench.requests()).toHaveCount(5);
  });

  test('the head is dragged to and fro, and the picture stands still for it', async ({
    playground,
  }) => {
    const runs = new Runs(playground);
    const { page } = playground;
    await runs.open(V1);
    await runs.recording().getByLabel('Speed').selectOption('1');
    await runs.head().press('Home');
    const handle = page.locator('.replay-handle');
    const plot = await page.locator('.timeline-canvas').boundingBox();
    const box = await handle.boundingBox();
    if (!plot || !box) throw new Error('nothing to drag');
    const y = box.y + 6;
    await page.mouse.move(box.x + box.width / 2, y);
    await page.mouse.down();
    await page.mouse.move(plot.x + plot.width * 0.95, y, { steps: 5 });
    const late = await runs.workbench.requests().count();
    expect(late).toBeGreaterThan(15);
    await page.mouse.move(plot.x + plot.width * 0.1, y, { steps: 5 });
    expect(await runs.workbench.requests().count()).toBeLessThan(late);
    await page.mouse.up();
  });

  test('says so where there is nothing to play yet', async ({ playground }) => {
    const runs = new Runs(playground);
    await runs.timeline().getByRole('button', { name: 'Replay' }).click();
    await expect(runs.timeline().getByRole('alert')).toContainText('Nothing ran yet');
  });

  test('what is typed does not play', async ({ playground }) => {
    const runs = new Runs(playground);
    await runs.open(V1);
    const before = await runs.head().inputValue();
    await playground.page.getByLabel('Path or URL').fill('');
    await playground.page.getByLabel('Path or URL').press(',');
    await playground.page.keyboard.press(' ');
    expect(await runs.head().inputValue()).toBe(before);
    await expect(playground.page.getByLabel('Path or URL')).toHaveValue(', ');
  });
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('a replay goes from event to event', async ({ playground }) => {
    const runs = new Runs(playground);
    await runs.open(V1);
    await runs.head().press('Home');
    await runs.recording().getByLabel('Speed').selectOption('1');
    const times = new Set(
      JSON.parse(await readFile(V1, 'utf8')).events.map(({ at }: { at: number }) => at),
    );
    const first = Math.min(...([...times] as number[]));
    await runs.recording().getByRole('button', { name: 'Play' }).click();
    for (let look = 0; look < 20; look += 1) {
      const at = Number(await runs.head().inputValue()) + first;
      const nearest = Math.min(...([...times] as number[]).map((time) => Math.abs(time - at)));
      expect(nearest).toBeLessThan(0.01);
    }
  });
});

test.describe('side by side', () => {
  test('two policies of one comparison, each from its first request on', async ({ playground }) => {
    const runs = new Runs(playground);
    const { page } = playground;
    await page.getByRole('button', { name: 'Compare policies' }).click();
    await expect.poll(async () => (await playground.eventsOf('request.ended')).length).toBe(15);
    const menu = await runs.menu('Runs');
    await expect(menu.getByRole('button', { name: 'Side by side' })).toBeDisabled();
    await menu.getByRole('checkbox', { name: /^story · abort/ }).check();
    await menu.getByRole('checkbox', { name: /^story · condemn/ }).check();
    await menu.getByRole('button', { name: 'Side by side' }).click();
    await expect(runs.recording()).toContainText('A: story · abort, B: story · condemn');
    const first = (service: string) =>
      page.locator(`tbody[data-service="${service}"] tr[data-request] td:nth-of-type(3)`).first();
    const began = await first('A · story · abort').textContent();
    expect(await first('B · story · condemn').textContent()).toBe(began);
    await expect(runs.workbench.requests()).toHaveCount(10);
  });

  test('two runs of the visit, under a policy each', async ({ playground }) => {
    const runs = new Runs(playground);
    const { page, workbench } = runs;
    await runs.runStory();
    const isolateMenu = await workbench.openIsolateMenu();
    await isolateMenu.getByRole('radio', { name: /^process/ }).check();
    await page.keyboard.press('Escape');
    await workbench.runScenario();
    await expect.poll(async () => (await playground.eventsOf('request.ended')).length).toBe(10);
    const menu = await runs.menu('Runs');
    await expect(menu.getByRole('checkbox')).toHaveCount(2);
    await menu.getByRole('checkbox', { name: /^Run 1 · story · abort/ }).check();
    await menu.getByRole('checkbox', { name: /^Run 2 · story · process/ }).check();
    await menu.getByRole('button', { name: 'Side by side' }).click();
    await expect(runs.timeline()).toContainText('A · story');
    await expect(runs.timeline()).toContainText('B · story');
    await expect(workbench.requests().filter({ hasText: 'Network connection lost.' })).toHaveCount(
      4,
    );
  });

  test('a recording that was opened, and the run of this visit', async ({ playground }) => {
    const runs = new Runs(playground);
    await runs.open(V1);
    await expect(runs.recording()).toBeVisible();
    await runs.runStory();
    const menu = await runs.menu('Runs');
    await menu.getByRole('checkbox', { name: /^Run 1/ }).check();
    await menu.getByRole('checkbox', { name: /^The story under each policy/ }).check();
    await menu.getByRole('button', { name: 'Side by side' }).click();
    await expect(playground.page.locator('tbody[data-service="A · story"]')).toHaveCount(2);
    await expect(playground.page.locator('tbody[data-service="B · story · process"]')).toHaveCount(
      2,
    );
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('axe finds nothing in a recording, and nothing in the menus', async ({ playground }) => {
      const runs = new Runs(playground);
      const violations = async () => {
        const { violations } = await new AxeBuilder({ page: playground.page })
          .include('.trace-drop')
          .analyze();
        return violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]);
      };
      await runs.runStory();
      await runs.open(V1);
      await expect(runs.recording()).toBeVisible();
      expect(await violations()).toEqual([]);
      const menu = await runs.menu('Runs');
      await menu.getByRole('checkbox').first().check();
      expect(await violations()).toEqual([]);
      await playground.page.keyboard.press('Escape');
      await runs.menu('File');
      expect(await violations()).toEqual([]);
    });
  });
}

test('all of it by the keyboard alone', async ({ playground }) => {
  const runs = new Runs(playground);
  const { page } = playground;
  await runs.runStory();
  await runs.timeline().getByRole('button', { name: 'Runs' }).focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('dialog', { name: 'Runs' });
  await expect(menu.getByRole('checkbox')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press(' ');
  await page.keyboard.press('Tab');
  await expect(menu.getByRole('button', { name: 'Show alone' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(runs.recording().getByRole('button', { name: 'Play' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(runs.recording().getByRole('button', { name: 'Play' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(runs.head()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(runs.workbench.requests()).toHaveCount(0);
  await page.keyboard.press('End');
  await expect(runs.workbench.requests()).toHaveCount(5);
  for (const stop of ['Speed', 'All', 'Back to live']) {
    await page.keyboard.press('Tab');
    await expect(page.locator(':focus')).toHaveAccessibleName(stop);
  }
  await page.keyboard.press('Enter');
  await expect(runs.recording()).toBeHidden();
  await expect(runs.timeline().getByRole('button', { name: 'Replay' })).toBeFocused();
});
