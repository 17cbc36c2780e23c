import { parse, stringify } from 'node:querystring';

const attempt = async (what, work) => {
  try {
    console.log(`${what}: ${JSON.stringify(await work())}`);
  } catch ({ name, code, message }) {
    console.log(`${what} throws ${name} ${code}: ${message}`);
  }
};

export default {
  async fetch() {
    await attempt('parse', () => parse('a=1&b=2&a=3&c=%20x'));
    await attempt('stringify', () => stringify({ a: [1, 2], b: 'x y', c: '' }));
    return new Response('done');
  },
};
