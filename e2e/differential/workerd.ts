/** The real `workerd`, to compare with. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import * as v from 'valibot';
import workerd from 'workerd';
import { workerConfig } from './workerd-config';

/** A `workerd` process that serves on a loopback port. */
export interface ServedWorker extends AsyncDisposable {
  readonly url: string;
  /** The lines that it printed so far. */
  printed(): string;
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
  embedded: Embedded,
  probe = '/',
): Promise<ServedWorker> {
  const folder = folderWith(
    services,
    embedded,
    `(name = "http", address = "127.0.0.1:0", http = (), service = "${service}")`,
  );
  return serveFolder(folder, ['--experimental'], probe);
}

/**
 * Serves what a folder's `config.capnp` says, and takes the folder away in the end.
 * @param options of the command `workerd serve`.
 * @param probe A path that is asked for until it answers; with none it may end at any time.
 * @throws {WorkerdFailed} where it does not listen or answer within 10 s.
 */
export async function serveFolder(
  folder: string,
  options: readonly string[],
  probe?: string,
): Promise<ServedWorker> {
  const process = spawn(
    workerd.default,
    ['serve', join(folder, 'config.capnp'), ...options, '--control-fd=3'],
    { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  );
  let stdout = '';
  process.stdout?.setEncoding('utf8').on('data', (part: string) => {
    stdout += part;
  });
  const ended = Promise.all([once(process, 'close'), printedOn(process.stderr)]).then(
    ([, stderr]): Printed => ({ stdout, stderr }),
  );
  async function stop(): Promise<Printed> {
    process.kill();
    const printed = await ended;
    rmSync(folder, { recursive: true, force: true });
    return printed;
  }
  const failed = async () => {
    const { stdout, stderr } = await stop();
    return new WorkerdFailed(stderr + stdout);
  };
  const port = await portOf(process);
  if (port === undefined) throw await failed();
  const url = `http://127.0.0.1:${port}/`;
  if (probe !== undefined && !(await answers(process, new URL(probe, url)))) throw await failed();
  return {
    url,
    printed: () => stdout.slice(0, stdout.lastIndexOf('\n') + 1),
    ended,
    stop,
    async [Symbol.asyncDispose]() {
      await stop();
    },
  };
}

/**
 * Runs the test of an entrypoint, as the command `workerd test` does.
 * @returns All that it printed.
 */
export async function runTest(
  services: readonly string[],
  service: string,
  entrypoint: string,
  embedded: Embedded,
): Promise<string> {
  const folder = folderWith(services, embedded, '');
  const config = join(folder, 'config.capnp');
  const process = spawn(
    workerd.default,
    ['test', config, '--experimental', `${service}:${entrypoint}`],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const [stdout, stderr] = await Promise.all([
    printedOn(process.stdout),
    printedOn(process.stderr),
  ]);
  rmSync(folder, { recursive: true, force: true });
  return stdout + stderr;
}

type Embedded = Readonly<Record<string, string | Uint8Array>>;

/** A folder with `config.capnp` and the files that it embeds. */
function folderWith(services: readonly string[], embedded: Embedded, sockets: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'isolab-workerd-'));
  for (const [path, content] of Object.entries(embedded)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  writeFileSync(
    join(folder, 'config.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
     const config :Workerd.Config = (
       services = [${services.join(',\n')}],
       logging = (structuredLogging = true),
       sockets = [${sockets}]);`,
  );
  return folder;
}

async function printedOn(pipe: Readable | null): Promise<string> {
  return pipe ? text(pipe) : '';
}

const Listening = v.object({ event: v.literal('listen'), port: v.number() });

/** The port that the system gave it, which it tells on its control pipe; `undefined` where it ended before. */
async function portOf({ stdio }: ChildProcess): Promise<number | undefined> {
  const control = stdio[3];
  if (!(control instanceof Readable)) throw new Error('workerd has no control pipe.');
  for await (const line of createInterface({ input: control })) {
    const told = v.safeParse(Listening, JSON.parse(line));
    if (told.success) return told.output.port;
  }
  return undefined;
}

/** Whether it answers before it ends, within 10 s. */
async function answers(process: ChildProcess, url: URL): Promise<boolean> {
  const deadline = Date.now() + 10_000;
  while (process.exitCode === null && Date.now() < deadline) {
    try {
      await fetch(url, { method: 'HEAD' });
      return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  return false;
}
