// Runs before anything is installed: only Node's own modules may be imported here.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));

/** Programs write to a pipe here, and would not know where their text ends up. */
const COLOR = process.stdout.isTTY
  ? { FORCE_COLOR: '1', NO_COLOR: undefined }
  : { FORCE_COLOR: undefined, NO_COLOR: '1' };

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(1);
  });
}

/**
 * Runs a program in the project's folder to its end. Never rejects: a program that cannot be started
 * ends with code 127, as in a shell.
 *
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {boolean} [options.shell]
 * @param {number} [options.timeout] in ms
 * @param {(text: string) => void} [options.onOutput] called with what it writes, as it comes
 * @returns {Promise<{ code: number, output: string }>} `output`: what it wrote to stdout and stderr,
 *   in that order of arrival; `code`: 1 if a signal ended it
 */
export function run(command, parameters, { env = {}, shell = false, timeout, onOutput } = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, parameters, {
      cwd: root,
      env: { ...process.env, ...COLOR, ...env },
      shell,
      timeout,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    /** @param {string} text */
    const collect = (text) => {
      output += text;
      onOutput?.(text);
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.once('error', (error) => {
      running.delete(child);
      resolve({ code: 127, output: error.message });
    });
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * Runs an installed package's program with this Node.
 *
 * @param {string} name as in `node_modules/.bin`
 * @param {readonly string[]} parameters
 * @param {{ packageName?: string, env?: NodeJS.ProcessEnv, onOutput?: (text: string) => void }} [options]
 *   `packageName`: if it is not the program's name; the others as of `run()`
 */
export function runProgram(name, parameters, { packageName = name, ...options } = {}) {
  const folder = `${root}node_modules/${packageName}/`;
  const { bin } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'));
  const file = typeof bin === 'string' ? bin : bin[name];
  return run(process.execPath, [folder + file, ...parameters], options);
}
