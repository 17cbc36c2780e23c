import { defineConfig } from '@playwright/test';
import { findEngines } from '../../scripts/engines.mjs';
import { ENGINES } from './engine';
import type { OfWorker } from './test';

const found = await findEngines();

export default defineConfig<object, OfWorker>({
  testDir: '.',
  testMatch: '*.journey.ts',
  outputDir: '../../test-results/engines',
  workers: 2,
  // A journey that passes only sometimes is broken.
  retries: 0,
  // Generous, for a machine that is busy with something else: no journey is about time. What takes longer
  // is ended together with its browser.
  timeout: 180_000,
  expect: { timeout: 60_000 },
  forbidOnly: !!process.env.CI,
  projects: ENGINES.filter((name) => found[name]).map((name) => ({
    name,
    use: { engineName: name },
  })),
});
