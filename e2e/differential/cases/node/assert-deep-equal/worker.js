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
    await attempt('properties', () => assert.deepStrictEqual({ a: 1 }, { a: 2 }));
    await attempt('arrays', () => assert.deepStrictEqual([1, 2, 3], [1, 2, 4]));
    await attempt('nested', () => assert.deepStrictEqual({ a: { b: { c: 1 } } }, { a: { b: { c: 2 } } }));
    await attempt('primitives', () => assert.deepStrictEqual(1, 2));
    await attempt('prototypes', () => assert.deepStrictEqual(Object.create(null), {}));
    await attempt('classes', () => assert.deepStrictEqual(new (class A { x = 1; })(), { x: 1 }));
    await attempt('order of keys', () => assert.deepStrictEqual({ a: 1, b: 2 }, { b: 2, a: 1 }));
    await attempt('holes', () => assert.deepStrictEqual([1, , 3], [1, undefined, 3]));
    await attempt('not', () => assert.notDeepStrictEqual({ a: 1 }, { a: 1 }));
    await attempt('deepEqual is strict', () => assert.deepEqual([1], ['1']));
    return new Response('done');
  },
};
