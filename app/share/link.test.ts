import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DICTIONARY_V2 } from './dictionary-v2';
import { FILES_V1 } from './fixtures/v1';
import { PROJECT_V2 } from './fixtures/v2';
import { LinkError } from './link-error';
import { decodeLink, encodeLink } from './links';
import { LARGEST_PAYLOAD } from './unpack';

const PAGE = 'https://isolab.example/app/?embed#old';

async function refusalOf(link: string): Promise<string> {
  const refusal: unknown = await decodeLink(link).then(
    () => 'opened',
    (error: unknown) => error,
  );
  if (!(refusal instanceof LinkError)) throw new Error(`Expected a LinkError, got ${refusal}`);
  return refusal.message;
}

function fixture(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');
}

describe('a link', () => {
  test('of version 1 opens for ever', async () => {
    const { files, ...rest } = await decodeLink(fixture('v1.txt'));
    expect(Object.entries(files)).toEqual(Object.entries(FILES_V1));
    expect(rest).toEqual({});
  });

  test('of version 2 opens for ever', async () => {
    const { files, ...rest } = await decodeLink(fixture('v2.txt'));
    const { files: expected, ...expectedRest } = PROJECT_V2;
    expect(Object.entries(files)).toEqual(Object.entries(expected));
    expect(rest).toEqual(expectedRest);
  });

  test('of version 2 is packed with a dictionary that never changes', () => {
    expect(createHash('sha256').update(DICTIONARY_V2).digest('hex')).toBe(
      'a5381faea11edb845d077bc763c35401b3c1d2e814da1c3a02158fd66f4105b3',
    );
  });

  test('gives back the files that it was made of, in their order', async () => {
    const { files } = await decodeLink(await encodeLink(PROJECT_V2, PAGE));
    expect(Object.entries(files)).toEqual(Object.entries(PROJECT_V2.files));
  });

  test('gives back the open file and the layout', async () => {
    const { openFile, layout } = await decodeLink(await encodeLink(PROJECT_V2, PAGE));
    expect({ openFile, layout }).toEqual({
      openFile: PROJECT_V2.openFile,
      layout: PROJECT_V2.layout,
    });
  });

  test('is the page’s own address, with the project after #', async () => {
    expect(await encodeLink(PROJECT_V2, PAGE)).toMatch(
      /^https:\/\/isolab\.example\/app\/\?embed#v2\.[\w-]+$/,
    );
  });

  test('to a small worker is as long as a line', async () => {
    const files = {
      'worker.js': "export default {\n  fetch() {\n    return new Response('Hello');\n  },\n};\n",
    };
    expect(new URL(await encodeLink({ files }, PAGE)).hash.length).toBeLessThan(40);
  });

  test('opens without the address before it, and where a mail broke it into lines', async () => {
    const link = await encodeLink(PROJECT_V2, PAGE);
    const { files } = await decodeLink(link.slice(link.indexOf('#') + 1));
    expect({ ...files }).toEqual(PROJECT_V2.files);
    const broken = await decodeLink(link.replace(/(.{60})/g, '$1\r\n'));
    expect({ ...broken.files }).toEqual(PROJECT_V2.files);
  });

  test('holds bytes and texts of any kind', async () => {
    const files = {
      'index.js': '\ufeffexport {}; // ü 漢 🦀 \u0000 \u00ff \ud83e\r\n\r\t\n',
      'all.bin': Uint8Array.from({ length: 256 }, (_, index) => index),
      'empty.txt': '',
      'empty.bin': new Uint8Array(),
    };
    expect({ ...(await decodeLink(await encodeLink({ files }, PAGE))).files }).toEqual(files);
  });

  test('finds no file by a name that objects have by themselves', async () => {
    const { files } = await decodeLink(await encodeLink({ files: { 'index.js': '' } }, PAGE));
    expect(files.constructor).toBeUndefined();
    expect(Object.hasOwn(files, 'index.js')).toBe(true);
  });
});

describe.each(['v1.txt', 'v2.txt'])('a link (%s) is refused, with the reason, where it', (name) => {
  const link = fixture(name).trim();
  const begin = link.indexOf('.', link.indexOf('#')) + 1;

  test('is cut short, wherever it is cut', async () => {
    for (let end = begin; end < link.length; end += 1) {
      expect(await refusalOf(link.slice(0, end))).toMatch(/cut short/);
    }
  });

  test('was altered in any character', async () => {
    // The last character may carry bits that mean nothing.
    for (let at = begin; at < link.length - 1; at += 1) {
      const altered = link.slice(0, at) + (link[at] === 'A' ? 'B' : 'A') + link.slice(at + 1);
      expect(await refusalOf(altered)).toMatch(/altered|cut short/);
    }
  });

  test('has something after it', async () => {
    expect(await refusalOf(`${link}AAAA`)).toMatch(/altered/);
    expect(await refusalOf(`${link}).`)).toMatch(/altered: it has a "\)"/);
  });
});

describe('no link is made', () => {
  test('of more than 5 MB', async () => {
    const files = { 'big.bin': new Uint8Array(LARGEST_PAYLOAD) };
    expect(() => encodeLink({ files }, PAGE)).toThrow(/a link holds 5\.0 MB/);
  });

  test('of a file name that would not open', async () => {
    expect(() => encodeLink({ files: { '../x': '' } }, PAGE)).toThrow(/folder \.\./);
  });
});
