import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.mjs';

const browser = await findBrowser();
if (!browser) throw new Error('No Chromium or Chrome was found: `npm test` installs one.');

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // A test that passes only sometimes is broken.
  retries: 0,
  // Generous, for a machine that is busy with something else: no test is about time.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: !!process.env.CI,
  webServer: {
    command: 'node scripts/serve.mjs',
    // The server takes a free port, so that two checkouts can be tested at once.
    wait: { stdout: /(?<isolab_url>http:\/\/\S+)\s/ },
  },
  use: {
    ...(process.env.ISOLAB_URL && { baseURL: process.env.ISOLAB_URL }),
    browserName: 'chromium',
    // It would fetch the whole page once more in each test, and answer what a test wants to answer.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: browser.executablePath,
      args: [...browser.args],
      // Playwright would add --no-sandbox; where it is needed, `args` has it.
      chromiumSandbox: !browser.args.includes('--no-sandbox'),
    },
    // Without its film of the page: a timeline that moves would cost more than the test.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
  },
});
