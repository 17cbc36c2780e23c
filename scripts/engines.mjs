// The browsers of the journeys through all engines: finds them, or installs them.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installWithApt, mayUseApt, reasonIn } from './apt.mjs';
import { ensureBrowser, findBrowser } from './browser.mjs';
import { run } from './run.mjs';

/**
 * @typedef {object} WebKit
 * @property {string} driver WebKit's WebDriver
 * @property {string} browser WebKitGTK's MiniBrowser
 * @property {string} screen Xvfb: MiniBrowser shows itself on a screen
 */

/**
 * What is installed of each engine, ready to be started.
 *
 * @typedef {object} Engines
 * @property {import('./browser.mjs').Browser} [chromium]
 * @property {string} [firefox]
 * @property {WebKit} [webkit]
 */

const FIREFOX = ['firefox-esr', 'firefox', 'firefox.exe'];

const USUAL_FIREFOX = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  ...['PROGRAMFILES', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    return folder ? [join(folder, 'Mozilla Firefox', 'firefox.exe')] : [];
  }),
];

/** Where distributions put WebKitGTK's own programs. */
const LIBRARIES = ['/usr/libexec', '/usr/lib64', '/usr/lib'];

/** What apt installs for an engine. */
const PACKAGES = {
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};

/** @returns {Promise<Engines>} */
export async function findEngines() {
  const [chromium, firefox, webkit] = [await findBrowser(), await findFirefox(), findWebKit()];
  return { ...(chromium && { chromium }), ...(firefox && { firefox }), ...(webkit && { webkit }) };
}

/**
 * Finds the engines, and installs those that are missing where apt works and we may use it.
 *
 * @param {(what: string) => void} onBegin called with what is about to be installed
 * @returns {Promise<{ engines: Engines, missing: readonly string[] }>} `missing`: a line for each
 *   engine that is not there, which says how to install it
 */
export async function ensureEngines(onBegin) {
  const missing = [];
  const chromium = await ensureBrowser(onBegin);
  if (!chromium.ok) missing.push(`chromium is missing. ${chromium.error}`);
  const mayInstall = await mayUseApt();
  for (const name of /** @type {const} */ (['firefox', 'webkit'])) {
    if ((await findEngines())[name]) continue;
    const packages = PACKAGES[name];
    const install = `apt-get install ${packages.join(' ')}`;
    if (!mayInstall) {
      missing.push(`${name} is missing. On Debian, root installs it: ${install}`);
      continue;
    }
    onBegin(packages.join(', '));
    const { output } = await installWithApt(packages);
    if ((await findEngines())[name]) continue;
    missing.push(`${name} is missing. ${install} did not bring it: ${reasonIn(output)}`);
  }
  return { engines: await findEngines(), missing };
}

/** `FIREFOX_PATH`, else a Firefox at its usual place. */
async function findFirefox() {
  const { FIREFOX_PATH } = process.env;
  const candidates = FIREFOX_PATH ? [FIREFOX_PATH] : [...onPath(FIREFOX), ...USUAL_FIREFOX];
  for (const path of candidates) {
    // Ubuntu's /usr/bin/firefox may be no more than the advice to install one.
    if (existsSync(path) && (await run(path, ['--version'])).output.includes('Firefox'))
      return path;
  }
  return undefined;
}

/** @returns {WebKit | undefined} all three, or nothing */
function findWebKit() {
  const [driver] = onPath(['WebKitWebDriver']);
  const [screen] = onPath(['Xvfb']);
  const [browser] = LIBRARIES.flatMap((library) => [
    ...webKitFolders(library),
    ...foldersIn(library).flatMap(webKitFolders),
  ])
    .map((folder) => join(folder, 'MiniBrowser'))
    .filter((path) => existsSync(path));
  return driver && browser && screen ? { driver, browser, screen } : undefined;
}

/** @param {string} library */
function webKitFolders(library) {
  return foldersIn(library).filter((folder) => /\/webkit(2?gtk)-[\d.]+$/.test(folder));
}

/** @param {string} folder */
function foldersIn(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(folder, name));
  } catch {
    return [];
  }
}

/** @param {readonly string[]} names */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .filter((path) => existsSync(path));
}
