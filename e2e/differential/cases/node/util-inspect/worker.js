import { format, inspect } from 'node:util';

const attempt = async (what, work) => {
  try {
    console.log(`${what}: ${JSON.stringify(await work())}`);
  } catch ({ name, code, message }) {
    console.log(`${what} throws ${name} ${code}: ${message}`);
  }
};

export default {
  async fetch() {
    await attempt('values', () => inspect({ a: 1, b: 'x', c: [1, 2, { d: null }], e: new Map([[1, new Set([2])]]) }));
    await attempt('deep', () => inspect({ a: { b: { c: { d: 1 } } } }));
    await attempt('depth', () => inspect({ a: { b: {} } }, { depth: 0 }));
    await attempt('class', () => inspect(new (class Mine { x = 1; })()));
    await attempt('format', () => format('%s %d %i %j %o %%', 'a', 1.5, 1.5, { a: 1 }, [1], 'more'));
    return new Response('done');
  },
};
