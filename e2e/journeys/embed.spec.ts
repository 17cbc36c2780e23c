/** An example in a page of docs: what its reader sees and does, and what the page around may ask of it. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { linkV2, payloadV2 } from '../../app/share/fixtures/craft';
import { DocsPage, docsHtml, serveDocs } from '../docs-page';
import { test as base, expect } from '../fixtures';
import { typeOnTop } from '../workbench';

interface Docs {
  /** Opens a page of docs with an example. @param search of its address, from `?` on. */
  readonly open: (search?: string, hash?: string) => Promise<DocsPage>;
}

const test = base.extend<{ docs: Docs }>({
  docs: async ({ page, baseURL, editor }, use) => {
    if (!editor) await page.route('**/assets/MonacoEditor-*.js', (route) => route.abort());
    const server = await serveDocs();
    await use({
      async open(search = '?embed', hash = '') {
        const docs = new DocsPage(page, String(baseURL));
        await page.goto(server.url(`${baseURL}${search}${hash}`));
        await expect(runButton(docs)).toBeVisible();
        return docs;
      },
    });
    server.close();
  },
});

const ANSWERING = `export default {
  async fetch(request) {
    console.log('asked');
    return new Response(await request.text() + new URL(request.url).pathname, { headers: { a: 'b' } });
  },
};
`;

const LINK = linkV2(
  payloadV2([
    ['worker.js', ANSWERING],
    ['notes.txt', 'Notes.\n'],
    ['wrangler.jsonc', '{ "name": "answering", "main": "worker.js" }'],
  ]),
);

function runButton({ example }: DocsPage): Locator {
  return example.getByRole('banner').getByRole('button', { name: /^Run/ });
}

function requestsOf({ example }: DocsPage): Locator {
  return example.getByRole('listbox', { name: /Requests/ }).getByRole('option');
}

/** The reader runs the example of {@link LINK}, which sends one request. */
async function runAnswering(docs: DocsPage): Promise<void> {
  await runButton(docs).click();
  await expect(requestsOf(docs).first()).toContainText('200');
}

