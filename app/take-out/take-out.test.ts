import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { MADE_HERE, workerdFiles } from './workerd-config';
import { wranglerProject } from './wrangler-project';
import { zipOf } from './zip-of';

const BUNDLE = { code: 'export default {};', serviceWorker: false, modules: [] };

test('what a wrangler project needs is added, and what is there is kept', () => {
  const files = wranglerProject({
    'wrangler.jsonc': '{ "name": "My Shop", "main": "a.js" }',
    'a.js': '',
    'README.md': '# Mine',
  });
  expect(Object.keys(files).sort()).toEqual([
    '.gitignore',
    'README.md',
    'a.js',
    'abort-isolate.d.ts',
    'package.json',
    'tsconfig.json',
    'wrangler.jsonc',
  ]);
  expect(files['README.md']).toBe('# Mine');
  expect(JSON.parse(String(files['package.json']))).toMatchObject({
    name: 'my-shop',
    scripts: { dev: 'wrangler dev', deploy: 'wrangler deploy' },
    devDependencies: { wrangler: expect.any(String) },
  });
});

test('a package.json keeps what it says, and gets what it lacks', () => {
  const files = wranglerProject({
    'index.ts': '',
    'package.json':
      '{ "name": "mine", "scripts": { "dev": "mine" }, "dependencies": { "hono": "^4.0.0", "wrangler": "^3.0.0" } }',
  });
  expect(JSON.parse(String(files['package.json']))).toMatchObject({
    name: 'mine',
    scripts: { dev: 'mine', deploy: 'wrangler deploy' },
    dependencies: { hono: '^4.0.0', wrangler: '^3.0.0' },
    devDependencies: { typescript: expect.any(String) },
  });
  expect(String(files['package.json']).match(/"wrangler":/g)).toHaveLength(1);
});

test('a package.json that cannot be read is kept as it is', () => {
  expect(wranglerProject({ 'index.ts': '', 'package.json': '{' })['package.json']).toBe('{');
});

test('a project without a configuration gets one, whose main module is the one that runs', () => {
  const files = wranglerProject({ 'index.js': '' });
  expect(JSON.parse(String(files['wrangler.jsonc']))).toMatchObject({
    name: 'worker',
    main: 'index.js',
    compatibility_date: expect.any(String),
  });
});

test('texts of a project stay texts in the configuration of workerd', () => {
  const hostile = '", name = "evil\\\n';
  const files = {
    'wrangler.jsonc': JSON.stringify({ name: 'main', vars: { A: hostile, B: { c: 1 } } }),
    'index.ts': '',
  };
  const config = workerdFiles(files, new Map([['main', BUNDLE]]))['config.capnp'];
  expect(config).toContain(MADE_HERE);
  expect(config).toContain(String.raw`(name = "A", text = "\", name = \"evil\\\x0a")`);
  expect(config).toContain(String.raw`(name = "B", json = "{\"c\":1}")`);
});

test('a zip holds everything in one folder', () => {
  const zip = unzipSync(zipOf({ 'src/a.ts': 'é', 'b.bin': Uint8Array.of(0, 255) }, 'shop'));
  expect(strFromU8(zip['shop/src/a.ts'] ?? new Uint8Array())).toBe('é');
  expect(zip['shop/b.bin']).toEqual(Uint8Array.of(0, 255));
});
