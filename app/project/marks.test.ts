import { expect, test } from 'vitest';
import { outlineOf } from './marks';

const FILES = {
  'index.ts': '// code',
  'workers/a/wrangler.jsonc': '{}',
  'b.wasm': new Uint8Array(1),
};

test('the outline of a project is the same while its code is typed', () => {
  const outline = outlineOf(FILES);
  expect(outline).toEqual({ 'index.ts': '', 'workers/a/wrangler.jsonc': '{}', 'b.wasm': '' });
  expect(outlineOf({ ...FILES, 'index.ts': '// more code' })).toBe(outline);
});

test('a path or a configuration that changes makes another outline', () => {
  const outline = outlineOf(FILES);
  expect(outlineOf({ ...FILES, 'c.ts': '' })).not.toBe(outline);
  const configured = { ...FILES, 'workers/a/wrangler.jsonc': '{ "main": "c.ts" }' };
  expect(outlineOf(configured)).toMatchObject({ 'workers/a/wrangler.jsonc': '{ "main": "c.ts" }' });
});