test.describe('until it is touched', () => {
  test('it shows its code and loads neither editor nor runtime', async ({ docs, context }) => {
    const { page, example, requested } = await docs.open();
    await expect(example.getByRole('heading', { name: 'story' })).toBeVisible();
    await expect(example.getByText("abortIsolate('poisoned')")).toBeVisible();
    // Made by the last of what it loads by itself.
    const link = example.getByRole('link', { name: 'Open in Isolab' });
    await link.hover();
    await expect(link).toHaveAttribute('href', /#v2\./);
    const heavy =
      /monaco|editor|sandbox|network\.html|worker|wasm|timeline|Tree|Virtualizer|\.map/i;
    expect(requested.filter((path) => heavy.test(path))).toEqual([]);
    expect(page.frames()).toHaveLength(2);
    expect(page.workers()).toEqual([]);
    expect(context.serviceWorkers()).toEqual([]);
  });

  test('a click on Run loads the rest in its place and runs it', async ({ docs }) => {
    const page = await docs.open();
    const box = () => runButton(page).boundingBox();
    const before = await box();
    await runButton(page).click();
    await expect(requestsOf(page)).toHaveCount(5);
    await expect(requestsOf(page).filter({ hasText: 'aborted' })).not.toHaveCount(0);
    await expect(requestsOf(page).first()).toContainText('200');
    await expect(runButton(page)).toBeVisible();
    expect(await box()).toEqual(before);
  });

  test('Run is reached and pressed by keyboard, and keeps the focus', async ({ docs }) => {
    const opened = await docs.open();
    const { page, example } = opened;
    await page.getByRole('link', { name: 'Before' }).focus();
    await page.keyboard.press('Tab');
    await expect(example.getByRole('link', { name: 'Open in Isolab' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(requestsOf(opened)).toHaveCount(5);
    await expect(example.getByRole('banner').getByRole('button')).toBeFocused();
  });

  test('a click in its code lets the reader type there, and runs nothing', async ({ docs }) => {
    const opened = await docs.open('?embed', LINK);
    const { page, example } = opened;
    const code = example.getByRole('region', { name: 'Code of worker.js' });
    const { x = 0, y = 0 } = (await code.boundingBox()) ?? {};
    // The second line, past its end.
    await page.mouse.click(x + 400, y + 8 + 20 + 10);
    await expect(example.getByLabel('Code of worker.js')).toBeFocused();
    await page.keyboard.type(' // typed');
    await expect(example.getByLabel('Code of worker.js')).toHaveValue(
      ANSWERING.replace('fetch(request) {', 'fetch(request) { // typed'),
    );
    expect(await opened.timesTold('isolab:started')).toBe(0);
    await expect(requestsOf(opened)).toHaveCount(0);
  });

  test('Enter on its code lets the reader type there', async ({ docs }) => {
    const { page, example } = await docs.open('?embed', LINK);
    await example.getByRole('region', { name: 'Code of worker.js' }).focus();
    await page.keyboard.press('Enter');
    await expect(example.getByLabel('Code of worker.js')).toBeFocused();
    await page.keyboard.type('// typed');
    await expect(example.getByLabel('Code of worker.js')).toHaveValue(`// typed${ANSWERING}`);
  });

  test('its button Edit does as well, by mouse and by keyboard', async ({ docs }) => {
    const byMouse = await docs.open('?embed', LINK);
    await byMouse.example.getByRole('button', { name: 'Edit' }).click();
    await expect(byMouse.example.getByLabel('Code of worker.js')).toBeFocused();
    const { page, example } = await docs.open('?embed', LINK);
    await example.getByRole('button', { name: 'Edit' }).focus();
    await page.keyboard.press('Enter');
    await expect(example.getByLabel('Code of worker.js')).toBeFocused();
    await expect(example.getByLabel('Code of worker.js')).toHaveValue(ANSWERING);
  });
});

test.describe('what its address asks for', () => {
  test('a link: its project, which the whole page opens too', async ({ docs, context }) => {
    const { example } = await docs.open('?embed', LINK);
    await expect(example.getByRole('heading', { name: 'answering' })).toBeVisible();
    const link = example.getByRole('link', { name: 'Open in Isolab' });
    await expect(link).toHaveAttribute('rel', 'noopener');
    const opening = context.waitForEvent('page');
    await link.click();
    const whole = await opening;
    await expect(whole.getByText(/^from a link/)).toBeVisible();
    expect(new URL(whole.url()).search).toBe('');
    expect(new URL(whole.url()).hash).toBe(LINK);
  });

  test('what the reader made of it goes along to the whole page', async ({ docs, context }) => {
    const { example } = await docs.open('?embed', LINK);
    await example.getByRole('button', { name: 'Edit' }).click();
    await example.getByLabel('Code of worker.js').fill('export default {};');
    const opening = context.waitForEvent('page');
    await example.getByRole('link', { name: 'Open in Isolab' }).click();
    const whole = await opening;
    await expect(whole.getByLabel('Code of worker.js')).toHaveValue('export default {};');
  });

  test('a link that is cut: it says so and shows the story', async ({ docs }) => {
    const { example } = await docs.open('?embed', LINK.slice(0, 40));
    await expect(example.getByRole('status')).toContainText('cut short');
    await expect(example.getByRole('heading', { name: 'story' })).toBeVisible();
  });

  test('an example by its name, or the names that there are', async ({ docs }) => {
    const counter = await docs.open('?embed&example=counter');
    await expect(counter.example.getByRole('heading', { name: 'counter' })).toBeVisible();
    const { example } = await docs.open('?embed&example=nothing');
    await expect(example.getByRole('status')).toContainText('There are story, counter,');
  });

  test('panes: these and no others', async ({ docs }) => {
    const page = await docs.open('?embed&panes=timeline,editor');
    await runButton(page).click();
    await expect(page.example.getByRole('region', { name: 'Timeline', exact: true })).toBeVisible();
    await expect(page.example.getByLabel('Code of src/index.ts')).toBeVisible();
    await expect(page.example.getByRole('form', { name: 'Request' })).toHaveCount(0);
  });

  for (const theme of ['light', 'dark'] as const) {
    test(`the theme ${theme}, whatever the system has`, async ({ docs, page }) => {
      await page.emulateMedia({ colorScheme: theme === 'dark' ? 'light' : 'dark' });
      const { example } = await docs.open(`?embed&theme=${theme}`);
      await expect(example.locator('html')).toHaveAttribute('data-theme', theme);
    });
  }

  test('what nobody knows: it is said', async ({ docs }) => {
    const { example } = await docs.open('?embed&panes=editor,tests&theme=purple&pane=run');
    const said = example.getByRole('status');
    await expect(said).toContainText('panes="editor,tests" means nothing here');
    await expect(said).toContainText('theme="purple" means nothing here');
    await expect(said).toContainText('There is no "pane" to ask for');
    await expect(example.getByText('The timeline of its isolates comes here')).toBeVisible();
  });
});

test.describe('read-only', () => {
  test('files are read in tabs, and nothing changes them', async ({ docs }) => {
    const { page, example } = await docs.open('?embed&readonly', LINK);
    await example.getByRole('button', { name: 'Explore' }).click();
    const code = example.getByLabel('Code of worker.js');
    await expect(code).toBeFocused();
    await page.keyboard.type('x');
    await expect(code).toHaveValue(ANSWERING);
    await expect(example.getByRole('button', { name: 'Files' })).toHaveCount(0);
    await expect(example.getByRole('tab', { name: 'Scenario' })).toHaveCount(0);
    await example.getByRole('tab', { name: 'notes.txt' }).click();
    await expect(example.getByLabel('Code of notes.txt')).toHaveValue('Notes.\n');
  });

  test.describe('in the full editor', () => {
    test.use({ editor: true });

    test('nothing changes them either', async ({ docs }) => {
      const { page, example } = await docs.open('?embed&readonly&panes=editor', LINK);
      await example.getByRole('button', { name: 'Explore' }).click();
      const line = example.locator('.monaco-editor .view-line').first();
      await line.click();
      await page.keyboard.type('x');
      await expect(
        example
          .getByRole('region', { name: 'Editor' })
          .getByText('Cannot edit in read-only editor'),
      ).toBeVisible();
      await expect(line).toHaveText('export default {');
    });
  });
});

test.describe('the page around', () => {
  test('gets nothing before the reader ran something, and everything on the list after', async ({
    docs,
  }) => {
    const opened = await docs.open('?embed', LINK);
    for (const [method, ...args] of [
      ['project'],
      ['open', { files: { 'worker.js': '' } }],
      ['fetch', '/'],
      ['dispatch', { type: 'test' }],
      ['abortIsolate'],
      ['events'],
      ['share'],
      ['subscribe'],
    ] as const) {
      expect(await opened.ask(method, ...args)).toMatchObject({
        ok: false,
        error: {
          name: 'NotStartedError',
          message: expect.stringContaining('The reader has not started this example yet'),
        },
      });
    }
    await expect(opened.example.getByRole('heading', { name: 'answering' })).toBeVisible();

    await runAnswering(opened);
    expect(await opened.timesTold('isolab:started')).toBe(1);
    expect(await opened.ask('subscribe')).toMatchObject({ ok: true });
    expect(await opened.ask('fetch', '/there', { method: 'POST', body: 'hi ' })).toMatchObject({
      ok: true,
      result: {
        status: 200,
        body: 'hi /there',
        truncated: false,
        headers: expect.arrayContaining([['a', 'b']]),
      },
    });
    expect(await opened.timesTold('isolab:event')).toBeGreaterThan(0);
    expect(await opened.ask('project')).toMatchObject({
      result: { files: { 'worker.js': ANSWERING } },
    });
    expect(await opened.ask('share')).toMatchObject({ result: expect.stringContaining('#v2.') });
    expect(await opened.ask('dispatch', { type: 'scheduled' })).toMatchObject({
      result: { outcome: expect.any(String) },
    });
    expect(await opened.ask('abortIsolate', 'from the docs')).toMatchObject({ ok: true });
    const { result } = await opened.ask('events');
    expect(result).toContainEqual(
      expect.objectContaining({ type: 'isolate.aborted', reason: 'from the docs' }),
    );
    // What it fired shows to the reader as everything does.
    await expect(requestsOf(opened).filter({ hasText: '/there' })).toHaveCount(1);
  });

  test('opens another project, which runs once the reader has pressed Run again', async ({
    docs,
  }) => {
    const opened = await docs.open('?embed', LINK);
    const { example } = opened;
    await runAnswering(opened);
    const files = { 'worker.js': "export default { fetch: () => new Response('the other') };" };
    expect(await opened.ask('open', { files })).toMatchObject({ ok: true });
    await expect(example.getByText('Nothing of it has run')).toBeVisible();
    for (const [method, ...args] of [
      ['fetch', '/'],
      ['dispatch', { type: 'test' }],
      ['abortIsolate'],
    ] as const) {
      expect(await opened.ask(method, ...args)).toMatchObject({
        ok: false,
        error: { name: 'NotStartedError', message: expect.stringContaining('was opened last') },
      });
    }
    expect(await opened.ask('project')).toMatchObject({ ok: true, result: { files } });

    await runButton(opened).click();
    await expect(example.getByText('Nothing of it has run')).toBeHidden();
    await expect.poll(() => opened.timesTold('isolab:started')).toBe(2);
    expect(await opened.ask('fetch', '/')).toMatchObject({ result: { body: 'the other' } });
  });

  test('is refused a project that is none, and what was open stays', async ({ docs }) => {
    const opened = await docs.open('?embed', LINK);
    await runAnswering(opened);
    expect(await opened.ask('open', { files: { '../x': '' } })).toMatchObject({ ok: false });
    expect(await opened.ask('open', '#v2.AAAA')).toMatchObject({ error: { name: 'LinkError' } });
    expect(await opened.ask('fetch', '/')).toMatchObject({ result: { body: '/' } });
  });

  test('is refused what is not on the list, and malformed messages are no messages', async ({
    docs,
  }) => {
    const opened = await docs.open('?embed', LINK);
    await runAnswering(opened);
    for (const method of [
      '__proto__',
      'constructor',
      'eval',
      'ready',
      'toString',
      'switchNetwork',
    ]) {
      expect(await opened.ask(method)).toMatchObject({
        ok: false,
        error: { message: expect.stringContaining('There is no such method') },
      });
    }
    expect(await opened.ask('fetch', { url: '/' })).toMatchObject({ error: { name: 'TypeError' } });
    const answers = await opened.page.evaluate(async () => {
      const { contentWindow } = document.querySelector('iframe') ?? {};
      for (const message of [
        null,
        'isolab',
        { isolab: 2, id: 'a', method: 'project', args: [] },
        { isolab: 1, id: {}, method: 'project', args: [] },
        { isolab: 1, id: 'b', method: ['project'], args: [] },
        { isolab: 1, id: 'c', method: 'project', args: 'all' },
      ]) {
        contentWindow?.postMessage(message, '*');
      }
      // Of one window messages arrive in order: after this one no answer to those above can come.
      await window.ask('project', [], 'last');
      return window.told.map(({ id }) => id).filter((id) => typeof id === 'string');
    });
    expect(answers).toEqual(['last']);
  });

  test('is told why a request has no answer', async ({ docs }) => {
    const opened = await docs.open();
    await runButton(opened).click();
    await expect(requestsOf(opened)).toHaveCount(5);
    expect(await opened.ask('fetch', '/abort')).toMatchObject({
      ok: false,
      error: { name: 'IsolateAbortedError', message: expect.stringContaining('poisoned') },
    });
  });

  test('gets the first MB of a body, and is told that there was more', async ({ docs }) => {
    const large = linkV2(
      payloadV2([['worker.js', "export default { fetch: () => new Response('x'.repeat(3e6)) };"]]),
    );
    const opened = await docs.open('?embed', large);
    await runAnswering(opened);
    const { result } = await opened.ask('fetch', '/');
    expect(result).toMatchObject({ truncated: true, body: 'x'.repeat(1024 * 1024) });
  });

  test('waits where too many calls are not answered', async ({ docs }) => {
    const opened = await docs.open();
    await runButton(opened).click();
    await expect.poll(() => opened.timesTold('isolab:started')).toBe(1);
    const refused = await opened.page.evaluate(async () => {
      for (let i = 0; i < 32; i += 1) void window.ask('fetch', ['/slow']);
      return window.ask('fetch', ['/slow']);
    });
    expect(refused).toMatchObject({
      error: { name: 'RangeError', message: expect.stringContaining('32 calls') },
    });
  });

  test('is the only window that is listened to', async ({ docs }) => {
    const opened = await docs.open('?embed', LINK);
    await runAnswering(opened);
    await opened.frame().evaluate(() => {
      addEventListener('message', ({ data }) => {
        document.documentElement.dataset.heard = String(data.id);
      });
    });
    await opened.page.evaluate(() => {
      const sibling = document.createElement('iframe');
      sibling.srcdoc = `<script>
        addEventListener('message', () => { document.title = 'answered'; });
        parent.frames[0].postMessage({ isolab: 1, id: 'sibling', method: 'project', args: [] }, '*');
      </script>`;
      document.body.append(sibling);
    });
    await expect(opened.example.locator('html')).toHaveAttribute('data-heard', 'sibling');
    expect(await opened.ask('project')).toMatchObject({ ok: true });
    const sibling = opened.page.frames().find((frame) => frame.url() === 'about:srcdoc');
    expect(await sibling?.title()).toBe('');
    const ids = await opened.page.evaluate(() => window.told.map(({ id }) => id));
    expect(ids).not.toContain('sibling');
  });

  test('is told how high the example is, and again where that changes', async ({ docs }) => {
    const opened = await docs.open();
    await expect.poll(() => opened.heightTold()).toMatchObject({ height: expect.any(Number) });
    const wide = await opened.heightTold();
    const { example, page } = opened;
    await expect
      .poll(() => example.locator('html').evaluate((html) => html.scrollHeight - innerHeight))
      .toBe(0);
    await page.setViewportSize({ width: 390, height: 800 });
    await expect.poll(() => opened.heightTold()).not.toEqual(wide);
    await expect
      .poll(() => example.locator('html').evaluate((html) => html.scrollHeight - innerHeight))
      .toBe(0);
  });
});

test.describe('storage', () => {
  /** All that is kept for this page's origin, as a frame of the same origin would find it. */
  function kept(page: Page): Promise<unknown> {
    return page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('keyval-store');
        opening.onsuccess = () => resolve(opening.result);
      });
      const all = await new Promise((resolve) => {
        const reading = database.transaction('keyval').objectStore('keyval').getAll();
        reading.onsuccess = () => resolve(reading.result);
      });
      database.close();
      return JSON.stringify([all, { ...localStorage }, { ...sessionStorage }]);
    });
  }

  test('the visitor has stays as it is, and does not show', async ({ playground, baseURL }) => {
    const { page } = playground;
    await typeOnTop(page, '// mine');
    await expect.poll(() => kept(page)).toContain('// mine');
    await page.getByRole('separator', { name: /timeline/i }).focus();
    await page.keyboard.press('ArrowUp');
    // Of the app's own origin, so that the frame could reach what is kept.
    await page.route('**/docs.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: docsHtml(`${baseURL}?embed&theme=dark`) }),
    );
    await page.goto('/docs.html');
    const before = await kept(page);
    expect(before).toContain('isolab:layout');
    const docs = new DocsPage(page, String(baseURL));
    await expect(runButton(docs)).toBeVisible();
    await expect(docs.example.getByText('// mine')).toHaveCount(0);
    await docs.example.getByRole('button', { name: 'Edit' }).click();
    await docs.example.getByLabel('Code of src/index.ts').fill(ANSWERING);
    const form = docs.example.getByRole('form', { name: 'Request' });
    await form.getByLabel('Path or URL').fill('/typed');
    await form.getByRole('button', { name: 'Send' }).click();
    await expect(requestsOf(docs).first()).toContainText('200');
    await docs.example.getByRole('tab', { name: /^Console/ }).click();
    await docs.frame().evaluate(() => dispatchEvent(new Event('pagehide')));
    await page.evaluate(() => document.querySelector('iframe')?.remove());
    expect(await kept(page)).toBe(before);
  });

  test('there is none: all works', async ({ docs, page }) => {
    await page.addInitScript(() => {
      if (!location.search.startsWith('?embed')) return;
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('Access is denied for this document.', 'SecurityError');
          },
        });
      }
    });
    const opened = await docs.open('?embed', LINK);
    await runAnswering(opened);
    await opened.example.getByLabel('Code of worker.js').fill(`// typed\n${ANSWERING}`);
    await runButton(opened).click();
    await expect(requestsOf(opened)).toHaveCount(2);
    await expect(opened.example.locator('.notice')).toHaveCount(0);
  });

  test('is neither read nor written', async ({ docs, page }) => {
    await page.addInitScript(() => {
      if (!location.search.startsWith('?embed')) return;
      const refuse = (owner: object, names: readonly string[]) => {
        for (const name of names) {
          Object.defineProperty(owner, name, {
            value() {
              document.documentElement.dataset.touched = name;
              throw new DOMException('Access is denied for this document.', 'SecurityError');
            },
          });
        }
      };
      refuse(Storage.prototype, ['getItem', 'setItem', 'removeItem', 'key', 'clear']);
      refuse(IDBFactory.prototype, ['open', 'databases', 'deleteDatabase']);
    });
    const opened = await docs.open('?embed', LINK);
    await runAnswering(opened);
    await opened.example.getByLabel('Code of worker.js').fill(`// typed\n${ANSWERING}`);
    await runButton(opened).click();
    await expect(requestsOf(opened)).toHaveCount(2);
    await opened.frame().evaluate(() => dispatchEvent(new Event('pagehide')));
    await expect(opened.example.locator('html')).not.toHaveAttribute('data-touched');
  });
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing before the touch and after, ${theme}`, async ({ docs }) => {
    const opened = await docs.open(`?embed&theme=${theme}&nothing`);
    const violations = async () => {
      const { violations } = await new AxeBuilder({ page: opened.page })
        .include('iframe')
        .analyze();
      return violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]);
    };
    await expect(opened.example.getByRole('status')).toBeVisible();
    expect(await violations()).toEqual([]);
    await runButton(opened).click();
    await expect(requestsOf(opened)).toHaveCount(5);
    await expect(runButton(opened)).toBeVisible();
    expect(await violations()).toEqual([]);
  });
}
