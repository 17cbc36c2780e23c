import assert from 'assert';
import nodeAssert from 'node:assert';
import { Buffer as bare } from 'buffer';
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
    await attempt('one module', () => [assert === nodeAssert, bare === Buffer]);
    return new Response('done');
  },
};
