import { pathToFileURL } from 'node:url';
import { preview } from 'vite';
import { root } from './run.mjs';

/**
 * Serves the built app from `dist/` with its production headers, until the process ends or it
 * is closed.
 *
 * @param {number} [port] without it, the first free one from 4173 on; 0 takes any free one
 * @returns {Promise<{ ok: true, url: string, close: () => Promise<void> } | { ok: false, error: string }>}
 *   `close`: from then on nobody answers at the address
 */
export async function serve(port) {
  try {
    const server = await preview({
      root,
      logLevel: 'silent',
      preview: {
        // One address, so that "taken" means the same to this server and to the next.
        host: '127.0.0.1',
        strictPort: port !== undefined,
        ...(port !== undefined && { port }),
      },
    });
    const address = server.httpServer.address();
    if (!address || typeof address === 'string') throw new Error('The server has no port.');
    return {
      ok: true,
      url: `http://127.0.0.1:${address.port}/`,
      close: () => server.close(),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const taken = port !== undefined && /already in use|EADDRINUSE/i.test(message);
    return {
      ok: false,
      error: taken
        ? `Port ${port} is taken: set PORT to another one, or leave it out to get a free one.`
        : `The app cannot be served: ${message}`,
    };
  }
}

// Started as a program, as the end-to-end tests do.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const served = await serve(0);
  console.log(served.ok ? `Isolab is at ${served.url}` : served.error);
  if (!served.ok) process.exit(1);
}
