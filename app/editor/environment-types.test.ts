import { expect, test } from 'vitest';
import { assetTypes, environmentTypes } from './environment-types';
import environments from './fixtures/environments.jsonc?raw';
// Written by wrangler 4.86: `wrangler types --include-runtime=false -c wrangler.jsonc -c workers/api/wrangler.jsonc`.
import environmentsByWrangler from './fixtures/environments.txt?raw';
import shop from './fixtures/shop.jsonc?raw';
import shopByWrangler from './fixtures/shop.txt?raw';

const SHOP = `import { WorkerEntrypoint, DurableObject, WorkflowEntrypoint } from 'cloudflare:workers';
export class Counter extends DurableObject {}
export class Steps extends WorkflowEntrypoint {}
export class Admin extends WorkerEntrypoint {}
export default { fetch: () => new Response() };
`;

const API = `import { WorkerEntrypoint } from 'cloudflare:workers';
export class Public extends WorkerEntrypoint {}
export default { fetch: () => new Response() };
`;

const files = {
  'wrangler.jsonc': shop,
  'src/index.ts': SHOP,
  'workers/api/wrangler.jsonc':
    '{ "main": "src/index.ts", "vars": { "ONLY": "api" }, "services": [{ "binding": "SHOP", "service": "shop" }] }',
  'workers/api/src/index.ts': API,
};

/** Without wrangler's header, and without the modules of other types, which stand in a text of their own. */
const declarations = (text: string) =>
  text
    .slice(text.indexOf('declare namespace Cloudflare'))
    .replace(/\ndeclare module[\s\S]*$/, '')
    .trim();

test('Env is what wrangler types writes', () => {
  expect(environmentTypes(files, '').trim()).toBe(declarations(shopByWrangler));
});

test('with environments Env is what they have together, as wrangler types writes it', () => {
  const project = { 'wrangler.jsonc': environments, 'src/index.ts': SHOP };
  expect(environmentTypes(project, '').trim()).toBe(declarations(environmentsByWrangler));
});

test('a Worker in a folder has an Env of its own, whose paths begin there', () => {
  const types = environmentTypes(files, 'workers/api/');
  expect(types).toContain('mainModule: typeof import("./src/index");');
  expect(types).toContain('ONLY: "api";');
  expect(types).toContain('SHOP: Service<typeof import("../../src/index").default>;');
  expect(types).not.toContain('GREETING');
});

test('secrets of .dev.vars are strings, and go before variables of their name', () => {
  const project = {
    'wrangler.jsonc': '{ "vars": { "TOKEN": "x" } }',
    '.dev.vars': '# secret\nTOKEN=abc\nexport OTHER="x=y"\n',
    'src/index.ts': SHOP,
  };
  expect(environmentTypes(project, '')).toMatch(
    /Env \{\n\t\tTOKEN: string;\n\t\tOTHER: string;\n\t\}/,
  );
});

test('a configuration that is being typed gives what can be read of it', () => {
  const project = { 'wrangler.jsonc': '{ "vars": { "A": "a" }, "kv', 'src/index.ts': SHOP };
  expect(environmentTypes(project, '')).toContain('A: "a";');
});

test('modules of other types are what rules say, and what wrangler takes them for', () => {
  const types = assetTypes(files, '');
  expect(types).toContain('declare module "*.md" {\n\tconst value: string;');
  expect(types).toContain('declare module "*.dat" {\n\tconst value: ArrayBuffer;');
  expect(types).toContain('declare module "*.wasm" {\n\tconst value: WebAssembly.Module;');
});
