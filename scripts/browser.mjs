// The browser of the end-to-end tests and benchmarks: finds one, or installs one.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { installWithApt, isRoot, mayUseApt, reasonIn } from './apt.mjs';
import { run, runProgram } from './run.mjs';

/**
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {readonly string[]} args what it has to be started with
 */

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chrome.exe',
];

const USUAL_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    return folder ? [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')] : [];
  }),
];

/** No traffic but the tests' own, and no first-run pages. */
const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How a found browser is handed from `npm test` to Playwright's processes. */
const FOUND = 'ISOLAB_BROWSER';

/**
 * The browser that is installed and starts: `CHROME_PATH`, else a Chromium or Chrome at its usual
 * place, else Playwright's download.
 *
 * @returns {Promise<Browser | undefined>}
 */
export async function findBrowser() {
  const found = process.env[FOUND];
  if (found) return JSON.parse(found);
  for (const executablePath of await candidates()) {
    const browser = await tryToStart(executablePath);
    if (!browser) continue;
    process.env[FOUND] = JSON.stringify(browser);
    return browser;
  }
  return undefined;
}

/**
 * Finds a browser, or installs one: Debian's `chromium` where apt works and we may use it, else
 * Playwright's download.
 *
 * @param {(what: string) => void} onBegin called with what is about to be installed
 * @returns {Promise<{ ok: true, browser: Browser } | { ok: false, error: string }>} `error`: one line
 */
export async function ensureBrowser(onBegin) {
  const installed = await findBrowser();
  if (installed) return { ok: true, browser: installed };
  if (process.env.CHROME_PATH) {
    const error = `CHROME_PATH names ${process.env.CHROME_PATH}, and that is no browser that starts.`;
    return { ok: false, error };
  }
  const reasons = [];
  const ways = [
    ...((await mayUseApt())
      ? [{ what: "Debian's chromium", install: () => installWithApt(['chromium']) }]
      : []),
    { what: "Playwright's Chromium", install: installWithPlaywright },
  ];
  for (const { what, install } of ways) {
    onBegin(what);
    const { code, output } = await install();
    const browser = await findBrowser();
    if (browser) return { ok: true, browser };
    reasons.push(`${what}: ${code === 0 ? 'does not start' : reasonIn(output)}`);
  }
  const error = `No browser to test in: install Chromium or Chrome, or set CHROME_PATH (${reasons.join('; ')}).`;
  return { ok: false, error };
}

/** Paths where there is a file, best first. */
async function candidates() {
  const { CHROME_PATH, PATH = '' } = process.env;
  if (CHROME_PATH) return existsSync(CHROME_PATH) ? [CHROME_PATH] : [];
  const onPath = NAMES.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)));
  const { chromium } = await import('@playwright/test');
  return [...onPath, ...USUAL_PATHS, chromium.executablePath()].filter((path) => existsSync(path));
}

/**
 * Starts it once, with its own sandbox if that works: it does not for root, and in many containers.
 *
 * @param {string} executablePath
 * @returns {Promise<Browser | undefined>}
 */
async function tryToStart(executablePath) {
  // A profile of its own: with the usual one, a Chrome that is open already would take over.
  const profile = mkdtempSync(join(tmpdir(), 'isolab-browser-'));
  const once = ['--headless', '--disable-gpu', `--user-data-dir=${profile}`, '--dump-dom'];
  const withSandbox = isRoot() ? [] : [QUIET];
  try {
    for (const args of [...withSandbox, [...QUIET, '--no-sandbox']]) {
      const parameters = [...args, ...once, 'data:text/html,<p>started</p>'];
      const { output } = await run(executablePath, parameters, { timeout: 60_000 });
      if (output.includes('<p>started</p>')) return { executablePath, args };
    }
    return undefined;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function installWithPlaywright() {
  const playwright = { packageName: '@playwright/test' };
  // The libraries it needs come from the system's packages, which only root may install.
  if (isRoot()) {
    const whole = await runProgram(
      'playwright',
      ['install', '--with-deps', 'chromium'],
      playwright,
    );
    if (whole.code === 0) return whole;
  }
  return runProgram('playwright', ['install', 'chromium'], playwright);
}
