import { describe, expect, test } from 'vitest';
import { copyOf, filesOf } from './files';

describe('a project that a script hands over', () => {
  test('is copied', () => {
    const bytes = Uint8Array.of(1, 2);
    const given = { files: { 'index.js': 'a', 'data.bin': bytes } };
    const files = filesOf(given);
    bytes[0] = 9;
    given.files['index.js'] = 'b';
    expect({ ...files }).toEqual({ 'index.js': 'a', 'data.bin': Uint8Array.of(1, 2) });
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['no files', {}],
    ['files that are text', { files: 'x' }],
    ['not a single file', { files: {} }],
    ['content that is a number', { files: { 'index.js': 1 } }],
    ['content that is null', { files: { 'index.js': null } }],
    ['a name that leads out', { files: { '../index.js': '' } }],
    ['__proto__', JSON.parse('{ "files": { "__proto__": "x" } }')],
  ])('with %s is refused', (_, project) => {
    expect(() => filesOf(project)).toThrow(TypeError);
  });

  test('finds no file by a name that objects have by themselves', () => {
    expect(filesOf({ files: { 'index.js': '' } }).constructor).toBeUndefined();
  });
});

test('a copy can be changed without changing the project', () => {
  const files = { 'data.bin': Uint8Array.of(1) };
  const copy = copyOf(files);
  copy['data.bin'] = 'changed';
  expect(files).toEqual({ 'data.bin': Uint8Array.of(1) });
});
