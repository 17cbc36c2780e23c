import { fileURLToPath, format, pathToFileURL } from 'node:url';

const attempt = async (what, work) => {
  try {
    console.log(`${what}: ${JSON.stringify(await work())}`);
  } catch ({ name, code, message }) {
    console.log(`${what} throws ${name} ${code}: ${message}`);
  }
};

export default {
  async fetch() {
    await attempt('file', () => [fileURLToPath('file:///a/b'), pathToFileURL('/a b').href]);
    await attempt('format', () => format({ protocol: 'https', host: 'example.com', pathname: '/a' }));
    return new Response('done');
  },
};
