import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { ProjectFiles } from '../../runtime-worker/index';
import { makeCloudflareLink } from './cloudflare/make-link';
import { playgroundLink } from './fixtures/craft-cloudflare';
import { decodeLink, encodeLink } from './links';

const EXAMPLES = fileURLToPath(new URL('../examples/', import.meta.url));

const names = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function bytesOf(example: string): Record<string, Buffer> {
  const folder = `${EXAMPLES}${example}/`;
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'));
  return Object.fromEntries(
    paths.map((path) => [path.replace(/^.*\/examples\/[^/]+\/+/, ''), readFileSync(path)]),
  );
}

/** As the page has them: text where it is one. */
function filesOf(example: string): ProjectFiles {
  const entries = Object.entries(bytesOf(example)).map(([path, bytes]) => [
    path,
    isUtf8(bytes) ? bytes.toString() : Uint8Array.from(bytes),
  ]);
  return Object.fromEntries(entries);
}

/** As their code has them, which reads the form as text: bytes are lost, and the length is what it is. */
function textsOf(example: string): Record<string, string> {
  const entries = Object.entries(bytesOf(example)).map(([path, bytes]) => [path, bytes.toString()]);
  return Object.fromEntries(entries);
}

/** Characters of a link from its # on: what is before is the page. */
function lengthOf(link: string): number {
  return new URL(link).hash.length;
}

function ours(files: ProjectFiles): number {
  return lengthOf(encodeLink({ files }, 'https://isolab.example/'));
}

const table: Record<string, Record<string, number>> = {};

afterAll(() => console.table(table));

test.each(names)('the link to %s is shorter than one of Cloudflare’s Playground', async (name) => {
  const all = {
    ours: ours(filesOf(name)),
    theirs: lengthOf(await playgroundLink(textsOf(name), { main_module: 'src/index.ts' })),
  };
  // What of it runs there: JavaScript and text of the main worker.
  const { url } = await makeCloudflareLink(filesOf(name));
  const modules = { ours: ours((await decodeLink(url)).files), theirs: lengthOf(url) };
  table[name] = {
    'all files': all.ours,
    "all files, Cloudflare's": all.theirs,
    'modules alone': modules.ours,
    "modules alone, Cloudflare's": modules.theirs,
  };
  expect(all.ours).toBeLessThan(all.theirs);
  expect(modules.ours).toBeLessThan(modules.theirs);
});
