import { readFileSync } from 'node:fs';
import { deflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fromBase64Url, toBase64Url } from './base64';
import { FILES_V1 } from './fixtures/v1';
import { decodeLink, encodeLink, LinkError } from './link';
import { LARGEST_PAYLOAD } from './link-codec';
import { toPayload } from './payload';

const PAGE = 'https://isolab.example/app/?embed#old';

async function refusalOf(link: string): Promise<string> {
  const refusal: unknown = await decodeLink(link).then(
    () => 'opened',
    (error: unknown) => error,
  );
  if (!(refusal instanceof LinkError)) throw new Error(`Expected a LinkError, got ${refusal}`);
  return refusal.message;
}

/** A link around a payload that this page would not make, with a checksum that fits. */
function linkAround(payload: Uint8Array<ArrayBuffer>): string {
  const packed = deflateSync(payload, { level: 9 });
  const framed = new Uint8Array(8 + packed.length);
  new DataView(framed.buffer).setUint32(0, crc32(packed));
  new DataView(framed.buffer).setUint32(4, packed.length);
  framed.set(packed, 8);
  return `#v1.${toBase64Url(framed)}`;
}

function crc32(bytes: Uint8Array): number {
  const table = Array.from({ length: 256 }, (_, index) => {
    let entry = index;
    for (let bit = 0; bit < 8; bit += 1) {
      entry = entry & 1 ? 0xedb88320 ^ (entry >>> 1) : entry >>> 1;
    }
    return entry >>> 0;
  });
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

describe('a link', () => {
  test('of version 1 opens for ever', async () => {
    const link = readFileSync(new URL('./fixtures/v1.txt', import.meta.url), 'utf8');
    expect({ ...(await decodeLink(link)) }).toEqual(FILES_V1);
  });

  test('gives back the files that it was made of, in their order', async () => {
    const files = await decodeLink(await encodeLink(FILES_V1, PAGE));
    expect(Object.entries(files)).toEqual(Object.entries(FILES_V1));
  });

  test('is the page’s own address, with the project after #', async () => {
    expect(await encodeLink(FILES_V1, PAGE)).toMatch(
      /^https:\/\/isolab\.example\/app\/\?embed#v1\.[\w-]+$/,
    );
  });

  test('opens without the address before it, and where a mail broke it into lines', async () => {
    const link = await encodeLink(FILES_V1, PAGE);
    const fragment = link.slice(link.indexOf('#') + 1);
    expect({ ...(await decodeLink(fragment)) }).toEqual(FILES_V1);
    expect({ ...(await decodeLink(link.replace(/(.{60})/g, '$1\r\n'))) }).toEqual(FILES_V1);
  });

  test('holds bytes and texts of any kind', async () => {
    const files = {
      'index.js': '\ufeffexport {}; // ü 漢 🦀 \u0000',
      'all.bin': Uint8Array.from({ length: 256 }, (_, index) => index),
      'empty.txt': '',
      'empty.bin': new Uint8Array(),
    };
    expect({ ...(await decodeLink(await encodeLink(files, PAGE))) }).toEqual(files);
  });

  test('finds no file by a name that objects have by themselves', async () => {
    const files = await decodeLink(await encodeLink({ 'index.js': '' }, PAGE));
    expect(files.constructor).toBeUndefined();
    expect(Object.hasOwn(files, 'index.js')).toBe(true);
  });
});

describe('a link is refused, with the reason, where it', () => {
  test('is cut short, wherever it is cut', async () => {
    const link = await encodeLink(FILES_V1, PAGE);
    const begin = link.indexOf('#v1.') + 4;
    for (let end = begin; end < link.length; end += 1) {
      expect(await refusalOf(link.slice(0, end))).toMatch(/cut short/);
    }
  });

  test('was altered in any character', async () => {
    const link = await encodeLink({ 'index.js': 'export {};' }, PAGE);
    // The last character may carry bits that mean nothing.
    for (let at = link.indexOf('#v1.') + 4; at < link.length - 1; at += 1) {
      const altered = link.slice(0, at) + (link[at] === 'A' ? 'B' : 'A') + link.slice(at + 1);
      expect(await refusalOf(altered)).toMatch(/altered|cut short/);
    }
  });

  test('has something after it', async () => {
    const link = await encodeLink(FILES_V1, PAGE);
    expect(await refusalOf(`${link}AAAA`)).toMatch(/altered/);
    expect(await refusalOf(`${link}).`)).toMatch(/altered: it has a "\)"/);
  });

  test('is of a newer version', async () => {
    expect(await refusalOf('https://isolab.example/#v2.AAAA')).toMatch(/version 2/);
  });

  test.each(['', '#', 'hello', 'https://isolab.example/', '#v.', '#v1', '#intro'])(
    'is no link: %j',
    async (text) => {
      expect(await refusalOf(text)).toMatch(/not an Isolab link/);
    },
  );

  test('unpacks to more than 5 MB', async () => {
    const bomb = new Uint8Array(8 * 1024 * 1024);
    expect(await refusalOf(linkAround(bomb))).toMatch(/more than 5\.0 MB/);
  });

  test('does not unpack', async () => {
    const link = linkAround(new Uint8Array(100));
    const framed = fromBase64Url(link.slice(4));
    framed.fill(0xff, 8);
    new DataView(framed.buffer).setUint32(0, crc32(framed.subarray(8)));
    expect(await refusalOf(`#v1.${toBase64Url(framed)}`)).toMatch(/does not unpack/);
  });

  test('holds something else than files', async () => {
    for (const bytes of [[], [1], [1, 200], [255, 255, 255, 255, 255], [1, 1, 65, 4, 1], [0, 0]]) {
      expect(await refusalOf(linkAround(Uint8Array.from(bytes)))).toMatch(
        /does not hold a project/,
      );
    }
  });

  test('has text that is not UTF-8', async () => {
    const payload = Uint8Array.of(1, 1, 65, 2, 0xff);
    expect(await refusalOf(linkAround(payload))).toMatch(/does not hold a project/);
  });

  test.each(['__proto__', '../x', '/etc/passwd', 'a//b', 'a\\b', 'a\u0007', 'x'.repeat(257), ''])(
    'has the file name %j',
    async (name) => {
      const files = Object.fromEntries([[name, 'x']]);
      expect(await refusalOf(linkAround(toPayload(files)))).toMatch(/file name/);
    },
  );

  test('has a file twice', async () => {
    const file = [1, 65, 2, 120];
    const payload = Uint8Array.of(2, ...file, ...file);
    expect(await refusalOf(linkAround(payload))).toMatch(/"A" is there twice/);
  });

  test('has more than 1000 files', async () => {
    const names = Array.from({ length: 1001 }, (_, index) => [`${index}.txt`, '']);
    const payload = toPayload(Object.fromEntries(names));
    expect(await refusalOf(linkAround(payload))).toMatch(/1001 files/);
  });
});

describe('no link is made', () => {
  test('of more than 5 MB', async () => {
    const files = { 'big.bin': new Uint8Array(LARGEST_PAYLOAD) };
    await expect(encodeLink(files, PAGE)).rejects.toThrow(/a link holds 5\.0 MB/);
  });

  test('of a file name that would not open', async () => {
    await expect(encodeLink({ '../x': '' }, PAGE)).rejects.toThrow(/folder \.\./);
  });
});
