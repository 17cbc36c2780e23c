// esbuild-wasm in a Web Worker, on a page of its own, as the app has its compiler in one.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serveOnLoopback } from './loopback.mjs';

const PACKAGE = new URL('../../node_modules/esbuild-wasm/', import.meta.url);

/** Bundles files in memory as wrangler does, and gives code and map. */
const WORKER = `
import { build, initialize } from './browser.js';
const started = initialize({ wasmURL: './esbuild.wasm', worker: false });
const join = (importer, path) => new URL(path, 'file:///' + importer).pathname.slice(1);
const inMemory = (files) => ({
  name: 'in-memory',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
      const base = kind === 'entry-point' ? path : join(importer, path);
      return { path: base in files ? base : base + '.ts', namespace: 'files' };
    });
    onLoad({ filter: /.*/, namespace: 'files' }, ({ path }) => ({ contents: files[path], loader: 'ts' }));
  },
});
onmessage = async ({ data: { files, main } }) => {
  await started;
  const { outputFiles } = await build({
    entryPoints: [main], bundle: true, write: false, format: 'esm', target: 'es2024', keepNames: true,
    sourcemap: 'external', outdir: '/out', plugins: [inMemory(files)],
  });
  postMessage(outputFiles.map(({ text }) => text));
};`;

/** @type {Readonly<Record<string, { type: string, body: () => string | Buffer }>>} */
const FILES = {
  '/': { type: 'text/html', body: () => '<!doctype html><title>esbuild-wasm</title>' },
  '/worker.js': { type: 'text/javascript', body: () => WORKER },
  '/browser.js': { type: 'text/javascript', body: () => inPackage('esm/browser.min.js') },
  '/esbuild.wasm': { type: 'application/wasm', body: () => inPackage('esbuild.wasm') },
};

/** @param {string} path */
function inPackage(path) {
  return readFileSync(fileURLToPath(new URL(path, PACKAGE)));
}

/** Serves it on a loopback port. */
export function serveEsbuild() {
  return serveOnLoopback(({ url = '/' }, response) => {
    const file = FILES[url];
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': file.type, 'cache-control': 'max-age=600' });
    return response.end(file.body());
  });
}
