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
    const fails = () => { throw new TypeError('bad thing'); };
    await attempt('nothing thrown', () => assert.throws(() => {}));
    await attempt('nothing thrown, class', () => assert.throws(() => {}, TypeError, 'mine'));
    await attempt('pattern', () => assert.throws(fails, /other/));
    await attempt('class', () => assert.throws(fails, RangeError));
    await attempt('class that fits', () => assert.throws(fails, Error));
    await attempt('properties', () => assert.throws(fails, { name: 'TypeError', message: 'other' }));
    await attempt('properties that fit', () => assert.throws(fails, { name: 'TypeError', message: /thing/ }));
    await attempt('missing property', () => assert.throws(fails, { code: 5 }));
    await attempt('check', () => assert.throws(fails, () => false));
    await attempt('message', () => assert.throws(fails, 'bad thing'));
    await attempt('empty object', () => assert.throws(fails, {}));
    await attempt('no function', () => assert.throws(5));
    await attempt('doesNotThrow', () => assert.doesNotThrow(fails, 'mine'));
    return new Response('done');
  },
};
