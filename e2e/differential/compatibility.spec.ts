import { readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, type Playground, test } from '../fixtures';
import { counts, documentOf, sectionOf } from './compatibility-table';
import { globalsWorker, modulesWorker, moduleWorker, type Surface } from './surface';
import { serveWithWorkerd } from './workerd';

const DOCUMENT = fileURLToPath(new URL('../../runtime-worker/COMPATIBILITY.md', import.meta.url));

/** What may be a module of workerd; it is asked which are. */
const CANDIDATES = [
  ...[
    'workers',
    'email',
    'sockets',
    'workflows',
    'node',
    'pipelines',
    'vectorize',
    'ai',
    'images',
  ].map((name) => `cloudflare:${name}`),
  ...[
    ...builtinModules.filter((name) => !name.startsWith('_')),
    ...['sqlite', 'test', 'sea', 'test/reporters'],
  ].map((name) => `node:${name}`),
];

async function inWorkerd<T>(source: string): Promise<T> {
  await using real = await serveWithWorkerd({ 'worker.js': source });
  return (await fetch(real.url)).json();
}

/** What the worker answers here, or `undefined` where it does not start. */
async function here(playground: Playground, source: string): Promise<Surface | undefined> {
  await playground.openWorker(source);
  const settled = await playground.fetch('/');
  return settled.how === 'resolved' ? JSON.parse(settled.text) : undefined;
}

test('COMPATIBILITY.md has a true row for every global and every export of workerd', async ({
  playground,
}, { config }) => {
  test.setTimeout(300_000);
  const globals = await inWorkerd<Surface>(globalsWorker([]));
  const modules = await inWorkerd<Record<string, Surface>>(modulesWorker(CANDIDATES));
  const names = Object.keys(globals);
  const sections = [sectionOf('Globals', globals, await here(playground, globalsWorker(names)))];
  for (const [name, surface] of Object.entries(modules)) {
    sections.push(sectionOf(name, surface, await here(playground, moduleWorker(name))));
  }
  for (const { title, rows } of sections) {
    const [same, differs, unsupported] = counts(rows);
    console.log(`${title}: ${same} same, ${differs} differ, ${unsupported} unsupported`);
  }
  const generated = documentOf(sections);
  if (['all', 'changed'].includes(config.updateSnapshots)) writeFileSync(DOCUMENT, generated);
  expect(
    readFileSync(DOCUMENT, 'utf8'),
    'renew it: npx playwright test e2e/differential/compatibility.spec.ts --update-snapshots',
  ).toBe(generated);
});
