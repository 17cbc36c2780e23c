/** Hosts of static files. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ourHeadersFor } from '../scripts/vite-production-headers';

/** The folder that `npm run build` writes. */
export const DIST = fileURLToPath(new URL('../dist/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

export interface StaticHost {
  readonly url: string;
  /** Paths that were asked for and are not there. */
  readonly missed: readonly string[];
  /** Serves another folder from now on. */
  serve(folder: string): void;
  /** Answers nobody any more. */
  stop(): Promise<void>;
}

/**
 * Serves a folder on a free port, as a host does that knows nothing of what it serves: with none of our headers.
 * @param below the path that it lies below; begins and ends with a slash
 */
export function startHost(folder: string, below = '/'): Promise<StaticHost> {
  return start(folder, below, (pathname) => ({ path: pathname, headers: {} }));
}

/**
 * Serves a folder as Cloudflare does: with the headers of `_headers`, and pages without their ending.
 * Source: https://developers.cloudflare.com/workers/static-assets/routing/advanced/html-handling/
 */
export function startHostLikeCloudflare(folder: string): Promise<StaticHost> {
  return start(folder, '/', (pathname) => {
    const headers = Object.fromEntries(ourHeadersFor(pathname));
    if (pathname.endsWith('.html')) {
      const location = pathname.replace(/(index)?\.html$/, '');
      return { path: pathname, headers: { ...headers, location } };
    }
    const isPage = /\/[^./]+$/.test(pathname);
    return { path: isPage ? `${pathname}.html` : pathname, headers };
  });
}

interface Routed {
  readonly path: string;
  /** With `location`, the answer is to ask there. */
  readonly headers: Readonly<Record<string, string>>;
}

async function start(
  folder: string,
  below: string,
  route: (pathname: string) => Routed,
): Promise<StaticHost> {
  const missed: string[] = [];
  let served = folder;
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://host');
    try {
      if (!pathname.startsWith(below)) throw new Error('not below the sub-path');
      const { path: routed, headers } = route(pathname);
      if (headers.location !== undefined) {
        response.writeHead(307, headers).end();
        return;
      }
      const path = routed.slice(below.length) || 'index.html';
      const body = await readFile(join(served, path));
      const type = TYPES[extname(path)];
      response
        .writeHead(200, { ...headers, ...(type !== undefined && { 'content-type': type }) })
        .end(body);
    } catch {
      missed.push(pathname);
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // A TCP server that listens has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${below}`,
    missed,
    serve(folder) {
      served = folder;
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
