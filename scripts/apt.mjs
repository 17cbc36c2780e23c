// Debian's packages, where we may install some.
import { run } from './run.mjs';

/** Whether apt is here and we may use it, as root or by a `sudo` that asks nothing. */
export async function mayUseApt() {
  const apt = await run('apt-get', ['--version']);
  return apt.code === 0 && (isRoot() || (await run('sudo', ['-n', 'true'])).code === 0);
}

/**
 * @param {readonly string[]} packages
 * @returns {Promise<{ code: number, output: string }>} as `run()`
 */
export async function installWithApt(packages) {
  const updated = await apt(['update']);
  if (updated.code !== 0) return updated;
  return apt(['install', '--yes', '--no-install-recommends', ...packages]);
}

export function isRoot() {
  return process.getuid?.() === 0;
}

/**
 * The line of a program's output that says why it failed, shortened to a line of ours.
 *
 * @param {string} output
 */
export function reasonIn(output) {
  const lines = output.trim().split('\n');
  const reason = lines.findLast((line) => /^(E: |Error: )/.test(line)) ?? lines.at(-1) ?? '';
  return reason.trim().slice(0, 160);
}

/** @param {readonly string[]} parameters */
function apt(parameters) {
  const words = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...parameters];
  return isRoot() ? run('env', words.slice(1)) : run('sudo', ['-n', ...words]);
}
