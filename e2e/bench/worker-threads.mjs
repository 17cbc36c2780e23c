import { readdirSync, readFileSync } from 'node:fs';

/** The kernel keeps 15 characters of Chromium's `DedicatedWorker thread`. */
const NAME = 'DedicatedWorker';

/**
 * How many threads of Web Workers there are in the processes that this one started. Only Linux tells.
 *
 * @returns {number | undefined}
 */
export function countWorkerThreads() {
  if (process.platform !== 'linux') return undefined;
  return descendants().reduce((sum, pid) => sum + threadsOf(pid), 0);
}

function descendants() {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({ pid: Number(pid), parent: parentOf(pid) }));
  const found = [process.pid];
  // The list grows while it is walked.
  for (const pid of found) {
    for (const child of parents) if (child.parent === pid) found.push(child.pid);
  }
  return found;
}

/** @param {string} pid */
function parentOf(pid) {
  // After the name, which is in brackets and may hold anything: the state, then the parent.
  return Number(read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[1]);
}

/** @param {number} pid */
function threadsOf(pid) {
  return list(`/proc/${pid}/task`).filter(
    (thread) => read(`/proc/${pid}/task/${thread}/comm`).trim() === NAME,
  ).length;
}

/** A process may be gone before it is looked at. @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** @param {string} folder */
function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
