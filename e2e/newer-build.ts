/** The built app as a later build would write it: the same, with other names for all that is named by its contents. */
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIST } from './static-host';

/** What Vite puts between a file's name and its ending. */
const HASH = /-([\w-]{8})(\.\w+)$/;

export interface NewerBuild {
  readonly folder: string;
  remove(): Promise<void>;
}

export async function makeNewerBuild(): Promise<NewerBuild> {
  const folder = await mkdtemp(join(tmpdir(), 'isolab-newer-'));
  await cp(DIST, folder, { recursive: true });
  const assets = await readdir(join(folder, 'assets'));
  const names = new Map(
    assets.map((name) => [name, name.replace(HASH, (_, hash, end) => `-${turned(hash)}${end}`)]),
  );
  const texts = [...assets.map((name) => join('assets', name)), 'index.html', 'sw.js'];
  for (const path of texts.filter((path) => /\.(js|css|html)$/.test(path))) {
    const text = await readFile(join(folder, path), 'utf8');
    await writeFile(join(folder, path), withNames(text, names));
  }
  for (const [name, newer] of names) {
    await rename(join(folder, 'assets', name), join(folder, 'assets', newer));
  }
  // The page has other contents now, so the list of files names it anew.
  const list = await readFile(join(folder, 'sw.js'), 'utf8');
  await writeFile(
    join(folder, 'sw.js'),
    list.replace(
      /(index\.html[^}]*?)([0-9a-f]{32})/,
      (_, before, revision) => before + turned(revision),
    ),
  );
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

function withNames(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(/[\w.-]+-[\w-]{8}\.\w+/g, (name) => names.get(name) ?? name);
}

function turned(text: string): string {
  return [...text].reverse().join('');
}
