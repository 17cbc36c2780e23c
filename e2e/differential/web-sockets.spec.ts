import { expect, test } from '../fixtures';
import { serveWithWorkerd } from './workerd';

/** Tries what a worker can do with WebSockets, and answers with all that came of it. */
const WORKER = `
const log = [];
const attempt = (what, work) => {
  try {
    log.push([what, String(work())]);
  } catch (error) {
    log.push([what, error.constructor.name, error.name, error.message]);
  }
};
const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
function pair(name) {
  const ends = Object.values(new WebSocketPair());
  for (const [index, end] of ends.entries()) {
    end.binaryType = 'arraybuffer';
    // Not 'error': workerd fires one after its own answer to a close, in a connection that is over.
    for (const type of ['message', 'close']) {
      end.addEventListener(type, (event) => {
        const { data, code, reason, wasClean } = event;
        const shown = data instanceof ArrayBuffer ? [...new Uint8Array(data)] : data;
        log.push([name + index, event.constructor.name, type, shown, code, reason, wasClean, end.readyState]);
      });
    }
  }
  return ends;
}
export default {
  async fetch() {
    log.length = 0;
    {
      const made = new WebSocketPair();
      const [client] = [...made];
      log.push([Object.keys(made), String(made), String(client), client === made[0]]);
      log.push([client instanceof EventTarget, client instanceof WebSocket, WebSocket.OPEN]);
      log.push([client.readyState, client.url, client.protocol, client.extensions]);
    }
    {
      const [a, b] = pair('talk');
      attempt('send before accept', () => a.send('x'));
      attempt('close before accept', () => a.close());
      a.accept();
      attempt('accept again', () => a.accept());
      a.send('early');
      await pause();
      log.push('accept');
      b.accept();
      log.push('accepted');
      await pause();
      const bytes = Uint8Array.of(1, 2, 3);
      b.send(bytes.subarray(1));
      b.send(bytes.buffer);
      bytes.fill(0);
      attempt('send a number', () => b.send(5));
      attempt('send an object', () => b.send({}));
      attempt('send nothing', () => b.send());
      await pause();
      for (const code of [999, 1004, 1005, 1006, 1015, 5000, 'abc']) {
        attempt('close ' + code, () => a.close(code));
      }
      attempt('reason without code', () => a.close(undefined, 'why'));
      attempt('long reason', () => a.close(1000, 'ä'.repeat(62)));
      a.close(3001, 'bye');
      attempt('send after close', () => a.send('x'));
      attempt('close again', () => a.close(1000));
      await pause();
      log.push([a.readyState, b.readyState]);
    }
    {
      const [a, b] = pair('no code');
      a.accept();
      b.accept();
      b.close();
      await pause();
    }
    {
      const [client, server] = pair('response');
      attempt('200', () => new Response(null, { webSocket: client }));
      attempt('a body', () => new Response('x', { status: 101, webSocket: client }));
      attempt('no WebSocket', () => new Response(null, { status: 101, webSocket: {} }));
      const response = new Response(null, { status: 101, webSocket: client, headers: { a: 'b' } });
      attempt('clone', () => response.clone());
      const { status, ok, body, headers, webSocket } = response;
      log.push([status, ok, body, headers.get('a'), webSocket === client]);
      log.push([new Response(null, response).webSocket === client, new Response('').webSocket]);
      log.push([response instanceof Response, Response.json(1) instanceof Response]);
    }
    return Response.json(log);
  },
};`;

test('WebSockets inside of a worker do what they do in workerd', async ({ playground }) => {
  await using real = await serveWithWorkerd({ 'worker.js': WORKER });
  const expected: unknown = await (await fetch(real.url)).json();
  await playground.openWorker(WORKER);
  const answer = await playground.fetch('/');
  expect(answer).toMatchObject({ how: 'resolved' });
  expect(JSON.parse(answer.how === 'resolved' ? answer.text : '')).toEqual(expected);
});
