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
    const many = (count, ...changed) =>
      Array.from({ length: count }, (_, index) => (changed.includes(index) ? 'x'.repeat(30) : `item number ${index}`));
    await attempt('one', () => assert.deepStrictEqual(many(12, 3), many(12)));
    await attempt('two', () => assert.deepStrictEqual(many(40, 3), many(40, 30)));
    await attempt('fewer', () => assert.deepStrictEqual(many(8), many(6)));
    await attempt('at the end', () => assert.deepStrictEqual(many(14, 13), many(14)));
    await attempt('too many', () => assert.deepStrictEqual(many(100), []));
    return new Response('done');
  },
};
