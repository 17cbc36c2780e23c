import { Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const attempt = async (what, work) => {
  try {
    console.log(`${what}: ${JSON.stringify(await work())}`);
  } catch ({ name, code, message }) {
    console.log(`${what} throws ${name} ${code}: ${message}`);
  }
};

export default {
  async fetch() {
    const heard = [];
    await pipeline(
      Readable.from(['a', 'b']),
      new Transform({ transform: (chunk, _, callback) => callback(null, String(chunk).toUpperCase()) }),
      new Writable({ write: (chunk, _, callback) => { heard.push(String(chunk)); callback(); } }),
    );
    await attempt('pipeline', () => heard);
    await attempt('error', () => pipeline(Readable.from((async function* () { throw new RangeError('why'); })()), new Writable({ write: (_, __, done) => done() })));
    return new Response('done');
  },
};
