import { expect, test } from 'vitest';
import type { ProjectFiles } from '../project';
import { bundle } from './bundle';

const OPTIONS = { rules: [], nodeCompat: true, cdn: 'https://cdn.example' };

async function bundled(files: ProjectFiles) {
  const result = await bundle(files, 'index.ts', OPTIONS);
  if (!result.ok) throw new Error(result.diagnostics.map(({ error }) => error.message).join('\n'));
  return result.bundle;
}

test('modules become one, their types gone, and what workerd brings is left to it', async () => {
  const { code, serviceWorker, modules } = await bundled({
    'index.ts': `import { abortIsolate as end } from 'cloudflare:workers';
import process, { cwd } from 'node:process';
import { answer } from './answer';
export default { fetch: (request: Request) => request.url ? new Response(answer + cwd() + process.pid) : end() };`,
    'answer.ts': `export const answer: number = 42;`,
  });
  expect(code).toContain(`from 'cloudflare:workers'`);
  expect(code).toContain(`from 'node:process'`);
  expect(code).toContain('const answer = 42;');
  expect(code).not.toMatch(/isolab|: Request/);
  expect({ serviceWorker, modules }).toEqual({ serviceWorker: false, modules: [] });
});

test('JSON and text are in it, modules of bytes lie beside it', async () => {
  const wasm = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  const { code, modules } = await bundled({
    'index.ts': `import add from './lib/add.wasm';
import words from './words.txt';
import { version } from './version.json';
export default { fetch: () => Response.json([add, words, version]) };`,
    'lib/add.wasm': wasm,
    'words.txt': 'some words',
    'version.json': '{ "version": 7 }',
  });
  expect(code).toContain(`from './0-add.wasm'`);
  expect(code).toContain('some words');
  expect(modules).toEqual([{ name: '0-add.wasm', kind: 'wasm', content: wasm }]);
});

test('import() of a module of the project leads into the same bundle', async () => {
  const { code } = await bundled({
    'index.ts': `export default { fetch: async () => new Response((await import('./late')).late) };`,
    'late.ts': `export const late: string = 'late';`,
  });
  expect(code).toContain(`const late = 'late';`);
});

test('a CommonJS module is refused, and said where', async () => {
  const result = await bundle(
    {
      'index.ts': `import { old } from './old.cjs'; export default { fetch: () => new Response(old) };`,
      'old.cjs': `exports.old = 'old';`,
    },
    'index.ts',
    OPTIONS,
  );
  expect(result).toMatchObject({
    ok: false,
    diagnostics: [{ error: { message: expect.stringContaining('old.cjs is a CommonJS module') } }],
  });
});
