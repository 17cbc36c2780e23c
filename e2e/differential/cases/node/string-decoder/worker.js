import { StringDecoder } from 'node:string_decoder';

const attempt = async (what, work) => {
  try {
    console.log(`${what}: ${JSON.stringify(await work())}`);
  } catch ({ name, code, message }) {
    console.log(`${what} throws ${name} ${code}: ${message}`);
  }
};

export default {
  async fetch() {
    const decoder = new StringDecoder('utf8');
    await attempt('split character', () => [decoder.write(new Uint8Array([0xe2, 0x82])), decoder.write(new Uint8Array([0xac])), decoder.end()]);
    await attempt('unfinished', () => decoder.end(new Uint8Array([0xe2])));
    return new Response('done');
  },
};
