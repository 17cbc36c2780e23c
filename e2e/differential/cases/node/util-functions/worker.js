import { callbackify, inherits, isDeepStrictEqual, promisify } from 'node:util';

const attempt = async (what, work) => {
  try {
    console.log(`${what}: ${JSON.stringify(await work())}`);
  } catch ({ name, code, message }) {
    console.log(`${what} throws ${name} ${code}: ${message}`);
  }
};

export default {
  async fetch() {
    await attempt('promisify', () => promisify((value, callback) => callback(null, value * 2))(21));
    await attempt('promisify that fails', () => promisify((callback) => callback(new RangeError('why')))());
    await attempt('callbackify', () => new Promise((resolve) => callbackify(async (value) => value + 1)(1, (...values) => resolve(values))));
    await attempt('equal', () => [isDeepStrictEqual({ a: [1] }, { a: [1] }), isDeepStrictEqual([1], ['1'])]);
    await attempt('inherits', () => {
      function A() {}
      function B() {}
      inherits(B, A);
      return new B() instanceof A && B.super_ === A;
    });
    return new Response('done');
  },
};
