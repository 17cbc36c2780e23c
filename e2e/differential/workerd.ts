/** The real `workerd`, to compare with. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import workerd from 'workerd';
import { workerConfig } from './workerd-config';

/** A `workerd` process that serves on a loopback port. */
export interface ServedWorker extends AsyncDisposable {
  readonly url: string;
  /** Resolves when its process ended, with what it printed. */
  readonly ended: Promise<Printed>;
  /** Ends the process. */
  stop(): Promise<Printed>;
}

export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

/** `workerd` ended instead of serving. */
export class WorkerdFailed extends Error {
  readonly printed: string;

  constructor(printed: string) {
    super(`workerd did not start:\n${printed}`);
    this.printed = printed;
  }
}

/**
 * Bundles a project as wrangler does and serves its main worker with the real `workerd`.
 * @throws {WorkerdFailed} where it does not answer within 10 s.
 */
export async function serveWithWorkerd(
  files: Readonly<Record<string, string>>,
): Promise<ServedWorker> {
  const { workers, embedded } = await workerConfig(files);
  return serve(workers, 'main', embedded);
}

/**
 * Serves a service on a loopback port.
 * @param services Entries of the configuration's list of services.
 * @param embedded The files that they embed, by path.
 * @param probe A path that is asked for until it answers.
 * @throws {WorkerdFailed} where it does not answer within 10 s.
 */
export async function serve(
  services: readonly string[],
  service: string,
  embedded: Readonly<Record<string, string | Uint8Array>>,
  probe = '/',
): Promise<ServedWorker> {
  const folder = mkdtempSync(join(tmpdir(), 'isolab-workerd-'));
  for (const [path, content] of Object.entries(embedded)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const port = await freePort();
  writeFileSync(
    join(folder, 'config.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
     const config :Workerd.Config = (
       services = [${services.join(',\n')}],
       logging = (structuredLogging = true),
       sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "${service}")]);`,
  );
  const process = spawn(workerd.default, ['serve', join(folder, 'config.capnp'), '--experimental']);
  const url = `http://127.0.0.1:${port}/`;
  const ended = Promise.all([text(process.stdout), text(process.stderr)]).then(
    ([stdout, stderr]): Printed => ({ stdout, stderr }),
  );
  async function stop(): Promise<Printed> {
    process.kill();
    const printed = await ended;
    rmSync(folder, { recursive: true, force: true });
    return printed;
  }
  await untilItAnswers(process, new URL(probe, url), stop);
  return {
    url,
    ended,
    stop,
    async [Symbol.asyncDispose]() {
      await stop();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function untilItAnswers(
  process: ChildProcess,
  url: URL,
  stop: () => Promise<Printed>,
): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      await fetch(url, { method: 'HEAD' });
      return;
    } catch {
      if (process.exitCode !== null || Date.now() > deadline) {
        const { stdout, stderr } = await stop();
        throw new WorkerdFailed(stderr + stdout);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
