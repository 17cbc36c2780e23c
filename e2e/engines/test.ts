/** What every journey has: the built app, open in the engine that the run is about. */
import { test as base, expect } from '@playwright/test';
import type { Engine } from './engine';
import { openSite, type Site } from './site';
import { start } from './start';
import { Visit } from './visit';

export { expect };

export interface OfWorker {
  readonly engineName: Engine['name'];
  readonly engine: Engine;
  readonly sharedSite: Site;
}

interface Fixtures {
  /** The built app's address, which a journey may take out of reach. */
  readonly site: Site;
  /** The page, opened by somebody who was never here. */
  readonly visit: Visit;
  /** The page at another address, opened by somebody else who was never here. It ends the visit before. */
  readonly visitAnew: (url?: string) => Promise<Visit>;
}

export const test = base.extend<Fixtures, OfWorker>({
  engineName: ['chromium', { option: true, scope: 'worker' }],
  engine: [
    async ({ engineName }, use) => {
      const engine = await start(engineName);
      await use(engine);
      await engine.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  sharedSite: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are asked for.
    async ({}, use) => {
      const site = await openSite();
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
  site: async ({ sharedSite }, use) => {
    await use(sharedSite);
    await sharedSite.start();
  },
  visitAnew: async ({ engine, site }, use) => {
    await use(async (url = site.url) => {
      const visit = new Visit(await engine.visit());
      await visit.goto(url);
      return visit;
    });
  },
  visit: async ({ visitAnew }, use) => {
    await use(await visitAnew());
  },
});
