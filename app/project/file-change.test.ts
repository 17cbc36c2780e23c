import { describe, expect, test } from 'vitest';
import { applyChange, change } from './file-change';

const FILES = { 'a.ts': 'A', 'src/b.ts': 'B', 'c.bin': Uint8Array.of(1) };

test.each([
  ['a file that was removed', change({ remove: ['a.ts'] })],
  ['a file that was moved', change({ move: new Map([['a.ts', 'src/a.ts']]) })],
  [
    'files that changed places',
    change({
      move: new Map([
        ['a.ts', 'src/b.ts'],
        ['src/b.ts', 'a.ts'],
      ]),
    }),
  ],
  ['a file that another was moved on', change({ move: new Map([['a.ts', 'src/b.ts']]) })],
  ['a new file', change({ put: new Map([['new.ts', '']]) })],
  ['a file that was replaced', change({ put: new Map([['c.bin', 'text']]) })],
  [
    'a file put where one was that moved',
    change({ move: new Map([['a.ts', 'd.ts']]), put: new Map([['a.ts', 'x']]) }),
  ],
  ['a file that was removed and put', change({ remove: ['a.ts'], put: new Map([['a.ts', 'x']]) })],
])('%s is there again as it was, and done again', (_what, done) => {
  const after = applyChange(FILES, done);
  expect(after.files).not.toEqual(FILES);
  const undone = applyChange(after.files, after.inverse);
  expect(undone.files).toEqual(FILES);
  expect(applyChange(undone.files, undone.inverse).files).toEqual(after.files);
});

test('what was typed in a file since it moved stays in it when it moves back', () => {
  const { files, inverse } = applyChange(FILES, change({ move: new Map([['a.ts', 'z.ts']]) }));
  const typed = { ...files, 'z.ts': 'A, and more' };
  expect(applyChange(typed, inverse).files).toEqual({ ...FILES, 'a.ts': 'A, and more' });
});

describe('a configuration', () => {
  const CONFIG = `{
  // The main module.
  "main": "./src/index.ts", // here
}`;
  const FILES = {
    'src/index.ts': '',
    'wrangler.jsonc': CONFIG,
    'workers/other/index.ts': '',
    'workers/other/wrangler.jsonc': '{ "main": "index.ts" }',
  };

  const moved = (moves: Record<string, string>) =>
    applyChange(FILES, change({ move: new Map(Object.entries(moves)) })).files;

  test('names its main module where that moved to, and keeps its comments', () => {
    expect(moved({ 'src/index.ts': 'src/lib/main.ts' })['wrangler.jsonc']).toBe(
      CONFIG.replace('./src/index.ts', './src/lib/main.ts'),
    );
  });

  test('of another worker names its own', () => {
    const files = moved({ 'workers/other/index.ts': 'workers/other/src/index.ts' });
    expect(files['workers/other/wrangler.jsonc']).toBe('{ "main": "src/index.ts" }');
    expect(files['wrangler.jsonc']).toBe(CONFIG);
  });

  test('that moves along with its main module stays as it is', () => {
    const files = moved({
      'workers/other/index.ts': 'workers/next/index.ts',
      'workers/other/wrangler.jsonc': 'workers/next/wrangler.jsonc',
    });
    expect(files['workers/next/wrangler.jsonc']).toBe('{ "main": "index.ts" }');
  });

  test('whose main module left its folder is left alone', () => {
    const files = moved({ 'workers/other/index.ts': 'src/other.ts' });
    expect(files['workers/other/wrangler.jsonc']).toBe('{ "main": "index.ts" }');
  });
});
