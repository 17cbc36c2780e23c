import { Buffer } from 'node:buffer';

const attempt = async (what, work) => {
  try {
    console.log(`${what}: ${JSON.stringify(await work())}`);
  } catch ({ name, code, message }) {
    console.log(`${what} throws ${name} ${code}: ${message}`);
  }
};

export default {
  async fetch() {
    await attempt('concat', () => Buffer.concat([Buffer.from('a'), Buffer.from('b')]).toString());
    await attempt('alloc', () => Buffer.alloc(3, 'ab').toString());
    await attempt('compare', () => [Buffer.compare(Buffer.from('a'), Buffer.from('b')), Buffer.from('a').equals(Buffer.from('a'))]);
    await attempt('search', () => [Buffer.from('abcabc').indexOf('c'), Buffer.from('abc').includes('b')]);
    await attempt('integers', () => {
      const bytes = Buffer.alloc(8);
      bytes.writeInt16BE(-2);
      bytes.writeUInt32LE(7, 4);
      return [bytes.toString('hex'), bytes.readInt16BE(), bytes.readUInt32LE(4)];
    });
    await attempt('slice', () => Buffer.from('abc').subarray(1).toString());
    await attempt('is', () => [Buffer.isBuffer(Buffer.from('')), Buffer.isBuffer(new Uint8Array()), Buffer.isEncoding('latin1')]);
    return new Response('done');
  },
};
