/** The page as a person uses it. */
import { expect, type Locator, type Page } from '@playwright/test';

interface Sending {
  readonly method?: string;
  readonly atOnce?: number;
  /** `Name: value` lines. */
  readonly headers?: string;
  readonly body?: string;
}

export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async runScenario(): Promise<void> {
    await this.page.getByRole('button', { name: /^Run / }).click();
  }

  /** Fills in the request bar and presses Send. */
  async send(path: string, { method, atOnce = 1, headers, body }: Sending = {}): Promise<void> {
    const bar = this.page.getByRole('form', { name: 'Request' });
    await bar.getByLabel('Path or URL').fill(path);
    await bar.getByLabel('How many at once').fill(String(atOnce));
    if (method !== undefined) await bar.getByLabel('Method').selectOption(method);
    if (headers !== undefined || body !== undefined) {
      const more = bar.getByRole('button', { name: /Headers, body/ });
      if ((await more.getAttribute('aria-expanded')) !== 'true') await more.click();
      if (headers !== undefined) {
        await bar.getByRole('tab', { name: /^Headers/ }).click();
        await bar.getByRole('button', { name: 'Edit as text' }).click();
        await bar.getByLabel('Headers, one to a line').fill(headers);
      }
      if (body !== undefined) {
        await bar.getByRole('tab', { name: /^Body/ }).click();
        await bar.getByRole('radio', { name: 'Text' }).check({ force: true });
        await bar.getByLabel('Body', { exact: true }).fill(body);
      }
    }
    await bar.getByRole('button', { name: 'Send' }).click();
  }

  async abort(reason: string): Promise<void> {
    const form = this.page.getByRole('form', { name: 'Abort the isolate' });
    await form.getByLabel('Reason').fill(reason);
    await form.getByRole('button', { name: 'Abort' }).click();
  }

  /** Runs a command by its name. */
  async command(title: string): Promise<void> {
    await this.page.getByRole('button', { name: 'View', exact: true }).click();
    await this.page.getByRole('button', { name: 'Commands' }).click();
    const palette = this.page.getByRole('dialog', { name: 'Commands' });
    await palette.getByLabel('Command', { exact: true }).fill(title);
    await palette.getByRole('menuitem', { name: title }).click();
  }

  /** Opens an example from the gallery. */
  async openExample(name: string): Promise<void> {
    await this.command('Open an example');
    const gallery = this.page.getByRole('dialog', { name: 'Examples' });
    await gallery.getByRole('button', { name: `Open ${name}`, exact: true }).click();
    await expect(gallery).toBeHidden();
  }

  /** Opens the menu of how isolates are run. */
  async openIsolateMenu(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Isolate', exact: true }).click();
    const menu = this.page.getByRole('dialog', { name: 'Isolate' });
    await menu.getByText('Provoke').waitFor();
    return menu;
  }

  /** The rows of the request list, newest first. */
  requests(): Locator {
    return this.page.getByRole('listbox', { name: /Requests/ }).getByRole('option');
  }

  detail(): Locator {
    return this.page.getByRole('region', { name: /^Request \d/ });
  }

  async openConsole(): Promise<void> {
    await this.page.getByRole('tab', { name: /^Console/ }).click();
  }

  consoleLines(): Locator {
    return this.page.locator('.console-line');
  }

  /** An isolate's part of the timeline's table. */
  lane(generation: number): Locator {
    return this.page.locator(`tbody[data-generation="${generation}"]`);
  }

  /** The requests in an isolate's part of the timeline's table. */
  barsOf(generation: number): Locator {
    return this.lane(generation).locator('tr[data-request]');
  }

  /** Opens a file by its path, in its tab or in the tree. */
  async openFile(path: string): Promise<void> {
    const tab = this.fileTab(path);
    if ((await tab.count()) > 0) await tab.click();
    else await this.fileRow(path).click();
  }

  /** The tab of an open file. */
  fileTab(path: string): Locator {
    return this.page.locator(`.file-tab [role=tab][title="${path}"]`);
  }

  /** The tree of the project's files. */
  fileTree(): Locator {
    return this.page.getByRole('treegrid', { name: 'Files of the project' });
  }

  /** A file or folder in the tree, by its path. */
  fileRow(path: string): Locator {
    return this.fileTree().locator(`[data-key="${path}"]`);
  }

  /** The menu of a file or folder, opened by the right button of the mouse. */
  async fileMenu(path: string): Promise<Locator> {
    await this.fileRow(path).click({ button: 'right' });
    return this.page.getByRole('menu', { name: path });
  }

  /** What is done in a file's menu. */
  async chooseForFile(path: string, action: string): Promise<void> {
    const menu = await this.fileMenu(path);
    await menu.getByRole('menuitem', { name: new RegExp(`^${action}`) }).click();
  }

  /** The paths of the project's files, sorted. */
  filePaths(): Promise<string[]> {
    return this.page.evaluate(() => Object.keys(window.isolab.project().files).sort());
  }

  /** A line of the editor that has this text. */
  codeLine(text: string): Locator {
    return this.page.locator('.monaco-editor .view-line').filter({ hasText: text }).first();
  }

  /** The smallest piece of the editor's code that has this text. */
  codeWord(text: string): Locator {
    return this.codeLine(text).locator('span > span').filter({ hasText: text }).first();
  }

  /**
   * Holds the pointer over a piece of code until the editor says this of it: what a hover shows does not
   * change while it is shown, though the editor learns more meanwhile.
   */
  async seeOnHover(word: Locator, text: string): Promise<void> {
    await expect(async () => {
      await this.page.mouse.move(0, 0);
      await expect(this.page.locator('.monaco-hover:visible')).toHaveCount(0);
      await word.hover();
      await expect(this.page.locator('.monaco-hover:visible')).toContainText(text, {
        timeout: 5000,
      });
    }).toPass();
  }

  /** What the project has in a file. */
  file(path: string): Promise<unknown> {
    return this.page.evaluate((path) => window.isolab.project().files[path], path);
  }

  /** Replaces the open file's text, as by pasting. Waits for Monaco. */
  async pasteInEditor(text: string): Promise<void> {
    const editor = this.page.locator('.monaco-editor').first();
    await editor.locator('.view-line').first().click();
    await this.page.keyboard.press('ControlOrMeta+A');
    // Pasted: what is typed key by key, Monaco indents and closes itself.
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await this.page.keyboard.press('ControlOrMeta+V');
  }
}

/** Adds a line on top of the open file, in the plain editor. */
export async function typeOnTop(page: Page, line: string): Promise<void> {
  const editor = page.getByLabel(/^Code of /);
  await editor.focus();
  await editor.press('ControlOrMeta+Home');
  await page.keyboard.type(`${line}\n`);
}
