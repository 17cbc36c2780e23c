import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { ProjectFiles } from '../../runtime-worker/index';
import { makeCloudflareLink } from './cloudflare/make-link';
import { playgroundLink } from './fixtures/craft-cloudflare';
import { encodeLink } from './links';

const EXAMPLES = fileURLToPath(new URL('../examples/', import.meta.url));

const names = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** What is text as text: links of Cloudflare's Playground have no bytes. */
function filesOf(example: string): Record<string, string> {
  const folder = `${EXAMPLES}${example}/`;
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'));
  return Object.fromEntries(
    paths.map((path) => [path.replace(/^.*\/examples\/[^/]+\/+/, ''), readFileSync(path, 'utf8')]),
  );
}

/** Characters of a link from its # on: what is before is the page. */
async function fragmentLength(link: string | Promise<string>): Promise<number> {
  return new URL(await link).hash.length;
}

const table: Record<string, Record<string, number>> = {};

afterAll(() => console.table(table));

test.each(names)('the link to %s is shorter than one of Cloudflare’s Playground', async (name) => {
  const files: ProjectFiles = filesOf(name);
  const ours = await fragmentLength(encodeLink({ files }, 'https://isolab.example/'));
  const theirs = await fragmentLength(playgroundLink(filesOf(name), { main_module: 'index.js' }));
  const theirModules = await fragmentLength((await makeCloudflareLink(files)).url);
  table[name] = {
    ours,
    "Cloudflare's, same files": theirs,
    "Cloudflare's, its modules alone": theirModules,
  };
  expect(ours).toBeLessThan(theirs);
  expect(ours).toBeLessThan(theirModules);
});
