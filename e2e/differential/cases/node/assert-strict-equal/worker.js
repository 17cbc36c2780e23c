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
    await attempt('numbers', () => assert.strictEqual(1, 2));
    await attempt('texts', () => assert.strictEqual('a', 'b'));
    await attempt('lines', () => assert.strictEqual('a\nb\nc', 'a\nb\nd'));
    await attempt('types', () => assert.strictEqual(1, '1'));
    await attempt('same structure', () => assert.strictEqual({ a: 1 }, { a: 1 }));
    await attempt('objects', () => assert.strictEqual({ a: 1, b: 'x'.repeat(40), c: 'y'.repeat(40) }, { a: 2, b: 'x'.repeat(40), c: 'y'.repeat(40) }));
    await attempt('NaN', () => assert.strictEqual(NaN, NaN));
    await attempt('-0', () => assert.strictEqual(0, -0));
    await attempt('message', () => assert.strictEqual(1, 2, 'mine'));
    await attempt('equal is strict', () => assert.equal(1, '1'));
    await attempt('not', () => assert.notStrictEqual(1, 1));
    await attempt('notEqual', () => assert.notEqual(1, 1));
    return new Response('done');
  },
};
