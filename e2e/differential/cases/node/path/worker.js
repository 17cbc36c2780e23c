import path, { join } from 'node:path';

const attempt = async (what, work) => {
  try {
    console.log(`${what}: ${JSON.stringify(await work())}`);
  } catch ({ name, code, message }) {
    console.log(`${what} throws ${name} ${code}: ${message}`);
  }
};

export default {
  async fetch() {
    await attempt('join', () => join('/a', '../b', './c'));
    await attempt('parts', () => [path.basename('/a/b.txt', '.txt'), path.dirname('/a/b.txt'), path.extname('b.txt')]);
    await attempt('normalize', () => [path.normalize('/a/./b/../c/'), path.isAbsolute('a')]);
    await attempt('relative', () => path.relative('/a/b/c', '/a/d'));
    await attempt('parse', () => path.parse('/a/b.txt'));
    return new Response('done');
  },
};
