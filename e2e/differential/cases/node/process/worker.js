import process, { env } from 'node:process';

const attempt = async (what, work) => {
  try {
    console.log(`${what}: ${JSON.stringify(await work())}`);
  } catch ({ name, code, message }) {
    console.log(`${what} throws ${name} ${code}: ${message}`);
  }
};

export default {
  async fetch() {
    await attempt('what it is', () => [process.version, process.versions.node, process.platform, process.arch, process.title, process.pid, process.argv]);
    await attempt('the global', () => [globalThis.process === process, String(process)]);
    await attempt('env', () => [env, process.env === env, typeof env.missing]);
    await attempt('becomes text', () => { process.env.MORE = 5; return process.env.MORE; });
    await attempt('cwd', () => process.cwd());
    await attempt('not implemented', () => process.cpuUsage());
    return new Response('done');
  },
};
