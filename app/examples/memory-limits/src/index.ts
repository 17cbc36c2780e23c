// Whoever keeps things for good, in every isolate, meets the limit one day.
const kept: Uint8Array[] = [];

export default {
  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/slow') await scheduler.wait(4000);
    if (pathname === '/keep') {
      const mebibytes = Number(searchParams.get('mebibytes'));
      kept.push(new Uint8Array(mebibytes * 1024 * 1024));
    }
    return new Response(`This isolate keeps ${kept.length} things.\n`);
  },
} satisfies ExportedHandler<Env>;
