// Runs before anything is installed: only Node's own modules may be imported here.
import { readFileSync } from 'node:fs';
import { run } from './run.mjs';

const root = new URL('../', import.meta.url);

/**
 * Brings `node_modules` to what `package-lock.json` says, if it is not there yet. Needs npm and its
 * registry.
 *
 * @param {() => void} onBegin called only if there is something to install
 * @returns {Promise<{ ok: true } | { ok: false, error: string }>}
 */
export async function installPackages(onBegin) {
  if (missingPackages().length === 0) return { ok: true };
  onBegin();
  // Not `npm ci`: it deletes everything first. `--no-save` leaves the lock file as it is.
  const { code, output } = await runNpm(
    'install --no-save --include=dev --include=optional --no-audit --no-fund --loglevel=error',
  );
  return code === 0 ? { ok: true } : { ok: false, error: output };
}

/**
 * The packages of the lock file that `node_modules` lacks or has in another version. Optional ones
 * do not count: which of them are installed depends on the machine.
 */
function missingPackages() {
  const wanted = lockedPackages('package-lock.json') ?? {};
  const installed = lockedPackages('node_modules/.package-lock.json') ?? {};
  return Object.entries(wanted).filter(
    ([path, { version, optional }]) =>
      path !== '' && !optional && installed[path]?.version !== version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }> | undefined} by path
 */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(new URL(file, root), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** @param {string} line the command and its arguments, separated by single spaces */
function runNpm(line) {
  const npm = process.env.npm_execpath;
  // Inside `npm start` and `npm test` this is the very npm that was called.
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...line.split(' ')]);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', line.split(' '), {
    shell: process.platform === 'win32',
  });
}
