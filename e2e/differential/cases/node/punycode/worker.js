import { toASCII, toUnicode } from 'node:punycode';

const attempt = async (what, work) => {
  try {
    console.log(`${what}: ${JSON.stringify(await work())}`);
  } catch ({ name, code, message }) {
    console.log(`${what} throws ${name} ${code}: ${message}`);
  }
};

export default {
  async fetch() {
    await attempt('to and from', () => [toASCII('mañana.com'), toUnicode('xn--maana-pta.com')]);
    return new Response('done');
  },
};
