const attempt = async (what, work) => {
  try {
    console.log(`${what}: ${JSON.stringify(await work())}`);
  } catch ({ name, code, message }) {
    console.log(`${what} throws ${name} ${code}: ${message}`);
  }
};

export default {
  async fetch() {
    await attempt('Buffer', () => Buffer.from('hi').toString('base64'));
    await attempt('of the global object', () => globalThis.Buffer === Buffer);
    const { enumerable, configurable, writable } = Object.getOwnPropertyDescriptor(globalThis, 'Buffer');
    await attempt('descriptor', () => [enumerable, configurable, writable]);
    return new Response('done');
  },
};
