import { createServer } from 'node:http';

/**
 * Serves on a free loopback port.
 *
 * @param {import('node:http').RequestListener} listener
 */
export async function serveOnLoopback(listener) {
  const server = createServer(listener);
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}
