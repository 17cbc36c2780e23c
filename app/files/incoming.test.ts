import { expect, test } from 'vitest';
import { contentOf, MOST_BYTES, sortOut } from './incoming';

const PRESENT = { files: { 'src/index.ts': '' }, folders: [] };

function incoming(path: string, size = 1) {
  return { path, file: new File([new Uint8Array(size)], path) };
}

function sorted(...files: ReturnType<typeof incoming>[]) {
  const { taken, leftOut } = sortOut(files, PRESENT);
  return { taken: taken.map(({ path }) => path), leftOut };
}

test('what fits comes in, and what is over 5 MB in all is named', () => {
  const files = [incoming('a.bin', MOST_BYTES - 10), incoming('b.bin', 11), incoming('c.txt', 10)];
  expect(sorted(...files)).toEqual({
    taken: ['a.bin', 'c.txt'],
    leftOut: ['More than 5 MB at once cannot be added. Left out: b.bin.'],
  });
});

test('a file may replace one, but no folder, and no file may be a folder', () => {
  const { taken, leftOut } = sorted(
    incoming('src/index.ts'),
    incoming('src'),
    incoming('src/index.ts/a.ts'),
  );
  expect(taken).toEqual(['src/index.ts']);
  expect(leftOut).toEqual([
    expect.stringMatching(/"src" is there already.*"src\/index\.ts" is a file/),
  ]);
});

test('a name that is refused is said with its reason', () => {
  expect(sorted(incoming('x/__proto__/a.js'))).toMatchObject({
    taken: [],
    leftOut: [expect.stringMatching(/__proto__ in it/)],
  });
});

test('packages and histories stay outside', () => {
  expect(
    sorted(incoming('app/node_modules/x/index.js'), incoming('app/a.ts'), incoming('.DS_Store')),
  ).toEqual({
    taken: ['app/a.ts'],
    leftOut: ['Left out: node_modules.'],
  });
});

test('UTF-8 is read as text, all else as bytes', async () => {
  expect(await contentOf(new File(['grüße\r\n'], 'a.txt'))).toBe('grüße\r\n');
  const latin1 = Uint8Array.of(0x67, 0xfc);
  expect(await contentOf(new File([latin1], 'a.txt'))).toEqual(latin1);
  const zero = Uint8Array.of(0x61, 0);
  expect(await contentOf(new File([zero], 'a.wasm'))).toEqual(zero);
});
