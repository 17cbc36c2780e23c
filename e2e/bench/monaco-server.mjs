// Monaco's own build, alone in a page, as the app has it in its workbench.
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { serveOnLoopback } from './loopback.mjs';

const PACKAGE = new URL('../../node_modules/monaco-editor/min/', import.meta.url);

/** @param {string} url */
function typeOf(url) {
  switch (extname(url)) {
    case '':
      return 'text/html';
    case '.js':
      return 'text/javascript';
    case '.css':
      return 'text/css';
    default:
      return 'application/octet-stream';
  }
}

/** With the options of the app that change what is drawn. @param {string} text of the file */
const pageOf = (text) => `<!doctype html><title>Monaco</title>
<style>html, body, div#editor { height: 100%; margin: 0 }</style>
<div id="editor"></div>
<script src="vs/loader.js"></script>
<script>
require.config({ paths: { vs: 'vs' } });
require(['vs/editor/editor.main'], ({ editor, Uri }) => {
  const text = ${JSON.stringify(text)};
  editor.create(document.getElementById('editor'), {
    model: editor.createModel(text, 'typescript', Uri.parse('file:///src/index.ts')),
    minimap: { enabled: false },
    automaticLayout: true,
    fixedOverflowWidgets: true,
    scrollBeyondLastLine: false,
  });
});
</script>`;

/** Serves it on a loopback port. @param {string} text of the TypeScript file that is open */
export function serveMonaco(text) {
  return serveOnLoopback(async ({ url = '/' }, response) => {
    try {
      const body = url === '/' ? pageOf(text) : await readFile(new URL(url.slice(1), PACKAGE));
      response.writeHead(200, { 'content-type': typeOf(url) }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
}
