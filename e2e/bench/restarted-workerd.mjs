/**
 * The real `workerd` as people have it on one machine: `abortIsolate()` ends its process, and whoever
 * started it starts it again.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import workerd from 'workerd';

const WORKER = `
  import { abortIsolate } from 'cloudflare:workers';
  export default {
    fetch(request) {
      if (new URL(request.url).pathname === '/abort') abortIsolate('bench');
      return new Response();
    },
  };`;

/** ms after which a process that does not answer is taken for broken. */
const PATIENCE = 10_000;

/**
 * Starts workerd and waits for its first answer.
 *
 * @returns {Promise<{ abortToFirstAnswer: () => Promise<number>, close: () => void }>}
 *   `abortToFirstAnswer`: ms from sending the request that aborts until the process that was started
 *   in its place has answered another
 * @throws where it does not answer within 10 s
 */
export async function startWorkerd() {
  const folder = mkdtempSync(join(tmpdir(), 'isolab-bench-'));
  const port = await freePort();
  writeFileSync(join(folder, 'worker.js'), WORKER);
  writeFileSync(
    join(folder, 'config.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
     const config :Workerd.Config = (
       services = [(name = "main", worker = (
         modules = [(name = "worker.js", esModule = embed "worker.js")],
         compatibilityDate = "2026-08-01", compatibilityFlags = ["experimental"]))],
       sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]);`,
  );
  const start = () =>
    spawn(workerd.default, ['serve', join(folder, 'config.capnp'), '--experimental'], {
      stdio: 'ignore',
    });

  let running = start();
  const close = () => {
    process.off('exit', close);
    running.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', close);
  await firstAnswer(port);

  return {
    async abortToFirstAnswer() {
      const began = performance.now();
      const ended = new Promise((resolve) => running.once('exit', resolve));
      request(port, '/abort').catch(() => {});
      await ended;
      running = start();
      await firstAnswer(port);
      return performance.now() - began;
    },
    close,
  };
}

/** @param {number} port */
async function firstAnswer(port) {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    try {
      await request(port, '/');
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
}

/** @param {number} port @param {string} path @returns {Promise<void>} once all of the answer is read */
function request(port, path) {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      response.once('end', resolve).once('error', reject).resume();
    }).once('error', reject);
  });
}

async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
