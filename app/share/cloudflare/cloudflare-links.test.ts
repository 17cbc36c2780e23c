import fc from 'fast-check';
import lzString from 'lz-string';
import { describe, expect, test } from 'vitest';
import { lzBomb, playgroundLink } from '../fixtures/craft-cloudflare';
import { LinkError } from '../link-error';
import { decodeLink } from '../links';
import { looksLikeLink } from '../looks-like-link';
import { makeCloudflareLink } from './make-link';
import { unpackedLength } from './unpacked-length';

const MODULES = {
  'index.js':
    "import html from './welcome.html';\nimport { count } from './src/count.js';\r\nexport default { fetch: () => new Response(html + count) };\n",
  'src/count.js': 'export const count = 1; // ü 漢 🦀',
  'welcome.html': '\ufeff<h1>Hi</h1>\r\n',
};

const METADATA = {
  main_module: 'index.js',
  compatibility_date: '2026-11-17',
  compatibility_flags: ['nodejs_compat'],
};

describe("a link of Cloudflare's Playground", () => {
  test('opens, with a wrangler.jsonc of what its metadata says', async () => {
    const { files } = await decodeLink(await playgroundLink(MODULES, METADATA));
    expect({ ...files }).toEqual({
      'wrangler.jsonc': `{
  "name": "workers-playground",
  "main": "index.js",
  "compatibility_date": "2026-11-17",
  "compatibility_flags": [
    "nodejs_compat"
  ]
}
`,
      ...MODULES,
    });
  });

  test('opens from what it has after #, which is told from any other', async () => {
    const link = await playgroundLink(MODULES, METADATA);
    const fragment = link.slice(link.indexOf('#'));
    expect(looksLikeLink(fragment)).toBe(true);
    expect(looksLikeLink('#LYVwN')).toBe(false);
    expect(Object.keys((await decodeLink(fragment)).files)).toContain('index.js');
  });

  test('opens where a mail broke it into lines, or a form made spaces of its plus signs', async () => {
    const link = await playgroundLink(MODULES, METADATA);
    const broken = link.replace(/(.{60})/g, '$1\r\n').replaceAll('+', ' ');
    expect(Object.keys((await decodeLink(broken)).files)).toContain('index.js');
  });

  test('has the name that the worker had there', async () => {
    const link = await playgroundLink(MODULES, METADATA);
    const { files } = await decodeLink(link.replace('playground#', 'playground?name=my-worker#'));
    expect(files['wrangler.jsonc']).toContain('"name": "my-worker"');
  });

  test('that says nothing of its main module has index.js', async () => {
    const { files } = await decodeLink(await playgroundLink(MODULES, undefined));
    expect(files['wrangler.jsonc']).toContain('"main": "index.js"');
  });

  test('leaves out what is no text, as their own page does', async () => {
    const link = await playgroundLink({ ...MODULES, 'a.wasm': '\u0000asm' }, METADATA);
    expect(Object.keys((await decodeLink(link)).files)).not.toContain('a.wasm');
  });

  test('is refused wherever it is cut', async () => {
    const link = await playgroundLink({ 'index.js': 'export default {};' }, METADATA);
    const begin = link.indexOf('#') + 1;
    // The last character may carry bits that mean nothing.
    for (let end = begin; end < link.length - 1; end += 1) {
      await expect(decodeLink(link.slice(0, end))).rejects.toThrow(LinkError);
    }
  });
});

describe('a link that is made of a project', () => {
  test('opens as the same worker, with its types taken out', async () => {
    const { url, left } = await makeCloudflareLink({
      'wrangler.jsonc':
        '{ "main": "src/index.ts", /* of it */ "compatibility_date": "2026-11-17", "compatibility_flags": ["nodejs_compat"] }',
      'src/index.ts':
        "import { one } from './numbers';\nimport two from '../two.js';\nconst n: number = one + two;\nexport default { fetch: () => new Response(String(n)) };\n",
      'src/numbers.ts': 'export const one: number = 1;\n',
      'two.js': 'export default 2;\n',
      'notes.txt': 'text\r\n',
      'three.http': 'GET /\n',
      'workers/other/index.js': 'export default {};\n',
      'pixel.png': Uint8Array.of(1, 2, 3),
    });
    expect(left).toEqual(['three.http', 'workers/other/index.js', 'pixel.png']);
    const { files } = await decodeLink(url);
    const { 'wrangler.jsonc': configuration, ...modules } = files;
    expect(JSON.parse(String(configuration))).toEqual({
      name: 'workers-playground',
      main: 'src/index.js',
      compatibility_date: '2026-11-17',
      compatibility_flags: ['nodejs_compat'],
    });
    expect(modules).toEqual({
      'src/index.js':
        "import { one } from './numbers.js';\nimport two from '../two.js';\nconst n = one + two;\nexport default { fetch: () => new Response(String(n)) };\n",
      'src/numbers.js': 'export const one = 1;\n',
      'two.js': 'export default 2;\n',
      'notes.txt': 'text\r\n',
    });
  });

  test('does not lose a module whose name another would take', async () => {
    const { url } = await makeCloudflareLink({
      'index.js': "import './a.ts';\nimport './a.js';\n",
      'a.ts': 'export const typed: boolean = true;\n',
      'a.js': 'export const typed = false;\n',
    });
    const { files } = await decodeLink(url);
    expect(files['index.js']).toBe("import './a.ts.js';\nimport './a.js';\n");
    expect(files['a.ts.js']).toBe('export const typed = true;\n');
  });

  test('says which module does not parse', async () => {
    const files = { 'index.ts': 'export default {;' };
    await expect(makeCloudflareLink(files)).rejects.toThrow(/^index\.ts does not parse/);
  });
});

describe('the length that a text unpacks to is known before it is unpacked', () => {
  test.each(['', 'a', 'ab', 'aaaa', 'ü漢🦀\u0000', 'abc'.repeat(5000), MODULES['index.js']])(
    'of %j',
    (text) => {
      const packed = lzString.compressToEncodedURIComponent(text);
      expect(unpackedLength(packed, 1e6)).toBe(text.length);
    },
  );

  test('of 2,000 random texts', () => {
    const text = fc.string({ unit: 'binary', maxLength: 2000 });
    const isKnown = (given: string) =>
      unpackedLength(lzString.compressToEncodedURIComponent(given), 1e6) === given.length;
    fc.assert(fc.property(text, isKnown), { numRuns: 2000, seed: 20261127 });
  });

  test('of a gigabyte it is more than may be', () => {
    expect(unpackedLength(lzBomb(46_000), 5e6)).toBe(Number.POSITIVE_INFINITY);
  });

  test('of a small bomb it is what the library makes of it', () => {
    const packed = lzBomb(500);
    const text = lzString.decompressFromEncodedURIComponent(packed);
    expect(text.length).toBe((500 * 501) / 2);
    expect(unpackedLength(packed, 1e6)).toBe(text.length);
  });
});
