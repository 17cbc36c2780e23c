import { setTimeout as delay } from 'node:timers/promises';
import type { Case, Observation } from './case';
import { observeTests } from './observe-tests';
import { play } from './play';
import { linesOf, logsIn } from './printed';
import { serve, WorkerdFailed } from './workerd';
import { workerConfig } from './workerd-config';

/** Asked until the driver answers: it plays nothing. */
const PROBE = '/probe';

/** Gathers what `workerd` tells of each event when it has ended. */
const TAIL = `
const items = [];
export default {
  tail: (events) => void items.push(...events),
  fetch: () => Response.json(items.splice(0)),
};`;

/** What other workers have to finish what an event made them do, and to hear of it, in ms. */
const UNTIL_OTHERS_ENDED = 100;

/** Plays the events, and answers with what came of them. */
function driver({ events, files }: Case): string {
  const others = Object.keys(files).some((path) => path.startsWith('workers/'));
  return `
const play = ${play.toString()};
const player = (main) => ({
  fetch: (url, init) => main.fetch(url, init),
  scheduled: ({ cron, scheduledTime }) => main.scheduled({ cron, scheduledTime: new Date(scheduledTime) }),
  queue: ({ queue, messages }) =>
    main.queue(queue, messages.map((message) => ({ ...message, timestamp: new Date(message.timestamp) }))),
});
async function tailed(tail) {
  for (let tries = 0; tries < 100; tries += 1) {
    const [item] = await (await tail.fetch('https://tail.example')).json();
    if (item) return item;
    await scheduler.wait(20);
  }
}
export default {
  async fetch(request, { MAIN, TAIL }) {
    if (new URL(request.url).pathname === '${PROBE}') return new Response();
    const seen = [];
    for (const event of ${JSON.stringify(events)}) {
      const result = await play(player(MAIN), event);
      const { outcome, exceptions } = await tailed(TAIL);
      await scheduler.wait(${others ? UNTIL_OTHERS_ENDED : 0});
      seen.push({ result, outcome, exceptions: exceptions.map(({ name, message }) => ({ name, message })) });
    }
    return Response.json(seen);
  },
};`;
}

/** How long what other workers log may come after the last answer, in ms. */
const LATEST_LOG = 5000;

/**
 * Runs a case on the real `workerd`.
 * @param logs How many lines it should log: where it is busy, the last ones come after the answer.
 */
export async function observeWorkerd(
  played: Case,
  logs: () => Promise<number> = async () => 0,
): Promise<Observation> {
  if (played.events.some(({ type }) => type === 'test')) return observeTests(played);
  const { workers, embedded } = await workerConfig(played.files, ['tail']);
  const services = [
    ...workers,
    `(name = "tail", worker = (modules = [(name = "tail.js", esModule = embed "tail.js")], compatibilityDate = "2026-08-01"))`,
    `(name = "driver", worker = (modules = [(name = "driver.js", esModule = embed "driver.js")],
      compatibilityDate = "2026-08-01", compatibilityFlags = ["service_binding_extra_handlers"],
      bindings = [(name = "MAIN", service = "main"), (name = "TAIL", service = "tail")]))`,
  ];
  const all = { ...embedded, 'tail.js': TAIL, 'driver.js': driver(played) };
  try {
    await using served = await serve(services, 'driver', all, PROBE);
    const response = await fetch(served.url);
    const answer = await response.text();
    const latest = Date.now() + LATEST_LOG;
    const expected = await logs();
    while (logsIn(served.printed()).length < expected && Date.now() < latest) await delay(10);
    const { stdout } = await served.stop();
    if (!response.ok) throw new Error(`The driver failed: ${answer}\n${stdout}`);
    return { startup: 'ok', events: JSON.parse(answer), logs: logsIn(stdout) };
  } catch (error) {
    if (!(error instanceof WorkerdFailed)) throw error;
    return { startup: startupErrorIn(error.printed), events: [], logs: logsIn(error.printed) };
  }
}

/** `service main: Uncaught TypeError: why\n  at worker.js:1:7` -> `TypeError: why` */
function startupErrorIn(printed: string): string {
  const line = linesOf(printed).find(({ message }) => message.startsWith('service main: '));
  if (!line) throw new Error(printed);
  return line.message
    .replace('service main: Uncaught ', '')
    .replace('service main: ', 'Error: ')
    .replace(/\n {2}at [\s\S]*$/, '');
}
