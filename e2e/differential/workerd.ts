/** The real `workerd`, to compare with. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { buildSync } from 'esbuild';
import workerd from 'workerd';

/** A worker that the real runtime serves on a loopback port. */
export interface ServedWorker extends AsyncDisposable {
  readonly url: string;
  /** Resolves when its process ended, with what it printed. */
  readonly ended: Promise<string>;
}

/**
 * Bundles a project as wrangler does (esbuild) and serves it with the real `workerd`.
 * @throws where workerd does not answer within 10 s; the message holds what it printed.
 */
export async function serveWithWorkerd(
  files: Readonly<Record<string, string>>,
  main: string,
): Promise<ServedWorker> {
  const folder = mkdtempSync(join(tmpdir(), 'isolab-workerd-'));
  writeFileSync(join(folder, 'worker.js'), bundle(files, main));
  const port = await freePort();
  writeFileSync(
    join(folder, 'config.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
     const config :Workerd.Config = (
       services = [(name = "main", worker = (
         modules = [(name = "worker.js", esModule = embed "worker.js")],
         compatibilityDate = "2026-08-01", compatibilityFlags = ["nodejs_compat"]))],
       sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]);`,
  );
  const process = spawn(workerd.default, ['serve', join(folder, 'config.capnp'), '--experimental']);
  const url = `http://127.0.0.1:${port}/`;
  const ended = text(process.stderr);
  await untilItListens(process, url, ended);
  return {
    url,
    ended,
    async [Symbol.asyncDispose]() {
      process.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function bundle(files: Readonly<Record<string, string>>, main: string): string {
  const result = buildSync({
    stdin: { contents: files[main] ?? '', loader: 'ts', sourcefile: main },
    bundle: true,
    write: false,
    format: 'esm',
    external: ['cloudflare:*', 'node:*'],
  });
  return result.outputFiles[0]?.text ?? '';
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function untilItListens(
  process: ChildProcess,
  url: string,
  ended: Promise<string>,
): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      await fetch(url, { method: 'HEAD' });
      return;
    } catch {
      if (process.exitCode !== null || Date.now() > deadline) {
        process.kill();
        throw new Error(`workerd did not start:\n${await ended}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
