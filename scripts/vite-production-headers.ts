import { readFileSync } from 'node:fs';
import type { Connect, HtmlTagDescriptor, Plugin } from 'vite';

/** One rule of a `_headers` file: a path, which may end in `*`, and what it sets or takes away. */
interface HeaderRule {
  readonly path: string;
  readonly set: readonly (readonly [name: string, value: string])[];
  readonly unset: readonly string[];
}

/**
 * Reads the `_headers` format of static hosts: a path on a line of its own, below it, indented,
 * `Name: value`, or `! Name` to take away what an earlier rule set.
 * Source: https://developers.cloudflare.com/workers/static-assets/headers/
 */
function readHeaderRules(text: string): HeaderRule[] {
  const lines = text.split('\n').filter((line) => line.trim() && !line.trim().startsWith('#'));
  return lines.flatMap((line, index) => {
    if (/^\s/.test(line)) return [];
    const below = lines.slice(index + 1);
    const end = below.findIndex((next) => !/^\s/.test(next));
    const own = below.slice(0, end < 0 ? undefined : end).map((next) => next.trim());
    return {
      path: line.trim(),
      unset: own.filter((next) => next.startsWith('!')).map((next) => next.slice(1).trim()),
      set: own
        .filter((next) => !next.startsWith('!'))
        .map((next): [string, string] => {
          const colon = next.indexOf(':');
          return [next.slice(0, colon).trim(), next.slice(colon + 1).trim()];
        }),
    };
  });
}

function headersFor(path: string, rules: readonly HeaderRule[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (const rule of rules) {
    const matches = rule.path.endsWith('*')
      ? path.startsWith(rule.path.slice(0, -1))
      : path === rule.path;
    if (!matches) continue;
    for (const name of rule.unset) headers.delete(name);
    for (const [name, value] of rule.set) headers.set(name, value);
  }
  return headers;
}

const readOurRules = () =>
  readHeaderRules(readFileSync(new URL('../public/_headers', import.meta.url), 'utf8'));

/** What `public/_headers` gives to a path. */
export function ourHeadersFor(path: string): Map<string, string> {
  return headersFor(path, readOurRules());
}

/** The policy that `public/_headers` gives to a path. */
export function policyOf(path: string): string {
  const policy = ourHeadersFor(path).get('Content-Security-Policy');
  if (policy === undefined) throw new Error(`public/_headers has no policy for ${path}.`);
  return policy;
}

/**
 * Serves `public/_headers` as a static host would, in `vite preview` for every file and in
 * development for the sandbox (the page itself needs Vite's inline scripts there), and writes the
 * page's Content-Security-Policy into `index.html`, for hosts that know no `_headers`.
 */
export function productionHeaders(): Plugin {
  const rules = readOurRules();
  const serve =
    (only: (path: string) => boolean): Connect.NextHandleFunction =>
    (request, response, next) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (only(pathname)) {
        for (const [name, value] of headersFor(pathname, rules)) response.setHeader(name, value);
      }
      next();
    };
  return {
    name: 'isolab:production-headers',
    configureServer: (server) => {
      server.middlewares.use(serve((path) => path === '/sandbox.html' || path === '/network.html'));
    },
    configurePreviewServer: (server) => {
      server.middlewares.use(serve(() => true));
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { server }): HtmlTagDescriptor[] {
        const policy = headersFor('/', rules).get('Content-Security-Policy');
        if (server || !policy) return [];
        return [
          {
            tag: 'meta',
            attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
            injectTo: 'head-prepend',
          },
        ];
      },
    },
  };
}
