/** What every end-to-end test has: the built app, open in a real browser, with its runtime ready. */
import { test as base, expect, type Page } from '@playwright/test';
import type { RuntimeEvent } from '../runtime-worker/index';

export { expect };

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** How a promise settled, as data that leaves the page. */
export type Settled =
  | ({ readonly how: 'resolved' } & Answer)
  | {
      readonly how: 'rejected';
      readonly name: string;
      readonly message: string;
      readonly stack: string;
    };

/** `window.isolab` from outside the page. */
export class Playground {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async goto(path = '/'): Promise<void> {
    await this.page.goto(path);
    await this.page.evaluate(() => window.isolab.ready);
  }

  open(files: Record<string, string>): Promise<void> {
    return this.page.evaluate((files) => window.isolab.open({ files }), files);
  }

  /** Opens a project of one JavaScript module. */
  openWorker(source: string): Promise<void> {
    return this.open({ 'worker.js': source });
  }

  fetch(path: string, init: RequestInit = {}): Promise<Settled> {
    return this.page.evaluate(
      async ({ path, init }): Promise<Settled> => {
        try {
          const response = await window.isolab.fetch(path, init);
          return { how: 'resolved', status: response.status, text: await response.text() };
        } catch (error) {
          const { name, message, stack } = error as Error;
          return { how: 'rejected', name, message, stack: String(stack) };
        }
      },
      { path, init },
    );
  }

  events(): Promise<RuntimeEvent[]> {
    return this.page.evaluate(() => window.isolab.events());
  }

  async eventsOf<T extends RuntimeEvent['type']>(
    type: T,
  ): Promise<Extract<RuntimeEvent, { type: T }>[]> {
    const events = await this.events();
    return events.filter(
      (event): event is Extract<RuntimeEvent, { type: T }> => event.type === type,
    );
  }
}

interface Fixtures {
  /** Whether the editor is loaded: 10 MB that most tests do not look at. The page works without it. */
  readonly editor: boolean;
  readonly playground: Playground;
}

export const test = base.extend<Fixtures>({
  editor: [false, { option: true }],
  playground: async ({ page, editor }, use) => {
    if (!editor) await page.route('**/assets/MonacoEditor-*.js', (route) => route.abort());
    const playground = new Playground(page);
    await playground.goto();
    await use(playground);
  },
});
