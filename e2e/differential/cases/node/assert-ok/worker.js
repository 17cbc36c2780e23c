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
    await attempt('0', () => assert(0));
    await attempt('null', () => assert.ok(null));
    await attempt('text', () => assert.ok(''));
    await attempt('message', () => assert(false, 'mine'));
    await attempt('error', () => assert(false, new RangeError('mine')));
    await attempt('nothing', () => assert());
    await attempt('true', () => assert(1));
    return new Response('done');
  },
};
