import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { projectOf } from './project-of';
import { unzip } from './unzip';

const zipped = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

/** Written by hand: what makes zips makes none like it. */
function withName(zip: Uint8Array, from: string, to: string): Uint8Array {
  const text = Array.from(zip, (byte) => String.fromCharCode(byte)).join('');
  return Uint8Array.from(text.replaceAll(from, to), (character) => character.charCodeAt(0));
}

const filesOf = (zip: Uint8Array) =>
  projectOf(unzip(zip).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));

test('a zip is unpacked, and comes out of the folder that everything is in', () => {
  const { files, said } = filesOf(
    zipped({ 'shop/src/index.ts': 'a', 'shop/wrangler.jsonc': '{}' }),
  );
  expect(files).toEqual({ 'src/index.ts': 'a', 'wrangler.jsonc': '{}' });
  expect(said).toEqual([]);
});

test('the only folder stays where it is the one of the sources', () => {
  expect(projectOf([['src/index.ts', '']]).files).toEqual({ 'src/index.ts': '' });
});

test('what tools make again is left out, and said', () => {
  const { files, said } = filesOf(
    zipped({
      'a.js': '',
      'node_modules/b/index.js': 'b',
      '.git/HEAD': 'c',
      '.wrangler/state': 'd',
      'dist/a.js': 'e',
      '__MACOSX/a.js': 'f',
    }),
  );
  expect(Object.keys(files)).toEqual(['a.js']);
  expect(said).toEqual(['Left out: .git, .wrangler, dist, node_modules.']);
});

test('a wrangler.toml becomes a wrangler.jsonc that says where it came from', () => {
  const { files, said } = projectOf([
    ['index.js', ''],
    [
      'wrangler.toml',
      'name = "shop" # mine\ncompatibility_date = 2026-08-01\n[vars]\nA = 1\n[[services]]\nbinding = "B"\nservice = "b"\n',
    ],
  ]);
  expect(Object.keys(files).sort()).toEqual(['index.js', 'wrangler.jsonc']);
  const [comment, ...json] = String(files['wrangler.jsonc']).split('\n');
  expect(comment).toBe('// Made of wrangler.toml, whose comments are not here.');
  expect(JSON.parse(json.join('\n'))).toEqual({
    name: 'shop',
    compatibility_date: '2026-08-01',
    vars: { A: 1 },
    services: [{ binding: 'B', service: 'b' }],
  });
  expect(said).toEqual(['wrangler.toml was turned into wrangler.jsonc.']);
});

test('a wrangler.toml that is no TOML is refused, with its line', () => {
  expect(() => projectOf([['wrangler.toml', 'name = "a"\nname = ']])).toThrow(
    /wrangler\.toml cannot be read in line 2/,
  );
});

test('a wrangler.toml beside a wrangler.jsonc stays, as wrangler does not read it', () => {
  const { files } = projectOf([
    ['wrangler.toml', 'not = [toml'],
    ['wrangler.jsonc', '{}'],
  ]);
  expect(Object.keys(files)).toEqual(['wrangler.toml', 'wrangler.jsonc']);
});

for (const name of ['../evil.js', '/evil/x.js', 'C:/evil.js', 'a\\evil.js']) {
  test(`a zip with a file named ${name} is refused`, () => {
    const zip = withName(
      zipped({ ['x'.repeat(name.length)]: 'evil', 'a.js': '' }),
      'x'.repeat(name.length),
      name,
    );
    expect(() => filesOf(zip)).toThrow('the file name');
  });
}

test('a name that JavaScript keeps for itself is refused', () => {
  expect(() =>
    projectOf([
      ['__proto__', ''],
      ['a.js', ''],
    ]),
  ).toThrow('__proto__');
  expect(() =>
    projectOf([
      ['a/__proto__/b.js', ''],
      ['a.js', ''],
    ]),
  ).toThrow('__proto__');
});

test('a file that is in the zip twice is refused', () => {
  const zip = withName(zipped({ 'a.js': '1', 'b.js': '2' }), 'b.js', 'a.js');
  expect(() => filesOf(zip)).toThrow('there twice');
});

test('a zip that grows too large is given up while it grows', () => {
  const bomb = zipSync({ 'a.txt': new Uint8Array(50 * 1024 * 1024) });
  expect(bomb.length).toBeLessThan(1024 * 1024);
  expect(() => unzip(bomb)).toThrow('more than 5 MB unpacked');
});

test('many files that are too large together are given up', () => {
  const files = Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [`${index}.txt`, new Uint8Array(100 * 1024)]),
  );
  expect(() => unzip(zipSync(files))).toThrow('more than 5 MB unpacked');
});

test('a zip that lies about the size of a file is given up all the same', () => {
  const bomb = zipSync({ 'a.txt': new Uint8Array(20 * 1024 * 1024) });
  // The size that the local header and the directory say it has when unpacked.
  const view = new DataView(bomb.buffer, bomb.byteOffset);
  view.setUint32(22, 10, true);
  expect(() => unzip(bomb)).toThrow('more than 5 MB unpacked');
});

test('what is no zip, or ends in the middle, is refused', () => {
  expect(() => unzip(new Uint8Array())).toThrow('no zip that can be read');
  expect(() => unzip(strToU8('hello'.repeat(1000)))).toThrow('no zip that can be read');
  const zip = zipped({ 'a.txt': Array.from({ length: 5000 }, (_, i) => `${i * 7919}`).join() });
  expect(() => unzip(zip.slice(0, zip.length / 2))).toThrow(/ends in the middle|no zip/);
});

test('a project of nothing but what is left out is refused', () => {
  expect(() => filesOf(zipped({ 'node_modules/a.js': '' }))).toThrow('no files of a project');
});
