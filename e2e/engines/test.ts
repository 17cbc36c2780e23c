/** What every journey has: the built app, open in the engine that the run is about. */
import { test as base, expect } from '@playwright/test';
import { type Difference, differenceAt } from './differences';
import type { Engine, EngineName } from './engine';
import { Life } from './life';
import { openSite, type Site } from './site';
import { start } from './start';
import { Visit } from './visit';

export { expect };

/** What journeys of a worker process share: to start a browser takes longer than most journeys. */
export interface OfWorker {
  readonly engineName: EngineName;
  readonly house: House;
}

interface House {
  readonly engine: Engine;
  readonly site: Site;
  /** The page that nobody closed yet, with worker services of earlier journeys in it. */
  shared: Visit | undefined;
}

interface Fixtures {
  /** The built app's address, which a journey may take out of reach. */
  readonly site: Site;
  /** The page, opened by somebody who was never here. */
  readonly visit: Visit;
  /** The page at an address, opened by somebody who was never here. It ends the visit before. */
  readonly visitAnew: (url?: string) => Promise<Visit>;
  /** A worker service of its own, in a page that it shares with others. */
  readonly life: Life;
  /** How this engine differs here: what a journey is to expect of it instead. */
  readonly differs: (at: Difference) => boolean;
}

export const test = base.extend<Fixtures, OfWorker>({
  engineName: ['chromium', { option: true, scope: 'worker' }],
  house: [
    async ({ engineName }, use) => {
      const [engine, site] = await Promise.all([start(engineName), openSite()]);
      await use({ engine, site, shared: undefined });
      await engine.close();
      await site.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  site: async ({ house }, use) => {
    await use(house.site);
    await house.site.start();
  },
  visitAnew: async ({ house }, use) => {
    await use(async (url = house.site.url) => {
      house.shared = undefined;
      const visit = new Visit(await house.engine.visit());
      await visit.goto(url);
      return visit;
    });
  },
  visit: async ({ visitAnew }, use) => {
    await use(await visitAnew());
  },
  life: async ({ house, visitAnew }, use, { testId }) => {
    house.shared ??= await visitAnew();
    const { shared } = house;
    await use(new Life(shared, `life-${testId}`, (await shared.events()).length));
    house.shared = shared;
  },
  differs: async ({ engineName }, use) => {
    await use((at) => differenceAt(at, engineName));
  },
});
