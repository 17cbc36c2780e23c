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
    await attempt('hex', () => Buffer.from('héllo').toString('hex'));
    await attempt('base64', () => Buffer.from('aGk', 'base64').toString());
    await attempt('latin1', () => Buffer.from('a€').toString('latin1'));
    await attempt('utf16le', () => Buffer.from('hi', 'utf16le').toString('hex'));
    await attempt('length', () => Buffer.byteLength('é'));
    await attempt('JSON', () => Buffer.from('hi'));
    return new Response('done');
  },
};
