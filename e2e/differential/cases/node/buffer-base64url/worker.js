import { Buffer } from 'node:buffer';

const attempt = async (what, work) => {
  try {
    console.log(`${what}: ${JSON.stringify(await work())}`);
  } catch ({ name, code, message }) {
    console.log(`${what} throws ${name} ${code}: ${message}`);
  }
};

export default {
  async fetch() {
    await attempt('base64url', () => Buffer.from([251, 255]).toString('base64url'));
    await attempt('unknown', () => Buffer.from('x', 'nope'));
    return new Response('done');
  },
};
