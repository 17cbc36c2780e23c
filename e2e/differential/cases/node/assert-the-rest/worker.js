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
    await attempt('match', () => assert.match('abc', /x/));
    await attempt('doesNotMatch', () => assert.doesNotMatch('abc', /a/));
    await attempt('no pattern', () => assert.match('abc', 'x'));
    await attempt('fail', () => assert.fail());
    await attempt('fail with a message', () => assert.fail('mine'));
    await attempt('fail with an error', () => assert.fail(new TypeError('mine')));
    await attempt('ifError(null)', () => assert.ifError(null));
    await attempt('ifError', () => assert.ifError(new Error('why')));
    await attempt('partial', () => assert.partialDeepStrictEqual({ a: { b: 1, c: 2 } }, { a: { b: 1 } }));
    await attempt('not partial', () => assert.partialDeepStrictEqual({ a: 1, b: 2 }, { a: 2 }));
    return new Response('done');
  },
};
