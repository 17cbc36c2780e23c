import { expect, test } from 'vitest';
import { afterChange, firstTabs, withClosed, withOpen } from './tabs';

const FILES = {
  'lib.ts': '',
  'src/index.ts': '',
  'wrangler.jsonc': '',
  'story.http': '',
  'src/deep.http': '',
};
const FIRST = firstTabs(FILES, 'src/index.ts');
const NONE: ReadonlyMap<string, string> = new Map();

test('a project begins with its main module, its scenarios and its configuration', () => {
  expect(FIRST).toMatchObject({
    tabs: ['src/index.ts', 'story.http', 'wrangler.jsonc'],
    openFile: 'src/index.ts',
  });
});

test('a project without a main module begins with its first file', () => {
  expect(firstTabs(FILES, undefined)).toMatchObject({ openFile: 'lib.ts' });
});

test('a file that is looked at takes the tab of the one before', () => {
  const once = withOpen(FIRST, 'lib.ts', true);
  const twice = withOpen(once, 'src/deep.http', true);
  expect(twice.tabs).toEqual([...FIRST.tabs, 'src/deep.http']);
  expect(twice).toMatchObject({ openFile: 'src/deep.http', preview: 'src/deep.http' });
});

test('a file that was looked at and is opened keeps its tab', () => {
  const opened = withOpen(withOpen(FIRST, 'lib.ts', true), 'lib.ts', false);
  expect(withOpen(opened, 'src/deep.http', true).tabs).toEqual([
    ...FIRST.tabs,
    'lib.ts',
    'src/deep.http',
  ]);
});

test('looking at a file that has a tab leaves the others', () => {
  const looked = withOpen(withOpen(FIRST, 'lib.ts', true), 'story.http', true);
  expect(looked).toMatchObject({ openFile: 'story.http', preview: 'lib.ts' });
});

test('the next tab is shown where the shown one is closed, and nothing after the last', () => {
  const closed = withClosed(FIRST, 'src/index.ts');
  expect(closed).toMatchObject({ openFile: 'story.http', closedTabs: ['src/index.ts'] });
  const none = ['story.http', 'wrangler.jsonc'].reduce(withClosed, closed);
  expect(none).toMatchObject({ openFile: '', tabs: [] });
});

test('tabs follow files that move, and go with files that go', () => {
  const files = { 'src/main.ts': '', 'story.http': '' };
  expect(afterChange(FIRST, files, new Map([['src/index.ts', 'src/main.ts']]))).toMatchObject({
    tabs: ['src/main.ts', 'story.http'],
    openFile: 'src/main.ts',
    closedTabs: [],
  });
  expect(afterChange(FIRST, files, NONE)).toMatchObject({ openFile: 'story.http' });
});
