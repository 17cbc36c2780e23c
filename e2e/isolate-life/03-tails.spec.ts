import { expect, type Life, test } from './life';

const PRODUCER = `
import { abortIsolate } from 'cloudflare:workers';
export default {
  async fetch({ url }) {
    const { pathname } = new URL(url);
    if (pathname === '/abort') abortIsolate('poisoned');
    if (pathname === '/after') return new Response('ok');
    console.log('waits');
    await new Promise(() => {});
  },
};`;

const CONSUMER = `
export default {
  tail(items) {
    for (const { event, outcome, logs, exceptions } of items) {
      const { pathname } = new URL(event.request.url);
      const lines = logs.map(({ message }) => message.join(' '));
      const thrown = exceptions.map(({ name, message }) => name + ': ' + message);
      console.log([pathname, outcome, ...lines, ...thrown].join(' | '));
    }
  },
};`;

const nameOfConsumer = (life: Life) => `${life.service}-consumer`;

const open = (life: Life, configuration: Record<string, unknown> = {}) =>
  life.open(
    {
      'worker.js': PRODUCER,
      'workers/consumer/wrangler.jsonc': JSON.stringify({
        name: nameOfConsumer(life),
        main: 'worker.js',
      }),
      'workers/consumer/worker.js': CONSUMER,
    },
    { main: 'worker.js', tail_consumers: [{ service: nameOfConsumer(life) }], ...configuration },
  );

/** What the consumer wrote of each event that it was told of. */
const heard = async (life: Life) =>
  (await life.page.evaluate(() => window.isolab.events())).flatMap((event) =>
    event.type === 'log' && event.service === nameOfConsumer(life) ? [event.text] : [],
  );

test('3 a tail consumer hears of each request that an abort ended, with the reason', async ({
  life,
}) => {
  await open(life);
  const slow = life.fetch('/slow');
  await life.until({ type: 'log', text: 'waits' });
  await life.fetch('/abort');
  await slow;
  await expect
    .poll(async () => (await heard(life)).toSorted())
    .toEqual([
      expect.stringMatching(/^\/abort \| exception \| \w+: .*poisoned/),
      expect.stringMatching(/^\/slow \| exception \| waits \| \w+: .*poisoned/),
    ]);
});

test('3 under the policy process nobody tells a tail consumer: the process is gone', async ({
  life,
}) => {
  await open(life, { isolab: { policy: 'process' } });
  await life.fetch('/abort');
  await life.until({ type: 'request.ended', outcome: 'aborted' });
  // What is told of it would come after what is told of the other.
  await life.fetch('/after');
  await expect.poll(() => heard(life)).toEqual(['/after | ok']);
});
