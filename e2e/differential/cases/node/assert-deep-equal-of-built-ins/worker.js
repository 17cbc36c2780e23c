import assert from 'node:assert';

const attempt = async (what, work) => {
  try {
    console.log(`${what}: ${JSON.stringify(await work())}`);
  } catch ({ name, code, message }) {
    console.log(`${what} throws ${name} ${code}: ${message}`);
  }
};

export default {
  async fetch() {
    await attempt('Map', () => assert.deepStrictEqual(new Map([[1, 2]]), new Map([[1, 3]])));
    await attempt('Set', () => assert.deepStrictEqual(new Set([1]), new Set([2])));
    await attempt('equal Sets of objects', () => assert.deepStrictEqual(new Set([{ a: 1 }]), new Set([{ a: 1 }])));
    await attempt('Date', () => assert.deepStrictEqual(new Date(0), new Date(1)));
    await attempt('RegExp', () => assert.deepStrictEqual(/a/g, /a/i));
    await attempt('Error', () => assert.deepStrictEqual(new Error('a'), new Error('b')));
    await attempt('bytes', () => assert.deepStrictEqual(new Uint8Array([1]), new Uint8Array([2])));
    await attempt('boxed', () => assert.deepStrictEqual(Object(1), 1));
    await attempt('symbols', () => assert.deepStrictEqual({ [Symbol.for('a')]: 1 }, { [Symbol.for('a')]: 2 }));
    await attempt('cycles', () => {
      const a = {}; a.a = a;
      const b = {}; b.a = b;
      assert.deepStrictEqual(a, b);
    });
    return new Response('done');
  },
};
