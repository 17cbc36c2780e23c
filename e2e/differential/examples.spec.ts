/**
 * The zip of each example runs on the real `workerd` alone, and what its first isolate answers is what it
 * answers in the playground.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { readScenario, type ScenarioStep } from '../../app/requests/scenario/read-scenario';
import { expect, type Playground, test } from '../fixtures';
import { Workbench } from '../workbench';
import { answerFromMirror, serveInstalledPackages } from './package-mirror';
import { serveFolder } from './workerd';

/** Those that `workerd` can run: alone it has no cache, which is what `what-survives` is about. */
const EXAMPLES = [
  'story',
  'counter',
  'one-or-all',
  'condemn-or-abort',
  'poisoned-wasm',
  'healed-wasm',
  'health-check',
  'cut-streams',
  'dropped-sockets',
  'lost-tasks',
  'crash-loop',
  'memory-limits',
  'hono',
];

/** What a client sees. */
type Answer = readonly [status: number, body: string];

/** What came of a scenario in the playground. */
interface Played {
  /** The answers of the first isolate, and which requests they are of. */
  readonly answers: readonly { readonly step: ScenarioStep; readonly answers: readonly Answer[] }[];
  /** What ended it. */
  readonly abort: { readonly step: ScenarioStep; readonly reason: string } | undefined;
}

for (const name of EXAMPLES) {
  test(`${name} taken out as a zip answers on workerd as it does here`, async ({ playground }) => {
    const { page } = playground;
    await using mirror = await serveInstalledPackages();
    await answerFromMirror(page, mirror.url);
    const folder = await takenOut(page, name);
    const scenario = await new Workbench(page).file(`${name}.http`);
    const here = await playHere(playground, readScenario(`${name}.http`, String(scenario)).steps);
    await using served = await serveFolder(folder, ['--socket-addr=http=127.0.0.1:0']);
    for (const { step, answers } of here.answers) {
      const there = await Promise.all(answers.map(() => answerOf(served.url, step)));
      expect(there.toSorted()).toEqual(answers.toSorted());
    }
    if (here.abort?.step.event.kind !== 'fetch') return;
    await answerOf(served.url, here.abort.step).catch(() => {});
    expect((await served.ended).stderr).toContain(`reason = ${here.abort.reason}`);
  });
}

test('startup-abort taken out as a zip does not start on workerd either', async ({
  playground,
}) => {
  const folder = await takenOut(playground.page, 'startup-abort');
  const serving = serveFolder(folder, ['--socket-addr=http=127.0.0.1:0']);
  await expect(serving).rejects.toThrow('service startup-abort: Uncaught Error');
});

test('the packages of a project taken out as a zip can be installed together', async ({
  playground,
}) => {
  const folder = await takenOut(playground.page, 'hono');
  const npm = ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'];
  await promisify(execFile)('npm', npm, { cwd: folder });
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  expect(packages).toHaveProperty(['node_modules/wrangler']);
});

/** Opens an example and downloads it. @returns the path of the folder that was unpacked. */
async function takenOut(page: Page, name: string): Promise<string> {
  const workbench = new Workbench(page);
  await workbench.openExample(name);
  const downloading = page.waitForEvent('download');
  await workbench.command('Download as a zip');
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^[a-z-]+\.zip$/);
  return unpacked(await download.path());
}

/** Unpacks a zip that has everything in one folder. @returns the path of that. */
function unpacked(path: string): string {
  const root = mkdtempSync(join(tmpdir(), 'isolab-zip-'));
  for (const [name, content] of Object.entries(unzipSync(readFileSync(path)))) {
    const file = join(root, name.slice(name.indexOf('/') + 1));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return root;
}

/** Plays the events one after the other, those of one step together, until the first isolate is gone. */
async function playHere(playground: Playground, steps: readonly ScenarioStep[]): Promise<Played> {
  const played: { step: ScenarioStep; answers: Answer[] }[] = [];
  for (const step of steps) {
    const { event, count } = step;
    // The socket of workerd leads to the main worker.
    if (event.init.service !== undefined) continue;
    if (event.kind === 'dispatch') {
      await playground.page.evaluate((init) => window.isolab.dispatch(init), event.init);
    } else {
      const { url, method, headers } = event.init;
      const answers = await playground.page.evaluate(fetchAll, { url, method, headers, count });
      if (await isAnotherGeneration(playground)) break;
      const given = answers.filter((answer) => answer !== undefined);
      if (given.length > 0) played.push({ step, answers: given });
    }
    const reason = await firstAbort(playground);
    if (reason !== undefined) return { answers: played, abort: { step, reason } };
  }
  return { answers: played, abort: undefined };
}

/** Runs in the page. Nothing for a request that went with its isolate. */
async function fetchAll({
  url,
  method,
  headers,
  count,
}: {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly count: number;
}): Promise<(Answer | undefined)[]> {
  const { isolab } = window;
  return Promise.all(
    Array.from({ length: count }, async (): Promise<Answer | undefined> => {
      try {
        const init = {
          method,
          headers: headers.map(([name, value]): [string, string] => [name, value]),
        };
        const response = await isolab.fetch(url, init);
        return [response.status, response.webSocket ? '' : await response.text()];
      } catch (error) {
        // workerd says no more of it to a client.
        const { name } = error as Error;
        return name === 'IsolateAbortedError' ? undefined : [500, 'Internal Server Error'];
      }
    }),
  );
}

/** Whether another isolate than a first one has answered, as where that was condemned. */
async function isAnotherGeneration(playground: Playground): Promise<boolean> {
  const responded = await playground.eventsOf('request.responded');
  return responded.some(({ generation }) => generation !== 1);
}

/** Why an isolate was aborted, if one was. */
async function firstAbort(playground: Playground): Promise<string | undefined> {
  const [aborted] = await playground.eventsOf('isolate.aborted');
  return aborted?.reason ?? undefined;
}

/** What `workerd` answers to an event of a scenario. */
function answerOf(base: string, { event }: ScenarioStep): Promise<Answer> {
  if (event.kind !== 'fetch') throw new Error('Only requests are sent to workerd.');
  const { method, url, headers } = event.init;
  const { pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = httpRequest(new URL(pathname + search, base), {
      method,
      headers: {
        ...Object.fromEntries(headers),
        ...(headers.some(([name]) => name.toLowerCase() === 'upgrade') && {
          Connection: 'Upgrade',
          'Sec-WebSocket-Version': '13',
          'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
        }),
      },
    });
    request.on('response', (response) => {
      text(response).then((body) => resolve([response.statusCode ?? 0, body]), reject);
    });
    request.on('upgrade', (response, socket) => {
      // Until the process ends.
      socket.on('error', () => {});
      resolve([response.statusCode ?? 0, '']);
    });
    request.on('error', reject);
    request.end();
  });
}
