/** A CDN of the npm packages that are installed here, in the manner of esm.sh. */
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { build, type Plugin } from 'esbuild';
import { PACKAGES, packageFolder } from './installed-packages';

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export interface PackageMirror extends AsyncDisposable {
  readonly url: string;
}

/**
 * Serves `/NAME@RANGE/PATH`: a module that exports what the version does that is installed, and of that an
 * ES module for Workers, whose imports of other packages are such paths.
 */
export async function serveInstalledPackages(): Promise<PackageMirror> {
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    void answer(new URL(request.url ?? '/', 'http://mirror'), response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Answers what a page asks of esm.sh: its policy lets it ask nobody else. */
export async function answerFromMirror(page: Page, mirror: string): Promise<void> {
  await page.route('https://esm.sh/**', async (route) => {
    const { pathname, search } = new URL(route.request().url());
    const response = await fetch(`${mirror}${pathname}${search}`, { redirect: 'manual' });
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    });
  });
}

const ASKED = /^\/((?:@[^/@]+\/)?[^/@]+)(?:@([^/]+))?(\/.*)?$/;

async function answer({ pathname, search }: URL, response: ServerResponse): Promise<void> {
  const [, name = '', version, path = ''] = ASKED.exec(decodeURIComponent(pathname)) ?? [];
  const folder = packageFolder(name, version);
  if (!folder) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end(`no package ${name}`);
    return;
  }
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const built = await moduleOf(`${folderName(folder)}${path}`, name, manifest, search);
  const exact = `/${name}@${manifest.version}${path}${search}`;
  const code = version === manifest.version ? built.code : stubOf(exact, built);
  response.writeHead(200, { 'content-type': 'application/javascript; charset=utf-8' }).end(code);
}

/** How a folder is imported. */
function folderName(folder: string): string {
  return folder.slice(PACKAGES.length + 1);
}

interface Built {
  readonly code: string;
  readonly hasDefault: boolean;
}

/** What stands for a version that is not named exactly. */
function stubOf(path: string, { hasDefault }: Built): string {
  const from = JSON.stringify(path);
  return `export * from ${from};${hasDefault ? ` export { default } from ${from};` : ''}`;
}

async function moduleOf(
  entry: string,
  name: string,
  manifest: Manifest,
  query: string,
): Promise<Built> {
  const { metafile, outputFiles } = await build({
    entryPoints: [entry],
    absWorkingDir: dirname(PACKAGES),
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['workerd', 'worker', 'browser'],
    keepNames: true,
    logLevel: 'silent',
    external: ['node:*', 'cloudflare:*'],
    outdir: 'out',
    plugins: [otherPackages(name, manifest, query)],
  });
  const hasDefault = Object.values(metafile.outputs)[0]?.exports.includes('default') ?? false;
  return { code: outputFiles[0]?.text ?? '', hasDefault };
}

function otherPackages(name: string, manifest: Manifest, query: string): Plugin {
  const ranges = { ...manifest.peerDependencies, ...manifest.dependencies };
  return {
    name: 'other-packages',
    setup({ onResolve }) {
      onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        const [, other = '', sub = ''] = /^((?:@[^/]+\/)?[^/]+)(.*)$/.exec(path) ?? [];
        if (kind === 'entry-point' || other === name || /^(?:node|cloudflare):/.test(path)) return;
        return { path: `/${other}@${ranges[other] ?? 'latest'}${sub}${query}`, external: true };
      });
    },
  };
}
