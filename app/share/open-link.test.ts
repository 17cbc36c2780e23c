import { expect, test } from 'vitest';
import type { ProjectFiles } from '../../runtime-worker/index';
import { encodeLink, openLink } from './links';
import { openLinkInHash } from './open-link';

/** The part of the project store that opens, with what it was asked to open. */
function project() {
  const opened: { files: ProjectFiles; origin: string }[] = [];
  const selected: string[] = [];
  return {
    opened,
    selected,
    getState: () => ({
      opening: opened,
      files: opened.at(-1)?.files ?? {},
      open: (files: ProjectFiles, origin: string) => void opened.push({ files, origin }),
      select: (path: string) => void selected.push(path),
    }),
  };
}

async function hashOf(files: Record<string, string>): Promise<string> {
  return new URL(await encodeLink({ files }, 'https://isolab.example/')).hash;
}

test('a link in the address is opened', async () => {
  const store = project();
  expect(await openLinkInHash(store, await hashOf({ 'index.js': 'linked' }))).toBe('opened');
  const [opened] = store.opened;
  expect({ ...opened?.files }).toEqual({ 'index.js': 'linked' });
  expect(opened?.origin).toBe('link');
});

test('a link shows the file that it asks for', async () => {
  const store = project();
  const files = { 'index.js': '', 'notes.txt': '' };
  const link = await encodeLink({ files, openFile: 'notes.txt' }, 'https://isolab.example/');
  await openLink(store, link);
  expect(store.selected).toEqual(['notes.txt']);
});

test('an address without a link opens nothing', async () => {
  const store = project();
  expect(await openLinkInHash(store, '#about')).toBe('none');
  expect(store.opened).toEqual([]);
});

test('a link that cannot be opened says why, and opens nothing', async () => {
  const store = project();
  const cut = (await hashOf({ 'index.js': 'linked' })).slice(0, -5);
  expect(await openLinkInHash(store, cut)).toEqual({ error: expect.stringMatching(/cut short/) });
  expect(store.opened).toEqual([]);
});

test('a project that cannot be read says why', async () => {
  const getState = () => ({
    opening: {},
    files: {},
    open: () => {
      throw new Error('The project has no main module.');
    },
    select: () => {},
  });
  expect(await openLinkInHash({ getState }, await hashOf({ 'a.txt': '' }))).toEqual({
    error: 'The project has no main module.',
  });
});
